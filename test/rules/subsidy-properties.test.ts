import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/facts.js';
import { quarter } from '../../src/domain/quarter.js';
import { CATEGORIES, CONDITIONS, LEVELS, REASONS } from '../../src/domain/terms.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import { officeBook } from './book.js';
import { outcomesOf, UNITS } from './compute.js';
import {
  assessment,
  certificate,
  person,
  post,
  registration,
  sanction,
  service,
  serviceClaim,
} from './people.js';

const START = day('2026-04-01');
const date = fc.integer({ min: 0, max: 240 }).map((days) => addDays(START, days));
const span = fc.tuple(date, fc.option(fc.integer({ min: 0, max: 120 }))).map(([from, length]) => {
  return { from, until: length === null ? null : addDays(from, length) };
});
const few = <Value>(of: fc.Arbitrary<Value>) => fc.array(of, { maxLength: 3 });

const anybody: fc.Arbitrary<Person> = fc
  .record({
    posts: few(
      fc
        .record({ where: span, at: fc.constantFrom(1, 2, 3), category: fc.constantFrom(...CATEGORIES) })
        .map((each) => post({ ...each.where, at: each.at, category: each.category })),
    ),
    certificates: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...LEVELS), date), { selector: ([level]) => level })
      .map((held) => held.map(([level, issued]) => certificate(level, issued))),
    registrations: few(span.map(({ from, until }) => registration(from, until ?? '2029-12-31'))),
    serviceClaims: few(
      fc.constantFrom('是' as const, '否' as const, 1, 2).map((claim) => serviceClaim('2026Q3', claim)),
    ),
    services: few(date.map(service)),
    assessments: few(
      fc
        .tuple(fc.constantFrom('2026', '2026Q2', '2026Q3'), fc.constantFrom('是' as const, '否' as const))
        .map(([period, result]) => assessment(period, result)),
    ),
    sanctions: few(span.map(({ from, until }) => sanction(from, until))),
  })
  .map((known) => person({ ...known, assessments: [...known.assessments, assessment('2026', '是')] }));

const decidingDay = fc.constantFrom('first-day' as const, 'last-day' as const, 15);
const anyBook = fc
  .record({
    conditions: fc.subarray([...CONDITIONS]),
    otherwise: decidingDay,
    registration: decidingDay,
    wuhou: decidingDay,
    categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
    rate: fc.dictionary(
      fc.constantFrom(...LEVELS),
      fc.integer({ min: 1, max: 99_999 }).map((fen) => fen / 100),
    ),
  })
  .map(({ otherwise, registration: own, ...each }) =>
    officeBook(
      { parameter: 'subsidy.conditions', value: each.conditions },
      { parameter: 'subsidy.categories', value: each.categories },
      { parameter: 'subsidy.rate', district: '武侯区', value: each.rate },
      { parameter: 'subsidy.decided-on', district: '锦江区', value: { otherwise, registration: own } },
      { parameter: 'subsidy.decided-on', district: '武侯区', value: each.wuhou },
    ),
  );

const compute = (people: readonly Person[], book: ReturnType<typeof officeBook>) =>
  computeQuarter({ quarter: quarter('2026Q3'), people, units: UNITS, book });

it('a month pays exactly one rate in force, or nothing and says why, in order', () => {
  fc.assert(
    fc.property(anybody, anyBook, (someone, book) => {
      for (const { months, totalFen } of compute([someone], book).people) {
        expect(totalFen).toBe(months.reduce((sum, { amountFen }) => sum + amountFen, 0));
        for (const month of months) {
          expect(month.paid).toBe(month.reasons.length === 0);
          const rates = book.versions['subsidy.rate'].map(({ value }) => month.level && value[month.level]);
          const fen = rates.map((yuan) => Math.round((yuan ?? 0) * 100));
          if (month.paid) expect(fen.filter((rate) => rate > 0)).toContain(month.amountFen);
          else expect(month.amountFen).toBe(0);
          expect(month.reasons).toEqual(REASONS.filter((reason) => month.reasons.includes(reason)));
          expect(month.conditions.filter(({ met }) => !met).map(({ code }) => code)).toEqual(month.reasons);
          expect(month.paid && !month.decided).toBe(false);
        }
      }
    }),
  );
});

it('neither the order of people nor that of their facts matters', () => {
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 5 }), anyBook, (people, book) => {
      const plain = (of: readonly Person[]) =>
        new Map(
          compute(of, book).people.map(({ person: { id }, months }) => [
            id,
            months.map(({ district, reasons, amountFen, post: held }) => [
              district,
              reasons,
              amountFen,
              held?.id,
            ]),
          ]),
        );
      const numbered = people.map((each, id) => ({ ...each, id }));
      const turned = [...numbered].reverse().map((each) => ({
        ...each,
        posts: [...each.posts].reverse(),
        certificates: [...each.certificates].reverse(),
        registrations: [...each.registrations].reverse(),
      }));
      expect(plain(turned)).toEqual(plain(numbered));
    }),
  );
});

it('one more condition never raises an amount', () => {
  fc.assert(
    fc.property(
      anybody,
      fc.subarray([...CONDITIONS]),
      fc.constantFrom(...CONDITIONS),
      (someone, some, added) => {
        const total = (value: readonly (typeof CONDITIONS)[number][]) =>
          compute([someone], officeBook({ parameter: 'subsidy.conditions', value })).people[0]?.totalFen ?? 0;
        expect(total([...new Set([...some, added])])).toBeLessThanOrEqual(total(some));
      },
    ),
  );
});

it('every day of a year as the first day on post: a month counts from the first of the next', () => {
  for (let on = day('2026-01-01'); on < day('2027-01-01'); on = addDays(on, 1)) {
    const outcomes = [1, 2, 3, 4].flatMap((number) => {
      const months = outcomesOf(`2026Q${number}`, { posts: [post({ from: on })] });
      return months.length > 0 ? months : [[], [], []];
    });
    const paid = outcomes.filter((outcome) => outcome === 20000).length;
    const begun = Number(on.slice(5, 7)) - (on.endsWith('-01') ? 1 : 0);
    expect([on, paid]).toEqual([on, 12 - begun]);
  }
});

it('every day of a year as the last day of a registration: its own month counts', () => {
  for (let until = day('2026-01-01'); until < day('2027-01-01'); until = addDays(until, 1)) {
    const known = { registrations: [registration('2024-01-01', until)] };
    const outcomes = [1, 2, 3, 4].flatMap((number) => outcomesOf(`2026Q${number}`, known));
    const paid = outcomes.filter((outcome) => outcome === 20000).length;
    expect([until, paid]).toEqual([until, Number(until.slice(5, 7))]);
  }
});

it('nobody is forgotten: everybody with a post in the quarter, in the order given', () => {
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 8 }), (people) => {
      const expected = people.filter(({ posts }) =>
        posts.some(({ from, until }) => from <= '2026-09-30' && (until === null || until >= '2026-07-01')),
      );
      expect(compute(people, officeBook()).people.map(({ person: each }) => each)).toEqual(expected);
    }),
  );
});

it('35,000 people are each paid their own', () => {
  const somebody = person();
  const people = Array.from({ length: 35_000 }, (_, id) => {
    return { ...somebody, id, posts: [post({ at: 1 + (id % 3) })] };
  });
  const { people: results } = compute(people, officeBook());
  expect(results.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(35_000 * 60_000);
});
