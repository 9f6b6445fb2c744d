import type { Day } from '../domain/day.js';
import type { Citation } from '../domain/finding.js';
import { type Fen, parseYuan } from '../domain/money.js';
import { awardKey } from '../domain/reward.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';

/** `not-listed`: the office's table has no such title. `not-set`: on that day there was no table. */
export type RewardState = 'set' | 'not-listed' | 'not-set';

/** What the office has set for a title. */
interface SetReward {
  state: RewardState;
  fen: Fen | null;
  /** Of the table that was asked last; null: there is none. */
  citation: Citation | null;
  /** The table is of an example pack: nothing may be paid by it. */
  example: boolean;
}

/**
 * The reward of a title in a district (null: for the city) on a day. As with rates, a title that a district
 * leaves out is the city's. 三(六)2
 */
export function rewardInForce(
  book: Pick<PolicyBook, 'versions'>,
  district: string | null,
  title: string,
  on: Day,
): SetReward {
  const key = awardKey(title);
  let found: SetReward = { state: 'not-set', fen: null, citation: null, example: false };
  for (const scope of district === null ? [null] : [district, null]) {
    const version = inForce(book, 'award.reward', scope, on);
    if (!version) continue;
    const listed = Object.entries(version.value).find(([each]) => awardKey(each) === key);
    const { citation, example } = version;
    if (listed) return { state: 'set', fen: parseYuan(String(listed[1])) ?? null, citation, example };
    if (found.state === 'not-set') found = { state: 'not-listed', fen: null, citation, example };
  }
  return found;
}

/** Whether any district, or the city, rewards a title on a day. */
export const isRewardedAnywhere = (book: Pick<PolicyBook, 'versions'>, title: string, on: Day): boolean =>
  [...new Set(book.versions['award.reward'].map(({ district }) => district))].some(
    (district) => (rewardInForce(book, district, title, on).fen ?? 0) > 0,
  );
