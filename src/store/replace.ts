import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { BusyError, UserError } from '../domain/user-error.js';
import { BUSY_MILLISECONDS, type Database, inUserTerms, requireOurs, writable } from './open.js';
import { asOneFile } from './snapshot.js';
import { BESIDE, copyPrivate, createPrivate, discard, sha256Of, syncFile, takePlace } from './whole-file.js';

/** The register that was there before, as it stays beside. */
export interface KeptRegister {
  file: string;
  sha256: string;
}

interface Replacement {
  /** The register to be replaced; it may be missing or damaged. */
  file: string;
  /** A sound register beside it that takes its name. */
  by: string;
  /** The name under which the old one stays. */
  keepAs: string;
  /** The last words to the new register, once the old one is safe. */
  beforeSwap(kept: KeptRegister | null): void;
}

/**
 * Puts one register in the place of another: at every moment the name means the old one or the new one, whole. The
 * old one stays as a copy. Returns it; null: there was none. Throws BusyError while anybody has the old one open,
 * UserError `database.foreign`, `database.read-only`, and errors of the file system.
 */
export async function replaceRegister(replacement: Replacement): Promise<KeptRegister | null> {
  const { file, by, keepAs, beforeSwap } = replacement;
  const held = existsSync(file) && statSync(file).size > 0 ? hold(file) : null;
  try {
    const kept = held && (await keep(held, file, keepAs));
    if (held) chmodSync(by, statSync(file).mode & 0o777);
    beforeSwap(kept);
    inUserTerms(by, () => asOneFile(by));
    swap(replacement, held);
    return kept;
  } catch (error) {
    discard(keepAs);
    throw error;
  } finally {
    held?.release();
  }
}

function swap({ file, by, keepAs }: Replacement, held: Held | null): void {
  const putBack = setLogsAside(file, keepAs);
  const onlyName = held !== null && statSync(file).nlink === 1;
  // Windows lets nobody rename onto a file that is open, by us or by others
  if (process.platform === 'win32') held?.release();
  try {
    takePlace(by, file);
  } catch (error) {
    putBack();
    throw error;
  }
  if (onlyName) held.disown();
}

/** A register that nobody else can enter. */
interface Held {
  /** null: damage that even SQLite cannot enter; there is nothing to hold, and nobody can work with it. */
  db: Database | null;
  /**
   * Takes the mark of a register from the file that has lost its name: who has it open and waits would otherwise write
   * to it, with logs named like those of the new one.
   */
  disown(): void;
  release(): void;
}

const LOST: Held = { db: null, disown() {}, release() {} };

function hold(file: string): Held {
  return inUserTerms(file, () => {
    const db = new BetterSqlite(file, { timeout: BUSY_MILLISECONDS });
    try {
      enterAlone(db, file);
    } catch (error) {
      db.close();
      if (isDamage(error)) return LOST;
      throw error;
    }
    return { db, disown: () => disown(db), release: () => db.close() };
  });
}

function enterAlone(db: Database, file: string): void {
  requireOurs(db, file, Number.POSITIVE_INFINITY);
  // works only while nobody else has it open, and leaves all of it in the file itself
  const journal = db.pragma('journal_mode = DELETE', { simple: true });
  if (journal !== 'delete' || !writable(file)) throw new UserError('database.read-only', { file });
  // no log on the disk from here on: its name would be that of the new register's
  db.pragma('journal_mode = MEMORY');
  // the lock outlasts the transaction: inside of one, SQLite copies nothing
  db.pragma('locking_mode = EXCLUSIVE');
  db.exec('BEGIN EXCLUSIVE; COMMIT');
  // somebody came in between the two
  if (existsSync(`${file}-wal`)) throw new BusyError(file);
}

function disown(db: Database): void {
  try {
    if (db.open) db.pragma('application_id = 0');
  } catch {
    // the new register stands already; the old one is beside it
  }
}

/** Through the connection that holds it: to close a file of this process once more would end the lock. */
async function keep(held: Held, file: string, keepAs: string): Promise<KeptRegister> {
  if (held.db === null) copyPrivate(file, keepAs);
  else {
    createPrivate(keepAs);
    try {
      const { totalPages } = await held.db.backup(keepAs);
      // SQLite says that it is done where it could not even begin
      if (totalPages === 0) throw new BusyError(file);
      syncFile(keepAs);
    } catch (error) {
      if (!isDamage(error)) throw error;
      discard(keepAs);
      copyPrivate(file, keepAs);
    }
  }
  return { file: keepAs, sha256: sha256Of(keepAs) };
}

const isDamage = (error: unknown): boolean =>
  error instanceof BetterSqlite.SqliteError && /^SQLITE_(CORRUPT|IOERR_SHORT_READ)/.test(error.code);

/** Logs of a register that is lost or damaged must not be read into the new one. Returns the way back. */
function setLogsAside(file: string, keepAs: string): () => void {
  rmSync(`${file}-shm`, { force: true });
  const logs = BESIDE.filter((suffix) => suffix !== '-shm' && existsSync(file + suffix));
  for (const suffix of logs) renameSync(file + suffix, keepAs + suffix);
  return () => {
    for (const suffix of logs) renameSync(keepAs + suffix, file + suffix);
  };
}
