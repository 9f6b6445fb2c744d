import type { Level } from '../terms.js';

/** `subsidy simulate` was asked for something that cannot be assumed. */
export interface SimulationProblems {
  'usage.bad-quarter-or-year': { value: string };
  /** `again`: what it raises is raised already. */
  'usage.bad-raise': { value: string; again: boolean };
  'usage.bad-drive': { value: string; again: boolean };
  /** Nothing would be different. */
  'simulation.nothing-assumed': Record<never, never>;
  /** The folder of `--with-policies`. */
  'simulation.folder-missing': { folder: string };
  /** Lowered, nothing would be left of a rate. Amounts in yuan; `district` null: the city's. */
  'simulation.rate-not-positive': { level: Level; district: string | null; now: string; supposed: string };
}
