import { isWithin } from '../domain/area.js';
import type { Day } from '../domain/day.js';
import { type LabourShare, labourShare } from '../rules/labour-share.js';
import { checkPay, type PayCheck } from '../rules/pay.js';
import { loadKnownFacts } from '../store/known-facts.js';
import { loadPay, loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/** Pay by district, and the labour share of what was purchased there. */
export interface RegisterPay extends PayCheck {
  labour: LabourShare;
}

/**
 * Average pay of the register on a day, in an area, against last year's average wage. Throws UserError
 * `area.unknown`, `policy.none-in-force` and `policy.value-unset`. 三(六)1
 */
export function checkRegisterPay(
  workspace: Workspace,
  { on, allPosts, ...asked }: AskedArea & { on: Day; allPosts: boolean },
): RegisterPay {
  const { db, policies, knownAt } = workspace;
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  const check = checkPay({
    people: loadPeople(db, { knownAt, parts: [] }),
    pay: loadPay(db, knownAt),
    units,
    book: policies,
    on,
    allPosts,
    within: (place) => isWithin(area, place),
  });
  const example = exampleFindings(policies, ['pay.reference'], on);
  const labour = registerLabour(workspace, { on, district: asked.district });
  return { ...check, findings: [...check.findings, ...example], labour };
}

/** Labour share of the purchased services of a district, or of all. Throws UserError `area.unknown`. 三(六)1 */
export function registerLabour(
  { db, policies, knownAt }: Workspace,
  { on, district }: { on: Day; district?: string | undefined },
): LabourShare {
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, { district });
  const projects = loadKnownFacts(db, 'project', knownAt)
    .map(({ values }) => values)
    .filter((project) => area.district === null || project.district === area.district);
  return labourShare({ projects, units, book: policies, on });
}
