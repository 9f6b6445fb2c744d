import type { Day, Month } from '../day.js';
import type { SheetName } from '../papers.js';
import type { Quarter } from '../quarter.js';
import type { QuarterState } from '../quarter-life.js';
import type { Level } from '../terms.js';

/** What `subsidy preview`, `explain` and `export` find. 三(六)1 */
export interface SubsidyFindings {
  /** Months of the quarter in which no policy is in force. */
  'subsidy.month-without-policy': { months: readonly Month[]; from: Day | null; until: Day | null };
  /** The person would be paid, but the office has set no rate for district, level and month. */
  'subsidy.no-rate': { district: string; level: Level; month: Month };
  'subsidy.two-posts': { month: Month; taken: string; other: string };
  /** Two districts find the person in one month; the earlier deciding day pays. */
  'subsidy.two-districts': { month: Month; paying: string; other: string; on: Day };
  /** Two districts, one deciding day, posts of one start: nobody can say who pays. */
  'subsidy.two-claims': { month: Month; districts: readonly string[]; on: Day };
  'subsidy.minimum-needs-records': { district: string };
  /** `frozen`: of a quarter that is closed, whose bank file leaves the person out. */
  'subsidy.no-account': { frozen?: true };
  /** A sheet that is handed out from approved quarters alone was left out for these districts. */
  'export.not-approved': {
    sheet: SheetName;
    districts: readonly { district: string; state: QuarterState }[];
  };
  /** Asked about a person who is known but held no post in the quarter. */
  'subsidy.no-post-in-quarter': { quarter: Quarter; posts: readonly { from: Day; until: Day | null }[] };
}
