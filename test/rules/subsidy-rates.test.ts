import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/domain/day.js';
import { day } from '../../src/domain/day.js';
import { quarter } from '../../src/domain/quarter.js';
import { computeMonth, computeQuarter } from '../../src/rules/subsidies.js';
import { book, OFFICE, officeBook, SHIPPED } from './book.js';
import { outcomesOf, quarterOf, UNITS } from './compute.js';
import { certificate, person, post } from './people.js';

const unset = (details: object) => expect.objectContaining({ problem: 'policy.value-unset', details });
const without = (parameter: string) => OFFICE.filter((setting) => setting.parameter !== parameter);

describe('the rate of one level, to the fen, from the day it holds', () => {
  it.each([
    ['员级', 10000],
    ['初级', 20000],
    ['中级', 30000],
    ['高级', 50000],
  ] as const)('%s: %i fen', (level, fen) => {
    expect(outcomesOf('2026Q3', { certificates: [certificate(level)] })).toEqual([fen, fen, fen]);
  });

  it.each([
    [133.33, 13333],
    [0.29, 29],
    [1.1, 110],
    [4.35, 435],
    [99999.99, 9999999],
  ])('%d yuan are %i fen', (yuan, fen) => {
    const rated = book(...SHIPPED, ...without('subsidy.rate'), {
      parameter: 'subsidy.rate',
      value: { 初级: yuan },
    });
    expect(outcomesOf('2026Q3', {}, rated)).toEqual([fen, fen, fen]);
    expect(quarterOf('2026Q3', {}, rated).totalFen).toBe(3 * fen);
  });

  it.each([
    ['2026-07-31', '2026-08-01', [20000, 25000, 25000]],
    ['2026-08-01', '2026-08-02', [20000, 20000, 25000]],
  ])('200 until %s, 250 from %s', (until, from, expected) => {
    const rated = book(
      ...SHIPPED,
      ...without('subsidy.rate'),
      { parameter: 'subsidy.rate', value: { 初级: 200 }, until },
      { parameter: 'subsidy.rate', value: { 初级: 250 }, from },
    );
    expect(outcomesOf('2026Q3', {}, rated)).toEqual(expected);
  });

  it("a district raises one level; the levels it leaves out are the city's", () => {
    const raised = officeBook({
      parameter: 'subsidy.rate',
      district: '锦江区',
      value: { 初级: 260 },
      from: '2026-08-01',
    });
    expect(outcomesOf('2026Q3', {}, raised)).toEqual([20000, 26000, 26000]);
    expect(outcomesOf('2026Q3', { certificates: [certificate('中级')] }, raised)).toEqual([
      30000, 30000, 30000,
    ]);
    expect(outcomesOf('2026Q3', { posts: [post({ at: 3 })] }, raised)).toEqual([20000, 20000, 20000]);
  });
});

describe('what the office has not set', () => {
  it('no rate anywhere: the command cannot run', () => {
    expect(() => quarterOf('2026Q3', {}, book(...SHIPPED, ...without('subsidy.rate')))).toThrow(
      unset({ parameter: 'subsidy.rate', month: null, district: null }),
    );
    const before = book(...SHIPPED, ...without('subsidy.rate'), {
      parameter: 'subsidy.rate',
      value: { 初级: 200 },
      until: '2026-06-30',
    });
    expect(() => quarterOf('2026Q3', {}, before)).toThrow(
      unset({ parameter: 'subsidy.rate', month: null, district: null }),
    );
    expect(() =>
      computeQuarter({ quarter: quarter('2026Q3'), people: [], units: [], book: book(...SHIPPED) }),
    ).toThrow(unset({ parameter: 'subsidy.rate', month: null, district: null }));
  });

  it.each(['subsidy.decided-on', 'subsidy.service-minimum'] as const)(
    '%s nowhere: the command cannot run',
    (parameter) => {
      expect(() => quarterOf('2026Q3', {}, book(...SHIPPED, ...without(parameter)))).toThrow(
        unset({ parameter, month: null, district: null }),
      );
    },
  );

  it.each([
    { parameter: 'subsidy.decided-on', value: 'first-day', district: '武侯区' },
    { parameter: 'subsidy.service-minimum', value: { count: 1, per: 'quarter' }, district: '武侯区' },
  ] as const)('$parameter in another district alone: names the district and the month', (setting) => {
    const set = book(...SHIPPED, ...without(setting.parameter), setting);
    expect(() => quarterOf('2026Q3', {}, set)).toThrow(
      unset({ parameter: setting.parameter, month: '2026-07', district: '锦江区' }),
    );
    expect(outcomesOf('2026Q3', { posts: [post({ at: 3 })] }, set)).toEqual([20000, 20000, 20000]);
  });

  it('a service minimum is asked for only where service records are a condition', () => {
    const set = book(
      ...SHIPPED.filter(({ parameter }) => parameter !== 'subsidy.conditions'),
      ...without('subsidy.service-minimum'),
      { parameter: 'subsidy.conditions', layer: 'shipped', value: ['on-post', 'certificate'] },
    );
    expect(outcomesOf('2026Q3', { serviceClaims: [] }, set)).toEqual([20000, 20000, 20000]);
  });

  it('nor where the city leaves that condition of the document out, and only until it is asked for again', () => {
    const set = book(...SHIPPED, ...without('subsidy.service-minimum'), {
      parameter: 'subsidy.conditions',
      value: ['on-post', 'certificate'],
      until: '2026-09-30',
    });
    expect(outcomesOf('2026Q3', { serviceClaims: [] }, set)).toEqual([20000, 20000, 20000]);
    expect(() => quarterOf('2026Q4', {}, set)).toThrow(
      unset({ parameter: 'subsidy.service-minimum', month: null, district: null }),
    );
  });

  it('a deciding day that ends with the document: the month after is without policy, no more', () => {
    const set = book(...SHIPPED, ...OFFICE.map((setting) => ({ ...setting, until: '2027-02-28' })));
    const { outcomes, months } = quarterOf('2027Q1', { certificates: [] }, set);
    expect(outcomes[2]).toEqual(['policy']);
    expect(months[2]).toMatchObject({ decidedOn: null, decided: true });
  });
});

