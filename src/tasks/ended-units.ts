import type { FactValues } from '../domain/changes.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { ImportPlan } from '../intake/plan-result.js';
import { loadPeople } from '../store/register.js';
import type { Workspace } from './workspace.js';

/**
 * A warning for every row of a 村社区名录 that ends a unit which nobody takes over and where people have
 * posts beyond its last day. `fileName`: by number in the command.
 */
export function endedWithPeople(
  { db }: Workspace,
  plan: ImportPlan,
  units: readonly Unit[],
  fileName: (file: number) => string,
): Finding[] {
  const ending = plan.rows.flatMap(({ file, line, changes }) => {
    const unit = changes.find(({ fact }) => fact === 'unit');
    const values = unit?.after as FactValues['unit'] | undefined;
    if (!unit || unit.owner === null || !values?.dissolved) return [];
    const isTaken =
      changes.some(({ fact }) => fact === 'succession') ||
      units.some(({ id, successor }) => id === unit.owner && successor !== undefined);
    return isTaken ? [] : [{ id: unit.owner, values, ended: values.dissolved, file, line }];
  });
  if (ending.length === 0) return [];
  const people = loadPeople(db, { parts: [] });
  return ending.flatMap(({ id, values, ended, file, line }) => {
    const there = people.filter(({ posts }) =>
      posts.some(({ place, until }) => place.unit === id && (until === null || until > ended)),
    );
    if (there.length === 0) return [];
    const subject = `${values.district} ${values.township} ${values.name}`;
    const where = { file: fileName(file), line, column: '撤销日期' };
    return [finding('unit.ended-with-people', 'warning', subject, { ended, people: there.length }, where)];
  });
}
