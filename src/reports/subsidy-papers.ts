import type { Closing, LineAmounts, PaperLine, RecoveryItem } from '../domain/closing.js';
import { dayInChengdu } from '../domain/day.js';
import type { Fen } from '../domain/money.js';
import type { ControlTotals, PaperStage, SheetName } from '../domain/papers.js';
import type { Quarter } from '../domain/quarter.js';
import type { Level } from '../domain/terms.js';
import { type QuarterLife, subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import type { Column, Report } from './column.js';
import { standardLines } from './subsidy-standards.js';

/** What one set of papers is about: a paying district, or several together. Lines in their final order. */
export interface PaperInput {
  quarter: Quarter;
  /** null: several districts in one paper, which then names the district of each line. */
  district: string | null;
  stage: PaperStage;
  /** What froze the lines; empty of a draft. */
  closings: readonly Closing[];
  /** Of a manifest: districts that have not closed the quarter, where others have. */
  drafts?: readonly string[];
  /** One line per person and paying district, as a close freezes them. */
  lines: readonly PaperLine[];
  standards: readonly StandardGroup[];
  /** The recovery list after these lines. */
  recoveries: readonly RecoveryItem[];
}

/** A paper ready to be written, with the totals that the manifest states. */
export interface Paper {
  sheet: SheetName;
  /** Without ending. */
  fileName: string;
  /** What the sheet of a workbook is called. */
  title: string;
  district: string | null;
  /** Rows of people (or of the summary), without title, sum and signatures. */
  rows: number;
  people: number;
  totals: ControlTotals;
  /** Holds whole identity and card numbers: for the payer alone. */
  whole: boolean;
  /** Names people beside what is held against them, or their numbers: not for everybody's eyes. */
  confidential: boolean;
  write: Writing;
}

/** Hands the report of a paper, whatever its rows are, to whoever turns reports into text. */
type Writing = <Text>(render: <Row>(report: Report<Row>) => Text) => Text;

/** Whose eyes a sheet is for. */
const SECRECY: Readonly<Record<SheetName, Pick<Paper, 'whole' | 'confidential'>>> = {
  payroll: { whole: true, confidential: true },
  bank: { whole: true, confidential: true },
  unpaid: { whole: false, confidential: true },
  corrections: { whole: false, confidential: true },
  recovery: { whole: false, confidential: true },
  public: { whole: false, confidential: false },
  summary: { whole: false, confidential: false },
  manifest: { whole: false, confidential: false },
};

/** What is a paper's own: its table, what stands right under it, and what it adds up to. */
interface Body<Row> {
  columns: readonly Column<Row>[];
  /** Read once, when the paper is written. */
  lines: () => Iterable<Row>;
  rows: number;
  people: number;
  totals?: Partial<ControlTotals>;
  /** Sums, notes and signatures under the table. */
  under?: readonly (readonly string[])[];
  /** Whether rates, documents and conditions are stated at the foot; true unless said otherwise. */
  standards?: boolean;
}

const NO_TOTALS: ControlTotals = {
  dueFen: null,
  rewardFen: null,
  arrearsFen: null,
  recoveredFen: null,
  carriedFen: null,
  totalFen: null,
};

/**
 * Frames a paper: name, title, draft mark or who closed and approved, unit of money above; the standards
 * below. `area`: for a file name other than that of the input's district.
 */
export function framed<Row>(
  input: PaperInput,
  sheet: SheetName,
  body: Body<Row>,
  area: string | null = input.district ?? words.wholeCity,
): Paper {
  const { quarter, district, stage } = input;
  const { columns, lines, rows, people, totals, under = [], standards = true } = body;
  return {
    sheet,
    fileName: words.fileName(area, quarter, sheet, stage),
    title: words.text.exports.sheets[sheet],
    ...{ district, rows, people },
    totals: { ...NO_TOTALS, ...totals },
    ...SECRECY[sheet],
    write: (render) =>
      render<Row>({
        command: 'subsidy export',
        quarter,
        columns,
        rows: lines(),
        ...{ totals: {}, findings: [], summary: [] },
        above: letterhead(input, sheet),
        below: [
          ...under,
          ...(standards ? standardLines(words.text, input.standards).map((line) => [line]) : []),
        ],
      }),
  };
}

function letterhead(input: PaperInput, sheet: SheetName): string[][] {
  const { district, quarter, stage, standards } = input;
  return [
    [words.title(district ?? words.wholeCity, quarter, sheet, stage)],
    ...stageLines(input).map((line) => [line]),
    ...(standards.some(({ example }) => example) ? [[words.example]] : []),
    [words.unit],
  ];
}

/** The draft mark, or who closed and approved; districts that were moved together stand together. */
function stageLines({ stage, closings, drafts = [] }: PaperInput): string[] {
  const byLife = new Map<string, { life: QuarterLife; districts: string[] }>();
  for (const closing of closings) {
    const life = lifeOf(closing);
    const key = JSON.stringify(life);
    const known = byLife.get(key);
    if (known) known.districts.push(closing.district);
    else byLife.set(key, { life, districts: [closing.district] });
  }
  const lives = [...byLife.values()];
  return [
    ...(stage === 'draft' && closings.length === 0 ? [words.draft] : []),
    ...(drafts.length > 0 && closings.length > 0 ? [words.partlyDraft(drafts)] : []),
    ...lives.map(({ life, districts }) => words.life(lives.length === 1 ? null : districts, life)),
  ];
}

function lifeOf({ moves }: Closing): QuarterLife {
  const [close, approve] = (['close', 'approve'] as const).map((wanted) => {
    const made = moves.find(({ move }) => move === wanted);
    return made && { ...made, on: dayInChengdu(new Date(made.at)) };
  });
  if (!close) throw new Error('a closing without a close');
  return {
    closed: { on: close.on, by: close.by, document: close.document },
    approved: approve
      ? { on: approve.on, by: approve.by, document: approve.document, notice: approve.notice }
      : null,
  };
}

/** A row under the columns with words or sums where the columns of these keys stand, empty elsewhere. */
export const rowUnder = (
  columns: readonly { key: string }[],
  cells: Readonly<Record<string, string>>,
): string[] => columns.map(({ key }) => cells[key] ?? '');

/** A column of fixed words or dates. */
export function textColumn<Row>(key: string, heading: string, value: (row: Row) => unknown): Column<Row> {
  return { key, heading, kind: 'text', value };
}

/** A column of money. */
export function fenColumn<Row>(key: string, heading: string, value: (row: Row) => Fen | null): Column<Row> {
  return { key, heading, kind: 'fen', value };
}

/** Columns that say where a line belongs; the district only where it is not in the title. */
export function placeColumns<Row extends PaperLine>({
  district,
}: Pick<PaperInput, 'district'>): Column<Row>[] {
  const { columns } = words;
  const own: Column<Row> = {
    key: 'district',
    heading: columns.district,
    kind: 'free',
    value: (line) => line.district,
  };
  return [
    ...(district === null ? [own] : []),
    { key: 'township', heading: columns.township, kind: 'free', value: ({ township }) => township },
    { key: 'unit', heading: columns.unit, kind: 'free', value: ({ unit }) => unit },
    { key: 'name', heading: columns.name, kind: 'free', value: ({ person }) => person.name },
  ];
}

/** Numbers rows from 1 as they are written, so that a city of them need not be kept twice. */
export function* numbered<Row extends object>(rows: Iterable<Row>): Generator<Row & { number: number }> {
  let number = 0;
  for (const row of rows) yield { ...row, number: ++number };
}

export const numberColumn = <Row extends { number: number }>(): Column<Row> => ({
  key: 'number',
  heading: words.columns.number,
  kind: 'number',
  value: ({ number }) => number,
});

/** Levels of the paid months, in the order in which they were held: 初级、中级. */
export function levelsPaid(line: Pick<PaperLine, 'months'>): string {
  const levels: Level[] = [];
  for (const { paid, level } of line.months) if (paid && level && !levels.includes(level)) levels.push(level);
  return levels.join('、');
}

export const paidMonths = (line: Pick<PaperLine, 'months'>): number => {
  let months = 0;
  for (const { paid } of line.months) if (paid) months++;
  return months;
};

/** 扣回 as papers state it: what is really taken from the line, so that 应发 + 奖励 + 补发 - 扣回 = 实发. */
export const takenFrom = ({ recoveredFen, carriedFen }: LineAmounts): Fen => recoveredFen - carriedFen;

/** Whether a paper has a column for rewards: only where it has a reward. */
export const hasRewards = (lines: readonly Pick<LineAmounts, 'rewardFen'>[]): boolean =>
  lines.some(({ rewardFen }) => rewardFen !== 0);

/** Whether anything is paid to somebody or taken from them in this quarter. */
export const hasAmounts = (line: LineAmounts): boolean =>
  line.dueFen !== 0 || line.rewardFen !== 0 || line.arrearsFen !== 0 || takenFrom(line) !== 0;

/** The control totals of lines; 扣回 as papers state it. */
export function addUpLines(lines: readonly LineAmounts[]): Record<keyof ControlTotals, Fen> {
  const totals = { dueFen: 0, rewardFen: 0, arrearsFen: 0, recoveredFen: 0, carriedFen: 0, totalFen: 0 };
  for (const line of lines) {
    totals.dueFen += line.dueFen;
    totals.rewardFen += line.rewardFen;
    totals.arrearsFen += line.arrearsFen;
    totals.recoveredFen += takenFrom(line);
    totals.carriedFen += line.carriedFen;
    totals.totalFen += line.netFen;
  }
  return totals;
}

export const peopleOn = (lines: readonly Pick<PaperLine, 'person'>[]): number =>
  new Set(lines.map(({ person }) => person.id)).size;
