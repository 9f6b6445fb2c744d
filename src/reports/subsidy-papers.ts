import type { Fen } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import type { Level } from '../domain/terms.js';
import type { SheetName } from '../messages/subsidy-text.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import type { SubsidyLine } from '../rules/subsidy-lines.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import type { Column, Report } from './column.js';
import { standardLines } from './subsidy-standards.js';

/** What one set of papers is about: a paying district, or several together. Lines in their final order. */
export interface PaperInput {
  quarter: Quarter;
  /** null: several districts in one paper, which then names the district of each line. */
  district: string | null;
  /** Everybody with a post in the quarter, one line per person and paying district. */
  lines: readonly SubsidyLine[];
  standards: readonly StandardGroup[];
}

/** A paper ready to be written, with the totals that the manifest states. */
export interface Paper {
  sheet: SheetName;
  /** Without ending. */
  fileName: string;
  district: string | null;
  /** Rows of people (or of the summary), without title, sum and signatures. */
  rows: number;
  people: number;
  /** null where the paper is not about money. */
  totalFen: Fen | null;
  /** Holds whole identity and card numbers: for the payer alone. */
  whole: boolean;
  /** Names people beside what is held against them, or their numbers: not for everybody's eyes. */
  confidential: boolean;
  write: Writing;
}

/** Hands the report of a paper, whatever its rows are, to whoever turns reports into text. */
type Writing = <Text>(render: <Row>(report: Report<Row>) => Text) => Text;

const areaOf = ({ district }: Pick<PaperInput, 'district'>): string => district ?? words.wholeCity;

/** Title, draft mark and unit of money: what stands over every paper. */
export function letterhead(input: PaperInput, sheet: SheetName): string[][] {
  return [
    [words.title(areaOf(input), input.quarter, sheet)],
    [words.draft],
    ...(input.standards.some(({ example }) => example) ? [[words.example]] : []),
    [words.unit],
  ];
}

/** Rates, documents, deciding day, conditions and service minimum, a line each under the paper. */
export const standardRows = ({ standards }: Pick<PaperInput, 'standards'>): string[][] =>
  standardLines(words.text, standards).map((line) => [line]);

/** A row under the columns with words or sums where the columns of these keys stand, empty elsewhere. */
export const rowUnder = (
  columns: readonly { key: string }[],
  cells: Readonly<Record<string, string>>,
): string[] => columns.map(({ key }) => cells[key] ?? '');

/** A column of fixed words or dates. */
export function textColumn<Row>(key: string, heading: string, value: (row: Row) => unknown): Column<Row> {
  return { key, heading, kind: 'text', value };
}

/** Columns that say where a line belongs; the district only where it is not in the title. */
export function placeColumns({ district }: Pick<PaperInput, 'district'>): Column<SubsidyLine>[] {
  const { columns } = words;
  const own: Column<SubsidyLine> = {
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

/** A line as it stands on a paper, numbered from 1. */
export interface NumberedLine extends SubsidyLine {
  number: number;
}

/** Numbers the lines as they are written, so that a city of them need not be kept twice. */
export function* numbered(lines: readonly SubsidyLine[]): Generator<NumberedLine> {
  let number = 0;
  for (const line of lines) yield { ...line, number: ++number };
}

export const numberColumn: Column<NumberedLine> = {
  key: 'number',
  heading: words.columns.number,
  kind: 'number',
  value: ({ number }) => number,
};

/** Levels of the paid months, in the order in which they were held: 初级、中级. */
export function levelsPaid(line: SubsidyLine): string {
  const levels: Level[] = [];
  for (const { paid, level } of line.months) if (paid && level && !levels.includes(level)) levels.push(level);
  return levels.join('、');
}

export const paidMonths = (line: SubsidyLine): number => {
  let months = 0;
  for (const { paid } of line.months) if (paid) months++;
  return months;
};

export const peopleOn = (lines: readonly SubsidyLine[]): number =>
  new Set(lines.map(({ person }) => person.id)).size;
