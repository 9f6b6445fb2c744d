import type { ReadRow } from './rows.js';

/** The cells of a fact by field; null or missing: the cell is empty, and says nothing. */
export type Filled = Readonly<Record<string, unknown>>;

const isBlank = (value: unknown): value is null | undefined => value === null || value === undefined;

/** Whether both say something of one field, and not the same. */
export const contradict = (a: object, b: object): boolean =>
  Object.entries(a).some(([field, value]) => {
    const other = (b as Filled)[field];
    return !isBlank(value) && !isBlank(other) && value !== other;
  });

/** What several rows that do not contradict each other say together. */
export function mergeCells<Cells extends object>(rows: readonly Cells[]): Cells {
  const merged: Record<string, unknown> = {};
  for (const row of rows) {
    for (const [field, value] of Object.entries(row)) {
      if (isBlank(merged[field])) merged[field] = value ?? null;
    }
  }
  return merged as Cells;
}

/** What a row says, then what is known, then what is worked out where both are silent. */
export function fillBlanks<Values extends object>(
  said: { readonly [Field in keyof Values]: Values[Field] | null },
  known: Values | undefined,
  assumed: Partial<Values>,
): Values {
  // A reader refuses a row that leaves a required cell open, so that together they are whole.
  return mergeCells<object>([said, known ?? {}, assumed]) as Values;
}

/** Whether two facts say the same of every field. */
export function sameValues(a: object, b: object): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every((field) => ((a as Filled)[field] ?? null) === ((b as Filled)[field] ?? null));
}

/**
 * Numbers truly equal records of one file from 1, so that two of them are two, and a file that is imported
 * again, or a longer one, adds only what is new. Rows that were taken before count along.
 */
export function countOccurrences<Values extends { occurrence: number | null }>(
  rows: readonly ReadRow<{ idNumber: string | null; values: Values }>[],
): void {
  const seen = new Map<string, number>();
  for (const { file, row } of rows) {
    if (row === null) continue;
    const key = JSON.stringify([file, row.idNumber, { ...row.values, occurrence: null }]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    row.values.occurrence = occurrence;
  }
}
