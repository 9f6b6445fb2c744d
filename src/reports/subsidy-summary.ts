import type { PaperLine } from '../domain/closing.js';
import { type Fen, formatYuan } from '../domain/money.js';
import type { ControlTotals } from '../domain/papers.js';
import { LEVELS, type Level } from '../domain/terms.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { Column } from './column.js';
import {
  addUpLines,
  fenColumn,
  framed,
  hasAmounts,
  hasRewards,
  type Paper,
  type PaperInput,
  paidMonths,
  peopleOn,
  rowUnder,
  textColumn,
} from './subsidy-papers.js';

/** People, person-months and amount of one district, township and level. */
interface SummaryRow {
  district: string;
  township: string;
  level: Level | null;
  people: number;
  personMonths: number;
  dueFen: Fen;
}

/**
 * 汇总表: what the months of the quarter come to by district, township and level; then 奖励, 补发, 扣回, what goes to the
 * recovery list and 实发 by district and in all. Its sums are those of the payroll. 三(六)1
 */
export function summaryPaper(input: PaperInput): Paper {
  const rows = summaryRows(input.lines, (line) => line);
  const byLevel = summaryRows(input.lines, () => NOWHERE);
  const districts = [...new Set(input.lines.map(({ district }) => district))];
  const paid = input.lines.filter(hasAmounts);
  const columns = columnsFor(hasRewards(input.lines));
  return framed(input, 'summary', {
    columns,
    lines: () => rows,
    rows: rows.length,
    people: peopleOn(paid),
    totals: addUpLines(input.lines),
    under: [
      ...byLevel.map((row) => levelRow(columns, row)),
      ...(districts.length > 1
        ? districts.map((name) =>
            sumRow(
              columns,
              name,
              words.subtotal,
              input.lines.filter(({ district }) => district === name),
            ),
          )
        : []),
      sumRow(columns, words.sum, '', input.lines),
    ],
  });
}

const NOWHERE = { district: '', township: '' };

type Columns = readonly Column<SummaryRow>[];

const columnsFor = (rewarded: boolean): Columns => [
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
  fenColumn('dueFen', words.columns.due, ({ dueFen }) => dueFen),
  // rewards and amends are of people, not of a level: they stand in the sums below
  ...(rewarded ? [fenColumn<SummaryRow>('rewardFen', words.columns.reward, () => null)] : []),
  fenColumn('arrearsFen', words.columns.arrears, () => null),
  fenColumn('recoveredFen', words.columns.recovered, () => null),
  fenColumn('totalFen', words.columns.net, () => null),
  fenColumn('carriedFen', words.columns.carried, () => null),
];

const levelRow = (columns: Columns, { level, people, personMonths, dueFen }: SummaryRow): string[] =>
  rowUnder(columns, {
    district: words.sum,
    level: level ?? '',
    people: String(people),
    personMonths: String(personMonths),
    dueFen: formatYuan(dueFen),
  });

function sumRow(columns: Columns, district: string, township: string, lines: readonly PaperLine[]): string[] {
  const sums = addUpLines(lines);
  const money = Object.keys(sums).map((key) => [key, formatYuan(sums[key as keyof ControlTotals])] as const);
  return rowUnder(columns, {
    ...{ district, township },
    people: String(peopleOn(lines.filter(hasAmounts))),
    personMonths: String(lines.reduce((months, line) => months + paidMonths(line), 0)),
    ...Object.fromEntries(money),
  });
}

/** Sums that are still growing; people are told apart by their numbers in the register. */
interface Growing {
  people: Set<number>;
  personMonths: number;
  dueFen: Fen;
}

/**
 * Adds up the paid months of the lines by place and level, in the order of the lines, lowest level first. A
 * person who rose inside the quarter counts once in each level.
 */
function summaryRows(
  lines: readonly PaperLine[],
  placeOf: (line: PaperLine) => Pick<SummaryRow, 'district' | 'township'>,
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
    addPaid(line, place.sums);
  }
  return Array.from(places.values(), ({ district, township, sums }) =>
    LEVELS.flatMap((level): SummaryRow[] => {
      const sum = sums.get(level);
      return sum ? [{ district, township, level, ...sum, people: sum.people.size }] : [];
    }),
  ).flat();
}

function addPaid({ person, months }: PaperLine, sums: Map<Level | null, Growing>): void {
  for (const { paid, level, amountFen } of months) {
    if (!paid) continue;
    let sum = sums.get(level);
    if (!sum) {
      sum = { people: new Set(), personMonths: 0, dueFen: 0 };
      sums.set(level, sum);
    }
    sum.people.add(person.id);
    sum.personMonths++;
    sum.dueFen += amountFen;
  }
}
