import type { Day } from '../day.js';
import type { FundLevel } from '../terms.js';

/** What `award list`, `award benefits`, `pay check` and `fund show` find. 三(六). Amounts in yuan. */
export interface IncentiveFindings {
  /** Awards given on days on which no `award.reward` is in force. */
  'award.no-reward-set': { awards: number };
  /** A title that contains one of those whose holders' children have 教育优待, and is another. */
  'award.title-near': { title: string; named: string };
  /** Average pay below the ratio of last year's average wage that is to be held. */
  'pay.below-reference': { average: string; required: string; year: string; wage: string; ratio: number };
  /** People on post whose 月工资 nobody has stated. */
  'pay.unknown': { people: number; of: number };
  /** No average wage of last year is set for the district, or none of the year before it to tell the growth. */
  'pay.no-reference': { year: string; compares: 'level' | 'growth' };
  /** Pay grew less than the average wage did. In percent. */
  'pay.growth-behind': { pay: string; wage: string };
  /** Nothing of a project's budget is for labour. */
  'pay.no-labour': { year: string; budget: string };
  /** The first day of a stretch on which more had been spent than received. */
  'fund.below-zero': { level: FundLevel; on: Day; until: Day | null; balance: string };
}
