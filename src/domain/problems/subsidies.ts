import type { Quarter } from '../quarter.js';
import type { QuarterState } from '../quarter-life.js';

/** The sheets of a quarter cannot be made, or not put where they were asked for. */
export interface SubsidyProblems {
  /** Nobody held a post in the quarter (or in the district): there is nothing to write. */
  'export.nothing': { quarter: Quarter; district: string | null };
  /** Districts can stand in one file only while they have come equally far. */
  'export.stages-differ': {
    quarter: Quarter;
    districts: readonly { district: string; state: QuarterState }[];
  };
  /** Neither the folder nor the folder it would stand in exists. */
  'export.folder-missing': { folder: string };
  'export.not-a-folder': { folder: string };
  /** Files of these names stand there with other contents. */
  'export.files-exist': { folder: string; files: readonly string[] };
}
