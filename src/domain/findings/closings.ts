import type { Day, Month } from '../day.js';
import type { Fen } from '../money.js';
import type { Quarter } from '../quarter.js';

/** What closing, approving and amending quarters find. */
export interface ClosingFindings {
  /** Another district has paid the month and has not taken it back. */
  'subsidy.settled-elsewhere': { month: Month; paying: string; other: string };
  /** What a person owes goes to the recovery list: more than the line has. */
  'closing.to-recover': { district: string; amountFen: Fen };
  /** The quarter is not over: what happens until its last day will be corrected later. */
  'closing.before-end': { quarter: Quarter; last: Day };
  /** An earlier quarter that the district still has to close: `reopened`, or closed by others alone. */
  'closing.earlier-open': { district: string; quarter: Quarter; earlier: Quarter; reopened: boolean };
  /** Not closed: the district has no rate in any month of the quarter. */
  'closing.no-rate': { district: string; quarter: Quarter };
  /** The district has closed the quarter already; nothing was done to it. */
  'closing.closed-already': { district: string; quarter: Quarter };
  /** Weekdays are counted; public holidays are not known. */
  'closing.notice-days': { from: Day; until: Day; weekdays: number };
  /** The notice ends after today. */
  'closing.notice-running': { until: Day; today: Day };
}
