import type { Day } from '../../domain/day.js';
import { type Finding, finding } from '../../domain/finding.js';
import type { Columns } from '../column.js';
import type { RowReader } from '../read-cells.js';

/** Rejects a row whose end lies before its start; both fields by name, days as read. */
export function checkOrder<C extends Columns>(
  reader: RowReader<C>,
  [startField, start]: readonly [keyof C & string, Day | null],
  [endField, end]: readonly [keyof C & string, Day | null],
): void {
  if (start === null || end === null || end >= start) return;
  const startColumn = reader.at(startField).heading;
  const endColumn = reader.at(endField).heading;
  reader.reject('date.end-before-start', { startColumn, start, endColumn, end });
}

type Dated = Readonly<Record<string, unknown>>;

/**
 * Finds an end before its start where the row says one of the two and the register the other: an empty cell
 * says nothing, so that both would stand. `spans`: fields of start and end; `said`: what the row says.
 */
export function findEndBeforeStart(
  spans: readonly (readonly [start: string, end: string])[],
  values: object,
  { values: said, headingOf }: { values: object; headingOf: (field: string) => string },
): Finding | null {
  for (const [startField, endField] of spans) {
    const start = (values as Dated)[startField] as Day | null;
    const end = (values as Dated)[endField] as Day | null;
    if (!start || !end || end >= start) continue;
    const stated = [startField, endField].filter((field) => ((said as Dated)[field] ?? null) !== null);
    if (stated.length === 0) continue;
    const field = stated.at(-1) as string;
    const where = { column: headingOf(field), value: (said as Dated)[field] as Day };
    const details = { startColumn: headingOf(startField), start, endColumn: headingOf(endField), end };
    if (stated.length === 2) return finding('date.end-before-start', 'error', '', details, where);
    const known = stated[0] === startField ? ('end' as const) : ('start' as const);
    return finding('fact.ends-before-start', 'error', '', { ...details, known }, where);
  }
  return null;
}
