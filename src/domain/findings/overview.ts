import type { System } from '../terms.js';

/** What `report overview` finds, system by system. */
export interface OverviewFindings {
  /** `system` null: the goals of section 二. Errors of the single commands, as they count them. */
  'overview.open': { system: System | null; commands: readonly { command: string; errors: number }[] };
}
