import type { Closing } from '../domain/closing.js';
import { type Day, type Month, monthOf } from '../domain/day.js';
import type { Fen } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import type { OpenReason } from '../domain/reconciliation.js';
import { byReward, type RewardName, rewardKey } from '../domain/reward.js';
import { proveMonth } from '../rules/reconciliation.js';
import { entitledTo } from '../rules/reward-corrections.js';
import type { JudgedReward } from '../rules/rewards.js';
import { loadClosedRewards } from '../store/closed-rewards.js';
import { loadLinks } from '../store/links.js';
import { loadSettledRewards } from '../store/settled-rewards.js';
import type { Workspace } from './workspace.js';

/** One reward of one person in one district, and whether it is settled as known at the last close. */
export interface ProvenReward extends RewardName {
  person: number;
  settledFen: Fen;
  entitledFen: Fen;
  proven: 'settled' | 'difference' | OpenReason;
  /** The district that has paid a reward that waits. */
  other: string | null;
}

/**
 * Proves the rewards of one quarter and district: what is settled is what was known to be due at the last close, judged
 * again from the register as it was then (`judged`), or else (null) what that close found; or an open item says why not.
 */
export function proveRewards(
  workspace: Workspace,
  asked: {
    quarter: Quarter;
    district: string;
    last: Closing;
    judged: readonly JudgedReward[] | null;
    reached: Month;
  },
): ProvenReward[] {
  const { quarter, district, last, judged, reached } = asked;
  const { db } = workspace;
  const { knownBatch } = last;
  const { kept } = loadLinks(db, knownBatch);
  const cases = new Map<string, Omit<ProvenReward, 'proven' | 'other'>>();
  const settled = loadSettledRewards(db, quarter, knownBatch);
  for (const own of settled.values()) {
    for (const each of own.filter((reward) => reward.district === district)) {
      const { person, title, awardedOn, amountFen, entitledFen } = each;
      const found = { person, title, awardedOn, settledFen: amountFen };
      cases.set(keyOf(person, each), { ...found, entitledFen: judged ? 0 : entitledFen });
    }
  }
  for (const reward of judged ?? []) {
    const entitledFen = entitledTo(district, reward);
    const key = keyOf(reward.person.id, reward);
    const known = cases.get(key);
    if (entitledFen === 0 && known === undefined) continue;
    const { title, awardedOn } = reward;
    const none = { person: reward.person.id, title, awardedOn, settledFen: 0 };
    cases.set(key, { ...(known ?? none), entitledFen });
  }
  const open = new Map(
    [...loadClosedRewards(db, last).open].flatMap(([person, own]) =>
      own.map((each) => [keyOf(kept(person), each), each] as const),
    ),
  );
  return [...cases.entries()]
    .map(([key, each]): ProvenReward => {
      const waits = open.get(key);
      const month = monthOf(each.awardedOn as Day);
      const { settledFen, entitledFen } = each;
      const question = { month, settledFen, entitledFen, open: waits?.code ?? null, reached };
      return { ...each, proven: proveMonth(question), other: waits?.district ?? null };
    })
    .sort((a, b) => byReward(a, b) || a.person - b.person);
}

const keyOf = (person: number, reward: RewardName): string => `${person} ${rewardKey(reward)}`;
