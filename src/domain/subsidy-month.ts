import type { ConditionDetails } from './conditions.js';
import type { Day, Month } from './day.js';
import type { Origin } from './facts.js';
import type { Citation } from './finding.js';
import type { Fen } from './money.js';
import type { Level, Reason } from './terms.js';

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

/** One person, one month, as papers show it: just computed, or as it was frozen when the quarter was closed. 三(六)1 */
export interface PaperMonth {
  month: Month;
  paid: boolean;
  /** false: nobody can say yet (no rate, two claims); never to be read as "not entitled". */
  decided: boolean;
  /** The managing district that judged the month. */
  district: string;
  /** The post that counts, or the one that came nearest; null when there is none in the month. */
  post: { from: Day; until: Day | null } | null;
  /** The `otherwise` deciding day; null when no policy says. */
  decidedOn: Day | null;
  level: Level | null;
  /** 0 unless paid. */
  amountFen: Fen;
  /** Every reason why not, in the order of REASONS; empty when paid. */
  reasons: readonly Reason[];
  conditions: readonly ConditionResult[];
  /** Another district has paid the month and has not taken it back: it cannot be paid here yet. */
  settledBy?: string;
}
