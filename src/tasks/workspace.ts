import { recordAudit } from '../store/audit.js';
import { batchKnownAt } from '../store/batches.js';
import { type Database, inUserTerms, openDatabase } from '../store/open.js';
import type { KnownAt } from '../store/standing.js';
import {
  openPolicies,
  type PolicyFolder,
  type PolicyWorkspace,
  type Surroundings,
} from './policy-workspace.js';

/** What every task works on; opened once per command and always closed. */
export interface Workspace extends PolicyWorkspace {
  db: Database;
  /** The database file, as the user named it. */
  dbFile: string;
  /** `--known-at`: every question is answered from what was known after this batch; undefined: from everything. */
  knownAt: KnownAt;
  close(): void;
}

/**
 * Opens the policies and the database; whoever calls it closes it. `revealFor`: the command that was
 * asked for whole numbers, written to the audit log before anything is shown. `knownAt`: the moment whose
 * knowledge is asked for. Throws UserError (`policy.*`, `database.*`) and BusyError.
 */
export function openWorkspace(
  surroundings: Surroundings,
  folder: PolicyFolder,
  dbFile: string,
  revealFor: string | null = null,
  knownAt?: Date,
): Workspace {
  const policyWorkspace = openPolicies(surroundings, folder);
  const db = openDatabase(dbFile);
  try {
    const known = knownAt && inUserTerms(dbFile, () => batchKnownAt(db, knownAt));
    if (revealFor !== null) {
      const { now, user } = surroundings;
      recordAudit(db, { at: now, user, command: revealFor, details: { reveal: true } });
    }
    return { ...policyWorkspace, db, dbFile, knownAt: known, close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Runs work on a workspace, with the database's refusals (busy, full, damaged) in the user's terms. */
export const workOn = <Result>(workspace: Workspace, work: (workspace: Workspace) => Result): Result =>
  inUserTerms(workspace.dbFile, () => work(workspace));
