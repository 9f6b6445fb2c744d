import type { Day } from '../day.js';

/** What `registration due` finds. 三(二)2 */
export interface RegistrationFindings {
  /** In the renewal window: `until` is the last day. */
  'registration.due': { until: Day };
  'registration.expired': { until: Day };
  /** Never registered; `deadline`: the last day for it, null where no policy tells one. */
  'registration.never': { issued: Day; deadline: Day | null };
}
