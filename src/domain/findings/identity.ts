import type { Day } from '../day.js';

/** What there is to say when two identity numbers become one person's. */
export interface IdentityFindings {
  'identity.names-differ': { kept: string; other: string };
  /** Posts of the two at the same time: now two posts of one person. */
  'identity.posts-overlap': { one: string; other: string; from: Day };
}
