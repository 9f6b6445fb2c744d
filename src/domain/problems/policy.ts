import type { Day, Month } from '../day.js';
import type { ParameterName } from '../parameter-names.js';
import type { Quarter } from '../quarter.js';

/** The policy cannot answer the question as a whole. */
export interface PolicyProblems {
  'policy.folder-missing': { folder: string };
  /** The folder has errors (in `findings`): nothing is computed from it. */
  'policy.unsound': { folder: string; errors: number };
  'policy.none-in-force': { on: Day; from: Day | null; until: Day | null };
  'policy.no-month-in-force': { quarter: Quarter; from: Day | null; until: Day | null };
  /** The office has to set this value; `district` null: in city.yaml or in a district's file. `on`: of a day, not of a quarter; `part`: what of the value is missing. */
  'policy.value-unset': {
    parameter: ParameterName;
    month: Month | null;
    district: string | null;
    on?: Day;
    part?: string;
  };
  /** `policy show` was asked for a parameter that does not exist. */
  'policy.no-such-parameter': { parameter: string; nearest: readonly string[] };
}
