import type { Day } from '../day.js';
import type { Fen } from '../money.js';
import type { OpenReason } from '../reconciliation.js';

/** What rewards of awards find in a quarter. 三(六)2 */
export interface RewardFindings {
  /** The office rewards the title, and the person held no post on the day: no district pays. */
  'reward.no-post': { title: string; awardedOn: Day };
  /** Posts of one start in two districts on the day: nobody can say which one pays. */
  'reward.two-districts': { title: string; awardedOn: Day; districts: readonly string[] };
  /** One title of one person on several days of a year, and a reward for it; `others`: the other days. */
  'reward.title-again': { district: string; title: string; awardedOn: Day; others: readonly Day[] };
  /** A reward that is not settled yet, and why; `other`: the district that has paid it. */
  'reward.open': { district: string; title: string; awardedOn: Day; why: OpenReason; other: string | null };
  /** A reward that is not settled as it should be, and nothing says why. */
  'reward.difference': {
    district: string;
    title: string;
    awardedOn: Day;
    settledFen: Fen;
    entitledFen: Fen;
  };
}
