import { type Day, dayAfter, dayBefore, firstDayOf, lastDayOf, type Month, monthOf } from '../domain/day.js';
import type { Person, Post, Unit } from '../domain/facts.js';
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
  /** The person's 人员类别 is one that the district pays. */
  covered: boolean;
  /** The monthly rate of the person's level there; null: not covered, no certificate, or the district has no rate. */
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
      const covered = !reasons.includes('category');
      const rate = covered && level && rateInForce(book, district, level, decidedOn ?? firstDayOf(month));
      return {
        district,
        onPost: !reasons.includes('on-post') && !reasons.includes('policy'),
        moved: post?.id === NEW_POST,
        covered,
        rateFen: rate ? (parseYuan(String(rate.yuan)) ?? null) : null,
        amountFen,
        reasons,
      };
    };
    return { month, before: side(before), after: side(after) };
  });
}

/** The person is on post there and of a 人员类别 that is paid. */
const judges = (side: MonthSide | null): boolean => Boolean(side?.onPost && side.covered);

/** The last month judged by the post that is left; months before the move's are taken from its beginning. */
export function lastMonth(leaves: Post, months: readonly MoveMonth[]): Month | null {
  const judged = months.findLast(({ after }) => judges(after) && after?.moved === false);
  if (judged) return judged.month;
  const [first] = months;
  if (!first?.before?.covered) return null;
  const before = monthOf(dayBefore(firstDayOf(first.month)));
  return leaves.from <= firstDayOf(before) ? before : null;
}

/** The first month judged by the post that is moved to; undefined: none of those that are looked at. */
export const firstMonth = (months: readonly MoveMonth[]): MoveMonth | undefined =>
  months.find(({ after }) => judges(after) && after?.moved === true);
