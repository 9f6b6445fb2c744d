import { type Day, firstDayOf, lastDayOf, type Month } from '../domain/day.js';
import { CONDITIONS, type Condition } from '../domain/terms.js';
import type { DecidingDay, ParameterValues } from '../policy/parameters.js';

type DecidedOn = ParameterValues['subsidy.decided-on'];

/** The day of a month that `first-day`, `last-day` or a day number 1-28 means. */
function decidingDay(chosen: DecidingDay, month: Month): Day {
  if (chosen === 'first-day') return firstDayOf(month);
  if (chosen === 'last-day') return lastDayOf(month);
  return `${month}-${String(chosen).padStart(2, '0')}` as Day;
}

/** The deciding day of everything that has none of its own: policy, category and rate too. */
export const otherwiseDay = (decidedOn: DecidedOn, month: Month): Day =>
  decidingDay(typeof decidedOn === 'object' ? decidedOn.otherwise : decidedOn, month);

/** The deciding day of each condition of 三(六)1 in a month. */
export function conditionDays(decidedOn: DecidedOn, month: Month): Readonly<Record<Condition, Day>> {
  const otherwise = otherwiseDay(decidedOn, month);
  const own: Partial<Record<Condition, DecidingDay>> = typeof decidedOn === 'object' ? decidedOn : {};
  const day = (condition: Condition): Day => {
    const chosen = own[condition];
    return chosen === undefined ? otherwise : decidingDay(chosen, month);
  };
  const days = CONDITIONS.map((condition) => [condition, day(condition)]);
  return Object.fromEntries(days) as Record<Condition, Day>;
}
