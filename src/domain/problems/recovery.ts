import type { Fen } from '../money.js';
import type { Quarter } from '../quarter.js';

/** Money that a person returned cannot be booked, or quarters not compared. */
export interface RecoveryProblems {
  /** The person owes this district nothing; `elsewhere`: districts that they do owe. */
  'recovery.nothing-owed': { district: string; elsewhere: readonly string[] };
  /** More than is owed. */
  'recovery.too-much': { district: string; owedFen: Fen; amountFen: Fen };
  /** The quarter that opened it can still be reopened, which would let go of the money too. */
  'recovery.not-exported': { district: string; quarter: Quarter };
  'recovery.bad-amount': { value: string };
  /** A quarter compared with itself. */
  'status.since-itself': { quarter: Quarter };
  /** Compared without saying which quarter. */
  'status.since-what': Record<never, never>;
}
