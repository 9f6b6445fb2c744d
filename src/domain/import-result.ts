import type { Outcome, OutcomeCounts } from './changes.js';
import type { Day } from './day.js';
import type { Finding } from './finding.js';

/** One cell's worth of a change: what the register had, and what it would have. */
export interface FieldChange {
  /** The column, as the dataset names it. */
  field: string;
  /** The day from which the new value holds, where it does not hold from the beginning. */
  from: Day | null;
  before: string | number | null;
  after: string | number | null;
  /** `fen`: money, whole fen. `digits`: numbers that are masked. */
  kind: 'text' | 'digits' | 'fen';
}

/** `closed`: not a row, but somebody whom a complete file lacks and whose post ends (`--close-missing`). */
export type ShownOutcome = Outcome | 'closed';

/** One row of a file as an import saw it. */
export interface ImportedRow {
  file: string;
  line: number;
  outcome: ShownOutcome;
  /** Whole; null where the row has none, or none that can be read. */
  idNumber: string | null;
  /** 统计用区划代码, where the row is about a unit. */
  code: string | null;
  name: string | null;
  changes: readonly FieldChange[];
}

export interface ImportSummary {
  /** null: nothing was written. */
  batch: number | null;
  counts: OutcomeCounts;
  /** The day of the files; null when they differ, or speak of no day. */
  asOf: Day | null;
  dryRun: boolean;
  /** --strict refused everything because of bad rows. */
  refused: boolean;
  /** `--complete`: people of the area whom the file lacks, and posts that end for it; null: not asked. */
  absent?: { missing: number; closed: number } | null;
  /** The rejects file that was written. */
  rejects: string | null;
  findings: readonly Finding[];
}

/** Refused rows as a table that can be mended and imported again. */
export interface RejectsTable {
  columns: readonly { heading: string; personal: boolean }[];
  /** The cells as they stood, a list as long as `columns`. */
  rows: readonly RejectedRow[];
}

export interface RejectedRow {
  file: string;
  line: number;
  cells: readonly string[];
  /** Its cells may stand under the wrong headings: those beyond the last heading; null for any other row. */
  beyond: readonly string[] | null;
  findings: readonly Finding[];
}
