import type { Day } from './day.js';
import type { Fen } from './money.js';
import type { Quarter } from './quarter.js';

/**
 * How far the payment of a frozen line has come. `paid`: the bank says so of any file it was in; `failed`: the answer
 * to the last file; `sent`: the last file has not come back; `unsent`: in no bank file, and nobody has reported it.
 */
export type PaymentState = 'paid' | 'failed' | 'sent' | 'unsent';

/** What a bank said of one file that a line was in; `attempt` 0: of a line that was in none. */
export interface PaymentAnswer {
  /** Its number among the payments of the register. */
  payment: number;
  attempt: number;
  state: '成功' | '失败';
  reason: string | null;
  paid: Day | null;
}

/** A frozen line that is to be paid, and what became of it. */
export interface LinePayment {
  line: number;
  closing: number;
  quarter: Quarter;
  district: string;
  /** The number that is kept, where people are one. */
  person: number;
  netFen: Fen;
  /** The card as it was frozen. */
  account: string | null;
  state: PaymentState;
  /** The day of each bank file that it was in, in order. */
  sentOn: readonly Day[];
  /** By attempt. */
  answers: readonly PaymentAnswer[];
}
