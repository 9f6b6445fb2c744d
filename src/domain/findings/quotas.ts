import type { Day } from '../day.js';
import type { UnitKind } from '../terms.js';

/** What `quota check` finds. 三(四)1 */
export interface QuotaFindings {
  'quota.too-few-posts': { kind: UnitKind; required: number; established: number; shortfall: number };
  'quota.unknown-kind': { code: string };
  /** Also of `grade check`: the unit has ended, nobody took over, and people still have posts there. */
  'unit.ended-with-people': { ended: Day; people: number };
  /** Also of `grade check`: people have posts at the unit, or one that went into it, before its first day. */
  'unit.not-yet-founded': { founded: Day; people: number };
  'quota.kinds-unconfirmed': { units: number };
}
