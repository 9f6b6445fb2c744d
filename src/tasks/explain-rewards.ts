import type { Closing } from '../domain/closing.js';
import { type Month, monthOf } from '../domain/day.js';
import type { ExplainedReward } from '../domain/explanation.js';
import { type Quarter, quarterAfter } from '../domain/quarter.js';
import { byReward, type RewardName, rewardKey, type SettledReward } from '../domain/reward.js';
import { firstCorrected } from '../rules/corrections-reach.js';
import type { ClosedLine } from '../store/closed-lines.js';
import { loadClosings } from '../store/closings.js';
import { loadUnits } from '../store/register.js';
import { loadSettledRewards } from '../store/settled-rewards.js';
import { quarterRewards } from './quarter-rewards.js';
import type { Workspace } from './workspace.js';

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
      return { ...reward, answer: 'due', district, state, ...STANDS };
    }),
  );
  const known = new Set(frozen.map(rewardKey));
  const closed = new Set(closings.map(({ district }) => district));
  // of the close that comes next, at the earliest
  const standing = loadClosings(db);
  const reachOfNext = (district: string): Month => {
    const last = standing.filter((each) => each.district === district).reduce(latest, quarter);
    return firstCorrected(book, quarterAfter(last), district);
  };
  const settled = loadSettledRewards(db, quarter, knownAt).get(person) ?? [];
  const now = quarterRewards({ db, book, units: loadUnits(db, knownAt), knownAt }, quarter, person)
    .filter((reward) => !known.has(rewardKey(reward)))
    .map((reward): ExplainedReward => {
      const { title, awardedOn, answer, place, amountFen, citation, source } = reward;
      const named = { title, awardedOn, citation, source, state: null, ...STANDS };
      const paid = knownAt === undefined ? settled.filter((each) => isPaid(each, reward)) : [];
      const other = paid.find((each) => each.district !== place?.district);
      if (answer === 'due' && other)
        return { ...named, answer: 'settled', district: other.district, amountFen: 0 };
      const district = place?.district ?? null;
      const amendedFen = paid.reduce((sum, each) => sum + each.amountFen, 0);
      const judged = { ...named, answer, district, amountFen, amendedFen };
      if (answer !== 'due' || district === null || !closed.has(district) || amendedFen === amountFen)
        return judged;
      const beyondRetro = monthOf(awardedOn) < reachOfNext(district);
      return { ...judged, late: !beyondRetro, beyondRetro };
    });
  return [...frozen, ...now].sort(byReward);
}

const STANDS = { late: false, beyondRetro: false, amendedFen: 0 };

const latest = (last: Quarter, { quarter }: Pick<Closing, 'quarter'>): Quarter =>
  quarter > last ? quarter : last;

const isPaid = (settled: SettledReward, reward: RewardName): boolean =>
  settled.amountFen > 0 && rewardKey(settled) === rewardKey(reward);
