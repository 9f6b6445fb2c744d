import type { Day } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { type UnitHistoryRow, unitHistory } from '../rules/unit-history.js';
import { loadFiles } from '../store/files.js';
import { loadEstablishments, loadPeople, loadUnits } from '../store/register.js';
import type { AskedArea } from './area.js';
import { findUnit } from './find-unit.js';
import type { Workspace } from './workspace.js';

/** The history of one unit, each row with the name of its file. */
export interface UnitHistory {
  unit: Unit;
  rows: readonly (UnitHistoryRow & { fileName: string; batch: number | null })[];
}

/**
 * Posts, grades and people of one unit over time. `on` null: the whole history. Throws UserError `where.unknown`,
 * `where.ambiguous` and `area.unknown`.
 */
export function registerUnitHistory(
  { db, policies, knownAt, today }: Workspace,
  where: string,
  { on, ...within }: AskedArea & { on: Day | null },
): UnitHistory {
  const units = loadUnits(db, knownAt);
  const day = on ?? today;
  const unit = findUnit(units, where, { on: day, within, evenEnded: true });
  const files = loadFiles(db);
  const rows = unitHistory({
    unit,
    units,
    people: loadPeople(db, { knownAt, parts: ['certificates'] }),
    establishments: loadEstablishments(db, knownAt),
    book: policies,
    on: day,
    only: on !== null,
  });
  return {
    unit,
    rows: rows.map((row) => {
      const file = files.get(row.file);
      return { ...row, fileName: file?.name ?? '', batch: file?.batch ?? null };
    }),
  };
}
