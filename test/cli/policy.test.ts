import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, ROOT, run } from './run.js';

const EXAMPLE = join(ROOT, 'data/policies/example');
const fixture = (code: string) => join(ROOT, 'fixtures/policies', code);

interface Answer {
  on: string;
  rows: Record<string, unknown>[];
  totals: Record<string, number>;
  findings: {
    code: string;
    severity: string;
    file?: string;
    line?: number;
    column?: string;
    value?: string;
  }[];
}
const json = async (...args: string[]): Promise<Answer> =>
  JSON.parse((await run(['policy', ...args, '--format', 'json'])).stdout);

describe('policy show', () => {
  it('needs no database and no folder, and says what the office still has to set', async () => {
    const { rows, totals } = await json('show');
    expect(totals).toEqual({ inForce: 15, notSet: 7, notInForce: 0 });
    expect(rows.map(({ parameter }) => parameter)).toHaveLength(22);
    expect(rows.find(({ parameter }) => parameter === 'quota.minimum')).toEqual({
      parameter: 'quota.minimum',
      district: null,
      state: 'in-force',
      value: { 社区: 2, 建制村: 1 },
      from: '2022-03-01',
      until: '2027-02-28',
      layer: 'shipped',
      document: '成都市民政局等18部门关于加强社会工作者职业体系建设的实施意见',
      article: '三(四)1',
      file: 'chengdu/city.yaml',
      line: expect.any(Number),
      quote: expect.stringContaining('社区至少设置2个'),
      checked: '2026-11-23',
      example: false,
    });
    expect(rows.find(({ parameter }) => parameter === 'subsidy.rate')).toMatchObject({
      state: 'not-set',
      value: null,
      from: null,
      document: null,
    });
  });

  it.each([
    ['2022-02-28', 'not-in-force'],
    ['2022-03-01', 'in-force'],
    ['2027-02-28', 'in-force'],
    ['2027-03-01', 'not-in-force'],
  ])('on %s the conditions are %s, never carried over', async (on, state) => {
    const { rows } = await json('show', 'subsidy.conditions', '--on', on);
    expect(rows).toEqual([expect.objectContaining({ parameter: 'subsidy.conditions', state })]);
  });

  it.each([
    ['2026-07-31', [['锦江区', { 员级: 100, 初级: 250, 中级: 400, 高级: 600 }]]],
    [
      '2026-08-01',
      [
        ['锦江区', { 初级: 300, 中级: 500, 高级: 800 }],
        [null, { 员级: 100 }],
      ],
    ],
  ])(
    'on %s a district has its own rate, and the city’s for levels that it leaves out',
    async (on, expected) => {
      const asked = ['show', 'subsidy.rate', '--district', '锦江', '--on', on, '--policies', EXAMPLE];
      const { rows, findings } = await json(...asked);
      expect(rows.map(({ district, value }) => [district, value])).toEqual(expected);
      expect(rows.every(({ example }) => example)).toBe(true);
      expect(findings.map(({ code }) => code)).toEqual(['policy.example']);
    },
  );

  it('without a district lists the city and every district with a value of its own', async () => {
    const { rows } = await json('show', 'subsidy.rate', '--policies', EXAMPLE);
    expect(rows.map(({ district }) => district)).toEqual([null, '锦江区', '成都高新区']);
  });

  it.each([
    ['zh', '补贴标准', '员级 100，初级 200，中级 300，高级 500（元/月）', '每月最后一天', '示例标准'],
    [
      'en',
      'Subsidy rate',
      '员级 100, 初级 200, 中级 300, 高级 500 (yuan a month)',
      'last day of the month',
      '示例标准',
    ],
  ])('reads as people read it (%s)', async (lang, ...words) => {
    const { stdout } = await run(['policy', 'show', '--policies', EXAMPLE, '--lang', lang]);
    for (const word of words) expect(stdout).toContain(word);
  });

  it.each([
    ['an unknown parameter', ['show', 'subsidy.rates'], 'subsidy.rate'],
    ['an unknown district', ['show', '--district', '锦口区'], '锦江区'],
    ['a district that could be several', ['show', '--district', '新区'], '四川天府新区'],
    ['a folder that was named and is missing', ['show', '--policies', '/no/such/folder'], '/no/such/folder'],
    ['a folder with errors', ['show', '--policies', fixture('policy.overlap')], 'policy check'],
    ['an impossible day', ['show', '--on', '2026-02-30'], '2026-02-30'],
  ])('refuses %s with exit 2 and says what comes near', async (_name, args, said) => {
    const { code, stdout, stderr } = await run(['policy', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});

describe('policy check', () => {
  it('of the shipped pack alone finds nothing', async () => {
    const { code, stderr } = await run(['policy', 'check']);
    expect(code).toBe(0);
    expect(stderr).toContain('没有发现错误');
  });

  it('of the example pack tells that it is an example, file by file', async () => {
    const { rows, findings } = await json('check', '--policies', EXAMPLE);
    expect(rows.map(({ district }) => district)).toEqual([null, null, '成都高新区', '武侯区', '锦江区']);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['policy.example']));
  });

  it('exits 1 with file, line, key and value of what is wrong', async () => {
    const folder = fixture('policy.below-city');
    const { code } = await run(['policy', 'check', '--policies', folder]);
    const { findings } = await json('check', '--policies', folder, '--on', '2025-01-01');
    expect(code).toBe(1);
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'policy.below-city',
        severity: 'error',
        file: join(folder, 'districts/锦江区.yaml'),
        line: 4,
        column: 'value.中级',
        value: '299.99',
      }),
    ]);
  });

  it.each([
    'policy.overlap',
    'policy.unreadable-file',
    'policy.hole',
    'policy.drops-condition',
    'policy.ending',
  ])('%s exits 1 exactly when it has an error, and never 2', async (code) => {
    const answer = await run(['policy', 'check', '--policies', fixture(code), '--format', 'json']);
    const { findings }: Answer = JSON.parse(answer.stdout);
    expect(answer.code).toBe(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
  });

  it.each([
    ['2026-08-31', false],
    ['2026-09-01', true],
  ])('run on %s: speaks of the end of the document: %s', async (today, told) => {
    const { stderr, code } = await run(['policy', 'check'], {
      env: { SHEGONG_NOW: `${today}T09:00:00+08:00` },
    });
    expect(stderr.includes('2027-02-28')).toBe(told);
    expect(code).toBe(0);
  });

  it('uses ./policies when it is there, and the shipped pack alone when it is not', async () => {
    const cwd = emptyFolder();
    const alone = await run(['policy', 'check'], { cwd });
    expect([alone.code, alone.stderr]).toEqual([0, expect.stringContaining('没有使用政策文件夹')]);
    cpSync(fixture('policy.overlap'), join(cwd, 'policies'), { recursive: true });
    expect((await run(['policy', 'check'], { cwd })).code).toBe(1);
  });

  it('offers the district whose short name a file bears', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'districts'));
    writeFileSync(join(folder, 'districts', '高新区.yaml'), 'district: 高新区\n');
    expect((await run(['policy', 'check', '--policies', folder])).stderr).toContain('是否应为：成都高新区、');
  });
});

describe('a file of a district that the city does not have', () => {
  it.each([
    ['policy check', ['policy', 'check']],
    ['a command that would have used it', ['grade', 'map']],
  ])('is told once by %s', async (_name, args) => {
    const { stderr } = await run([...args, '--policies', fixture('policy.unknown-district')]);
    expect(stderr.split('本市没有名为“锦江”的区(市)县')).toHaveLength(2);
  });
});
