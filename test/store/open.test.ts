import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BusyError, UserError } from '../../src/domain/user-error.js';
import { MIGRATIONS } from '../../src/store/migrations/index.js';
import { createDatabase, inUserTerms, openDatabase } from '../../src/store/open.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shegong-store-'));
  file = join(folder, 'shegong.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const problemOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.problem;
    throw error;
  }
  return 'none';
};

describe('creating the register', () => {
  it('makes a file that only its owner can read, in WAL mode, marked as ours', () => {
    const { db, created } = createDatabase(file);
    expect(created).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(
      db
        .prepare(
          "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT%' AND name NOT LIKE 'sqlite_%'",
        )
        .pluck()
        .get(),
    ).toBe(0);
    db.close();
  });

  it('opens the one that is there', () => {
    createDatabase(file).db.close();
    const { db, created } = createDatabase(file);
    expect(created).toBe(false);
    db.close();
  });

  it('takes an empty file for no database, and makes one of it', () => {
    writeFileSync(file, '');
    const { db, created } = createDatabase(file);
    expect(created).toBe(true);
    db.close();
  });
});

describe('opening what is no register of ours', () => {
  it.each([
    ['a missing file', 'database.missing', () => {}],
    ['a text file', 'database.foreign', () => writeFileSync(file, '姓名,身份证号\n'.repeat(100))],
    [
      'the database of another program',
      'database.foreign',
      () => {
        const other = new BetterSqlite(file);
        other.exec('CREATE TABLE note (text TEXT)');
        other.close();
      },
    ],
    [
      'the register of a newer shegong',
      'database.newer',
      () => {
        const { db } = createDatabase(file);
        db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
        db.close();
      },
    ],
  ])('%s is %s', (_, problem, prepare) => {
    prepare();
    expect(problemOf(() => openDatabase(file))).toBe(problem);
  });

  it('a folder is database.foreign', () => {
    expect(problemOf(() => openDatabase(folder))).toBe('database.foreign');
  });

  it('init over the database of another program is refused, and leaves it as it was', () => {
    const other = new BetterSqlite(file);
    other.exec('CREATE TABLE note (text TEXT)');
    other.close();
    expect(problemOf(() => createDatabase(file))).toBe('database.foreign');
    const again = new BetterSqlite(file);
    expect(again.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['note']);
    again.close();
  });
});

describe('somebody else at work', () => {
  it('is busy, not a bug', () => {
    const { db } = createDatabase(file);
    const other = new BetterSqlite(file, { timeout: 1 });
    db.exec('BEGIN IMMEDIATE');
    expect(() => inUserTerms(file, () => other.exec('BEGIN IMMEDIATE'))).toThrow(BusyError);
    db.exec('ROLLBACK');
    db.close();
    other.close();
  });
});

it.skipIf(process.getuid?.() === 0)('a register that may only be read says so when written to', () => {
  createDatabase(file).db.close();
  chmodSync(file, 0o400);
  const db = openDatabase(file);
  expect(problemOf(() => inUserTerms(file, () => db.exec('DELETE FROM batch')))).toBe('database.read-only');
  db.close();
});
