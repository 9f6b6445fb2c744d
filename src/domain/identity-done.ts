import type { Person } from './facts.js';
import type { Finding } from './finding.js';

export type IdentityAction = 'correct-id' | 'merge' | 'part';

/** What became of two identity numbers that were made one person's, or parted. */
export interface IdentityDone {
  action: IdentityAction;
  batch: number;
  /** The person as shown from now on; after a parting both, the one that had been kept first. */
  people: readonly Pick<Person, 'name' | 'idNumber'>[];
  /** The number that is not shown any more, or is shown again. */
  other: string;
  reason: string;
  findings: readonly Finding[];
}
