import type { Cause } from '../domain/closing.js';
import type { Fen } from '../domain/money.js';
import type { OpenReward, SettledReward } from '../domain/reward.js';
import type { JudgedReward } from './rewards.js';

/** What is to be settled for a reward of an earlier quarter, or why it must wait; null: all is settled. */
export type RewardDelta =
  | { amountFen: Fen; entitledFen: Fen }
  | { open: Pick<OpenReward, 'code' | 'district'> }
  | null;

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
): RewardDelta {
  const here = settled.find((each) => each.district === district)?.amountFen ?? 0;
  if (now?.answer === 'two-districts')
    return here === 0 ? null : { open: { code: 'undecided', district: null } };
  const entitledFen = entitledTo(district, now);
  const amountFen = entitledFen - here;
  if (amountFen === 0) return null;
  const elsewhere = settled.find((each) => each.district !== district && each.amountFen > 0);
  if (amountFen > 0 && elsewhere)
    return { open: { code: 'settled-elsewhere', district: elsewhere.district } };
  return { amountFen, entitledFen };
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
