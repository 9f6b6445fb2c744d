import type { Closing } from '../domain/closing.js';
import type { Quarter } from '../domain/quarter.js';
import type { QuarterState } from '../domain/quarter-life.js';
import { byReward, type LineReward, rewardKey } from '../domain/reward.js';
import type { RewardAnswer } from '../rules/rewards.js';
import type { ClosedLine } from '../store/closed-lines.js';
import { loadUnits } from '../store/register.js';
import { loadSettledRewards } from '../store/settled-rewards.js';
import { quarterRewards } from './quarter-rewards.js';
import type { Workspace } from './workspace.js';

/** An award of the person in the quarter: the reward, or why there is none. */
export interface ExplainedReward extends LineReward {
  /** `settled`: another district has paid it and has not taken it back. */
  answer: RewardAnswer | 'settled';
  /** Who pays, or has paid; null where nobody does. */
  district: string | null;
  /** Of the closing that froze it; null: judged from what is known now. */
  state: QuarterState | null;
  /** Of a district that has closed the quarter without it: the next close pays it. */
  late: boolean;
}

/**
 * The rewards of one person in a quarter: as they were frozen in closed lines, and what else is known now. `person`:
 * by the number that is kept. 三(六)2
 */
export function explainRewards(
  { db, policies: book, knownAt }: Workspace,
  quarter: Quarter,
  person: number,
  closings: readonly Closing[] = [],
  lines: readonly ClosedLine[] = [],
): ExplainedReward[] {
  const states = new Map(closings.map(({ id, state }) => [id, state]));
  const frozen = lines.flatMap(({ closing, district, rewards }) =>
    rewards.map((reward): ExplainedReward => {
      const state = states.get(closing) ?? null;
      return { ...reward, answer: 'due', district, state, late: false };
    }),
  );
  const known = new Set(frozen.map(rewardKey));
  const closed = new Set(closings.map(({ district }) => district));
  const settled = loadSettledRewards(db, quarter, knownAt).get(person) ?? [];
  const now = quarterRewards({ db, book, units: loadUnits(db, knownAt), knownAt }, quarter, person)
    .filter((reward) => !known.has(rewardKey(reward)))
    .map((reward): ExplainedReward => {
      const { title, awardedOn, answer, place, amountFen, citation, source } = reward;
      const named = { title, awardedOn, citation, source, state: null };
      const paid = settled.find(
        (each) =>
          rewardKey(each) === rewardKey(reward) && each.amountFen > 0 && each.district !== place?.district,
      );
      if (answer === 'due' && paid && knownAt === undefined) {
        return { ...named, answer: 'settled', district: paid.district, amountFen: 0, late: false };
      }
      const late = answer === 'due' && place !== null && closed.has(place.district);
      return { ...named, answer, district: place?.district ?? null, amountFen, late };
    });
  return [...frozen, ...now].sort(byReward);
}
