import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasTerminal, onRealTerminal, type RealTerminal } from './real-terminal.js';
import { emptyFolder, run } from './run.js';

const HEADINGS = '名字,证件,区县,镇街,社区,人员类别,入职,电话,联系电话,民族';
const AREA = '锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者';
const FILE = `${HEADINGS}\n王小芳,510104199003071245,${AREA},2024-03-01,13800001111,13900002222,汉族\n`;
const IMPORT = ['import', 'roster', '花名册.csv'];

let cwd: string;
let terminal: RealTerminal | undefined;
beforeAll(async () => {
  cwd = emptyFolder();
  writeFileSync(join(cwd, '花名册.csv'), FILE);
  await run(['init'], { cwd });
});
afterEach(() => {
  terminal?.close();
  terminal = undefined;
});

const start = (...args: string[]): RealTerminal => {
  terminal = onRealTerminal([...IMPORT, ...args], cwd);
  return terminal;
};

describe.skipIf(!hasTerminal)('on a real terminal, headings that nobody knows', () => {
  it('are asked about with masked samples, the likeliest column first; Ctrl+C imports nothing', async () => {
    const at = start('--map', '电话=');
    const first = await at.shows(/是：\n/);
    expect(first).toMatch(/花名册\.csv 的“证件”列（如 510104\*{8}1245）是：/);
    expect(first).toMatch(/❯ 身份证号/);
    expect(first).not.toMatch(/510104199003071245/);
    at.press('C-c');
    expect(await at.ended()).toBe(130);
    const { stdout } = await run(['import', ...['roster', '花名册.csv', '--dry-run', '--format', 'json']], {
      cwd,
    });
    expect(stdout).toBe('');
  });

  it('are not asked about with --no-input', async () => {
    const at = start('--no-input');
    expect(await at.ended()).toBe(2);
    expect(await at.shows(/缺少：身份证号、上岗日期/)).not.toMatch(/（如/);
  });

  it('and two columns for one are settled there, and never again with the profile made of it', async () => {
    const at = start();
    expect(await at.shows(/联系电话（如/)).toMatch(/几列都表示“手机号”/);
    at.press('Down', 'Enter');
    await at.shows(/“证件”列.*是：\n/);
    at.press('Enter');
    await at.shows(/“入职”列（如 2024-03-01）是：\n❯ 上岗日期/);
    at.press('Enter');
    // 民族 is like no column, and nothing that is needed is missing any more
    expect(await at.shows(/存为方案/)).not.toMatch(/民族/);
    at.press('Enter');
    await at.shows(/方案名称：/);
    at.press('街道表', 'Enter');
    expect(await at.ended()).toBe(0);
    await at.shows(/新增 1.*[\s\S]*列对应已保存为方案“街道表”/);
    at.close();
    terminal = undefined;

    const { stdout } = await run(['import', 'profiles', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).rows).toMatchObject([
      {
        dataset: 'roster',
        name: '街道表',
        map: [
          { heading: '联系电话', column: '手机号' },
          { heading: '证件', column: '身份证号' },
          { heading: '入职', column: '上岗日期' },
        ],
      },
    ]);
    const again = start('--profile', '街道表');
    expect(await again.ended()).toBe(0);
    expect(await again.shows(/相同 1/)).not.toMatch(/（如/);
  });
});

it('off a terminal nothing is asked', async () => {
  const { code, stderr } = await run(IMPORT, { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/用 --map 表中列名=列 对应/);
  expect(stderr).not.toMatch(/（如/);
});
