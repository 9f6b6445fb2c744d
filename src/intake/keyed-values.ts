import { compact } from './cells/text.js';

/** The cells of a fact by field; null or missing: the cell is empty, and says nothing. */
export type Filled = Readonly<Record<string, unknown>>;

const isBlank = (value: unknown): value is null | undefined => value === null || value === undefined;

/** A part of a key as it is compared: in every width and with any spaces it is the same text. */
export const keyText = (value: unknown): unknown =>
  typeof value === 'string' ? compact(value) : (value ?? null);

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
