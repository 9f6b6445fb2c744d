import type { Day } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { UserError } from '../domain/user-error.js';
import { type UnitHistoryRow, unitHistory, type Workplace } from '../rules/unit-history.js';
import { loadFiles } from '../store/files.js';
import { loadEstablishments, loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { findUnit } from './find-unit.js';
import { findWorkplace } from './find-workplace.js';
import type { Workspace } from './workspace.js';

/** The history of one unit or other workplace, each row with the name of its file. */
export interface UnitHistory {
  unit: Unit | Workplace;
  /** As it is called in the end. `code`: null of another workplace. */
  name: string;
  code: string | null;
  rows: readonly (UnitHistoryRow & { fileName: string; batch: number | null })[];
}

/**
 * Posts, grades and people of one unit or other workplace over time. `on` null: the whole history. Throws UserError `where.unknown`,
 * `where.ambiguous` and `area.unknown`.
 */
export function registerUnitHistory(
  { db, policies, knownAt, today }: Workspace,
  where: string,
  { on, ...within }: AskedArea & { on: Day | null },
): UnitHistory {
  const units = loadUnits(db, knownAt);
  const day = on ?? today;
  const people = loadPeople(db, { knownAt, parts: ['certificates'] });
  const establishments = loadEstablishments(db, knownAt);
  const workplace = (): Workplace | undefined =>
    findWorkplace(
      [...establishments, ...people.flatMap(({ posts }) => posts)].map(({ place }) => place),
      where,
      resolveArea(units, within),
    );
  const unit = findEither(() => findUnit(units, where, { on: day, within, evenEnded: true }), workplace);
  const files = loadFiles(db);
  const rows = unitHistory({
    unit,
    units,
    people,
    establishments,
    book: policies,
    on: day,
    only: on !== null,
  });
  return {
    ...{ unit, ...namesOf(unit) },
    rows: rows.map((row) => {
      const file = files.get(row.file);
      return { ...row, fileName: file?.name ?? '', batch: file?.batch ?? null };
    }),
  };
}

/** The unit; where there is none of that name, the workplace, if there is one. */
function findEither(unit: () => Unit, workplace: () => Workplace | undefined): Unit | Workplace {
  try {
    return unit();
  } catch (error) {
    if (!(error instanceof UserError) || error.problem !== 'where.unknown') throw error;
    const found = workplace();
    if (!found) throw error;
    return found;
  }
}

function namesOf(unit: Unit | Workplace): { name: string; code: string | null } {
  if ('workplace' in unit) return { name: `${unit.district} ${unit.workplace}`, code: null };
  const { district, township, name, code } = unit.terms.at(-1) ?? unit.terms[0];
  return { name: `${district} ${township} ${name}`, code };
}
