import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Run, run } from './run.js';

let folder: string;
const shegong = (...args: string[]): Promise<Run> => run(args, { cwd: folder });
const path = (name: string) => join(folder, name);
const rowsOf = async (name: string) => (await readXlsx(readFileSync(path(name)))).sheets[0]?.rows ?? [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shegong-xlsx-'));
  await shegong('init');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROSTER =
  '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,上岗日期,月工资\n王小芳,510104199003071245,锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,2021-03-01,4200.5\n';

describe('a workbook goes out', () => {
  it('by --format, and by the name of the file', async () => {
    for (const args of [
      ['-o', 'a.xlsx'],
      ['--format', 'xlsx', '-o', 'b'],
    ]) {
      const { code, stdout, stderr } = await shegong('grade', 'map', ...args);
      expect([code, stdout]).toEqual([0, '']);
      expect(stderr).toContain(`已写入 ${args.at(-1)}`);
      const rows = await rowsOf(args.at(-1) as string);
      expect([rows.length, rows[1]?.slice(0, 2)]).toEqual([9, ['高级社会工作师一级', 5]]);
    }
  });

  it('not at all where it cannot be written, and says so', async () => {
    const { code, stderr } = await shegong('grade', 'map', '-o', 'nowhere/a.xlsx');
    expect([code, stderr]).toEqual([2, expect.stringContaining('无法写入')]);
  });
});

describe('a collection sheet', () => {
  it('goes out for its owner alone, comes back through a pipe and says the same', async () => {
    writeFileSync(path('a.csv'), ROSTER);
    await shegong('import', 'roster', 'a.csv', '--as-of', '2026-06-30');
    const out = await shegong('import', 'template', 'roster', '--quarter', '2026Q3', '-o', 'q.xlsx');
    expect(out).toMatchObject({ code: 0, stdout: '' });
    expect(out.stderr).toMatch(/预填 1 行.*审计日志/);
    expect(statSync(path('q.xlsx')).mode & 0o777).toBe(0o600);
    const [headings, row] = await rowsOf('q.xlsx');
    expect(row?.[headings?.indexOf('身份证号') ?? -1]).toBe('510104199003071245');
    expect(row?.[headings?.indexOf('月工资(元)') ?? -1]).toBe(4200.5);
    const stdin = readFileSync(path('q.xlsx'));
    const back = await run(['import', 'roster', '-', '--dry-run', '--format', 'json'], {
      cwd: folder,
      stdin,
    });
    expect(JSON.parse(back.stdout)).toMatchObject({ totals: { read: 1, same: 1 }, rows: [] });
  });

  it.each([
    ['without a file', ['template', 'roster'], /-o/],
    ['as text', ['template', 'roster', '-o', 'x.csv'], /xlsx/],
    [
      'of an area without a quarter',
      ['template', 'roster', '--township', '锦官驿', '-o', 'x.xlsx'],
      /--quarter/,
    ],
    ['of something else', ['template', 'units', '--quarter', '2026Q3', '-o', 'x.xlsx'], /roster/],
    ['of nothing that there is', ['template', 'rooster', '-o', 'x.xlsx'], /rooster/],
  ])('%s is exit 2', async (_what, args, words) => {
    const { code, stderr } = await shegong('import', ...args);
    expect(stderr).toMatch(words);
    expect(code).toBe(2);
  });
});

it('refused rows are csv, and not under the name of a workbook', async () => {
  const { code, stderr } = await shegong('import', 'roster', 'a.csv', '--rejects', '退回.xlsx');
  expect([code, stderr]).toEqual([2, expect.stringMatching(/--rejects 不能是“xlsx”，可选：csv/)]);
});

it('text through a pipe is read once, and whole', async () => {
  const text = await run(['import', 'roster', '-', '--dry-run', '--format', 'json'], {
    cwd: folder,
    stdin: ROSTER,
  });
  expect(JSON.parse(text.stdout)).toMatchObject({ totals: { read: 1 } });
});
