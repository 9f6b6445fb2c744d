import type { Day, Month } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import type { Quarter } from '../domain/quarter.js';

/**
 * What a cell holds, and so how each format writes it.
 * `text`: a fixed word or a date. `free`: typed by people, guarded against formulas. `number`: a count.
 * `fen`: money, in yuan with two decimals for people. `digits`: identity, card and certificate numbers,
 * kept as text and masked. `code`: a code of digits that is nobody's secret (统计用区划代码). `flag`:
 * true or false, 是 or 否 for people. `json`: only for json and ndjson.
 */
export type CellKind = 'text' | 'free' | 'number' | 'fen' | 'digits' | 'code' | 'flag' | 'json';

/** One column of a report; every format renders the same list. */
export interface Column<Row> {
  /** camelCase key in json and ndjson; money keys end in `Fen`. */
  key: string;
  /** Heading for people. */
  heading: string;
  kind: CellKind;
  /** The value as json shows it. `null` is an empty cell. */
  value: (row: Row) => unknown;
  /** What people read instead of the value, where the two differ. */
  text?: (row: Row) => string;
  /** Left out of json and ndjson (a column that exists for paper only). */
  paperOnly?: boolean;
  /** Has numbers of people inside a text or a list, which makes a file private as `digits` does. */
  personal?: boolean;
  /** Left out of a table on a terminal that has no room for all columns. */
  secondary?: boolean;
}

/** What a command answers: rows by columns, totals, findings, and a few lines for the eye. */
export interface Report<Row> {
  command: string;
  on?: Day | Month;
  quarter?: Quarter;
  /** `2026`, of a report on four quarters. */
  year?: string;
  columns: readonly Column<Row>[];
  rows: Iterable<Row>;
  totals: Record<string, unknown>;
  findings: readonly Finding[];
  /** Shown on stderr after the rows, in the user's language. */
  summary: readonly string[];
  /** More lists of the json document, beside rows and findings. */
  more?: Readonly<Record<string, readonly unknown[]>>;
  /** Lines of cells over the headings and under the rows of a paper (csv): title, sum, signatures. */
  above?: readonly (readonly string[])[];
  below?: readonly (readonly string[])[];
}
