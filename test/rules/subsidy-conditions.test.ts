import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/domain/facts.js';
import { officeBook } from './book.js';
import { outcomesOf, quarterOf } from './compute.js';
import { assessment, certificate, post, registration, sanction, service, serviceClaim } from './people.js';

const none = ['service-record'];
const perMonth = officeBook({
  parameter: 'subsidy.service-minimum',
  district: '锦江区',
  value: { count: 2, per: 'month' },
});

describe('服务记录, at least 2 a quarter', () => {
  it.each([
    ['是', [20000, 20000, 20000]],
    ['否', [none, none, none]],
    [0, [none, none, none]],
    [1, [none, none, none]],
    [2, [20000, 20000, 20000]],
    [3, [20000, 20000, 20000]],
  ] as const)('the roster says %s', (claim, expected) => {
    expect(outcomesOf('2026Q3', { serviceClaims: [serviceClaim('2026Q3', claim)] })).toEqual(expected);
  });

  it('a claim speaks for its own quarter alone', () => {
    expect(outcomesOf('2026Q3', { serviceClaims: [serviceClaim('2026Q2', '是')] })).toEqual([
      none,
      none,
      none,
    ]);
  });

  it.each([
    [
      ['2026-07-01', '2026-09-30'],
      [20000, 20000, 20000],
    ],
    [
      ['2026-06-30', '2026-09-30'],
      [none, none, none],
    ],
    [
      ['2026-07-01', '2026-10-01'],
      [none, none, none],
    ],
  ])('records %j decide alone, even against 是', (days, expected) => {
    const services = days.map(service);
    expect(outcomesOf('2026Q3', { services })).toEqual(expected);
    expect(outcomesOf('2026Q3', { services, serviceClaims: [] })).toEqual(expected);
    expect(outcomesOf('2026Q3', { services, serviceClaims: [serviceClaim('2026Q3', '否')] })).toEqual(
      expected,
    );
  });

  it('records of another quarter leave the claim standing', () => {
    expect(outcomesOf('2026Q3', { services: [service('2026-06-30')] })).toEqual([20000, 20000, 20000]);
  });
});

describe('服务记录, at least 2 a month', () => {
  it('counts the records of each month', () => {
    const services = ['2026-07-01', '2026-07-31', '2026-08-01', '2026-09-01', '2026-09-30'].map(service);
    expect(outcomesOf('2026Q3', { services }, perMonth)).toEqual([20000, none, 20000]);
  });

  it.each(['是', 99] as const)(
    'cannot be shown by a roster that says %s, and a warning says so once',
    (claim) => {
      const { outcomes, findings } = quarterOf(
        '2026Q3',
        { serviceClaims: [serviceClaim('2026Q3', claim)] },
        perMonth,
      );
      expect(outcomes).toEqual([none, none, none]);
      expect(findings).toMatchObject([
        {
          code: 'subsidy.minimum-needs-records',
          severity: 'warning',
          subject: '锦江区',
          details: { district: '锦江区' },
        },
      ]);
    },
  );
});

describe('发挥专业作用: a quarter goes before a year', () => {
  const not = ['professional-role'];
  it.each([
    [[], [not, not, not]],
    [[['2026', '是']], [20000, 20000, 20000]],
    [[['2026Q3', '是']], [20000, 20000, 20000]],
    [
      [
        ['2026', '是'],
        ['2026Q3', '否'],
      ],
      [not, not, not],
    ],
    [
      [
        ['2026Q3', '否'],
        ['2026', '是'],
      ],
      [not, not, not],
    ],
    [
      [
        ['2026', '否'],
        ['2026Q3', '是'],
      ],
      [20000, 20000, 20000],
    ],
    [
      [
        ['2026Q2', '是'],
        ['2025', '是'],
      ],
      [not, not, not],
    ],
    [
      [
        ['2026', '是'],
        ['2026Q2', '否'],
      ],
      [20000, 20000, 20000],
    ],
  ] as const)('%j', (assessments, expected) => {
    const known = assessments.map(([period, result]) => assessment(period, result));
    expect(outcomesOf('2026Q3', { assessments: known })).toEqual(expected);
  });
});

const everything = officeBook({
  parameter: 'subsidy.conditions',
  district: '锦江区',
  value: ['on-post', 'certificate', 'registration', 'service-record', 'professional-role', 'no-sanction'],
});

/** What breaks each condition, and nothing else, for the first month of 2026Q3. */
const BREAKS: Readonly<Record<string, Partial<Person>>> = {
  category: { posts: [post({ category: '兼职' })] },
  'on-post': { posts: [post({ from: '2026-07-02' })] },
  certificate: { certificates: [] },
  registration: { registrations: [] },
  'service-record': { serviceClaims: [] },
  'professional-role': { assessments: [] },
  'no-sanction': { sanctions: [sanction('2026-07-01', '2026-07-01')] },
};

