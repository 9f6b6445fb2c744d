import { type Day, firstDayOf, holdsOn, lastDayOf, type Month, monthOf } from '../domain/day.js';
import type { Person, Post } from '../domain/facts.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
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
 * The months of somebody's posts whose deciding day lies within a 停发, by the district of the post. Months
 * without policy or post are left out: nothing would be paid anyway. One without an end is followed to the
 * month of `on`. 三(五), 三(六)1
 */
export function stoppedMonths(
  { posts }: Pick<Person, 'posts'>,
  span: { from: Day; until: Day | null },
  { book, places, on }: { book: PolicyBook; places: Places; on: Day },
): StoppedMonth[] {
  const last = monthOf(span.until ?? on);
  const found: StoppedMonth[] = [];
  for (let month = monthOf(span.from); month <= last; month = nextMonth(month)) {
    const post = postWithin(posts, month);
    if (!post) continue;
    const first = firstDayOf(month);
    const { district } = places.on(post.place, holdsOn(post, first) ? first : post.from);
    const decided = inForce(book, 'subsidy.decided-on', district, first)?.value;
    if (decided === undefined) {
      if (subsidyInForceWithin(book, month)) found.push({ month, district, effect: 'no-deciding-day' });
      continue;
    }
    const otherwise = otherwiseDay(decided, month);
    if (!subsidyInForce(book, otherwise)) continue;
    if (!holdsOn(span, conditionDays(decided, month)['no-sanction'])) continue;
    const asked = inForce(book, 'subsidy.conditions', district, otherwise)?.value.includes('no-sanction');
    found.push({ month, district, effect: asked ? 'stops' : 'no-condition' });
  }
  return found;
}

/** The post of a month; of several the one that began last. */
function postWithin(posts: readonly Post[], month: Month): Post | undefined {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  return posts.findLast(({ from, until }) => from <= last && (until === null || until >= first));
}

function nextMonth(month: Month): Month {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${next[0]}-${String(next[1]).padStart(2, '0')}` as Month;
}
