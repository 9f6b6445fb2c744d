import { addDays, type Day } from '../../domain/day.js';
import type { Columns } from '../column.js';
import type { RowReader } from '../read-cells.js';

/** A month written without its day, or an end on the day of the beginning, is no longer term. */
const TOLERATED_DAYS = 31;

/**
 * Warns of a registration that is longer than its term, and of an empty end, which counts as 登记日期 plus the
 * term less one day. Returns that day where it is needed; null where the end is stated, or no policy tells.
 */
export function checkTerm<C extends Columns>(
  reader: RowReader<C>,
  untilField: keyof C & string,
  from: Day,
  until: Day | null,
): Day | null {
  const expected = reader.context.registrationUntil(from);
  if (expected === null) return null;
  if (until === null) {
    if (reader.failed(untilField)) return null;
    reader.at(untilField).warn('registration.until-assumed', { until: expected });
    return expected;
  }
  if (until > expected && until > addDays(expected, TOLERATED_DAYS)) {
    reader.at(untilField).warn('registration.longer-than-term', { until, expected });
  }
  return null;
}
