import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasTerminal, onRealTerminal, type RealTerminal } from './real-terminal.js';
import { emptyFolder, run } from './run.js';

const HEADINGS = ['姓名', '身份证号', '区(市)县', '镇(街道)', '村(社区)', '人员类别', '上岗日期'];
const AREA = ['锦江区', '锦官驿街道', '水井坊社区', '城乡社区专职工作者', '2024-03-01'];
const WANG = ['王小芳', '510104199003071245', ...AREA];
const LI = ['李大川', '510104198807152230', ...AREA];

let cwd: string;
let terminal: RealTerminal | undefined;

const workbook = (...sheets: [name: string, ...rows: string[][]][]) =>
  writeXlsx({ sheets: sheets.map(([name, ...rows]) => ({ name, rows: [HEADINGS, ...rows] })) });

beforeAll(async () => {
  cwd = emptyFolder();
  writeFileSync(
    join(cwd, '花名册.xlsx'),
    await workbook(['第二季度', WANG], ['第三季度', WANG, LI], ['空表']),
  );
  writeFileSync(join(cwd, '另一册.xlsx'), await workbook(['甲', WANG], ['乙', LI]));
  await run(['init'], { cwd });
});
afterEach(() => {
  terminal?.close();
  terminal = undefined;
});

const start = (...args: string[]): RealTerminal => {
  terminal = onRealTerminal(['import', 'roster', ...args], cwd);
  return terminal;
};

describe.skipIf(!hasTerminal)('on a real terminal, several sheets that fit', () => {
  it('are asked about with the rows of each; Ctrl+C imports nothing and is exit 130', async () => {
    const at = start('花名册.xlsx');
    expect(await at.shows(/❯/)).toMatch(/❯ 第二季度（1 行）\n\s*第三季度（2 行）\n\s*空表（0 行）/);
    at.press('C-c');
    expect(await at.ended()).toBe(130);
    await at.shows(/已中断，未作任何更改。/);
    const { stdout } = await run(['import', 'list', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).rows).toMatchObject([{ dataset: 'units' }]);
  });

  it('are not asked about with --no-input, nor with --sheet', async () => {
    const refused = start('花名册.xlsx', '--no-input');
    expect(await refused.ended()).toBe(2);
    await refused.shows(/请用 --sheet 指定其中一张/);
    refused.close();
    const named = start('花名册.xlsx', '--sheet', '3', '--no-input');
    expect(await named.ended()).toBe(2);
    await named.shows(/没有数据/);
  });

  it('of two files are asked about one by one, and the answers count', async () => {
    const at = start('花名册.xlsx', '另一册.xlsx', '--dry-run', '--save-profile', '两册');
    await at.shows(/花名册\.xlsx 有几张工作表.*\n❯/);
    at.press('Enter');
    await at.shows(/另一册\.xlsx 有几张工作表.*\n❯ 甲/);
    at.press('Down', 'Enter');
    expect(await at.ended()).toBe(0);
    await at.shows(/共读取 2 行：新增 2/);
  });

  it('are settled by the answer, which a profile keeps', async () => {
    const at = start('花名册.xlsx', '--save-profile', '街道表');
    await at.shows(/❯ 第二季度/);
    at.press('Down', 'Enter');
    expect(await at.ended()).toBe(0);
    await at.shows(/工作表“第三季度”[\s\S]*新增 2/);
    const again = await run(['import', 'roster', '花名册.xlsx', '--profile', '街道表'], { cwd });
    expect(again.code).toBe(0);
    expect(again.stderr).toMatch(/相同 2/);
  });
});

it('off a terminal nothing is asked', async () => {
  const { code, stderr } = await run(['import', 'roster', '花名册.xlsx'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/3 张工作表都符合要求：第二季度、第三季度、空表。请用 --sheet/);
});
