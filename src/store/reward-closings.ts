import { type RewardClosing, type RewardName, rewardKey } from '../domain/reward.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';

type Row = RewardClosing & RewardName & { person: number };

/** What tells the rewards of one person from those of another; `person`: the number that is kept. */
export const personReward = (person: number, reward: RewardName): string => `${person} ${rewardKey(reward)}`;

/** Which district has paid each reward and has not taken it back, and in which quarter it last paid of it. */
export function loadRewardClosings(db: Database): Map<string, RewardClosing[]> {
  const rows = db
    .prepare(
      `SELECT reward_settlement.person, title, awarded_on AS awardedOn, reward_settlement.district, quarter,
         amount_fen AS amountFen
       FROM reward_settlement JOIN closed_line ON closed_line.id = line JOIN closing ON closing.id = closing
       WHERE released IS NULL ORDER BY reward_settlement.id`,
    )
    .all() as Row[];
  if (rows.length === 0) return new Map();
  const { kept } = loadLinks(db);
  const found = new Map<string, Map<string, RewardClosing>>();
  for (const row of rows) {
    const key = personReward(kept(row.person), row);
    const own = found.get(key) ?? new Map<string, RewardClosing>();
    found.set(key, own);
    const { district, quarter, amountFen } = row;
    const before = own.get(district) ?? { district, quarter, amountFen: 0 };
    const paidIn = amountFen > 0 ? quarter : before.quarter;
    own.set(district, { district, quarter: paidIn, amountFen: before.amountFen + amountFen });
  }
  return new Map(
    [...found].map(([key, own]) => [key, [...own.values()].filter(({ amountFen }) => amountFen > 0)]),
  );
}
