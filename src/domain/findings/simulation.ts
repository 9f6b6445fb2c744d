import type { Month } from '../day.js';
import type { ParameterName } from '../parameter-names.js';
import type { Quarter } from '../quarter.js';
import type { Level } from '../terms.js';

/** As things are, under the assumptions, or both. */
export type SimulatedWay = 'now' | 'supposed' | 'both';

/** What `subsidy simulate` cannot compare. Amounts in yuan. */
export interface SimulationFindings {
  /** A quarter of a year cannot be computed: no policy is in force (`parameter` null), or the office has not set a value. */
  'simulation.quarter-apart': { quarter: Quarter; way: SimulatedWay; parameter: ParameterName | null };
  /** The assumed policy has no rate where people would be entitled. */
  'simulation.no-rate': { district: string; level: Level; months: readonly Month[] };
  /** Months on post that cannot be decided. */
  'simulation.undecided': { now: number; supposed: number };
  /** Nobody has what a quarter is judged by: most likely it is still to come. */
  'simulation.nothing-recorded': { quarter: Quarter };
  /** Months that are paid one way and have no answer the other way. */
  'simulation.months-apart': { nowMonths: number; now: string; supposedMonths: number; supposed: string };
}
