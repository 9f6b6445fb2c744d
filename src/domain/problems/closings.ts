import type { Day } from '../day.js';
import type { Quarter } from '../quarter.js';
import type { Move, QuarterState } from '../quarter-life.js';

/** A quarter cannot be moved as asked. */
export interface ClosingProblems {
  'usage.bad-dates': { option: string; value: string };
  /** Nobody had a post in the quarter, and nothing is to be amended. */
  'closing.nothing': { quarter: Quarter; district: string | null };
  /** Every district that was asked for has closed it. */
  'closing.already': { quarter: Quarter; districts: readonly string[] };
  'closing.future': { quarter: Quarter; from: Day };
  /** A later quarter is closed: corrections go forward, never back. */
  'closing.out-of-order': { quarter: Quarter; later: readonly { district: string; quarter: Quarter }[] };
  /** Some value is an example: nothing computed from it is paid. */
  'closing.example': { quarter: Quarter; districts: readonly string[] };
  /** No rate in any month for the districts that were asked for. */
  'closing.no-rate-anywhere': { quarter: Quarter; districts: readonly string[] };
  /** `move` needs another state than these districts are in. */
  'closing.wrong-state': {
    quarter: Quarter;
    move: Move;
    districts: readonly { district: string; state: QuarterState }[];
  };
  'closing.same-person': { by: string; districts: readonly string[] };
  'closing.notice-missing': Record<never, never>;
  'closing.notice-short': { from: Day; until: Day; weekdays: number; needed: number };
  /** The notice began before the quarter was closed. */
  'closing.notice-early': { from: Day; closed: Day; districts: readonly string[] };
  'closing.reopen-exported': { quarter: Quarter; districts: readonly string[] };
  /** These pay a month that the quarter took back: a transfer between districts. */
  'closing.paid-on-it': { quarter: Quarter; payers: readonly { district: string; quarter: Quarter }[] };
  /** A later quarter of the same district stands on it. */
  'closing.stood-on': { quarter: Quarter; later: readonly { district: string; quarter: Quarter }[] };
}
