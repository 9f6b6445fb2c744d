import { type Day, firstDayOf, holdsOn, lastDayOf, type Month, monthOf, overlaps } from '../domain/day.js';
import type { Person } from '../domain/facts.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { type ClaimRules, standingOf } from './claims.js';
import { conditionDays, otherwiseDay } from './deciding-day.js';
import { subsidyInForce, subsidyInForceWithin } from './policy-span.js';
import type { Places } from './posts.js';

/** What a 停发 does in one month on post. */
export interface StoppedMonth {
  month: Month;
  district: string;
  /** `stops`: nothing is paid for the month. The others: the office has not said that or when it would. */
  effect: 'stops' | 'no-condition' | 'no-deciding-day';
}

/**
 * The months of somebody's posts whose deciding day lies within a 停发, by the district that judges the month, as
 * the subsidy finds it. Months without policy, or without post on the deciding day, are left out: nothing would
 * be paid anyway. One without an end is followed to the month of `on`. 三(五), 三(六)1
 */
export function stoppedMonths(
  person: Pick<Person, 'posts'>,
  span: { from: Day; until: Day | null },
  { book, places, on }: { book: PolicyBook; places: Places; on: Day },
): StoppedMonth[] {
  const last = monthOf(span.until ?? on);
  const found: StoppedMonth[] = [];
  for (let month = monthOf(span.from); month <= last; month = nextMonth(month)) {
    const whole = { from: firstDayOf(month), until: lastDayOf(month) };
    if (!person.posts.some((post) => overlaps(post, whole))) continue;
    const days = { month, first: whole.from, last: whole.until };
    const { claims, onPost } = standingOf(
      person,
      days,
      (district) => stopRules(book, district, month),
      places,
    );
    for (const { rules } of claims) {
      const { district, policy } = rules;
      if (policy === null) continue;
      if (!policy.decided) found.push({ month, district, effect: 'no-deciding-day' });
      else if (onPost && holdsOn(span, rules.days['no-sanction']))
        found.push({ month, district, effect: policy.asked ? 'stops' : 'no-condition' });
    }
  }
  return found;
}

interface StopRules extends ClaimRules {
  /** `decided`: a deciding day is set. `asked`: no-sanction is among the conditions. */
  policy: { decided: boolean; asked: boolean } | null;
}

/** As much of a district's month as a 停发 depends on; what else the office has not set does not matter to it. */
function stopRules(book: PolicyBook, district: string, month: Month): StopRules {
  const first = firstDayOf(month);
  const decided = inForce(book, 'subsidy.decided-on', district, first)?.value;
  const on = decided === undefined ? first : otherwiseDay(decided, month);
  const inPolicy = decided === undefined ? subsidyInForceWithin(book, month) : subsidyInForce(book, on);
  const asked = inForce(book, 'subsidy.conditions', district, on)?.value.includes('no-sanction') ?? false;
  return {
    ...{ district, on, days: conditionDays(decided ?? 'first-day', month) },
    policy: inPolicy ? { decided: decided !== undefined, asked } : null,
  };
}

function nextMonth(month: Month): Month {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${next[0]}-${String(next[1]).padStart(2, '0')}` as Month;
}
