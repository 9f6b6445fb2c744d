import { areaOrder } from '../domain/area-order.js';
import type { Closing } from '../domain/closing.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { Quarter } from '../domain/quarter.js';
import { UserError } from '../domain/user-error.js';
import { loadClosings } from '../store/closings.js';
import { loadUnits } from '../store/register.js';
import { mayHaveDrafts } from './export-subsidies.js';
import { type DistrictPlan, planQuarter } from './plan-closing.js';
import type { RewardDoubt } from './reward-doubts.js';
import type { Workspace } from './workspace.js';

/** A quarter as it stands: what is closed, and what a close would come to elsewhere. */
export interface QuarterAsItStands {
  closings: readonly Closing[];
  drafts: readonly DistrictPlan[];
  units: readonly Unit[];
  /** What is to be looked at before rewards of the drafts are paid. */
  rewardDoubts: readonly RewardDoubt[];
  /** Why there are no drafts, where there should be. */
  findings: readonly Finding[];
}

/**
 * The closings of a quarter that stand, and the plan of every district that has not closed it, or of one
 * district. Computes nothing where all is closed. Where something is closed, a policy that does not allow the rest to be computed is a finding;
 * else throws UserError `policy.*`.
 */
export function quarterAsItStands(
  workspace: Workspace,
  quarter: Quarter,
  district: string | null,
): QuarterAsItStands {
  const { db } = workspace;
  const units = loadUnits(db);
  const { compareDistricts } = areaOrder(units);
  const closings = loadClosings(db, quarter)
    .filter((each) => district === null || each.district === district)
    .sort((a, b) => compareDistricts(a.district, b.district));
  const nothing = { closings, drafts: [], units, rewardDoubts: [], findings: [] };
  if (!mayHaveDrafts(workspace, quarter, { district, closings, units })) return nothing;
  try {
    const { districts: drafts, rewardDoubts } = planQuarter(workspace, quarter, district);
    return { ...nothing, drafts, rewardDoubts };
  } catch (error) {
    const ofPolicy = error instanceof UserError && error.problem.startsWith('policy.');
    if (closings.length === 0 || !ofPolicy) throw error;
    return { ...nothing, findings: [noComputation(quarter)] };
  }
}

/** The policies as they are do not allow the quarter to be computed; what is closed stands all the same. */
export const noComputation = (quarter: Quarter): Finding =>
  finding('reconciliation.no-draft', 'warning', quarter, { quarter });
