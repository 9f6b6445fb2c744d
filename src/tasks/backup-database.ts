import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { BackupDone } from '../domain/database-state.js';
import { hasError } from '../domain/finding.js';
import { UserError } from '../domain/user-error.js';
import { openAsItIs } from '../store/as-it-is.js';
import { recordAudit } from '../store/audit.js';
import { databaseInfo } from '../store/database-info.js';
import { type Database, inUserTerms } from '../store/open.js';
import { type Progress, snapshot } from '../store/snapshot.js';
import { checkFile } from '../store/soundness.js';
import { behindLink, discard, onFiles, sha256Of, takePlace, waitingName } from '../store/whole-file.js';
import type { Surroundings } from './policy-workspace.js';

export interface BackupRequest {
  dbFile: string;
  /** The file to be written. */
  to: string;
  /** Replace a file that is there. */
  force: boolean;
  progress?: Progress;
}

/**
 * Copies the register while others go on working, checks the copy, and only then gives it its name: a backup that is
 * there is whole and sound, or it is the one before. Recorded in the audit log of the register in the same step. Throws
 * UserError `database.backup-exists`, `database.unsound` (with what is wrong), `file.is-folder`, `file.unwritable`,
 * `database.*`, and BusyError.
 */
export async function backupDatabase(
  surroundings: Surroundings,
  request: BackupRequest,
): Promise<BackupDone> {
  const { dbFile, to, force } = request;
  requireFree(to, force);
  const db = openAsItIs(dbFile);
  const place = behindLink(to);
  const waiting = waitingName(place);
  try {
    if (db.readonly) throw new UserError('database.read-only', { file: dbFile });
    return await onFiles(to, async () => {
      await snapshot(db, waiting, request.progress);
      const done = describe(waiting, { dbFile, to });
      inUserTerms(dbFile, () => handOut(db, surroundings, done, () => takePlace(waiting, place)));
      return done;
    });
  } finally {
    discard(waiting);
    db.close();
  }
}

function requireFree(to: string, force: boolean): void {
  if (!existsSync(to)) return;
  if (statSync(to).isDirectory()) throw new UserError('file.is-folder', { file: to });
  if (!force) throw new UserError('database.backup-exists', { file: to });
}

/** Opens the copy and looks at all of it. Throws UserError `database.unsound`. */
function describe(copy: string, { dbFile, to }: { dbFile: string; to: string }): BackupDone {
  const findings = checkFile(copy, dbFile).flatMap((part) => part.findings);
  if (hasError(findings)) throw new UserError('database.unsound', { file: dbFile }, findings);
  const db = openAsItIs(copy);
  try {
    const { bytes, schemaVersion, auditEntries } = databaseInfo(db, copy);
    return { file: to, bytes, sha256: sha256Of(copy), schemaVersion, auditEntries };
  } finally {
    db.close();
  }
}

function handOut(
  db: Database,
  { now, user }: Surroundings,
  { file, bytes, sha256 }: BackupDone,
  place: () => void,
) {
  db.pragma('query_only = OFF');
  db.transaction(() => {
    const details = { backup: basename(file), bytes, sha256 };
    recordAudit(db, { at: now, user, command: 'db backup', details });
    place();
  }).immediate();
}
