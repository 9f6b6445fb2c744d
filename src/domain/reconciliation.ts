import type { Correction, RecoveryItem } from './closing.js';
import type { Month } from './day.js';
import type { Finding } from './finding.js';
import type { Fen } from './money.js';
import type { Quarter } from './quarter.js';
import type { QuarterState } from './quarter-life.js';
import type { RewardName } from './reward.js';
import type { Reason } from './terms.js';

/**
 * Why a month of a closed quarter is not settled as known at the last close. `undecided`: nobody could say (no
 * rate, two claims); `settled-elsewhere`: another district has not taken it back; `beyond-retro`: corrections do
 * not reach that far.
 */
const OPEN_REASONS = ['undecided', 'settled-elsewhere', 'beyond-retro'] as const;
export type OpenReason = (typeof OPEN_REASONS)[number];

/** 补发 or 扣回 of one month of one person, for the eye. */
export interface CorrectionItem {
  name: string;
  idNumber: string;
  /** Of the line that carries it. */
  district: string;
  township: string;
  unit: string;
  correction: Correction;
  /** The quarter of the month. */
  origin: Quarter;
  /** The quarter whose close carries it. */
  carriedBy: Quarter;
  /** Of the closing that carries it. */
  state: QuarterState;
}

/** A month that a close leaves open. */
export interface WaitingMonth {
  name: string;
  idNumber: string;
  district: string;
  month: Month;
  /** The reward that waits, given in the month; else the month does. */
  reward?: RewardName;
  why: OpenReason;
  /** The district that has paid it. */
  other: string | null;
}

/** What `subsidy corrections` tells of a quarter. */
export interface QuarterCorrections {
  items: readonly CorrectionItem[];
  waiting: readonly WaitingMonth[];
  recovery: readonly RecoveryItem[];
}

/** How a person's amount of one quarter differs from that of another, in fen. */
export interface AmountChange {
  name: string;
  idNumber: string;
  /** Where the person is paid now; who left, where they were. */
  district: string;
  township: string;
  unit: string;
  change: 'joined' | 'left' | 'changed';
  thenFen: Fen;
  nowFen: Fen;
  why: readonly ChangeCause[];
}

/** Why: a condition that is met now, or no more; another level, rate or district. */
export type ChangeCause =
  | { code: 'unmet' | 'met'; reason: Reason; months: readonly Month[] }
  | { code: 'level' | 'rate' | 'district'; from: string; to: string };

/** Two quarters side by side. */
export interface QuarterComparison {
  quarter: Quarter;
  since: Quarter;
  changes: readonly AmountChange[];
  /** 应发 of each. */
  thenFen: Fen;
  nowFen: Fen;
  findings: readonly Finding[];
}
