import type { Day } from '../domain/day.js';
import { checkGrades, type GradeCheck } from '../rules/grade-check.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/**
 * Every occupied professional post of the register on a day, in an area. Throws UserError
 * `area.unknown` and `policy.none-in-force`. 三(四)2
 */
export function checkRegisterGrades({ db, policies }: Workspace, on: Day, asked: AskedArea): GradeCheck {
  const units = loadUnits(db);
  const area = resolveArea(units, asked);
  const check = checkGrades({
    people: loadPeople(db, { parts: ['certificates'] }),
    units,
    book: policies,
    on,
    within: ({ district, township }) =>
      (area.district === null || area.district === district) &&
      (area.township === null || area.township === township),
  });
  const example = exampleFindings(policies, ['grade.map', 'grade.certificate'], on);
  return { ...check, findings: [...check.findings, ...example] };
}
