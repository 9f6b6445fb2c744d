import { type Day, dayAfter, firstDayOf, lastDayOf, type Month, monthOf } from '../domain/day.js';
import type { Person, Unit } from '../domain/facts.js';
import { type Fen, parseYuan } from '../domain/money.js';
import type { Reason } from '../domain/terms.js';
import { rateInForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { computeMonth } from './subsidies.js';

/** The number of a post that is only planned: the register gives out numbers from 1. */
export const NEW_POST = 0;

/** Which district judges a month, and what it would pay. 三(六)1 */
export interface MonthSide {
  district: string;
  /** Found on post on the deciding day of the district. */
  onPost: boolean;
  /** By the post that the person moves to. */
  moved: boolean;
  /** The monthly rate of the person's level there; null: no certificate, or the district has no rate. */
  rateFen: Fen | null;
  /** 0 unless every condition holds. */
  amountFen: Fen;
  reasons: readonly Reason[];
}

/** One month without the move and with it; null: no post in its quarter. */
export interface MoveMonth {
  month: Month;
  before: MonthSide | null;
  after: MonthSide | null;
}

/**
 * The month of a move and the one after it, judged without the move and with it: whatever day of the month the districts
 * decide on, the new one has the person by then. Throws UserError `policy.value-unset`. 三(六)1
 */
export function moveSubsidy(
  before: Person,
  after: Person,
  { units, book, on }: { units: readonly Unit[]; book: PolicyBook; on: Day },
): MoveMonth[] {
  const first = monthOf(on);
  const months = [first, monthOf(dayAfter(lastDayOf(first)))];
  return months.map((month) => {
    const side = (person: Person): MonthSide | null => {
      const [found] = computeMonth({ month, people: [person], units, book }).people;
      if (!found) return null;
      const { district, level, decidedOn, reasons, amountFen, post } = found.result;
      const rate = level && rateInForce(book, district, level, decidedOn ?? firstDayOf(month));
      return {
        district,
        onPost: !reasons.includes('on-post') && !reasons.includes('policy'),
        moved: post?.id === NEW_POST,
        rateFen: (rate && parseYuan(String(rate.yuan))) ?? null,
        amountFen,
        reasons,
      };
    };
    return { month, before: side(before), after: side(after) };
  });
}