describe('some districts have a rate, others not: undecided, never 0', () => {
  const some = book(...SHIPPED, ...without('subsidy.rate'), {
    parameter: 'subsidy.rate',
    district: '武侯区',
    value: { 初级: 200 },
  });

  it('the months of the others are undecided, with an error for district, level and month', () => {
    const people = [person({ id: 1 }), person({ id: 2 }), person({ id: 3, posts: [post({ at: 3 })] })];
    const { people: results, findings } = computeQuarter({
      quarter: quarter('2026Q3'),
      people,
      units: UNITS,
      book: some,
    });
    for (const month of results[0]?.months ?? []) {
      expect(month).toMatchObject({ paid: false, decided: false, amountFen: 0, reasons: ['rate'] });
    }
    expect(results[2]?.totalFen).toBe(60000);
    expect(findings.map(({ code, severity, details }) => [code, severity, details])).toEqual(
      ['2026-07', '2026-08', '2026-09'].map((month) => [
        'subsidy.no-rate',
        'error',
        { district: '锦江区', level: '初级', month },
      ]),
    );
  });

  it('a rate that lacks one level', () => {
    const { outcomes, findings } = quarterOf(
      '2026Q3',
      { certificates: [certificate('员级')], posts: [post({ at: 3 })] },
      some,
    );
    expect(outcomes).toEqual([['rate'], ['rate'], ['rate']]);
    expect(findings).toHaveLength(3);
  });

  it('whoever is not entitled anyway is decided, and no error', () => {
    const { months, outcomes, findings } = quarterOf('2026Q3', { registrations: [] }, some);
    expect(outcomes[0]).toEqual(['registration', 'rate']);
    expect(months[0]?.decided).toBe(true);
    expect(findings).toEqual([]);
  });

  it('without a certificate there is no level to look a rate up for', () => {
    const { months } = quarterOf('2026Q3', { certificates: [] });
    expect(months[0]?.reasons).toEqual(['certificate']);
    expect(months[0]?.conditions.at(-1)).toMatchObject({
      code: 'rate',
      met: true,
      needed: { level: null },
      found: null,
    });
    expect(outcomesOf('2026Q3', { certificates: [] }, some)[0]).toEqual(['certificate', 'rate']);
  });

  it('nor is anybody paid without a level where the office does not ask for a certificate', () => {
    const lax = officeBook({ parameter: 'subsidy.conditions', value: ['on-post'] });
    expect(outcomesOf('2026Q3', { certificates: [] }, lax)[0]).toEqual(['rate']);
  });
});

describe('one month alone', () => {
  const month = (text: string) => text as Month;
  it('is what the quarter says of it', () => {
    const known = { people: [person()], units: UNITS, book: officeBook() };
    const alone = computeMonth({ month: month('2026-08'), ...known });
    const inQuarter = computeQuarter({ quarter: quarter('2026Q3'), ...known }).people[0]?.months[1];
    expect(alone.people[0]?.result).toEqual(inQuarter);
    expect(alone.people[0]?.result).toMatchObject({
      paid: true,
      amountFen: 20000,
      decidedOn: day('2026-08-01'),
    });
  });

  it('without policy has the reason policy, and asks for no value of the office', () => {
    const alone = computeMonth({
      month: month('2022-02'),
      people: [person()],
      units: UNITS,
      book: book(...SHIPPED),
    });
    expect(alone.people[0]?.result.reasons).toEqual(['policy']);
  });
});
