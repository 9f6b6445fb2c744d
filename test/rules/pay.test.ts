import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/facts.js';
import type { Category } from '../../src/domain/terms.js';
import { labourShare } from '../../src/rules/labour-share.js';
import { checkPay } from '../../src/rules/pay.js';
import { book, type Setting, SHIPPED } from './book.js';
import { person, post, unit } from './people.js';

const REFERENCE = {
  parameter: 'pay.reference',
  value: { averageWage: { 2023: 4000, 2024: 5000, 2025: 6000 }, ratio: 1.1 },
} as const satisfies Setting;
const LAW = book(...SHIPPED, REFERENCE);
const UNITS = [unit(1), unit(2, { district: '武侯区' })];
const TITLE = '社会工作专业岗位';

/** Somebody on a post, with 月工资 in yuan from days on. */
const worker = (
  id: number,
  pay: Readonly<Record<string, number>>,
  { at = 1, title = TITLE, category = '城乡社区专职工作者' as Category, until = null as string | null } = {},
) => ({
  who: person({ id, idNumber: String(id), posts: [post({ at, title, category, until })] }),
  pay: Object.entries(pay).map(([from, yuan]) => ({
    from: day(from),
    monthly: yuan * 100,
    file: 1,
    line: 1,
  })),
});

function check(
  workers: readonly ReturnType<typeof worker>[],
  on = '2026-09-30',
  policy = LAW,
  allPosts = false,
) {
  return checkPay({
    people: workers.map(({ who }): Person => who),
    pay: new Map(workers.map(({ who, pay }) => [who.id, pay])),
    units: UNITS,
    book: policy,
    on: day(on),
    allPosts,
  });
}

describe('三(六)1: pay of 非事业编制 posts against last year’s average wage', () => {
  it.each([
    [6599.99, 1, ['pay.below-reference']],
    [6600, 0, []],
    [6600.01, 0, []],
  ])('%d yuan, where 6000 by 1.1 is to be held', (yuan, shortfallFen, codes) => {
    const { rows, findings } = check([worker(1, { '2026-01-01': yuan })]);
    expect(rows).toMatchObject([{ year: '2025', wageFen: 600_000, requiredFen: 660_000, shortfallFen }]);
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['2024-12-31', '2023', 440_000],
    ['2025-01-01', '2024', 550_000],
    ['2025-12-31', '2024', 550_000],
    ['2026-01-01', '2025', 660_000],
  ])('on %s the wage of %s counts', (on, year, requiredFen) => {
    expect(check([worker(1, { '2022-01-01': 9000 })], on).totals).toMatchObject({ year, requiredFen });
  });

  it('takes the pay of the day, and its growth beside that of the wage', () => {
    const workers = [worker(1, { '2025-01-01': 6700, '2026-09-30': 7370 })];
    const { rows, findings } = check(workers);
    expect(rows).toMatchObject([
      { averageFen: 737_000, averageBeforeFen: 670_000, payGrowth: 10, wageGrowth: 20 },
    ]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['pay.growth-behind', 'warning'],
    ]);
    expect(check(workers, '2026-09-29').rows[0]?.averageFen).toBe(670_000);
  });

  it('counts professional posts outside 事业编制, of people on post, each once', () => {
    const pay = { '2026-01-01': 7000 };
    const workers = [
      worker(1, pay),
      worker(2, { '2026-01-01': 8000 }, { category: '社会组织' }),
      worker(3, pay, { category: '事业编制' }),
      worker(4, { '2026-01-01': 9000 }, { title: '网格员' }),
      worker(5, pay, { until: '2026-09-29' }),
    ];
    expect(check(workers).totals).toMatchObject({ people: 2, averageFen: 750_000 });
    expect(check(workers, '2026-09-29').totals).toMatchObject({ people: 3 });
    const { totals } = check(workers, '2026-09-30', LAW, true);
    expect(totals).toMatchObject({ people: 3, averageFen: 800_000 });
    expect(totals.byCategory.map(({ category, people }) => [category, people])).toEqual([
      ['城乡社区专职工作者', 2],
      ['社会组织', 1],
    ]);
  });

  it('who has no 月工资 is counted apart, never as 0', () => {
    const { rows, findings } = check([worker(1, { '2026-01-01': 7000 }), worker(2, {})]);
    expect(rows).toMatchObject([{ people: 2, withPay: 1, averageFen: 700_000 }]);
    expect(findings.map(({ code, details }) => [code, details])).toEqual([
      ['pay.unknown', { people: 1, of: 2 }],
    ]);
  });

  it('a district has its own wage; one without any is told, not judged', () => {
    const own = { ...REFERENCE, district: '武侯区' } as const;
    const workers = [worker(1, { '2026-01-01': 1 }), worker(2, { '2026-01-01': 7000 }, { at: 2 })];
    const { rows, findings } = check(workers, '2026-09-30', book(...SHIPPED, own));
    expect(rows.map(({ district, shortfallFen }) => [district, shortfallFen])).toEqual([
      ['锦江区', null],
      ['武侯区', 0],
    ]);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([['pay.no-reference', '锦江区']]);
  });

  it('says so where the wage of the year before is lacking, so that growth cannot be compared', () => {
    const own = {
      ...REFERENCE,
      value: { averageWage: { 2025: 6000 }, ratio: 1 },
      district: '锦江区',
    } as const;
    const policy = book(...SHIPPED, REFERENCE, own);
    const told = (pay: Readonly<Record<string, number>>) =>
      check([worker(1, pay)], '2026-09-30', policy).findings.map(({ code, details }) => [code, details]);
    expect(told({ '2025-01-01': 6000 })).toEqual([
      ['pay.no-reference', { year: '2024', compares: 'growth' }],
    ]);
    // nobody's pay of a year ago is known: there is no growth to compare
    expect(told({ '2026-01-01': 6000 })).toEqual([]);
  });

  it.each([
    ['nothing is set', book(...SHIPPED), '2026-09-30'],
    ['last year is not among the wages', LAW, '2027-01-01'],
  ])('cannot answer where %s', (_what, policy, on) => {
    expect(() => check([worker(1, { '2026-01-01': 7000 })], on, policy)).toThrow(
      expect.objectContaining({ problem: 'policy.value-unset' }),
    );
  });
});

describe('三(六)1: labour in the budgets of purchased services', () => {
  const project = (name: string, budget: number, labour: number, year = '2026', district = '锦江区') => ({
    ...{ name, district, year, budget: budget * 100, labour: labour * 100, contractor: null },
  });
  const share = (projects: readonly ReturnType<typeof project>[], on = '2026-09-30') =>
    labourShare({ projects, units: UNITS, book: LAW, on: day(on) });

  it('is a share of the sums, by district and year', () => {
    const { rows, totals } = share([
      project('甲', 1000, 500),
      project('乙', 2000, 1250),
      project('丙', 100, 90, '2025'),
      project('丁', 100, 90, '2027'),
    ]);
    expect(rows.map(({ year, projects, labourShare: of }) => [year, projects, of])).toEqual([
      ['2025', 1, 90],
      ['2026', 2, 58.3],
    ]);
    expect(totals).toMatchObject({ projects: 3, budgetFen: 310_000, labourFen: 184_000 });
  });

  it('a project without any is a warning, with its article', () => {
    const { findings } = share([project('甲', 1000, 0), project('乙', 0, 0)]);
    expect(findings).toMatchObject([
      { code: 'pay.no-labour', severity: 'warning', citation: { article: '三(六)1' } },
    ]);
  });
});
