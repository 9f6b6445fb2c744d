import type { Day } from '../domain/day.js';
import type { StructureArea } from '../domain/structure-areas.js';
import { type PostStructure, postStructure } from '../rules/post-structure.js';
import { loadEstablishments, loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/**
 * The professional posts of the register on a day, by area, tier and grade. Throws UserError `area.unknown` and
 * `policy.none-in-force`. 三(四)2
 */
export function registerPostStructure(
  { db, policies, knownAt }: Workspace,
  on: Day,
  asked: AskedArea & { by: StructureArea },
): PostStructure {
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  const structure = postStructure({
    units,
    people: loadPeople(db, { knownAt, parts: ['certificates'] }),
    establishments: loadEstablishments(db, knownAt),
    book: policies,
    on,
    by: asked.by,
    within: ({ district, township }) =>
      (area.district === null || area.district === district) &&
      (area.township === null || area.township === township),
  });
  const example = exampleFindings(policies, ['grade.map', 'grade.certificate'], on);
  return { ...structure, findings: [...structure.findings, ...example] };
}
