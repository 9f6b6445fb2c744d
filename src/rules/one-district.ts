import { firstDayOf, lastDayOf, type Month, overlaps } from '../domain/day.js';
import type { Person, Place } from '../domain/facts.js';
import { UserError } from '../domain/user-error.js';
import type { Judge } from './judge.js';
import type { Places } from './posts.js';
import type { MonthResult } from './subsidy-result.js';

/** Whether a district ever manages a place, also as the unit that took it over. */
export function mayBeIn(district: string, place: Place, places: Places): boolean {
  if (place.unit === null) return place.district === district;
  return places.line(place.unit).some(({ terms }) => terms.some((term) => term.district === district));
}

/**
 * Judges a month for one district alone: null for a month that another district would judge, and cannot
 * because its office has not set a value. Where both have the person in the month, that value is needed: then UserError
 * `policy.value-unset` as ever.
 */
export function judgeFor(
  district: string,
  judge: Judge,
  month: Month,
  places: Places,
): (person: Person) => MonthResult | null {
  const span = { from: firstDayOf(month), until: lastDayOf(month) };
  const isHere = ({ posts }: Person): boolean =>
    posts.some((post) => overlaps(post, span) && mayBeIn(district, post.place, places));
  return (person) => {
    try {
      return judge(person);
    } catch (error) {
      if (!isUnsetElsewhere(error, district) || isHere(person)) throw error;
      return null;
    }
  };
}

const isUnsetElsewhere = (error: unknown, district: string): boolean =>
  error instanceof UserError &&
  error.problem === 'policy.value-unset' &&
  (error as UserError<'policy.value-unset'>).details.district !== district;
