import type { Day } from '../day.js';

/** What stops `service summary`. */
export interface ServiceProblems {
  'service.from-after-on': { from: Day; on: Day };
}
