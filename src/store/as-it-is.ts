import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import BetterSqlite from 'better-sqlite3';
import { UserError } from '../domain/user-error.js';
import { BUSY_MILLISECONDS, type Database, inUserTerms, requireOurs, writable } from './open.js';

/**
 * Opens a register to look at it, of whatever version, and changes nothing: no migration, no other journal.
 * Throws UserError `database.missing`, `database.foreign`, `database.newer`, `database.damaged`.
 */
export function openAsItIs(file: string): Database {
  requireFile(file);
  return inUserTerms(file, () => connectAsItIs(file));
}

/**
 * Opens a register as it is, looks at it, and closes it. Tables that somebody took away are damage too. Throws what
 * `openAsItIs` throws.
 */
export function lookAt<Result>(file: string, look: (db: Database) => Result): Result {
  const db = openAsItIs(file);
  try {
    return inUserTerms(file, () => look(db));
  } catch (error) {
    if (!isMissingPart(error)) throw error;
    throw new UserError('database.damaged', { file });
  } finally {
    db.close();
  }
}

const isMissingPart = (error: unknown): boolean =>
  error instanceof BetterSqlite.SqliteError && /^no such (table|column)/.test(error.message);

/** Opens it in SQLite's own terms, for a file whose damage is the answer. `shownAs`: what users know it by. */
export function connectAsItIs(file: string, shownAs: string = file): Database {
  const db = connect(file);
  try {
    requireOurs(db, shownAs);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Throws UserError `database.missing` and `database.foreign` (a folder). */
export function requireFile(file: string): void {
  if (!existsSync(file)) throw new UserError('database.missing', { file });
  if (statSync(file).isDirectory()) throw new UserError('database.foreign', { file });
}

/** A connection that cannot write; what SQLite needs beside the file is gone again once it closes. */
function connect(file: string): Database {
  if (writable(file)) {
    const db = new BetterSqlite(file, { timeout: BUSY_MILLISECONDS });
    db.pragma('query_only = ON');
    return db;
  }
  const db = new BetterSqlite(file, { readonly: true, timeout: BUSY_MILLISECONDS });
  try {
    db.pragma('schema_version');
    return db;
  } catch (error) {
    db.close();
    if (!isCantOpen(error) || existsSync(`${file}-wal`)) throw error;
    // nothing may be made in the folder, and nothing waits in a log: the file is all there is
    return new BetterSqlite(`${pathToFileURL(file).href}?immutable=1`, { readonly: true });
  }
}

const isCantOpen = (error: unknown): boolean =>
  error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_CANTOPEN');
