import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateCity } from '../../fixtures/city/generate.js';
import { PLAIN_STYLE, renderRoster } from '../../fixtures/city/render-roster.js';
import { entriesOn } from '../../fixtures/city/roster-entry.js';
import { emptyFolder, PROGRAM, run } from '../cli/run.js';
import { OWN_VALUES } from './own-values.js';

const PEOPLE = 3000;
const CLOSE = ['subsidy', 'close', '2026Q3', '--by', '王敏', '--format', 'json'];
const env = { SHEGONG_NOW: '2026-10-05T09:00:00+08:00' };

let cwd: string;
let db: string;
let ready: string;
/** Milliseconds that a close takes here today. */
let whole: number;
let done: Counts;

beforeAll(async () => {
  cwd = emptyFolder();
  db = join(cwd, 'shegong.db');
  ready = join(cwd, 'ready.db');
  const entries = entriesOn(generateCity({ seed: 7, people: PEOPLE, asOf: '2026-09-30' }), '2026-09-30');
  writeFileSync(join(cwd, '花名册.csv'), renderRoster(entries, PLAIN_STYLE));
  await run(['init'], { cwd, env });
  writeFileSync(join(cwd, 'policies', 'city.yaml'), OWN_VALUES);
  await run(['import', 'roster', '花名册.csv', '--as-of', '2026-09-30'], { cwd, env });
  copyFileSync(db, ready);
  const start = Date.now();
  await run(CLOSE, { cwd, env });
  whole = Date.now() - start;
  done = counts();
  expect(done.closed_line).toBeGreaterThan(PEOPLE / 2);
});
beforeEach(() => {
  for (const suffix of ['-wal', '-shm']) rmSync(db + suffix, { force: true });
  copyFileSync(ready, db);
});

const TABLES = [
  ...['closing', 'closing_move', 'closed_line', 'settlement', 'recovery', 'open_item', 'audit'],
] as const;
type Counts = Record<(typeof TABLES)[number], number>;

/** How many rows each table has, as another program sees it. */
function counts(file = db): Counts {
  const other = new BetterSqlite(file);
  const found = TABLES.map((table) => [table, other.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]);
  other.close();
  return Object.fromEntries(found) as Counts;
}

/** Starts a close and ends it as a power cut would, unless it is done first. */
function killedAfter(milliseconds: number): Promise<void> {
  return new Promise((ended) => {
    const child = spawn(process.execPath, [PROGRAM, ...CLOSE], {
      ...{ cwd, stdio: 'ignore' },
      env: { PATH: process.env.PATH, ...env },
    });
    const waiting = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('close', () => {
      clearTimeout(waiting);
      ended();
    });
  });
}

it.each([0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97])(
  'a close killed after %d of its time is all there or not at all, and the next goes on',
  async (part) => {
    const before = counts(ready);
    await killedAfter(whole * part);
    const left = counts();
    expect([before, done]).toContainEqual(left);
    const again = await run(CLOSE, { cwd, env });
    // 1: errors in the data; 2: it is closed already
    expect(left.closing === 0 ? [0, 1] : [2]).toContain(again.code);
    expect(counts()).toEqual(done);
    expect((await run(['db', 'check'], { cwd, env })).code).toBe(0);
  },
);

describe('two at once', () => {
  it('close a quarter once: the other is told that it is closed, or to wait', async () => {
    const both = await Promise.all([run(CLOSE, { cwd, env }), run(CLOSE, { cwd, env })]);
    const [first, second] = both.sort((a, b) => (a.code ?? 99) - (b.code ?? 99)).map(({ code }) => code);
    expect([0, 1]).toContain(first);
    expect([2, 75]).toContain(second);
    expect(counts()).toEqual(done);
  });

  it('an import beside a close is before it or after it', async () => {
    const roster = ['import', 'roster', '花名册.csv', '--as-of', '2026-09-30', '--set', '备注=再次导入'];
    const both = await Promise.all([run(CLOSE, { cwd, env }), run(roster, { cwd, env })]);
    for (const { code } of both) expect([0, 1, 75]).toContain(code);
    const { closing, closed_line, settlement } = counts();
    expect([0, done.closing]).toContain(closing);
    expect([0, done.closed_line]).toContain(closed_line);
    expect([0, done.settlement]).toContain(settlement);
  });
});

/** Nobody in particular, where the tests run as root, whom no mode keeps out. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

it('a register that may only be read is not closed, and says so', () => {
  chmodSync(cwd, 0o755);
  chmodSync(db, 0o444);
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...CLOSE], {
    ...{ cwd, encoding: 'utf8', ...asNobody },
    env: { PATH: process.env.PATH, ...env },
  });
  chmodSync(db, 0o600);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/只读|不能写|无法写/)]);
  expect(counts()).toEqual(counts(ready));
});
