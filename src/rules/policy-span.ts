import { type Day, firstDayOf, lastDayOf, type Month, overlaps } from '../domain/day.js';
import { UserError } from '../domain/user-error.js';
import { inForce } from '../policy/in-force.js';
import type { Parameter, ParameterValues } from '../policy/parameters.js';
import type { PolicyBook, Version } from '../policy/policy-book.js';

/** First and last day on which a parameter ever holds for the city; null where open or unknown. */
export function policySpan(book: PolicyBook, parameter: Parameter): { from: Day | null; until: Day | null } {
  let from: Day | null = null;
  let until: Day | null | undefined;
  for (const version of book.versions[parameter]) {
    if (version.district !== null) continue;
    if (from === null || version.from < from) from = version.from;
    if (until === undefined || version.until === null || (until !== null && version.until > until)) {
      until = version.until;
    }
  }
  return { from, until: until ?? null };
}

/**
 * The city's value of a parameter on a day. A district's own value cannot keep a policy alive that has
 * ended for the city, so this is asked first. Throws UserError `policy.none-in-force`.
 */
export function requireInForce<P extends Parameter>(
  book: PolicyBook,
  parameter: P,
  on: Day,
): Version<ParameterValues[P]> {
  const version = inForce(book, parameter, null, on);
  if (!version) throw new UserError('policy.none-in-force', { on, ...policySpan(book, parameter) });
  return version;
}

const SUBSIDY_POLICY = ['subsidy.conditions', 'subsidy.categories'] as const;

/**
 * Whether the subsidy policy of 三(六)1 is in force for the city on a day: who is covered and on what
 * conditions. What the office sets itself (rates, days) is no policy of its own.
 */
export const subsidyInForce = (book: PolicyBook, on: Day): boolean =>
  SUBSIDY_POLICY.every((parameter) => inForce(book, parameter, null, on) !== undefined);

/** Whether the subsidy policy is in force on any day of a month. */
export function subsidyInForceWithin(book: PolicyBook, month: Month): boolean {
  const first = firstDayOf(month);
  const last = lastDayOf(month);
  // A version that begins inside the month changes the answer only on its own first day.
  const begins = SUBSIDY_POLICY.flatMap((parameter) => book.versions[parameter].map(({ from }) => from));
  return [first, ...begins.filter((from) => first < from && from <= last)].some((on) =>
    subsidyInForce(book, on),
  );
}

/** Whether any file, of the city or of a district, sets a value on any day of a stretch. */
export const setWithin = (book: PolicyBook, parameter: Parameter, span: { from: Day; until: Day }): boolean =>
  book.versions[parameter].some((version) => overlaps(version, span));
