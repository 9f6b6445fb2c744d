/** What an office has said of the columns of its files, once and for all of them. */
export interface ImportProfile {
  /** Column of the dataset by heading of the file; an empty column: the heading is ignored. */
  map: readonly (readonly [heading: string, column: string])[];
  /** Value by column that the files lack (`--set`). */
  given: readonly (readonly [column: string, value: string])[];
  /** The sheet of a workbook, by name or number; null: the one that fits. */
  sheet: string | null;
}

/** A profile as the register keeps it: for one dataset, under a name. */
export interface SavedProfile extends ImportProfile {
  dataset: string;
  name: string;
  /** ISO moment. */
  savedAt: string;
  user: string;
}
