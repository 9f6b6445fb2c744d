import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/facts.js';
import { quarter } from '../../src/domain/quarter.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import { linesByDistrict } from '../../src/rules/subsidy-lines.js';
import type { QuarterResult } from '../../src/rules/subsidy-result.js';
import { book, OFFICE, officeBook, SHIPPED } from './book.js';
import { outcomesOf, quarterOf, UNITS } from './compute.js';
import { certificate, person, post, registration, unit } from './people.js';

// Units 1 and 2 are in 锦江区, 3 in 武侯区.
const raised = officeBook({ parameter: 'subsidy.rate', district: '武侯区', value: { 初级: 230 } });
const wuhouLast = () =>
  officeBook(
    { parameter: 'subsidy.decided-on', district: '武侯区', value: 'last-day' },
    { parameter: 'subsidy.rate', district: '武侯区', value: { 初级: 230 } },
  );

describe('a transfer from 锦江区 to 武侯区, one deciding day (the first)', () => {
  it.each([
    ['2026-07-31', '2026-08-01', [20000, 23000, 23000], ['锦江区', '武侯区', '武侯区']],
    ['2026-08-01', '2026-08-02', [20000, 20000, 23000], ['锦江区', '锦江区', '武侯区']],
    ['2026-07-30', '2026-08-02', [20000, ['on-post'], 23000], ['锦江区', '武侯区', '武侯区']],
  ])('leaves on %s, begins on %s', (until, from, expected, districts) => {
    const { outcomes, months, findings } = quarterOf(
      '2026Q3',
      { posts: [post({ until }), post({ at: 3, from })] },
      raised,
    );
    expect(outcomes).toEqual(expected);
    expect(months.map(({ district }) => district)).toEqual(districts);
    expect(findings).toEqual([]);
  });
});

describe('a transfer between districts with different deciding days', () => {
  it('both find the person in one month: the earlier day pays, with a warning', () => {
    const posts = [post({ until: '2026-08-14' }), post({ at: 3, from: '2026-08-15' })];
    const { outcomes, months, findings } = quarterOf('2026Q3', { posts }, wuhouLast());
    expect(outcomes).toEqual([20000, 20000, 23000]);
    expect(months.map(({ decidedOn }) => decidedOn)).toEqual(['2026-07-01', '2026-08-01', '2026-09-30']);
    expect(findings).toMatchObject([
      {
        code: 'subsidy.two-districts',
        severity: 'warning',
        details: { month: '2026-08', paying: '锦江区', other: '武侯区', on: '2026-08-01' },
      },
    ]);
  });

  it('neither finds the person: not on post, judged where the month ended', () => {
    const posts = [post({ at: 3, until: '2026-08-14' }), post({ at: 1, from: '2026-08-15' })];
    const { outcomes, months, findings } = quarterOf('2026Q3', { posts }, wuhouLast());
    expect(outcomes).toEqual([23000, ['on-post'], 20000]);
    expect(months[1]).toMatchObject({ district: '锦江区', post: { from: '2026-08-15' } });
    expect(findings).toEqual([]);
  });

  it('the district that finds the person first judges alone, also where it does not pay', () => {
    const posts = [post({ until: '2026-08-14' }), post({ at: 3, from: '2026-08-15' })];
    const registrations = [registration('2026-08-10', '2029-08-09')];
    expect(outcomesOf('2026Q3', { posts, registrations }, wuhouLast())).toEqual([
      ['registration'],
      ['registration'],
      23000,
    ]);
  });
});

