import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Run, run } from './run.js';

let folder: string;
const shegong = (...args: string[]): Promise<Run> => run(args, { cwd: folder });
const path = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(path(name), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shegong-rejects-'));
  await shegong('init');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADINGS = '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,上岗日期,离岗日期,备注';
const PLACE = '锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,2021-03-01';
const sheet = (...rows: string[]) => `${[HEADINGS, ...rows].join('\n')}\n`;
const totals = ({ stdout }: Run) => (JSON.parse(stdout) as { totals: Record<string, number> }).totals;

/** Sound but for the last character of the number. */
const REJECTED = `王小芳,510104199003071246,${PLACE},,`;

describe('a rejects file imported as it is', () => {
  it('is refused again where a row has too many or too few cells, and loses none of them', async () => {
    const long = `李建国,510104198806153469,${PLACE},,错位,再多,还有`;
    const short = `王小芳,510104199003071245,${PLACE},2026-05-01`;
    writeFileSync(path('a.csv'), sheet(long, short));
    await shegong('import', 'roster', 'a.csv', '--rejects', 'a1.csv');
    expect(text('a1.csv')).toMatch(/再多,还有/);
    expect(statSync(path('a1.csv')).mode & 0o777).toBe(0o600);
    const again = await shegong('import', 'roster', 'a1.csv', '--format', 'json', '--rejects', 'a2.csv');
    expect(totals(again)).toMatchObject({ read: 2, rejected: 2 });
    expect(text('a2.csv')).toMatch(/再多,还有/);
  });

  it('comes in once somebody has looked at it', async () => {
    const short = `王小芳,510104199003071245,${PLACE},2026-05-01`;
    writeFileSync(path('b.csv'), sheet(short));
    await shegong('import', 'roster', 'b.csv', '--rejects', 'b1.csv');
    const mended = text('b1.csv').replace(/,[^,\r\n]*\r\n$/, ',\r\n');
    writeFileSync(path('b2.csv'), mended);
    expect(totals(await shegong('import', 'roster', 'b2.csv', '--format', 'json'))).toMatchObject({ new: 1 });
  });

  it('has its own three columns once, and one tab after a number, however often it goes round', async () => {
    writeFileSync(path('c0.csv'), sheet(REJECTED));
    for (const round of [0, 1, 2])
      await shegong('import', 'roster', `c${round}.csv`, '--rejects', `c${round + 1}.csv`);
    expect(text('c3.csv').split('原文件')).toHaveLength(2);
    expect(text('c3.csv')).toContain('510104199003071246\t,');
  });

  it('is not there when the import it belongs to fails, and leaves an older one as it was', async () => {
    writeFileSync(path('f.csv'), sheet(REJECTED));
    writeFileSync(path('f1.csv'), '旧');
    const db = new BetterSqlite(path('shegong.db'));
    db.exec(`CREATE TRIGGER full BEFORE INSERT ON audit WHEN new.command LIKE '%--rejects'
      BEGIN SELECT RAISE(ABORT, 'full'); END`);
    const failed = await shegong('import', 'roster', 'f.csv', '--rejects', 'f1.csv');
    db.exec('DROP TRIGGER full');
    db.close();
    expect(failed.code).not.toBe(0);
    expect(failed.code).not.toBe(1);
    expect(text('f1.csv')).toBe('旧');
    expect(readdirSync(folder).filter((name) => name.startsWith('f1.csv'))).toEqual(['f1.csv']);
  });

  it('holds no formula, in the place of a number either', async () => {
    writeFileSync(path('d.csv'), sheet(`王小芳,=1+1,${PLACE},,`));
    await shegong('import', 'roster', 'd.csv', '--rejects', 'd1.csv');
    expect(text('d1.csv')).toContain(",'=1+1\t,");
  });
});

describe('a file that the command is using is never written over', () => {
  beforeAll(() => {
    writeFileSync(path('in.csv'), sheet(REJECTED));
    symlinkSync('in.csv', path('link.csv'));
  });

  it.each([
    ['--rejects', 'in.csv'],
    ['--rejects', 'link.csv'],
    ['--rejects', './shegong.db'],
    ['-o', 'in.csv'],
    ['-o', 'shegong.db'],
  ])('%s %s', async (option, file) => {
    const before = readFileSync(path(file));
    const { code, stderr } = await shegong('import', 'roster', 'in.csv', option, file);
    expect({ code, says: stderr.includes('会毁掉它') }).toEqual({ code: 2, says: true });
    expect(readFileSync(path(file)).equals(before)).toBe(true);
  });

  it('by any command', async () => {
    expect((await shegong('quota', 'check', '-o', 'shegong.db')).code).toBe(2);
    expect((await shegong('quota', 'check', '--format', 'json')).code).toBe(1);
  });
});
