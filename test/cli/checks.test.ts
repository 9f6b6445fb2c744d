import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, NOON, run } from './run.js';

/** Invented people on posts of 锦官驿街道, as of 2026-07-01. */
const ROSTER = `姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,岗位名称,上岗日期,离岗日期,证书级别,发证日期
甲一,510104199001011230,锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,助理社会工作师二级,2024-01-01,,初级,2023-01-01
乙二,510104199002021246,锦江区,锦官驿街道,水井坊社区,事业编制,社会工作师三级岗位,2024-01-01,,初级,2023-01-01
丙三,510104199103031259,锦江区,锦官驿街道,崇德里社区,城乡社区专职工作者,社会工作专业岗位,2024-01-01,2026-07-10,,
丁四,510104199204041261,锦江区,锦官驿街道,合江亭社区,城乡社区专职工作者,助理社会工作师三级,2024-01-01,,高级,2023-01-01
戊五,510104199305051274,锦江区,锦官驿街道,大慈寺社区,城乡社区专职工作者,网格员,2024-01-01,,员级,2023-01-01
`;

let cwd = '';
beforeAll(async () => {
  cwd = emptyFolder();
  writeFileSync(join(cwd, 'roster.csv'), ROSTER);
  expect((await run(['init'], { cwd })).code).toBe(0);
  const imported = await run(['import', 'roster', 'roster.csv', '--as-of', '2026-07-01'], { cwd });
  expect(imported.code, imported.stderr).not.toBe(2);
});

async function json(...args: string[]) {
  const { code, stdout, stderr } = await run([...args, '--format', 'json'], { cwd });
  expect(stdout, stderr).not.toBe('');
  const document = JSON.parse(stdout);
  return { code, ...document } as {
    code: number;
    rows: Record<string, unknown>[];
    totals: Record<string, unknown>;
    findings: { code: string; subject: string }[];
  };
}

/** The people of the office in the order in which the tests tell of them. */
const ORDER = ['甲一', '乙二', '丙三', '丁四'];

describe('grade check (三(四)2)', () => {
  it('lists every occupied professional post with what it needs', async () => {
    const { code, rows, totals, findings } = await json('grade', 'check', '--on', '2026-07-10');
    expect(code).toBe(1);
    expect(
      rows
        .map(({ name, title, grade, basis, level, needed, ok }) => [
          name,
          title,
          grade,
          basis,
          level,
          needed,
          ok,
        ])
        .sort(([a], [b]) => ORDER.indexOf(String(a)) - ORDER.indexOf(String(b))),
    ).toEqual([
      ['甲一', '助理社会工作师二级', 12, 'by-reference', '初级', '初级', true],
      ['乙二', '社会工作师三级', 10, 'binding', '初级', '中级', false],
      ['丙三', '社会工作专业岗位', null, 'by-reference', null, expect.any(String), false],
      ['丁四', '助理社会工作师三级', null, 'by-reference', '高级', null, false],
    ]);
    const places = rows.map(({ district, township, unit }) => [district, township, unit].join(' '));
    expect(places).toEqual([...places].sort());
    expect(rows.find(({ name }) => name === '甲一')).toMatchObject({
      idNumber: '510104********1230',
      district: '锦江区',
      township: '锦官驿街道',
      unit: '水井坊社区居委会',
    });
    expect(totals).toMatchObject({ posts: 4, problems: 3 });
    expect(Object.keys(totals.byGrade as object)).toEqual(['5', '6', '7', '8', '9', '10', '11', '12']);
    expect(findings.map(({ code }) => code).sort()).toEqual([
      'grade.certificate-too-low',
      'grade.no-certificate',
      'grade.unknown-title',
    ]);
  });

  it('counts a post on its last day and not on the day after', async () => {
    const on = async (day: string) => (await json('grade', 'check', '--on', day)).totals.posts;
    expect(await on('2026-07-10')).toBe(4);
    expect(await on('2026-07-11')).toBe(3);
  });

  it('looks at one area when asked, by its short name too', async () => {
    expect((await json('grade', 'check', '--district', '锦江')).totals.posts).toBe(3);
    expect((await json('grade', 'check', '--township', '锦官驿')).totals.posts).toBe(3);
    const elsewhere = await json('grade', 'check', '--district', '高新区');
    expect([elsewhere.code, elsewhere.totals.posts]).toEqual([0, 0]);
  });

  it('says plainly that nobody is on post', async () => {
    const { stderr } = await run(['grade', 'check', '--district', '高新区'], { cwd });
    expect(stderr).toMatch(/没有在岗的社会工作专业岗位/);
  });
});

