import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { beforeAll, expect, it } from 'vitest';
import { type Office, registerFile } from '../cli/register-file.js';
import { PROGRAM } from '../cli/run.js';

/** When the process is gone: a name that has come up beside the register, and milliseconds more. */
const MOMENTS: readonly (readonly [name: RegExp, later: number])[] = [
  [/\.tmp$/, 0],
  [/\.tmp$/, 2],
  [/\.tmp$/, 10],
  [/\.tmp$/, 25],
  [/\.tmp$/, 50],
  [/\.tmp-journal$/, 0],
];
const OF_RESTORE: typeof MOMENTS = [
  ...MOMENTS,
  [/before-restore/, 0],
  [/before-restore/, 2],
  [/before-restore/, 5],
  [/before-restore/, 15],
];

let office: Office;
let backup: string;
let older: string;
beforeAll(async () => {
  office = await registerFile();
  [backup, older] = ['备份.db', '上午.db'].map((name) => join(office.folder, name)) as [string, string];
  for (const file of [backup, older]) expect((await office.at('13:00', 'db', 'backup', file)).code).toBe(0);
  expect((await office.at('14:00', 'import', 'undo', '4')).code).toBe(0);
});

/** Runs a command and ends it as a power cut would, unless it is done first. */
function killedAt([name, later]: (typeof MOMENTS)[number], args: readonly string[]): Promise<void> {
  for (const each of readdirSync(office.folder)) {
    if (name.test(each)) rmSync(join(office.folder, each));
  }
  return new Promise((done) => {
    const child = spawn(process.execPath, [PROGRAM, ...args, '--db', office.db], { stdio: 'ignore' });
    const looking = setInterval(() => {
      if (!readdirSync(office.folder).some((each) => name.test(each))) return;
      clearInterval(looking);
      setTimeout(() => child.kill('SIGKILL'), later);
    }, 1);
    child.on('close', () => {
      clearInterval(looking);
      done();
    });
  });
}

const batchesIn = (file: string): unknown => {
  const db = new BetterSqlite(file);
  const batches = db.prepare('SELECT max(id) FROM batch').pluck().get();
  db.close();
  return batches;
};

it.each(MOMENTS)(
  'a backup killed at %s + %d ms leaves the register and the earlier backup whole',
  async (...moment) => {
    await killedAt(moment, ['db', 'backup', backup, '--force']);
    expect((await office.at('15:00', 'db', 'check')).code).toBe(0);
    expect((await office.at('15:00', 'db', 'check', '--db', backup)).code).toBe(0);
    expect(batchesIn(office.db)).toBe(5);
  },
);

it.each(OF_RESTORE)(
  'a restore killed at %s + %d ms leaves the old register or the new one',
  async (...moment) => {
    await killedAt(moment, ['db', 'restore', older]);
    expect((await office.at('15:00', 'db', 'check')).code).toBe(0);
    expect([4, 5]).toContain(batchesIn(office.db));
    expect(batchesIn(older)).toBe(4);
  },
);
