import type { Person, Post } from '../domain/facts.js';
import type { Finding } from '../domain/finding.js';
import type { Fen } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import type { PaperMonth } from '../domain/subsidy-month.js';

export type { ConditionDetails } from '../domain/conditions.js';
export type { ConditionResult } from '../domain/subsidy-month.js';

/** One person, one month, with the post that it was judged by. 三(六)1 */
export interface MonthResult extends PaperMonth {
  post: Post | null;
}

export interface PersonQuarter {
  person: Person;
  months: readonly MonthResult[];
  totalFen: Fen;
}

export interface QuarterResult {
  quarter: Quarter;
  /** Everybody with a post in the quarter, in the order given. */
  people: readonly PersonQuarter[];
  findings: readonly Finding[];
}
