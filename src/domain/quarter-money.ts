import type { Fen } from './money.js';
import type { Quarter } from './quarter.js';
import type { QuarterState } from './quarter-life.js';

/** What one quarter comes to in one paying district; `draft`: computed now, and settled by nobody. */
export interface QuarterMoney {
  quarter: Quarter;
  district: string;
  state: QuarterState;
  /** With anything to be paid. */
  people: number;
  /** 实发 */
  netFen: Fen;
}
