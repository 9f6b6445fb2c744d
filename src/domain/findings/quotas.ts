import type { UnitKind } from '../terms.js';

/** What `quota check` finds. 三(四)1 */
export interface QuotaFindings {
  'quota.too-few-posts': { kind: UnitKind; required: number; established: number; shortfall: number };
  'quota.unknown-kind': { code: string };
  'quota.kinds-unconfirmed': { units: number };
}
