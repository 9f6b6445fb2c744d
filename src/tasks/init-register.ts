import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../domain/user-error.js';
import { countOutcomes } from '../intake/plan-result.js';
import { planUnits } from '../intake/plan-units.js';
import { readShippedUnits } from '../intake/shipped-units.js';
import { startingPolicies } from '../policy/starting-policies.js';
import { applyPlan } from '../store/apply-plan.js';
import { recordAudit } from '../store/audit.js';
import { createDatabase, type Database, inUserTerms } from '../store/open.js';
import { loadUnits } from '../store/register.js';
import { importedFile } from './imported-file.js';
import type { Surroundings } from './policy-workspace.js';

export interface InitResult {
  /** The database was not there before. */
  created: boolean;
  /** Units loaded now; 0 where the register has its units already. */
  units: number;
  policiesCreated: boolean;
}

/**
 * Makes an office ready to work: the register with the units we ship, and a commented policy folder.
 * What is there already stays as it is. Throws UserError `database.*`, `file.unwritable`, and BusyError.
 */
export function initRegister(
  { now, today, user, dataFolder }: Surroundings,
  { dbFile, policyFolder }: { dbFile: string; policyFolder: string },
): InitResult {
  const { db, created } = createDatabase(dbFile);
  try {
    const load = db.transaction(() => loadShippedUnits(db, { now, today, user, dataFolder }));
    const units = inUserTerms(dbFile, () => (loadUnits(db).length > 0 ? 0 : load.immediate()));
    return { created, units, policiesCreated: writePolicies(dataFolder, policyFolder) };
  } finally {
    db.close();
  }
}

function loadShippedUnits(db: Database, { now, today, user, dataFolder }: Surroundings): number {
  const { sheet, rows } = readShippedUnits(join(dataFolder, 'units', 'chengdu.csv'), today);
  const plan = planUnits(rows, {
    units: [],
    fileName: () => sheet.name,
    heard: () => false,
    changesFrom: null,
    confirms: false,
  });
  const counts = countOutcomes(plan.rows, 0);
  applyPlan(db, {
    dataset: 'units',
    recordedAt: now.toISOString(),
    user,
    counts,
    files: [{ ...importedFile(sheet), asOf: today, givenColumns: '[]' }],
    rows: plan.rows,
    newPeople: plan.newPeople,
    newUnits: plan.newUnits,
  });
  recordAudit(db, { at: now, user, command: 'init', details: { units: counts.new, sha256: sheet.sha256 } });
  return counts.new;
}

/** Writes the folder unless there is one: an office's own values are never touched. */
function writePolicies(dataFolder: string, folder: string): boolean {
  if (existsSync(folder)) return false;
  try {
    for (const { path, text } of startingPolicies(dataFolder)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: 'wx' });
    }
  } catch (error) {
    throw new UserError('file.unwritable', {
      file: folder,
      reason: (error as NodeJS.ErrnoException).code ?? '',
    });
  }
  return true;
}
