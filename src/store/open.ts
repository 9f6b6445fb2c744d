import { accessSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs';
import BetterSqlite, { type Database as Connection } from 'better-sqlite3';
import { BusyError, UserError } from '../domain/user-error.js';
import { MIGRATIONS } from './migrations/index.js';

export type Database = Connection;

/** `SHGG` in the header: this file is ours. */
const APPLICATION_ID = 0x53484747;
export const BUSY_MILLISECONDS = 5000;
const CACHE_KIB = 48 * 1024;

/**
 * Opens the register and brings it up to today's schema. Throws UserError `database.*` when it is
 * missing, of another program, newer than this program, damaged or cannot be written, and BusyError
 * when somebody else is writing.
 */
export function openDatabase(file: string): Database {
  if (!existsSync(file)) throw new UserError('database.missing', { file });
  if (statSync(file).isDirectory()) throw new UserError('database.foreign', { file });
  return inUserTerms(file, () => {
    const db = new BetterSqlite(file, { timeout: BUSY_MILLISECONDS, readonly: !writable(file) });
    try {
      requireOurs(db, file);
      prepare(db, file);
    } catch (error) {
      db.close();
      throw error;
    }
    return db;
  });
}

/** Creates the register with mode 0600, or opens the one that is there. `created`: it was not there. */
export function createDatabase(file: string): { db: Database; created: boolean } {
  if (existsSync(file) && (statSync(file).isDirectory() || statSync(file).size > 0)) {
    return { db: openDatabase(file), created: false };
  }
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw new UserError('database.unwritable', { file, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
  return inUserTerms(file, () => {
    const db = new BetterSqlite(file, { timeout: BUSY_MILLISECONDS });
    // Fewer, larger pages: an import of a whole city writes and reads them in order.
    db.pragma('page_size = 8192');
    // Before the schema: a second `init` at the same moment waits here instead of building it twice.
    db.transaction(() => {
      db.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(db);
    }).exclusive();
    prepare(db, file);
    return { db, created: true };
  });
}

/** Runs work that touches the database and turns SQLite's refusals into words for the user. */
export function inUserTerms<Result>(file: string, work: () => Result): Result {
  const explained = (error: unknown): never => {
    throw error instanceof BetterSqlite.SqliteError ? userErrorFor(file, error) : error;
  };
  try {
    const result = work();
    return result instanceof Promise ? (result.catch(explained) as Result) : result;
  } catch (error) {
    return explained(error);
  }
}

function userErrorFor(file: string, error: InstanceType<typeof BetterSqlite.SqliteError>): Error {
  const { code } = error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new BusyError(file);
  if (code.startsWith('SQLITE_NOTADB')) return new UserError('database.foreign', { file });
  if (code.startsWith('SQLITE_CORRUPT')) return new UserError('database.damaged', { file });
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new UserError('database.read-only', { file });
  }
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR')) {
    return new UserError('database.unwritable', {
      file,
      reason: code.startsWith('SQLITE_FULL') ? 'ENOSPC' : 'EIO',
    });
  }
  return error;
}

/** Throws UserError `database.foreign` and `database.newer`: of a version that is not `supported`. */
export function requireOurs(db: Database, file: string, supported: number = MIGRATIONS.length): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new UserError('database.foreign', { file });
  }
  const version = schemaVersion(db);
  if (version > supported) throw new UserError('database.newer', { file, version, supported });
}

function prepare(db: Database, file: string): void {
  db.pragma('foreign_keys = ON');
  // An import of a whole city fits: no page is written to the log twice.
  db.pragma(`cache_size = -${CACHE_KIB}`);
  if (db.readonly) {
    if (schemaVersion(db) < MIGRATIONS.length) throw new UserError('database.read-only', { file });
    return;
  }
  // Readers go on while somebody imports; a killed import leaves the old state.
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') db.pragma('journal_mode = WAL');
  if (schemaVersion(db) < MIGRATIONS.length) db.transaction(() => migrate(db)).exclusive();
}

/** Brings a database from the version it has to another, today's unless it is said. */
export function migrate(db: Database, to: number = MIGRATIONS.length): void {
  for (let version = schemaVersion(db); version < to; version++) {
    db.exec(MIGRATIONS[version] as string);
    db.pragma(`user_version = ${version + 1}`);
  }
}

export const schemaVersion = (db: Database): number => db.pragma('user_version', { simple: true }) as number;

export function writable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
