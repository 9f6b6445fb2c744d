import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from './run.js';
import { runOn } from './world.js';

const FILE =
  '姓名,证件,区县,镇街,社区,人员类别,上岗日期,电话,联系电话\n' +
  '王小芳,510104199003071245,锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,2024-03-01,13800001111,13900002222\n';
const NOWHERE = {};

let db: string;
let file: string;
beforeAll(async () => {
  const folder = emptyFolder();
  db = join(folder, 'shegong.db');
  file = join(folder, '花名册.csv');
  writeFileSync(file, FILE);
  await runOn(NOWHERE, ['init', '--db', db]);
});

const type = (...args: string[]) => runOn(NOWHERE, ['import', ...args, '--db', db]);
const profiles = async (...args: string[]) =>
  JSON.parse((await type('profiles', '--format', 'json', ...args)).stdout).rows;

describe('--map', () => {
  it.each([
    ['证件=身份证号', '电话='],
    ['证件＝身份证号', '电话＝'],
    [' 身份证号 = 证件 ', '=电话'],
  ])('is understood as %j, %j', async (...pairs) => {
    const { code, stderr } = await type(
      'roster',
      file,
      '--dry-run',
      ...pairs.flatMap((pair) => ['--map', pair]),
    );
    expect(stderr).not.toMatch(/\[错误\]|无法执行/);
    expect(code).toBe(0);
  });

  it.each(['证件', '=', '=＝', '证件=身份证号=备注', ''])(
    '%j is exit 2, with how it is written',
    async (pair) => {
      const { code, stderr } = await type('roster', file, '--map', pair);
      expect(stderr).toMatch(/--map/);
      expect(code).toBe(2);
    },
  );
});

describe('a profile', () => {
  const saving = ['--map', '证件=身份证号', '--map', '电话=', '--set', '备注=见13800009999'];

  it('is announced when it is saved, and when it was not', async () => {
    const trial = await type('roster', file, ...saving, '--save-profile', '街道表', '--dry-run');
    expect(trial.stderr).toMatch(/方案“街道表”没有保存/);
    expect(await profiles()).toEqual([]);
    const saved = await type('roster', file, ...saving, '--save-profile', ' 街道表 ');
    expect(saved.stderr).toMatch(/shegong import roster 文件 --profile 街道表/);
    expect((await type('roster', file, '--profile', '街道表')).code).toBe(0);
  });

  it('is listed with its columns; numbers in its values only with --reveal', async () => {
    expect(await profiles()).toMatchObject([
      {
        ...{ dataset: 'roster', name: '街道表', sheet: null, savedAt: '2026-07-15T04:00:00.000Z' },
        map: [
          { heading: '证件', column: '身份证号' },
          { heading: '电话', column: null },
        ],
        given: [{ column: '备注', value: '见138****9999' }],
      },
    ]);
    expect((await profiles('--reveal'))[0].given).toEqual([{ column: '备注', value: '见13800009999' }]);
    const { stdout } = await type('profiles');
    expect(stdout).toMatch(/证件 → 身份证号；电话（不导入）,备注=见138\*{4}9999/);
    expect(await profiles('--dataset', 'units')).toEqual([]);
  });

  it.each(['', '  ', '一\n二', 'x'.repeat(41)])('cannot be called %j', async (name) => {
    const { code, stderr } = await type('roster', file, ...saving, '--save-profile', name);
    expect(stderr).toMatch(/--save-profile/);
    expect(code).toBe(2);
  });

  it('is removed by its name, once', async () => {
    expect((await type('profiles', '--remove', '街道表')).stderr).toMatch(
      /已删除数据集 roster 的方案“街道表”/,
    );
    expect(await profiles()).toEqual([]);
    expect((await type('profiles', '--remove', '街道表')).code).toBe(2);
  });
});
