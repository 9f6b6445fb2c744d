import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from './run.js';
import { runOn } from './world.js';

const ROSTER = `姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,岗位名称,上岗日期,证书级别,发证日期,登记日期,登记有效期至
甲一,510104199001011230,锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,助理社会工作师二级,2024-01-01,初级,2023-01-01,2023-05-01,2026-04-30
乙二,510104199002021246,锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,,2024-01-01,中级,2023-01-01,2023-08-01,2026-07-31
丙三,510104199103031259,锦江区,锦官驿街道,崇德里社区,城乡社区专职工作者,,2024-01-01,员级,2024-03-01,,
丁四,510104199204041261,锦江区,锦官驿街道,合江亭社区,机关,,2024-01-01,,,,
`;

let folder = '';
const run = (...args: string[]) => runOn({}, [...args, '--db', join(folder, 'shegong.db')]);
beforeAll(async () => {
  folder = emptyFolder();
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  expect((await run('init')).code).toBe(0);
  const roster = file('roster.csv', ROSTER);
  expect((await run('import', 'roster', roster, '--as-of', '2026-07-01')).code).toBe(0);
  const courses =
    '身份证号,课程,举办单位,开始日期,学时\n510104199002021246,督导,成都村政学院,2024-05-06,90\n';
  expect((await run('import', 'trainings', file('t.csv', courses))).code).toBe(0);
  const terms = '身份证号,级别,认定日期,有效期至\n510104199002021246,中级督导,2023-06-01,2026-05-31\n';
  expect((await run('import', 'supervisors', file('s.csv', terms))).code).toBe(0);
  file('list.csv', '姓名,身份证号\n甲一,510104199001011230\n戊五,\n');
});

async function json(...args: string[]) {
  const { code, stdout, stderr } = await run(...args, '--format', 'json');
  expect(stdout, stderr).not.toBe('');
  return { code, ...JSON.parse(stdout) } as {
    code: number;
    rows: Record<string, unknown>[];
    totals: Record<string, unknown>;
    findings: { code: string; message: string; citation?: { article: string } }[];
  };
}

describe('registration due', () => {
  it('has the rows and totals that scripts rely on', async () => {
    const { code, rows, totals } = await json('registration', 'due', '--on', '2026-07-15');
    expect(code).toBe(1);
    expect(
      rows.map(({ name, idNumber, level, until, state }) => [name, idNumber, level, until, state]),
    ).toEqual([
      ['丙三', '510104********1259', '员级', null, 'never'],
      ['甲一', '510104********1230', '初级', '2026-04-30', 'expired'],
      ['乙二', '510104********1246', '中级', '2026-07-31', 'due'],
    ]);
    expect(rows[0]).toMatchObject({ unit: '崇德里社区居委会', monthlyFen: null, deadline: '2025-03-01' });
    expect(totals).toMatchObject({ people: 3, due: 1, expired: 1, never: 1, withoutRate: 3 });
  });

  it.each([
    ['2025-03-01', [], 0],
    ['2025-03-02', ['registration.never'], 1],
    ['2024-12-31', [], 0],
  ])('on %s finds %j and ends with %i', async (on, codes, exit) => {
    const { code, findings } = await json('registration', 'due', '--on', on);
    expect([findings.map((each) => each.code).filter((each) => each !== 'policy.ending'), code]).toEqual([
      codes,
      exit,
    ]);
  });

  it('looks at one township alone', async () => {
    const { code, rows } = await json(
      'registration',
      'due',
      '--on',
      '2026-07-15',
      '--township',
      '春熙路街道',
    );
    expect([code, rows]).toEqual([0, []]);
  });

  it('answers from what was known: nothing, before anything was imported', async () => {
    const { code, rows } = await json(
      'registration',
      'due',
      '--on',
      '2026-07-15',
      '--known-at',
      '2026-07-14',
    );
    expect([code, rows]).toEqual([0, []]);
  });

  it('says what the subsidy is worth, where the city or the district has set a rate', async () => {
    const example = join(import.meta.dirname, '..', '..', 'data', 'policies', 'example');
    const { rows } = await json('registration', 'due', '--on', '2026-07-15', '--policies', example);
    expect(rows.map(({ monthlyFen, lostFrom }) => [monthlyFen, lostFrom])).toEqual([
      [10_000, null],
      [25_000, '2026-05'],
      [40_000, '2026-08'],
    ]);
  });
});

