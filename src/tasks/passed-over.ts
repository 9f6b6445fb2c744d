import { type Finding, finding } from '../domain/finding.js';
import { type Quarter, quarterBefore } from '../domain/quarter.js';
import { UserError } from '../domain/user-error.js';
import { loadClosings, loadLetGo } from '../store/closings.js';
import { planQuarter } from './plan-closing.js';
import type { Workspace } from './workspace.js';

/**
 * Says which of these districts would pass over an earlier quarter that they still have to close: one that was
 * reopened, or, for a district that closes for the first time, the quarter before, which others have closed.
 */
export function passedOver(
  workspace: Workspace,
  quarter: Quarter,
  districts: ReadonlySet<string>,
): Finding[] {
  const standing = loadClosings(workspace.db);
  const letGo = loadLetGo(workspace.db).filter(
    (each) => each.quarter < quarter && districts.has(each.district),
  );
  const known = new Set([...standing, ...letGo].map(({ district }) => district));
  const before = quarterBefore(quarter);
  const others = standing.some((each) => each.quarter === before);
  const first = others ? [...districts].filter((district) => !known.has(district)) : [];
  const asked = [
    ...letGo.map((each) => ({ ...each, reopened: true })),
    ...first.map((district) => ({ district, quarter: before, reopened: false })),
  ];
  const toClose = new Map(
    [...new Set(asked.map((each) => each.quarter))].map((of) => [of, districtsToClose(workspace, of)]),
  );
  return asked.flatMap(({ district, quarter: earlier, reopened }) =>
    toClose.get(earlier)?.has(district)
      ? [finding('closing.earlier-open', 'warning', district, { district, quarter, earlier, reopened })]
      : [],
  );
}

/** Nobody, where the policies do not allow the quarter to be computed. */
function districtsToClose(workspace: Workspace, quarter: Quarter): ReadonlySet<string> {
  try {
    return new Set(planQuarter(workspace, quarter).districts.map(({ district }) => district));
  } catch (error) {
    if (error instanceof UserError && error.problem.startsWith('policy.')) return new Set();
    throw error;
  }
}
