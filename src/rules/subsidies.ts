import type { Day, Month } from '../domain/day.js';
import type { Person, Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import {
  firstDayOfQuarter,
  lastDayOfQuarter,
  monthsOf,
  type Quarter,
  quarterOfMonth,
} from '../domain/quarter.js';
import { UserError } from '../domain/user-error.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { judgeOf } from './judge.js';
import { requireOfficeValues } from './month-rules.js';
import { judgeFor, mayBeIn } from './one-district.js';
import { policySpan, subsidyInForceWithin } from './policy-span.js';
import { placesOf } from './posts.js';
import { SubsidyFindings } from './subsidy-findings.js';
import type { MonthResult, PersonQuarter, QuarterResult } from './subsidy-result.js';

interface SubsidyQuestion {
  people: Iterable<Person>;
  units: readonly Unit[];
  book: PolicyBook;
}

/**
 * The subsidy of a quarter, person by person and month by month: everybody with a post on any day of
 * it, in the order given. `district`: only the people whom it may have to judge, without the months that
 * another one would judge and has not set its values for. Throws UserError `policy.no-month-in-force` where the policy holds in no
 * month of the quarter, and `policy.value-unset` for what the office has not set. 三(六)1
 */
export function computeQuarter({
  quarter,
  people,
  units,
  book,
  district = null,
}: SubsidyQuestion & { quarter: Quarter; district?: string | null }): QuarterResult {
  const months = monthsOf(quarter);
  const missing = months.filter((month) => !subsidyInForceWithin(book, month));
  const span = policySpan(book, 'subsidy.conditions');
  if (missing.length === months.length) throw new UserError('policy.no-month-in-force', { quarter, ...span });
  requireOfficeValues(book, months);

  const places = placesOf(units);
  const findings = new SubsidyFindings(places);
  const judges = months.map((month) => {
    const judge = judgeOf(book, month, places, findings);
    return district === null ? judge : judgeFor(district, judge, month, places);
  });
  const from = firstDayOfQuarter(quarter);
  const until = lastDayOfQuarter(quarter);
  const results: PersonQuarter[] = [];
  for (const person of people) {
    if (!hasPostIn(person, from, until)) continue;
    if (district !== null && !person.posts.some(({ place }) => mayBeIn(district, place, places))) continue;
    const judged: MonthResult[] = [];
    let totalFen = 0;
    for (const judge of judges) {
      const month = judge(person);
      if (month === null) continue;
      judged.push(month);
      totalFen += month.amountFen;
    }
    if (judged.length > 0) results.push({ person, months: judged, totalFen });
  }
  const gap = finding('subsidy.month-without-policy', 'warning', quarter, { months: missing, ...span });
  return { quarter, people: results, findings: [...(missing.length > 0 ? [gap] : []), ...findings.all()] };
}

/** The subsidy of one month. */
export interface MonthOfPeople {
  month: Month;
  people: readonly { person: Person; result: MonthResult }[];
  findings: readonly Finding[];
}

/**
 * One month alone, for everybody with a post in its quarter, judged as the quarter would judge it. A
 * month without policy is answered with the reason `policy`. Throws UserError `policy.value-unset`.
 */
export function computeMonth({
  month,
  people,
  units,
  book,
}: SubsidyQuestion & { month: Month }): MonthOfPeople {
  requireOfficeValues(book, [month]);
  const places = placesOf(units);
  const findings = new SubsidyFindings(places);
  const judge = judgeOf(book, month, places, findings);
  const quarter = quarterOfMonth(month);
  const from = firstDayOfQuarter(quarter);
  const until = lastDayOfQuarter(quarter);
  const results: { person: Person; result: MonthResult }[] = [];
  for (const person of people) {
    if (hasPostIn(person, from, until)) results.push({ person, result: judge(person) });
  }
  return { month, people: results, findings: findings.all() };
}

function hasPostIn({ posts }: Person, from: Day, until: Day): boolean {
  for (const post of posts) {
    if (post.from <= until && (post.until === null || from <= post.until)) return true;
  }
  return false;
}
