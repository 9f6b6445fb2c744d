import { type Fen, formatYuan } from '../domain/money.js';
import { LEVELS, type Level } from '../domain/terms.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { SubsidyLine } from '../rules/subsidy-lines.js';
import type { Column } from './column.js';
import {
  letterhead,
  type Paper,
  type PaperInput,
  rowUnder,
  standardRows,
  textColumn,
} from './subsidy-papers.js';

/** People, person-months and amount of one district, township and level. */
interface SummaryRow {
  district: string;
  township: string;
  level: Level | null;
  people: number;
  personMonths: number;
  totalFen: Fen;
}

/** 汇总表: what is paid by district, township and level, with the sums by level and in all. 三(六)1 */
export function summaryPaper(input: PaperInput): Paper {
  const rows = summaryRows(input.lines, (line) => line, true);
  const byLevel = summaryRows(input.lines, () => NOWHERE, true);
  const whole = summaryRows(input.lines, () => NOWHERE, false)[0];
  return {
    sheet: 'summary',
    fileName: words.fileName(input.district ?? words.wholeCity, input.quarter, 'summary'),
    district: input.district,
    rows: rows.length,
    people: whole?.people ?? 0,
    totalFen: whole?.totalFen ?? 0,
    whole: false,
    confidential: false,
    write: (render) =>
      render<SummaryRow>({
        command: 'subsidy export',
        quarter: input.quarter,
        columns,
        rows,
        totals: {},
        findings: [],
        summary: [],
        above: letterhead(input, 'summary'),
        below: [...byLevel.map(sumRow), ...(whole ? [sumRow(whole)] : []), ...standardRows(input)],
      }),
  };
}

const NOWHERE = { district: '', township: '' };

const columns: readonly Column<SummaryRow>[] = [
  textColumn('district', words.columns.district, ({ district }) => district),
  { key: 'township', heading: words.columns.township, kind: 'free', value: ({ township }) => township },
  textColumn('level', words.columns.level, ({ level }) => level),
  { key: 'people', heading: words.columns.people, kind: 'number', value: ({ people }) => people },
  {
    key: 'personMonths',
    heading: words.columns.personMonths,
    kind: 'number',
    value: (row) => row.personMonths,
  },
  { key: 'amount', heading: words.columns.amount, kind: 'fen', value: ({ totalFen }) => totalFen },
];

const sumRow = ({ level, people, personMonths, totalFen }: SummaryRow): string[] =>
  rowUnder(columns, {
    district: words.sum,
    level: level ?? '',
    people: String(people),
    personMonths: String(personMonths),
    amount: formatYuan(totalFen),
  });

/** Sums that are still growing; people are told apart by their numbers in the register. */
interface Growing {
  people: Set<number>;
  personMonths: number;
  totalFen: Fen;
}

/**
 * Adds up the paid months of the lines by place and level (`byLevel` false: by place alone), in the order
 * of the lines, lowest level first. A person who rose inside the quarter counts once in each level, and
 * once where levels are added up.
 */
function summaryRows(
  lines: readonly SubsidyLine[],
  placeOf: (line: SubsidyLine) => Pick<SummaryRow, 'district' | 'township'>,
  byLevel: boolean,
): SummaryRow[] {
  const places = new Map<string, { district: string; township: string; sums: Map<Level | null, Growing> }>();
  for (const line of lines) {
    const { district, township } = placeOf(line);
    const key = `${district}\n${township}`;
    let place = places.get(key);
    if (!place) {
      place = { district, township, sums: new Map() };
      places.set(key, place);
    }
    addPaid(line, place.sums, byLevel);
  }
  return Array.from(places.values(), ({ district, township, sums }) =>
    [null, ...LEVELS].flatMap((level): SummaryRow[] => {
      const sum = sums.get(level);
      return sum ? [{ district, township, level, ...sum, people: sum.people.size }] : [];
    }),
  ).flat();
}

function addPaid({ person, months }: SubsidyLine, sums: Map<Level | null, Growing>, byLevel: boolean): void {
  for (const { paid, level, amountFen } of months) {
    if (!paid) continue;
    const key = byLevel ? level : null;
    let sum = sums.get(key);
    if (!sum) {
      sum = { people: new Set(), personMonths: 0, totalFen: 0 };
      sums.set(key, sum);
    }
    sum.people.add(person.id);
    sum.personMonths++;
    sum.totalFen += amountFen;
  }
}
