import type { Day } from '../day.js';
import type { SupervisorLevel } from '../terms.js';

/** What `supervisor list` finds. 三(一)2 */
export interface SupervisorFindings {
  /** The term is over, and none of the same or a higher level follows. */
  'supervisor.expired': { level: SupervisorLevel; until: Day };
}
