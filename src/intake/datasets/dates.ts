import type { Day } from '../../domain/day.js';
import type { Columns, RowReader } from '../read-cells.js';

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
