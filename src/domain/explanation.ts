import type { LineAmounts, MoveRecord, Placement } from './closing.js';
import type { Finding } from './finding.js';
import type { Fen } from './money.js';
import type { Quarter } from './quarter.js';
import type { QuarterState } from './quarter-life.js';
import type { CorrectionItem } from './reconciliation.js';
import type { LineReward, RewardAnswer } from './reward.js';
import type { PaperMonth } from './subsidy-month.js';

/** The months that one district has closed for a person, or would pay as things are. */
export interface ExplainedLine extends Placement {
  /** As the line names them. */
  person: { idNumber: string; name: string };
  months: readonly PaperMonth[];
  totalFen: Fen;
  /** null: not closed, computed from what is known now. */
  frozen: {
    state: QuarterState;
    moves: readonly MoveRecord[];
    amounts: LineAmounts;
    /** 补发 and 扣回 of earlier months that the line carries. */
    carried: readonly CorrectionItem[];
    /** What the line takes back for the recovery list. */
    takenFen: Fen;
  } | null;
}

/** An award of the person in the quarter: the reward, or why there is none. */
export interface ExplainedReward extends LineReward {
  /** `settled`: another district has paid it and has not taken it back. */
  answer: RewardAnswer | 'settled';
  /** Who pays, or has paid; null where nobody does. */
  district: string | null;
  /** Of the closing that froze it; null: judged from what is known now. */
  state: QuarterState | null;
  /** Of a district that has closed the quarter without it: the next close amends it. */
  late: boolean;
  /** The same, but corrections do not reach that far back any more: nothing amends it. */
  beyondRetro: boolean;
  /** What later closes of that district have settled for it already. */
  amendedFen: Fen;
}

/** What `subsidy explain` finds about one person in one quarter. */
export interface SubsidyExplanation {
  quarter: Quarter;
  person: { idNumber: string; name: string };
  /** Empty: the person held no post in the quarter. */
  lines: readonly ExplainedLine[];
  /** Whether any district has closed the quarter. */
  closed: boolean;
  /** What later quarters have corrected of it. */
  later: readonly CorrectionItem[];
  /** Awards given in the quarter. */
  rewards: readonly ExplainedReward[];
  /** Where facts come from: file and batch, by the register's number of the file. */
  files: ReadonlyMap<number, { name: string; batch: number }>;
  /** Documents stored word for word, by their short names: their articles need no title beside them. */
  storedDocuments: ReadonlySet<string>;
  findings: readonly Finding[];
}