describe('every unpaid month lists every reason, in the order of the contract', () => {
  it.each(Object.entries(BREAKS))('%s alone', (reason, broken) => {
    expect(outcomesOf('2026Q3', broken, everything)[0]).toEqual([reason]);
  });

  const pairs = Object.keys(BREAKS).flatMap((a, at) =>
    Object.keys(BREAKS)
      .slice(at + 1)
      .map((b) => [a, b] as const),
  );
  it.each(pairs.filter(([a, b]) => a !== 'category' || b !== 'on-post'))('%s with %s', (a, b) => {
    expect(outcomesOf('2026Q3', { ...BREAKS[a], ...BREAKS[b] }, everything)[0]).toEqual([a, b]);
  });

  it('all together', () => {
    const posts = [post({ category: '兼职', from: '2026-07-02' })];
    const broken = Object.assign({}, ...Object.values(BREAKS), { posts });
    expect(outcomesOf('2026Q3', broken, everything)[0]).toEqual(Object.keys(BREAKS));
  });

  it('not being entitled is no finding', () => {
    expect(quarterOf('2026Q3', { certificates: [], registrations: [] }).findings).toEqual([]);
  });
});

describe('a month explains itself', () => {
  it('paid: everything met, with what was needed, found, its source and its article', () => {
    const [month] = quarterOf('2026Q3', {}, everything).months;
    expect(month?.conditions).toEqual([
      {
        code: 'policy',
        met: true,
        needed: { on: '2026-07-01' },
        found: { from: '2022-03-01', until: '2027-02-28' },
        source: null,
        citation: { document: '实施意见', article: '三(六)1' },
      },
      expect.objectContaining({
        code: 'category',
        met: true,
        needed: { categories: ['城乡社区专职工作者'] },
        found: { category: '城乡社区专职工作者' },
        citation: { document: '实施意见', article: '三(六)1' },
      }),
      expect.objectContaining({ code: 'on-post', met: true, found: { from: '2020-01-01', until: null } }),
      expect.objectContaining({
        code: 'certificate',
        met: true,
        found: { level: '初级', issued: '2019-01-01', number: null },
        source: expect.objectContaining({ file: 1, line: 7 }),
      }),
      expect.objectContaining({
        code: 'registration',
        met: true,
        found: { from: '2019-06-01', until: '2029-12-31' },
      }),
      expect.objectContaining({
        code: 'service-record',
        met: true,
        needed: { count: 2, per: 'quarter' },
        found: { from: 'roster', claim: '是' },
      }),
      expect.objectContaining({
        code: 'professional-role',
        met: true,
        found: { period: '2026', result: '是' },
      }),
      expect.objectContaining({ code: 'no-sanction', met: true, found: null }),
      expect.objectContaining({
        code: 'rate',
        met: true,
        needed: { district: '锦江区', level: '初级', on: '2026-07-01' },
        found: { yuan: 200 },
        citation: { document: '某办发〔2020〕1号', article: '第一条' },
      }),
    ]);
  });

  it.each<[string, Partial<Person>, object | null]>([
    ['on-post', { posts: [post({ from: '2026-07-02' })] }, { from: '2026-07-02', until: null }],
    ['certificate', { certificates: [] }, null],
    [
      'certificate',
      { certificates: [certificate('中级', '2026-09-09'), certificate('初级', '2026-08-08')] },
      { level: '初级', issued: '2026-08-08', number: null },
    ],
    ['registration', { registrations: [] }, null],
    [
      'registration',
      { registrations: [registration('2020-01-01', '2022-12-31'), registration('2023-01-01', '2025-12-31')] },
      { from: '2023-01-01', until: '2025-12-31' },
    ],
    [
      'registration',
      { registrations: [registration('2026-08-01', '2029-07-31')] },
      { from: '2026-08-01', until: '2029-07-31' },
    ],
    ['service-record', { services: [service('2026-07-05')] }, { from: 'records', count: 1 }],
    ['service-record', { serviceClaims: [] }, null],
    ['professional-role', { assessments: [assessment('2026Q3', '否')] }, { period: '2026Q3', result: '否' }],
    ['no-sanction', { sanctions: [sanction('2026-06-15', null)] }, { from: '2026-06-15', until: null }],
  ])('%s not met: the nearest fact', (code, known, found) => {
    const [month] = quarterOf('2026Q3', known, everything).months;
    const condition = month?.conditions.find((each) => each.code === code);
    expect(condition).toMatchObject({ met: false, found });
    expect(condition?.source === null).toBe(found === null);
  });

  it('the reasons are the conditions that are not met', () => {
    for (const known of [{}, ...Object.values(BREAKS)]) {
      for (const { conditions, reasons } of quarterOf('2026Q3', known, everything).months) {
        expect(conditions.filter(({ met }) => !met).map(({ code }) => code)).toEqual(reasons);
      }
    }
  });
});
