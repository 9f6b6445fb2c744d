import { areaOrder } from '../domain/area-order.js';
import type { ClosingLine } from '../domain/closing.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import type { QuarterComparison } from '../domain/reconciliation.js';
import { UserError } from '../domain/user-error.js';
import { subsidyInForceWithin } from '../rules/policy-span.js';
import { quarterChanges } from '../rules/quarter-changes.js';
import { loadClosedLines } from '../store/closed-lines.js';
import { loadLinks } from '../store/links.js';
import { payingDistrict } from './paying-district.js';
import { quarterAsItStands } from './quarter-drafts.js';
import type { Workspace } from './workspace.js';

/**
 * Who joined, left or is due another amount from one quarter to another, and why: as frozen where a district has
 * closed the quarter, else as computed now. Throws UserError `area.unknown`, `status.since-itself` and `policy.*`.
 */
export function compareToQuarter(
  workspace: Workspace,
  quarter: Quarter,
  since: Quarter,
  asked: { district?: string | undefined },
): QuarterComparison {
  if (quarter === since) throw new UserError('status.since-itself', { quarter });
  return workspace.db
    .transaction(() => {
      const district = payingDistrict(workspace, asked.district);
      const then = linesOf(workspace, since);
      const now = linesOf(workspace, quarter);
      const { kept } = loadLinks(workspace.db);
      const gap = {
        was: isWithoutPolicy(workspace, since, then.lines),
        is: isWithoutPolicy(workspace, quarter, now.lines),
      };
      const sum = (lines: readonly ClosingLine[]) =>
        lines.reduce(
          (fen, line) => (district === null || line.district === district ? fen + line.dueFen : fen),
          0,
        );
      return {
        ...{ quarter, since, changes: quarterChanges(then.lines, now.lines, kept, district, gap) },
        ...{ thenFen: sum(then.lines), nowFen: sum(now.lines) },
        findings: [...then.findings, ...now.findings],
      };
    })
    .deferred();
}

/** Nobody has a month in the quarter, since no policy is in force in it. */
const isWithoutPolicy = ({ policies }: Workspace, of: Quarter, lines: readonly ClosingLine[]): boolean =>
  lines.every(({ months }) => months.length === 0) &&
  !monthsOf(of).some((month) => subsidyInForceWithin(policies, month));

function linesOf(workspace: Workspace, quarter: Quarter) {
  const { closings, drafts, units, findings } = quarterAsItStands(workspace, quarter, null);
  const all = [
    ...closings.map((closing) => ({
      district: closing.district,
      lines: loadClosedLines(workspace.db, closing) as readonly ClosingLine[],
    })),
    ...drafts,
  ];
  const { compareDistricts } = areaOrder(units);
  all.sort((a, b) => compareDistricts(a.district, b.district));
  return { lines: all.flatMap(({ lines }) => lines), findings };
}
