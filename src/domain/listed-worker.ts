import type { Day } from './day.js';
import type { ServiceClaim } from './facts.js';
import type { FoundWorker } from './history.js';

/**
 * How a row of a list is answered. `other-name`: the number is somebody's of another name; `bad-number`: no identity
 * number can be so; `unreadable`: the cells do not fit the headings.
 */
export const LIST_ANSWERS = [
  ...(['found', 'unknown', 'ambiguous', 'other-name', 'bad-number', 'empty', 'unreadable'] as const),
] as const;
export type ListAnswer = (typeof LIST_ANSWERS)[number];

/** What the register knows of the services of one person, up to a day. */
export interface ServiceStatus {
  /** Records in the calendar year of the day. */
  ofYear: number;
  /** The last record. */
  last: Day | null;
  /** What the roster says of the quarter of the day; null: nothing. */
  claim: ServiceClaim['claim'] | null;
}

/** One row of a list with what the register knows of whom it names. */
export interface ListedWorker {
  file: string;
  line: number;
  /** As they stand in the list; null: empty. */
  name: string | null;
  idNumber: string | null;
  answer: ListAnswer;
  /** Only of `found`. */
  worker: FoundWorker | null;
  /** 发证日期 of the highest certificate. */
  issued: Day | null;
  services: ServiceStatus | null;
  /** How many people may be meant. */
  candidates: number;
}
