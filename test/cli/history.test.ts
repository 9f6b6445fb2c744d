import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, ROOT } from './run.js';
import { runOn } from './world.js';

const cwd = emptyFolder();
const COLUMNS =
  '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,岗位名称,上岗日期,证书级别,发证日期,手机号';
const ID = '510104199001011230';
const MASKED = '510104********1230';
const person = (phone: string) =>
  `${COLUMNS}\n王小芳,${ID},锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,助理社会工作师二级,2024-01-01,初级,2023-01-01,${phone}\n`;

/** Runs a command at a time of 15 July 2026. */
async function at(time: string, ...args: string[]) {
  const env = {
    SHEGONG_NOW: `2026-07-15T${time}:00+08:00`,
    SHEGONG_POLICIES: join(ROOT, 'data/policies/example'),
  };
  return runOn({}, [...args, '--db', join(cwd, 'shegong.db')], env);
}
async function json(time: string, ...args: string[]) {
  const { code, stdout, stderr } = await at(time, ...args, '--format', 'json');
  return { code, stderr, ...(stdout === '' ? {} : JSON.parse(stdout)) };
}

beforeAll(async () => {
  writeFileSync(join(cwd, '六月.csv'), person('13800000000'));
  writeFileSync(join(cwd, '七月.csv'), person('13900000000'));
  expect((await at('09:00', 'init', '--policies', join(cwd, 'policies'))).code).toBe(0);
  expect((await at('10:00', 'import', 'roster', join(cwd, '六月.csv'))).code).toBe(0);
  expect((await at('11:00', 'import', 'roster', join(cwd, '七月.csv'))).code).toBe(0);
});

describe('--known-at', () => {
  const QUESTIONS: readonly (readonly [
    string,
    readonly string[],
    (totals: Record<string, number>) => unknown,
  ])[] = [
    ['grade check', ['grade', 'check'], ({ posts }) => posts],
    ['quota check', ['quota', 'check', '--district', '锦江区'], ({ filled }) => filled],
    ['worker find', ['worker', 'find', '小芳'], ({ people }) => people],
  ];

  it.each(QUESTIONS)('%s before the import answers as if it had never happened', async (_, args, count) => {
    const before = await json('12:00', ...args, '--known-at', '2026-07-15T09:59');
    const after = await json('12:00', ...args, '--known-at', '2026-07-15T10:00');
    const now = await json('12:00', ...args);
    expect([before, after, now].map(({ totals }) => count(totals))).toEqual([0, 1, 1]);
  });

  it('a day is its end in Chengdu', async () => {
    const people = async (day: string) =>
      (await json('12:00', 'worker', 'find', '--known-at', day)).totals.people;
    expect([await people('2026-07-14'), await people('2026-07-15')]).toEqual([0, 1]);
  });

  it.each(['昨天', '2026-02-30'])('%s is refused', async (value) => {
    const { code, stderr } = await at('12:00', 'worker', 'find', '--known-at', value);
    expect(code).toBe(2);
    expect(stderr).toContain(`--known-at 的值“${value}”不是有效时间`);
  });
});

describe('worker show', () => {
  it('masks numbers unless they are asked for, in every format', async () => {
    for (const format of ['table', 'csv', 'json', 'ndjson']) {
      const { stdout, stderr } = await at('12:00', 'worker', 'show', '王小芳', '--all', '--format', format);
      expect(stdout + stderr).toContain(MASKED.slice(0, 10));
      expect(stdout + stderr).not.toMatch(/\d{15}|13[89]0{8}/);
    }
    const { rows } = await json('12:00', 'worker', 'show', '王小芳', '--reveal');
    expect(rows[0]).toMatchObject({ idNumber: ID, values: { phone: '13900000000' } });
  });

  it('tells which file and line replaced a fact', async () => {
    const { rows } = await json('12:00', 'worker', 'show', MASKED, '--all');
    expect(rows[0]).toMatchObject({ fact: 'details', batch: 2, file: '六月.csv', line: 2 });
    expect(rows[0].replacedBy).toEqual({ batch: 3, file: '七月.csv', line: 2 });
    const { stdout } = await at('12:00', 'worker', 'show', '王小芳', '--all', '--format', 'csv');
    expect(stdout).toContain('被 七月.csv 第 2 行（批次 3）替代');
  });
});

describe('import list, show and undo', () => {
  it('list has the keys that scripts rely on, the latest batch first', async () => {
    const { code, rows } = await json('12:00', 'import', 'list');
    expect(code).toBe(0);
    expect(rows[0]).toMatchObject({ batch: 3, dataset: 'roster', file: '七月.csv', rows: 1 });
    expect(rows[0].at).toBe('2026-07-15T03:00:00.000Z');
    expect(rows.map(({ batch }: { batch: number }) => batch)).toEqual([3, 2, 1]);
  });

  it('show tells files, counts, kinds of facts, and who was touched', async () => {
    const { rows, totals, files, facts } = await json('12:00', 'import', 'show', '3');
    expect(rows).toMatchObject([{ idNumber: MASKED, name: '王小芳' }]);
    expect(totals).toMatchObject({ batch: 3, read: 1, changed: 1 });
    expect(files).toMatchObject([{ name: '七月.csv', rows: 1, asOf: '2026-07-15' }]);
    expect(facts).toEqual([{ fact: 'details', recorded: 1, superseded: 1 }]);
  });

  it('undo is exit 2 while something stands on the batch, and names it', async () => {
    const { code, stdout, stderr } = await at('12:00', 'import', 'undo', '2');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/七月\.csv 第 2 行 王小芳 510104\*{8}1230/);
    expect(stderr).toContain('请先撤回批次 3');
  });

  it('undo answers as before the batch, says how to have it again, and list marks it', async () => {
    const phone = async () =>
      (await json('14:00', 'worker', 'show', '王小芳', '--reveal')).rows[0].values.phone;
    expect((await at('13:00', 'import', 'undo', '3', '--dry-run')).stderr).toContain('批次 3 可以撤回');
    expect(await phone()).toBe('13900000000');
    const { code, stdout, stderr } = await at('13:00', 'import', 'undo', '3', '--by', '李主任');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('shegong import undo 4');
    expect(await phone()).toBe('13800000000');
    const { rows } = await json('14:00', 'import', 'list');
    expect(rows.slice(0, 2)).toMatchObject([
      { batch: 4, dataset: 'undo', user: '李主任', undoes: 3 },
      { batch: 3, undoneBy: 4 },
    ]);
  });
});
