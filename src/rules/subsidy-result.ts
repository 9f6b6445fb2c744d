import type { ConditionDetails } from '../domain/conditions.js';
import type { Day, Month } from '../domain/day.js';
import type { Origin, Person, Post } from '../domain/facts.js';
import type { Citation, Finding } from '../domain/finding.js';
import type { Fen } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import type { Level, Reason } from '../domain/terms.js';

export type { ConditionDetails };

export type ConditionResult = {
  [Code in Reason]: {
    code: Code;
    met: boolean;
    needed: ConditionDetails[Code]['needed'];
    found: ConditionDetails[Code]['found'];
    /** The fact that decided, met or not; null where there is none. */
    source: Origin | null;
    citation: Citation | null;
  };
}[Reason];

/** One person, one month. 三(六)1 */
export interface MonthResult {
  month: Month;
  paid: boolean;
  /** false: nobody can say yet (no rate, two claims); never to be read as "not entitled". */
  decided: boolean;
  /** The managing district that judged the month. */
  district: string;
  /** The post that counts, or the one that came nearest; null when there is none in the month. */
  post: Post | null;
  /** The `otherwise` deciding day; null when no policy says. */
  decidedOn: Day | null;
  level: Level | null;
  /** 0 unless paid. */
  amountFen: Fen;
  /** Every reason why not, in the order of REASONS; empty when paid. */
  reasons: readonly Reason[];
  conditions: readonly ConditionResult[];
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