describe('two posts open on one day', () => {
  it('in one district: the later start counts, with its category, and a warning each month', () => {
    const posts = [
      post({ at: 2, from: '2024-01-01', category: '兼职' }),
      post({ at: 1, from: '2023-01-01' }),
    ];
    const { outcomes, months, findings } = quarterOf('2026Q3', { posts });
    expect(outcomes).toEqual([['category'], ['category'], ['category']]);
    expect(months[0]?.post?.from).toBe('2024-01-01');
    expect(findings).toHaveLength(3);
    expect(findings[0]).toMatchObject({
      code: 'subsidy.two-posts',
      severity: 'warning',
      details: { month: '2026-07', taken: '锦江区 第2社区', other: '锦江区 第1社区' },
    });
  });

  it.each([
    [3, 1, 23000],
    [1, 3, 20000],
  ])('in two districts with one deciding day: later at unit %i, earlier at %i', (later, earlier, fen) => {
    const posts = [post({ at: later, from: '2024-01-01' }), post({ at: earlier, from: '2023-01-01' })];
    for (const given of [posts, [...posts].reverse()]) {
      const { outcomes, findings } = quarterOf('2026Q3', { posts: given }, raised);
      expect(outcomes).toEqual([fen, fen, fen]);
      expect(findings.map(({ code }) => code)).toEqual(Array(3).fill('subsidy.two-posts'));
    }
  });

  it('of one start in one district: one of them counts, whatever the order', () => {
    const posts = [post({ at: 1 }), post({ at: 2 })];
    for (const given of [posts, [...posts].reverse()]) {
      const { outcomes, months, findings } = quarterOf('2026Q3', { posts: given });
      expect(outcomes).toEqual([20000, 20000, 20000]);
      expect(months[0]?.post).toBe(posts[1]);
      expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
    }
  });

  it('of one start in two districts, one deciding day: undecided, an error', () => {
    const posts = [post({ at: 1 }), post({ at: 3 })];
    for (const given of [posts, [...posts].reverse()]) {
      const { months, findings, totalFen } = quarterOf('2026Q3', { posts: given }, raised);
      expect(totalFen).toBe(0);
      for (const month of months)
        expect(month).toMatchObject({ paid: false, decided: false, reasons: ['rate'] });
      expect(findings).toMatchObject(
        ['2026-07', '2026-08', '2026-09'].map((month) => ({
          code: 'subsidy.two-claims',
          severity: 'error',
          details: { month, districts: expect.arrayContaining(['锦江区', '武侯区']), on: `${month}-01` },
        })),
      );
    }
  });

  it('the same, of somebody whom neither would pay: decided, a warning', () => {
    const { months, findings } = quarterOf('2026Q3', {
      posts: [post({ at: 1 }), post({ at: 3 })],
      certificates: [],
    });
    expect(months[0]).toMatchObject({ decided: true, reasons: ['certificate'] });
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['subsidy.two-posts']));
  });

  it('of one start in two districts with different days: the earlier day pays', () => {
    const { outcomes, findings } = quarterOf(
      '2026Q3',
      { posts: [post({ at: 3 }), post({ at: 1 })] },
      wuhouLast(),
    );
    expect(outcomes).toEqual([20000, 20000, 20000]);
    expect(findings.map(({ code }) => code)).toEqual(Array(3).fill('subsidy.two-districts'));
  });
});

describe('a unit that passes from 锦江区 to another managing district', () => {
  const passing = (from: string) => [unit(1, { changes: [{ from, district: '武侯区' }] })];
  it.each([
    ['2026-08-01', [20000, 23000, 23000]],
    ['2026-08-02', [20000, 20000, 23000]],
  ])('on %s, decided on the first', (from, expected) => {
    const { outcomes, findings } = quarterOf('2026Q3', {}, raised, passing(from));
    expect(outcomes).toEqual(expected);
    expect(findings).toEqual([]);
  });

  it('inside a month, with different deciding days: found by both, the earlier pays', () => {
    const { outcomes, findings } = quarterOf('2026Q3', {}, wuhouLast(), passing('2026-08-15'));
    expect(outcomes).toEqual([20000, 20000, 23000]);
    expect(findings).toMatchObject([
      { code: 'subsidy.two-districts', details: { month: '2026-08', paying: '锦江区' } },
    ]);
  });

  it('between both deciding days: found by neither, so the one that had it on the first judges', () => {
    const back = [unit(3, { district: '武侯区', changes: [{ from: '2026-08-15', district: '锦江区' }] })];
    const { outcomes, months, findings } = quarterOf(
      '2026Q3',
      { posts: [post({ at: 3 })] },
      wuhouLast(),
      back,
    );
    expect(outcomes).toEqual([23000, 23000, 20000]);
    expect(months.map(({ district }) => district)).toEqual(['武侯区', '武侯区', '锦江区']);
    expect(findings).toEqual([]);
  });

  it.each([
    ['2026-08-30', ['on-post']],
    ['2026-08-31', 23000],
  ])('the same, and the person leaves on %s', (until, expected) => {
    const back = [unit(3, { district: '武侯区', changes: [{ from: '2026-08-15', district: '锦江区' }] })];
    const posts = [post({ at: 3, until })];
    expect(quarterOf('2026Q3', { posts }, wuhouLast(), back).outcomes[1]).toEqual(expected);
  });
});

