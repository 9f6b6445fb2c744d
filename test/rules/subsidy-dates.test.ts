import { describe, expect, it } from 'vitest';
import { officeBook } from './book.js';
import { outcomesOf, quarterOf } from './compute.js';
import { certificate, post, registration, sanction } from './people.js';

const policy = ['policy'];
const onPost = ['on-post'];

describe('the document is in force from 2022-03-01 to 2027-02-28', () => {
  it.each([
    ['2022Q1', [policy, policy, 20000]],
    ['2022Q2', [20000, 20000, 20000]],
    ['2026Q4', [20000, 20000, 20000]],
    ['2027Q1', [20000, 20000, policy]],
  ])('%s', (of, expected) => {
    expect(outcomesOf(of)).toEqual(expected);
  });

  it.each(['2021Q4', '2027Q2', '2030Q1'])(
    '%s has no month in force: the question cannot be answered',
    (of) => {
      expect(() => quarterOf(of)).toThrow(
        expect.objectContaining({
          problem: 'policy.no-month-in-force',
          details: { quarter: of, from: '2022-03-01', until: '2027-02-28' },
        }),
      );
    },
  );

  it('warns of the months without policy, and explains them by the policy that has ended', () => {
    const { months, findings } = quarterOf('2027Q1');
    expect(findings).toMatchObject([
      { code: 'subsidy.month-without-policy', severity: 'warning', details: { months: ['2027-03'] } },
    ]);
    expect(months[2]).toMatchObject({ paid: false, decided: true, amountFen: 0, decidedOn: '2027-03-01' });
    expect(months[2]?.conditions).toMatchObject([
      {
        code: 'policy',
        met: false,
        needed: { on: '2027-03-01' },
        found: { from: '2022-03-01', until: '2027-02-28' },
      },
    ]);
  });

  it.each([
    ['the last day', 'last-day', '2027Q1', [20000, 20000, policy]],
    ['the last day', 'last-day', '2022Q1', [policy, policy, 20000]],
    ['the 28th', 28, '2027Q1', [20000, 20000, policy]],
  ] as const)('decided on %s (%s) in %s', (_name, value, of, expected) => {
    expect(
      outcomesOf(of, {}, officeBook({ parameter: 'subsidy.decided-on', value, from: '2021-01-01' })),
    ).toEqual(expected);
  });

  it('values of the office that have no end do not carry the policy on', () => {
    const book = officeBook({
      parameter: 'subsidy.conditions',
      district: '锦江区',
      value: ['on-post', 'certificate', 'no-sanction'],
    });
    expect(outcomesOf('2027Q1', {}, book)).toEqual([20000, 20000, policy]);
  });

  it('a month decided by a document that begins inside it', () => {
    const book = officeBook(
      { parameter: 'subsidy.conditions', value: ['on-post', 'certificate'], from: '2027-03-15' },
      { parameter: 'subsidy.categories', value: ['城乡社区专职工作者'], from: '2027-03-15' },
    );
    expect(outcomesOf('2027Q1', {}, book)).toEqual([20000, 20000, policy]);
    expect(outcomesOf('2027Q2', {}, book)).toEqual([20000, 20000, 20000]);
  });
});

describe('first and last day of a post, decided on the first of the month', () => {
  it.each([
    ['2026-06-30', null, [20000, 20000, 20000]],
    ['2026-07-01', null, [20000, 20000, 20000]],
    ['2026-07-02', null, [onPost, 20000, 20000]],
    ['2020-01-01', '2026-07-01', [20000, onPost, onPost]],
    ['2020-01-01', '2026-07-31', [20000, onPost, onPost]],
    ['2020-01-01', '2026-08-01', [20000, 20000, onPost]],
    ['2026-08-02', '2026-08-31', [onPost, onPost, onPost]],
  ])('from %s until %s', (from, until, expected) => {
    expect(outcomesOf('2026Q3', { posts: [post({ from, until })] })).toEqual(expected);
  });

  it.each([
    ['2026-07-31', null, [20000, 20000, 20000]],
    ['2026-08-01', null, [onPost, 20000, 20000]],
    ['2020-01-01', '2026-07-30', [onPost, onPost, onPost]],
    ['2020-01-01', '2026-07-31', [20000, onPost, onPost]],
  ])('decided on the last day: from %s until %s', (from, until, expected) => {
    const book = officeBook({ parameter: 'subsidy.decided-on', value: 'last-day', district: '锦江区' });
    expect(outcomesOf('2026Q3', { posts: [post({ from, until })] }, book)).toEqual(expected);
  });

  it.each([
    ['2020-01-01', '2026-06-30', 0],
    ['2020-01-01', '2026-07-01', 3],
    ['2026-09-30', null, 3],
    ['2026-10-01', null, 0],
  ])('a post from %s until %s gives %i months of 2026Q3', (from, until, months) => {
    expect(quarterOf('2026Q3', { posts: [post({ from, until })] }).months).toHaveLength(months);
  });

  it('a month without any day on post has no post; one with a day on post has the nearest', () => {
    const { months } = quarterOf('2026Q3', { posts: [post({ until: '2026-08-01' })] });
    expect(months.map(({ post: held }) => held?.until ?? null)).toEqual(['2026-08-01', '2026-08-01', null]);
    const inside = quarterOf('2026Q3', { posts: [post({ from: '2026-07-02', until: '2026-07-30' })] });
    expect(inside.months.map(({ post: held }) => held !== null)).toEqual([true, false, false]);
  });
});