describe('quota check (三(四)1)', () => {
  it('compares every unit with its minimum', async () => {
    const { code, rows, totals } = await json('quota', 'check', '--on', '2026-07-10');
    expect(code).toBe(1);
    expect(rows).toHaveLength(3047);
    const of = (unit: string) => rows.find((row) => row.unit === unit && row.township === '锦官驿街道');
    expect(of('水井坊社区居委会')).toMatchObject({
      code: '510104017001',
      district: '锦江区',
      county: '锦江区',
      kind: '社区',
      required: 2,
      established: 2,
      establishedFrom: 'roster',
      filled: 2,
      certified: 2,
      shortfall: 0,
    });
    expect(of('崇德里社区居委会')).toMatchObject({ established: 1, filled: 1, certified: 0, shortfall: 1 });
    expect(of('大慈寺社区居委会')).toMatchObject({ established: 0, filled: 0, shortfall: 2 });
    expect(totals).toMatchObject({
      units: 3047,
      required: 4796,
      established: 3,
      shortfall: 4793,
      unknownKind: 2,
    });
  });

  it('adds up the same by township and by district as for the city', async () => {
    const { totals } = await json('quota', 'check');
    const sum = (sums: unknown) =>
      (sums as { shortfall: number }[]).reduce((total, { shortfall }) => total + shortfall, 0);
    expect(sum(totals.byDistrict)).toBe(totals.shortfall);
    expect(sum(totals.byTownship)).toBe(totals.shortfall);
    expect(totals.byDistrict).toHaveLength(23);
  });

  it('is 0 where nothing is short, and 2 for an area that there is not', async () => {
    expect((await json('quota', 'check', '--district', '锦江区')).code).toBe(1);
    const { code, stderr } = await run(['quota', 'check', '--district', '锦工区'], { cwd });
    expect(stderr).toMatch(/没有“锦工区”.*锦江区/);
    expect(code).toBe(2);
  });

  it.each([
    ['2022-02-28', 2],
    ['2022-03-01', 1],
    ['2027-02-28', 1],
    ['2027-03-01', 2],
  ])('on %s: exit %i', async (on, exit) => {
    expect((await run(['quota', 'check', '--on', on], { cwd })).code).toBe(exit);
  });

  it('--quiet leaves only errors on stderr', async () => {
    const loud = await run(['quota', 'check', '--township', '锦官驿街道'], { cwd });
    const { stderr } = await run(['quota', 'check', '--township', '锦官驿街道', '--quiet'], { cwd });
    expect(
      stderr
        .trim()
        .split('\n')
        .every((line) => line.startsWith('[错误]')),
    ).toBe(true);
    expect(loud.stderr.length).toBeGreaterThan(stderr.length);
  });

  it('writes codes into a file so that a spreadsheet keeps them', async () => {
    await run(['quota', 'check', '-o', 'quota.csv'], { cwd });
    expect(readFileSync(join(cwd, 'quota.csv'), 'utf8').split('\r\n')[1]).toMatch(/^510104017001\t,锦江区,/);
  });
});

describe('personal data', () => {
  it('--reveal shows whole numbers, into a file for its owner, and is recorded first', async () => {
    const audited = () => {
      const db = new Database(join(cwd, 'shegong.db'), { readonly: true });
      const entries = db.prepare("SELECT command FROM audit WHERE command = 'grade check'").all();
      db.close();
      return entries.length;
    };
    const before = audited();
    const masked = await run(['grade', 'check'], { cwd });
    expect(masked.stdout).not.toContain('510104199001011230');
    expect(audited()).toBe(before);
    await run(['grade', 'check', '--reveal', '-o', 'grades.csv'], { cwd });
    expect(readFileSync(join(cwd, 'grades.csv'), 'utf8')).toContain('510104199001011230\t');
    if (process.platform !== 'win32') expect(statSync(join(cwd, 'grades.csv')).mode & 0o777).toBe(0o600);
    expect(audited()).toBe(before + 1);
  });
});

describe('a database in use', () => {
  it('by another writer is exit 75, and nothing is changed', async () => {
    const db = new Database(join(cwd, 'shegong.db'));
    db.exec('BEGIN IMMEDIATE');
    const { code, stderr } = await run(['grade', 'check', '--reveal'], { cwd });
    db.exec('ROLLBACK');
    db.close();
    expect(stderr).toMatch(/正被另一个操作占用/);
    expect(code).toBe(75);
  }, 20_000);

  it('by another writer can still be read', async () => {
    const db = new Database(join(cwd, 'shegong.db'));
    db.exec('BEGIN IMMEDIATE');
    const { code } = await run(['grade', 'check'], { cwd });
    db.exec('ROLLBACK');
    db.close();
    expect(code).toBe(1);
  });
});

it('a database that is missing is exit 2 and says what to do', async () => {
  const { code, stderr } = await run(['quota', 'check'], { env: { SHEGONG_NOW: NOON } });
  expect(stderr).toMatch(/shegong init/);
  expect(code).toBe(2);
});
