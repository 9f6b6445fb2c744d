import type { Month } from '../day.js';
import type { Fen } from '../money.js';
import type { Quarter } from '../quarter.js';
import type { OpenReason } from '../reconciliation.js';

/** What `subsidy status`, `corrections`, `explain` and `preview` find of quarters that are closed. */
export interface ReconciliationFindings {
  /** A month that is not settled as it should be, and nothing says why. */
  'reconciliation.difference': { district: string; month: Month; settledFen: Fen; entitledFen: Fen };
  /** Two districts have both paid a month. */
  'reconciliation.paid-twice': { month: Month; districts: readonly string[]; settledFen: Fen };
  /** A month that is not settled yet, and why; `other`: the district that has paid it. */
  'reconciliation.open': { district: string; month: Month; why: OpenReason; other: string | null };
  /** The policy files are not those of the close: the proof rests on what the close found each month to be. */
  'reconciliation.policies-changed': { quarter: Quarter; districts: readonly string[] };
  /** What has become known of a closed quarter since, and the quarter whose close would amend it. */
  'reconciliation.late-facts': {
    quarter: Quarter;
    district: string;
    people: number;
    arrearsFen: Fen;
    recoveredFen: Fen;
    carrying: Quarter;
  };
  /** The policies as they are do not allow the quarter to be computed: neither drafts nor what is known since. */
  'reconciliation.no-draft': { quarter: Quarter };
  /** What is computed from now on does not change what was closed. */
  'closing.frozen': { quarter: Quarter; districts: readonly string[] };
  /** The district has closed the quarter and the person was not in it. */
  'closing.person-missing': { quarter: Quarter; district: string };
}
