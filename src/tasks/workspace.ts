import { recordAudit } from '../store/audit.js';
import { type Database, inUserTerms, openDatabase } from '../store/open.js';
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
  close(): void;
}

/**
 * Opens the policies and the database; whoever calls it closes it. `revealFor`: the command that was
 * asked for whole numbers, written to the audit log before anything is shown. Throws UserError
 * (`policy.*`, `database.*`) and BusyError.
 */
export function openWorkspace(
  surroundings: Surroundings,
  folder: PolicyFolder,
  dbFile: string,
  revealFor: string | null = null,
): Workspace {
  const policyWorkspace = openPolicies(surroundings, folder);
  const db = openDatabase(dbFile);
  try {
    if (revealFor !== null) {
      const { now, user } = surroundings;
      recordAudit(db, { at: now, user, command: revealFor, details: { reveal: true } });
    }
  } catch (error) {
    db.close();
    throw error;
  }
  return { ...policyWorkspace, db, dbFile, close: () => db.close() };
}

/** Runs work on a workspace, with the database's refusals (busy, full, damaged) in the user's terms. */
export const workOn = <Result>(workspace: Workspace, work: (workspace: Workspace) => Result): Result =>
  inUserTerms(workspace.dbFile, () => work(workspace));
