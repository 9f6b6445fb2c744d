import { addMonths, type Month, monthOf } from '../domain/day.js';
import { firstDayOfQuarter, type Quarter } from '../domain/quarter.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';

/**
 * The first month that the corrections of a district reach which a close of the quarter carries: as many months back
 * as `subsidy.retro-months` says on the quarter's first day; without it there is no limit.
 */
export function firstCorrected(
  book: Pick<PolicyBook, 'versions'>,
  quarter: Quarter,
  district: string,
): Month {
  const first = firstDayOfQuarter(quarter);
  const back = inForce(book, 'subsidy.retro-months', district, first)?.value;
  return back === undefined ? ('0000-01' as Month) : monthOf(addMonths(first, -back));
}
