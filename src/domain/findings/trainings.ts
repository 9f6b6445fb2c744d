import type { Hours } from '../hours.js';
import type { Level } from '../terms.js';

/** What `training check` finds. 三(一) */
export interface TrainingFindings {
  /** In the renewal window without the hours that renewal asks for. */
  'training.short': { level: Level; hours: Hours; needed: Hours; missing: Hours; until: string };
  /** On post all last year and trained neither then nor since. */
  'training.untrained': { year: string };
  /** A course that may tell of a degree, under no name that says so. */
  'training.degree-unclear': { course: string; names: readonly string[] };
}
