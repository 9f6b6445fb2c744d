import { isWithin } from '../domain/area.js';
import { type AreaOrder, areaOrder, compareText } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import { checkGrades, type GradeCheck, type GradeRow } from '../rules/grade-check.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/**
 * Every occupied professional post of the register on a day, in an area. Throws UserError
 * `area.unknown` and `policy.none-in-force`. 三(四)2
 */
export function checkRegisterGrades(
  { db, policies, knownAt }: Workspace,
  on: Day,
  asked: AskedArea,
): GradeCheck {
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  const check = checkGrades({
    people: loadPeople(db, { knownAt, parts: ['certificates'] }),
    units,
    book: policies,
    on,
    within: (place) => isWithin(area, place),
  });
  const example = exampleFindings(policies, ['grade.map', 'grade.certificate'], on);
  return {
    ...check,
    rows: [...check.rows].sort(byPlace(areaOrder(units))),
    findings: [...check.findings, ...example],
  };
}

/** District, township, unit, identity number: the order of every list. */
const byPlace =
  ({ compareDistricts, compareTownships }: AreaOrder) =>
  (a: GradeRow, b: GradeRow): number =>
    compareDistricts(a.district, b.district) ||
    compareTownships(a.district, a.township ?? '', b.township ?? '') ||
    compareText(a.name, b.name) ||
    compareText(a.person.idNumber, b.person.idNumber);