describe('certificates: the highest level issued by the day (就高)', () => {
  const none = ['certificate'];
  it.each([
    ['初级', '2026-07-01', [20000, 20000, 20000]],
    ['初级', '2026-07-02', [none, 20000, 20000]],
    ['员级', '2026-08-01', [none, 10000, 10000]],
    ['中级', '2026-08-02', [none, none, 30000]],
    ['高级', '2026-09-02', [none, none, none]],
  ] as const)('%s issued %s', (level, issued, expected) => {
    expect(outcomesOf('2026Q3', { certificates: [certificate(level, issued)] })).toEqual(expected);
  });

  it.each([
    ['初级', '2020-01-01', '中级', '2026-08-01', [20000, 30000, 30000]],
    ['初级', '2020-01-01', '中级', '2026-08-02', [20000, 20000, 30000]],
    ['高级', '2020-01-01', '初级', '2026-08-01', [50000, 50000, 50000]],
    ['员级', '2026-07-01', '高级', '2026-09-01', [10000, 10000, 50000]],
  ] as const)('%s of %s, then %s of %s', (first, issued, second, then, expected) => {
    const certificates = [certificate(first, issued), certificate(second, then)];
    expect(outcomesOf('2026Q3', { certificates })).toEqual(expected);
    expect(outcomesOf('2026Q3', { certificates: [...certificates].reverse() })).toEqual(expected);
  });
});

describe('registrations: from and until both count', () => {
  const none = ['registration'];
  it.each([
    [[['2026-07-01', '2029-06-30']], [20000, 20000, 20000]],
    [[['2026-07-02', '2029-07-01']], [none, 20000, 20000]],
    [[['2023-08-02', '2026-08-01']], [20000, 20000, none]],
    [[['2023-08-01', '2026-07-31']], [20000, none, none]],
    [
      [
        ['2023-08-01', '2026-07-31'],
        ['2026-08-01', '2029-07-31'],
      ],
      [20000, 20000, 20000],
    ],
    [
      [
        ['2023-08-01', '2026-07-31'],
        ['2026-08-02', '2029-08-01'],
      ],
      [20000, none, 20000],
    ],
    [[], [none, none, none]],
  ] as const)('%j', (spans, expected) => {
    const registrations = spans.map(([from, until]) => registration(from, until));
    expect(outcomesOf('2026Q3', { registrations })).toEqual(expected);
  });
});

describe('停发, where the office asks for no-sanction', () => {
  const book = officeBook({
    parameter: 'subsidy.conditions',
    district: '锦江区',
    value: ['on-post', 'certificate', 'no-sanction'],
  });
  const stopped = ['no-sanction'];
  it.each([
    ['2026-07-02', '2026-07-31', [20000, 20000, 20000]],
    ['2026-07-01', '2026-07-01', [stopped, 20000, 20000]],
    ['2026-07-02', '2026-08-01', [20000, stopped, 20000]],
    ['2026-08-15', null, [20000, 20000, stopped]],
  ])('from %s until %s', (from, until, expected) => {
    expect(outcomesOf('2026Q3', { sanctions: [sanction(from, until)] }, book)).toEqual(expected);
  });

  it('is no condition unless the office says so', () => {
    expect(outcomesOf('2026Q3', { sanctions: [sanction('2026-01-01', null)] })).toEqual([
      20000, 20000, 20000,
    ]);
  });
});

describe('人员类别 on the deciding day', () => {
  const other = ['category'];
  it.each([
    ['城乡社区专职工作者', [20000, 20000, 20000]],
    ['事业编制', [other, other, other]],
    ['社会组织', [other, other, other]],
    ['企业', [other, other, other]],
    ['机关', [other, other, other]],
    ['兼职', [other, other, other]],
  ] as const)('%s', (category, expected) => {
    expect(outcomesOf('2026Q3', { posts: [post({ category })] })).toEqual(expected);
  });

  it.each([
    ['2026-08-01', [20000, other, other]],
    ['2026-08-02', [20000, 20000, other]],
  ])('becomes 事业编制 on %s', (from, expected) => {
    const posts = [post({ changes: [{ from, category: '事业编制' }] })];
    expect(outcomesOf('2026Q3', { posts })).toEqual(expected);
  });

  it('a district widens who is covered from 2026-08-01', () => {
    const book = officeBook({
      parameter: 'subsidy.categories',
      district: '锦江区',
      from: '2026-08-01',
      value: ['城乡社区专职工作者', '社会组织'],
    });
    expect(outcomesOf('2026Q3', { posts: [post({ category: '社会组织' })] }, book)).toEqual([
      other,
      20000,
      20000,
    ]);
    expect(outcomesOf('2026Q3', { posts: [post({ category: '社会组织', at: 3 })] }, book)).toEqual([
      other,
      other,
      other,
    ]);
    expect(outcomesOf('2026Q3', { posts: [post({ category: '兼职' })] }, book)).toEqual([
      other,
      other,
      other,
    ]);
  });

  it('titles play no part, and neither does the kind of workplace', () => {
    const posts = [post({ title: '社区书记', at: { district: '武侯区', workplace: '某服务中心' } })];
    expect(outcomesOf('2026Q3', { posts })).toEqual([20000, 20000, 20000]);
  });
});
