import type { Day, Month } from './day.js';
import type { Origin } from './facts.js';
import type { Citation } from './finding.js';
import type { Fen } from './money.js';
import type { Quarter } from './quarter.js';
import type { QuarterState, RecordedMove } from './quarter-life.js';
import type { LineReward, OpenReward, RewardName } from './reward.js';
import type { PaperMonth } from './subsidy-month.js';
import type { Reason } from './terms.js';

/** Where a line belongs on paper. */
export interface Placement {
  /** The managing district that judged the months, and pays them. */
  district: string;
  /** Empty for a workplace whose township nobody stated. */
  township: string;
  /** The unit, or the 工作单位 of a post outside the units. */
  unit: string;
  /** Empty for posts outside the units. */
  unitCode: string;
}

/** A person as papers name and pay them. */
export interface PaperPerson {
  id: number;
  idNumber: string;
  name: string;
  bank: string | null;
  account: string | null;
  /** Of a frozen line: the one that the latest paid month rests on, alone. */
  registrations: readonly { until: Day }[];
}

/** What a line adds up to. 应发 + 奖励 + 补发 - 扣回 + what is carried to the recovery list = 实发. */
export interface LineAmounts {
  /** 应发: the months of the quarter itself. */
  dueFen: Fen;
  /** 奖励: of awards given in the quarter. 三(六)2 */
  rewardFen: Fen;
  /** 补发: what earlier months and rewards lacked. */
  arrearsFen: Fen;
  /** 扣回: what earlier months and rewards had too much, and what the recovery list still held. */
  recoveredFen: Fen;
  /** What cannot be taken back from this line, and goes to the recovery list. */
  carriedFen: Fen;
  /** 实发: never negative. */
  netFen: Fen;
}

/**
 * Of a reward: the award is known only now, or no more (`award`); the office has set another amount (`reward`); the
 * person was on no post on the day (`award-post`).
 */
type RewardCause = 'award' | 'reward' | 'award-post';

/** Why a month is settled at another amount than before: values, not wording. */
export interface Cause {
  /** The conditions that came out differently; `district`: another district judges the month now. */
  codes: readonly (Reason | 'district' | RewardCause)[];
  /** The first of them: the fact that decides now, or that decided until it was taken back. */
  source: Origin | null;
  /** The batch that told, or took back; null where a policy value changed. */
  batch: number | null;
  citation: Citation | null;
}

/** 补发 (positive) or 扣回 (negative) of one earlier month or reward: recomputed − everything settled before. */
export interface Correction {
  /** Of a reward: the month of the award. */
  month: Month;
  /** The reward that is amended, with the citation and the source of what is due now; else the month is. */
  reward?: RewardName & Pick<LineReward, 'citation' | 'source'>;
  amountFen: Fen;
  /** By the number that each part was paid under; one part but for people who became one. */
  parts: readonly { person: number; amountFen: Fen }[];
  /** What the district owes for the month as known now. */
  entitledFen: Fen;
  /** The line of the closing that it amends; null where the person had none. */
  originLine: number | null;
  cause: Cause;
  /** The month as it was settled until now, and as it is judged now; null: not on any post. */
  before: PaperMonth | null;
  after: PaperMonth | null;
}

/** A month that cannot be settled yet, and why. */
export interface OpenMonth {
  month: Month;
  /** `undecided`: nobody can say (no rate, two claims). `settled-elsewhere`: `district` has not taken it back. */
  code: 'undecided' | 'settled-elsewhere';
  district: string | null;
}

/** One person in one closing, planned or frozen. */
export interface ClosingLine extends Placement, LineAmounts {
  person: PaperPerson;
  months: readonly PaperMonth[];
  /** What the months come to: 应发. */
  totalFen: Fen;
  corrections: readonly Correction[];
  /** Of awards given in the quarter; of those that wait the amount is 0. */
  rewards: readonly LineReward[];
  /** What is taken back for openings of the recovery list, by their number. */
  taken: readonly { opening: number; amountFen: Fen }[];
  open: readonly OpenMonth[];
  openRewards: readonly OpenReward[];
}

/** A recorded move of a closing. */
export interface MoveRecord {
  move: RecordedMove;
  /** ISO moment. */
  at: string;
  by: string;
  user: string;
  /** 文号 */
  document: string | null;
  /** The public notice. */
  notice: { from: Day; until: Day } | null;
  reason: string | null;
}

/** A closing that stands, with its life so far. */
export interface Closing {
  id: number;
  quarter: Quarter;
  district: string;
  knownBatch: number;
  fingerprint: string;
  state: Exclude<QuarterState, 'draft'>;
  moves: readonly MoveRecord[];
}

/** What a person owes a district after a negative sum. */
export interface Balance {
  opening: number;
  person: number;
  district: string;
  /** The quarter whose closing opened it. */
  quarter: Quarter;
  openedFen: Fen;
  /** What is still owed. */
  balanceFen: Fen;
}

/** What one district has settled for one person and month, all closings that stand together. */
export interface SettledMonth {
  /** The number that is kept, where people are one. */
  person: number;
  month: Month;
  district: string;
  amountFen: Fen;
  /** By the number that each part was paid under. */
  parts: readonly { person: number; amountFen: Fen }[];
}

/** A line as papers take it: planned, or frozen under a number of the register. */
export interface PaperLine extends ClosingLine {
  id?: number;
}

/** An opening of the recovery list as it stood when a quarter was closed. */
export interface RecoveryItem {
  /** null: a close would open it now. */
  opening: number | null;
  name: string;
  idNumber: string;
  district: string;
  /** The quarter whose closing opened it. */
  quarter: Quarter;
  openedFen: Fen;
  /** What has been taken back since, by later lines or by money returned. */
  takenFen: Fen;
  balanceFen: Fen;
}

/** What a closing comes to. */
export interface ClosingSums extends LineAmounts {
  /** With anything to be paid. */
  people: number;
  /** Months of the quarter itself that are paid. */
  personMonths: number;
  /** Months and rewards that wait. */
  openMonths: number;
}

/** The sums of one paying district. */
export interface DistrictSums extends ClosingSums {
  district: string;
  state: QuarterState;
}
