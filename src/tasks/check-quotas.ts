import type { Day } from '../domain/day.js';
import { checkQuotas, type QuotaCheck } from '../rules/quotas.js';
import { loadEstablishments, loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/**
 * Every unit of the register on a day, in an area, against its minimum of posts. Throws UserError
 * `area.unknown` and `policy.none-in-force`. 三(四)1
 */
export function checkRegisterQuotas(
  { db, policies, knownAt }: Workspace,
  on: Day,
  asked: AskedArea,
): QuotaCheck {
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  const check = checkQuotas({
    units,
    people: loadPeople(db, { knownAt, parts: ['certificates'] }),
    establishments: loadEstablishments(db, knownAt),
    book: policies,
    on,
    within: ({ district, township }) =>
      (area.district === null || area.district === district) &&
      (area.township === null || area.township === township),
  });
  const example = exampleFindings(policies, ['quota.minimum', 'grade.map'], on);
  return { ...check, findings: [...check.findings, ...example] };
}
