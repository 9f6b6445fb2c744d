/** A batch cannot be shown, or not taken back. */
export interface BatchProblems {
  /** `--close-missing` while rows are rejected or in conflict (in `findings`); `area`: empty, that of the files. */
  'import.close-refused': { rows: number; area: string };
  'usage.bad-batch': { value: string };
  'batch.unknown': { batch: number; last: number };
  /** Taken back already, by this batch. */
  'batch.undone': { batch: number; by: number };
  /** Facts of later batches stand on it (in `findings`): these must be taken back first. */
  'batch.stood-on': { batch: number; later: readonly number[]; facts: number };
}