describe('decided-on by condition: { registration: last-day, certificate: 15, otherwise: first-day }', () => {
  const book = officeBook({
    parameter: 'subsidy.decided-on',
    district: '锦江区',
    value: { registration: 'last-day', certificate: 15, otherwise: 'first-day' },
  });

  it.each([
    ['2026-07-31', [20000, 20000, 20000]],
    ['2026-08-01', [['registration'], 20000, 20000]],
  ])('registered on %s', (from, expected) => {
    expect(outcomesOf('2026Q3', { registrations: [registration(from, '2029-07-30')] }, book)).toEqual(
      expected,
    );
  });

  it.each([
    ['2026-07-15', [30000, 30000, 30000]],
    ['2026-07-16', [20000, 30000, 30000]],
  ])('中级 issued on %s', (issued, expected) => {
    const certificates = [certificate('初级'), certificate('中级', issued)];
    expect(outcomesOf('2026Q3', { certificates }, book)).toEqual(expected);
  });

  it('post, category and rate are judged on the other day', () => {
    expect(outcomesOf('2026Q3', { posts: [post({ from: '2026-07-02' })] }, book)[0]).toEqual(['on-post']);
    const [month] = quarterOf('2026Q3', {}, book).months;
    const needed = month?.conditions.map(({ code, needed: asked }) => [
      code,
      'on' in asked ? asked.on : null,
    ]);
    expect(needed).toEqual([
      ['policy', '2026-07-01'],
      ['category', null],
      ['on-post', '2026-07-01'],
      ['certificate', '2026-07-15'],
      ['registration', '2026-07-31'],
      ['service-record', null],
      ['professional-role', null],
      ['rate', '2026-07-01'],
    ]);
  });

  it('the deciding day is read on the first of the month', () => {
    const changing = officeBook({
      parameter: 'subsidy.decided-on',
      district: '锦江区',
      value: 'last-day',
      from: '2026-08-01',
    });
    const late = officeBook({
      parameter: 'subsidy.decided-on',
      district: '锦江区',
      value: 'last-day',
      from: '2026-08-02',
    });
    const days = (of: typeof changing) =>
      quarterOf('2026Q3', {}, of).months.map(({ decidedOn }) => decidedOn);
    expect(days(changing)).toEqual(['2026-07-01', '2026-08-31', '2026-09-30']);
    expect(days(late)).toEqual(['2026-07-01', '2026-08-01', '2026-09-30']);
  });
});

describe('asked for one district alone', () => {
  const wuhouAlone = book(
    ...SHIPPED,
    ...OFFICE.filter(({ parameter }) => parameter !== 'subsidy.decided-on'),
    { parameter: 'subsidy.decided-on', district: '武侯区', value: 'first-day' },
  );
  const inWuhou = (posts: Person['posts'], policy = wuhouAlone) =>
    computeQuarter({
      quarter: quarter('2026Q3'),
      people: [person({ id: 1 }), person({ id: 2, posts })],
      units: UNITS,
      book: policy,
      district: '武侯区',
    }).people.map(({ person: { id }, months }) => [id, months.map(({ month }) => month.slice(5))]);
  const unsetInJinjiang = expect.objectContaining({
    problem: 'policy.value-unset',
    details: { parameter: 'subsidy.decided-on', month: expect.anything(), district: '锦江区' },
  });

  it('needs nothing of a district that has people and has set no deciding day', () => {
    expect(inWuhou([post({ at: 3 })])).toEqual([[2, ['07', '08', '09']]]);
    expect(() =>
      computeQuarter({ quarter: quarter('2026Q3'), people: [person()], units: UNITS, book: wuhouAlone }),
    ).toThrow(unsetInJinjiang);
  });

  it('leaves out the months that the other one has to judge', () => {
    const posts = [post({ until: '2026-07-31' }), post({ at: 3, from: '2026-08-01' })] as const;
    expect(inWuhou(posts)).toEqual([[2, ['08', '09']]]);
  });

  it('needs its deciding day where both have the person in one month', () => {
    const posts = [post({ until: '2026-08-14' }), post({ at: 3, from: '2026-08-15' })] as const;
    expect(() => inWuhou(posts)).toThrow(unsetInJinjiang);
  });

  it.each(['锦江区', '武侯区'])('has the very lines of %s in the whole quarter', (district) => {
    const days = fc.integer({ min: -40, max: 120 }).map((after) => addDays(day('2026-07-01'), after));
    const stint = fc.record({ at: fc.constantFrom(1, 2, 3), from: days, until: fc.option(days) });
    const people = fc
      .array(fc.array(stint, { minLength: 1, maxLength: 3 }), { maxLength: 4 })
      .map((all) => all.map((posts, at) => person({ id: at + 1, posts: posts.map((each) => post(each)) })));
    fc.assert(
      fc.property(people, (known) => {
        const asked = { quarter: quarter('2026Q3'), people: known, units: UNITS, book: wuhouLast() };
        const own = (result: QuarterResult) =>
          linesByDistrict(result, UNITS)
            .filter((line) => line.district === district)
            .map(({ person: { id }, months, totalFen }) => [
              id,
              totalFen,
              months.map(({ month, paid, reasons }) => [month, paid, reasons]),
            ]);
        expect(own(computeQuarter({ ...asked, district }))).toEqual(own(computeQuarter(asked)));
      }),
      { numRuns: 150 },
    );
  });
});
