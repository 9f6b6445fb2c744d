import type { IdNumberProblem } from '../id-number.js';

/** Two identity numbers cannot be made one person's, or parted. Numbers are masked. */
export interface IdentityProblems {
  'identity.bad-number': { value: string; problem: IdNumberProblem };
  /** Nobody has this number; names and parts of numbers are not enough to join or part people. */
  'identity.unknown-number': { number: string };
  'identity.no-reason': Record<never, never>;
  /** `worker correct-id`: somebody else has the new number already. */
  'identity.number-taken': { number: string; name: string };
  /** The two are one person already. */
  'identity.one-already': { kept: string };
  /** `worker part`: no link joins just these two. `links`: the pairs that could be parted. */
  'identity.not-linked': { links: readonly string[] };
}
