import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../src/store/open.js';
import { replaceRegister } from '../../src/store/replace.js';

let folder: string;
let file: string;
let by: string;
let keepAs: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shegong-replace-'));
  [file, by, keepAs] = ['old.db', 'new.db', 'kept.db'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const [name, who] of [[file, 'old'] as const, [by, 'new'] as const]) {
    const { db } = createDatabase(name);
    db.prepare('INSERT INTO person (id_number) VALUES (?)').run(who);
    db.close();
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function whoIn(name: string): unknown {
  const db = new BetterSqlite(name, { timeout: 50 });
  try {
    return db.prepare('SELECT id_number FROM person').pluck().get();
  } finally {
    db.close();
  }
}

describe('one register in the place of another', () => {
  it('nobody can enter the old one from when it is copied until it has lost its name', async () => {
    const kept = await replaceRegister({
      file,
      by,
      keepAs,
      beforeSwap() {
        expect(() => whoIn(file)).toThrow('locked');
        expect(whoIn(keepAs)).toBe('old');
      },
    });
    expect([kept?.file, whoIn(file), whoIn(keepAs)]).toEqual([keepAs, 'new', 'old']);
    expect(readdirSync(folder).sort()).toEqual(['kept.db', 'old.db']);
  });

  it('who had opened the old one and waited finds no register any more, and leaves no log', async () => {
    const waiting = new BetterSqlite(file, { timeout: 50 });
    await replaceRegister({ file, by, keepAs, beforeSwap() {} });
    // what every command asks first
    expect(waiting.pragma('application_id', { simple: true })).toBe(0);
    waiting.close();
    expect([whoIn(file), whoIn(keepAs)]).toEqual(['new', 'old']);
  });

  it('is busy while somebody else has the old one open, and changes nothing', {
    timeout: 20_000,
  }, async () => {
    const reader = new BetterSqlite(file);
    reader.prepare('SELECT count(*) FROM person').get();
    await expect(replaceRegister({ file, by, keepAs, beforeSwap() {} })).rejects.toThrow();
    reader.close();
    expect([whoIn(file), existsSync(keepAs)]).toEqual(['old', false]);
  });

  it('a failure before the swap leaves the old one, whole and open to everybody', async () => {
    const failing = replaceRegister({
      file,
      by,
      keepAs,
      beforeSwap() {
        throw new Error('no');
      },
    });
    await expect(failing).rejects.toThrow('no');
    expect([whoIn(file), existsSync(keepAs)]).toEqual(['old', false]);
  });

  it('what waited in the log of the old one is kept with it', async () => {
    const writer = new BetterSqlite(file);
    writer.exec("UPDATE sqlite_sequence SET seq = 7 WHERE name = 'batch'");
    writer.prepare('INSERT INTO person (id_number) VALUES (?)').run('late');
    const log = readFileSync(`${file}-wal`);
    expect(log.length).toBeGreaterThan(0);
    writer.close();
    await replaceRegister({ file, by, keepAs, beforeSwap() {} });
    const kept = new BetterSqlite(keepAs, { readonly: true });
    expect(kept.prepare('SELECT id_number FROM person ORDER BY id').pluck().all()).toEqual(['old', 'late']);
    kept.close();
  });
});