it('training check lists each part, with totals of all', async () => {
  const hours = await json('training', 'check', '--on', '2026-07-15');
  expect(hours.code).toBe(1);
  expect(hours.rows.map(({ name, hours: taken, needed, state }) => [name, taken, needed, state])).toEqual([
    ['乙二', 90, 90, 'met'],
  ]);
  expect(hours.totals).toMatchObject({
    ...{ people: 1, met: 1, short: 0, withoutTerm: 1, notAsked: 1 },
    rotation: { staff: 3, trained: 1 },
    yearly: { staff: 1, trained: 0, overdue: 1 },
  });
  const rotation = await json('training', 'check', '--on', '2026-07-15', '--what', 'rotation');
  expect(rotation.rows.map(({ unit, staff, trained }) => [unit, staff, trained])).toEqual([
    ['崇德里社区居委会', 1, 0],
    ['水井坊社区居委会', 2, 1],
  ]);
  const yearly = await json('training', 'check', '--on', '2026-07-15', '--what', 'yearly');
  expect(yearly.rows).toMatchObject([{ name: '丁四', state: 'overdue', hours: 0 }]);
  expect(yearly.findings.find(({ code }) => code === 'training.untrained')?.citation?.article).toBe(
    '三(一)1',
  );
});

it('certificate summary tells groups, levels and the target', async () => {
  const { code, rows, totals } = await json('certificate', 'summary', '--on', '2026-07-15');
  expect(code).toBe(1);
  expect(rows.find(({ by, group }) => by === 'district' && group === '锦江区')).toMatchObject({
    ...{ holders: 3, national: 2, growth: 0 },
    byLevel: { 员级: 1, 初级: 1, 中级: 1, 高级: 0 },
  });
  expect(totals).toMatchObject({ holders: 3, target: { target: 35_000, by: 2025, missing: 34_997 } });
  expect((await json('certificate', 'summary', '--on', '2025-12-31')).code).toBe(0);
  expect((await json('certificate', 'summary', '--district', '锦江区', '--on', '2026-07-15')).code).toBe(0);
});

it.each([
  ['2026-05-31', 'current', 0],
  ['2026-06-01', 'expired', 1],
])('supervisor list on %s: %s, exit %i', async (on, state, exit) => {
  const { code, rows } = await json('supervisor', 'list', '--on', on);
  expect([rows.map((row) => row.state), code]).toEqual([[state], exit]);
});

it('worker check answers each row, and keeps whole numbers to whoever asks for them', async () => {
  const list = join(folder, 'list.csv');
  const { code, rows } = await json('worker', 'check', list, '--on', '2026-07-15');
  expect(code).toBe(1);
  expect(rows).toMatchObject([
    { line: 2, answer: 'found', idNumber: '510104********1230', level: '初级', registration: 'expired' },
    { line: 3, answer: 'unknown', name: '戊五', level: null },
  ]);
  const before = readFileSync(list, 'utf8');
  expect((await run('worker', 'check', list, '-o', list)).code).toBe(2);
  expect(readFileSync(list, 'utf8')).toBe(before);
});

it('worker check counts people once, and whoever served by the roster alone', async () => {
  const roster = join(folder, 'served.csv');
  const heading = '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,上岗日期,服务记录\n';
  const served = '甲一,510104199001011230,锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,2024-01-01,';
  writeFileSync(roster, `${heading}${served}3\n`);
  expect((await run('import', 'roster', roster, '--as-of', '2026-09-30')).code).toBe(0);
  const list = join(folder, 'twice.csv');
  writeFileSync(list, '姓名,身份证号\n甲一,510104199001011230\n,011230\n甲一,510104199002021246\n');
  const { totals } = await json('worker', 'check', list, '--on', '2026-09-30');
  expect(totals).toMatchObject({ rows: 3, found: 2, people: 1, certified: 1, served: 1 });
  expect(Object.keys(totals).filter((key) => !/^[a-z][A-Za-z]*$/.test(key))).toEqual([]);
});

it.each(['rotation', 'yearly'])(
  'training check --what %s cannot answer where no policy asks',
  async (what) => {
    const on = async (day: string) => (await run('training', 'check', '--what', what, '--on', day)).code;
    expect([await on('2022-02-28'), await on('2022-03-01')]).toEqual([2, 0]);
    expect([await on('2027-02-28'), await on('2027-03-01')]).toEqual([1, 2]);
    expect((await run('training', 'check', '--on', '2027-03-01')).code).toBe(0);
  },
);

describe.each(['zh', 'en'])('in %s', (lang) => {
  it.each([
    ['registration', 'due'],
    ['training', 'check'],
    ['training', 'check', '--what', 'rotation'],
    ['training', 'check', '--what', 'yearly'],
    ['certificate', 'summary'],
    ['supervisor', 'list'],
  ])('%s %s %s %s is a table for people and has help with examples', async (...command) => {
    const args = command.filter((each) => each !== undefined);
    const table = await run(...args, '--on', '2026-07-15', '--format', 'table', '--lang', lang);
    expect(table.code).toBe(1);
    expect(table.stdout.split('\n').length).toBeGreaterThan(2);
    expect(table.stdout + table.stderr).not.toMatch(/undefined|\[object|NaN/);
    const help = await run(...args.slice(0, 2), '--help', '--lang', lang);
    expect(help.stdout).toContain(`shegong ${args.slice(0, 2).join(' ')} `);
  });
});
