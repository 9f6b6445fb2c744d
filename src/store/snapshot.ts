import { existsSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { BusyError } from '../domain/user-error.js';
import { type Database, inUserTerms } from './open.js';
import { copyPrivate, createPrivate, syncFile } from './whole-file.js';

/** How many pages are copied before anybody else has a turn: some 16 MB. */
const PAGES_AT_ONCE = 2000;

export type Progress = (copied: number, pages: number) => void;

/**
 * Copies a register while others may go on working, as it is at this moment, into one new file for its owner
 * alone. Throws UserError `database.unwritable`, `database.read-only` for the copy.
 */
export async function snapshot(db: Database, copy: string, progress: Progress = () => {}): Promise<void> {
  createPrivate(copy);
  // one view throughout: whoever writes meanwhile would make the copying start anew
  db.exec('BEGIN');
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    const { totalPages } = await inUserTerms(copy, () =>
      db.backup(copy, {
        progress({ totalPages, remainingPages }) {
          progress(totalPages - remainingPages, totalPages);
          return PAGES_AT_ONCE;
        },
      }),
    );
    // SQLite says that it is done where it could not even begin
    if (totalPages === 0) throw new BusyError(copy);
  } finally {
    db.exec('ROLLBACK');
  }
  inUserTerms(copy, () => asOneFile(copy));
}

/**
 * Copies somebody's backup into a new file and never touches the backup. One that is in use is read through SQLite,
 * so that what is being written there does not come half.
 */
export async function copyBackup(backup: string, copy: string): Promise<void> {
  if (existsSync(`${backup}-shm`)) {
    const db = new BetterSqlite(backup, { readonly: true });
    try {
      await snapshot(db, copy);
    } finally {
      db.close();
    }
    return;
  }
  copyPrivate(backup, copy);
  for (const suffix of ['-wal', '-journal']) {
    if (existsSync(backup + suffix)) copyPrivate(backup + suffix, copy + suffix);
  }
}

/** Takes whatever waits in logs into the file itself, so that the file alone is the register. */
export function asOneFile(file: string): void {
  const db = new BetterSqlite(file);
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  syncFile(file);
}
