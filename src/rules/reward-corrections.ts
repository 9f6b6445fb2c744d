import type { Cause } from '../domain/closing.js';
import type { Fen } from '../domain/money.js';
import type { SettledReward } from '../domain/reward.js';
import { type Delta, deltaOf, settledBy } from './corrections.js';
import type { JudgedReward } from './rewards.js';

/** What a district owes for a reward as judged now. */
export const entitledTo = (district: string, now: JudgedReward | null): Fen =>
  now?.answer === 'due' && now.place?.district === district ? now.amountFen : 0;

/**
 * Delta of a reward for one district: what it owes as judged now − everything it has settled. As with months, what
 * nobody can decide stays as it is, and what another district has paid is paid here only after that district has
 * taken it back. 三(六)2
 */
export function answerReward(
  district: string,
  now: JudgedReward | null,
  settled: readonly Pick<SettledReward, 'district' | 'amountFen'>[],
): Delta {
  if (now?.answer === 'two-districts')
    return settledBy(district, settled) === 0 ? null : { open: { code: 'undecided', district: null } };
  return deltaOf(district, entitledTo(district, now), settled);
}

/**
 * Why a reward comes out differently, and the fact that told; no fact where the office's amount has changed.
 * `elsewhere`: another district has had it.
 */
export function rewardCauseOf(
  district: string,
  now: JudgedReward | null,
  settled: Pick<SettledReward, 'source' | 'amountFen'> | null,
  elsewhere: boolean = false,
): Omit<Cause, 'batch'> {
  if (now === null) return { codes: ['award'], source: settled?.source ?? null, citation: null };
  const { source, citation, place } = now;
  // the post says where somebody was, and it is the award that a reader looks for
  if (place !== null && place.district !== district) return { codes: ['district'], source, citation };
  if (now.answer === 'no-post') return { codes: ['award-post'], source, citation };
  if (settled === null || settled.amountFen === 0)
    return { codes: [elsewhere ? 'district' : 'award'], source, citation };
  return { codes: ['reward'], source: null, citation };
}
