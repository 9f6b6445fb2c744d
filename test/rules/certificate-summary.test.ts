import { describe, expect, it } from 'vitest';
import { areaOrder } from '../../src/domain/area-order.js';
import { addYears, day } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/facts.js';
import { type HoldersBy, summarizeCertificates } from '../../src/rules/certificate-summary.js';
import { book, SHIPPED } from './book.js';
import { NATIONAL, onDay } from './national.js';
import { certificate, person, post, unit } from './people.js';

const units = [unit(1), unit(2, { district: '武侯区' })];

function summary(people: readonly Person[], on = '2026-07-01', wholeCity = true) {
  return summarizeCertificates({
    peopleOn: (each) => onDay(people, each, units),
    ...{ on: day(on), yearBefore: addYears(day(on), -1), wholeCity, order: areaOrder(units) },
    book: book(...SHIPPED, ...NATIONAL),
  });
}

const groups = (people: readonly Person[], by: HoldersBy, on?: string) =>
  summary(people, on)
    .rows.filter((row) => row.by === by)
    .map(({ group, holders, national, growth }) => [group, holders, national, growth]);

describe('三(二)1: holders of certificates, each once at the highest level', () => {
  const three = [
    person({ certificates: [certificate('初级', '2019-01-01'), certificate('中级', '2026-02-01')] }),
    person({ id: 2, certificates: [certificate('员级', '2026-03-01')], posts: [post({ at: 2 })] }),
    person({ id: 3, certificates: [certificate('初级', '2027-01-01')] }),
  ];

  it('by level, with and without 员级, and against a year before', () => {
    expect(groups(three, 'level')).toEqual([
      ['员级', 1, 0, 1],
      ['初级', 0, 0, -1],
      ['中级', 1, 1, 1],
    ]);
    expect(summary(three).totals).toMatchObject({ holders: 2, national: 1, yearBefore: 1, growth: 1 });
  });

  it('by district, in the order of the codes', () =>
    expect(groups(three, 'district')).toEqual([
      ['锦江区', 1, 1, 0],
      ['武侯区', 1, 0, 1],
    ]));

  it('by year of issue of that level; a year grows by who got a first certificate in it', () =>
    expect(groups(three, 'year')).toEqual([
      ['2019', 0, 0, 1],
      ['2026', 2, 1, 1],
    ]));

  it('by sector, and apart who has none', () =>
    expect(groups([person(), person({ id: 2, posts: [] })], 'sector')).toEqual([
      ['城乡社区专职工作者', 1, 1, 0],
      [null, 1, 1, 0],
    ]));

  it.each([
    ['510104199001010014', '男'],
    ['510104199001010020', '女'],
  ])('%s is %s', (idNumber, sex) => expect(groups([person({ idNumber })], 'sex')[0]?.[0]).toBe(sex));

  it.each([
    ['2026-06-30', '≤35'],
    ['2026-07-01', '36-45'],
    ['2036-06-30', '36-45'],
    ['2036-07-01', '46-55'],
    ['2046-06-30', '46-55'],
    ['2046-07-01', '≥56'],
  ])('born on 1990-07-01, on %s: %s', (on, band) =>
    expect(
      groups([person({ idNumber: '510104199007010010' })], 'age', on).find(([, holders]) => holders === 1),
    ).toEqual([band, 1, 1, expect.any(Number)]),
  );

  it.each([
    ['2026-06-30', 1],
    ['2026-07-01', 0],
  ])('counts who is on post, on %s: %i', (on, onPost) =>
    expect(summary([person({ posts: [post({ until: '2026-06-30' })] })], on).totals).toMatchObject({
      holders: 1,
      onPost,
    }),
  );

  it('says whose certificates have no day', () =>
    expect(
      summary([person({ certificates: [{ ...certificate('初级'), issuedAssumed: true }] })]).findings,
    ).toContainEqual(expect.objectContaining({ code: 'certificate.issue-assumed', details: { people: 1 } })));
});

describe('二: the target of holders by the end of 2025 (three, in this book)', () => {
  const holders = (national: number, entry: number) =>
    Array.from({ length: national + entry }, (_, index) =>
      person({ id: index, certificates: [certificate(index < national ? '初级' : '员级')] }),
    );
  const told = (people: readonly Person[], on: string) =>
    summary(people, on)
      .findings.filter(({ code }) => code.startsWith('certificate.target'))
      .map(({ code, severity }) => [code, severity]);

  it.each([
    ['2025-12-31', 2, 0, []],
    ['2026-01-01', 2, 0, [['certificate.target-missed', 'error']]],
    ['2026-01-01', 2, 1, [['certificate.target-with-entry-level', 'warning']]],
    ['2026-01-01', 3, 0, []],
    ['2027-02-28', 2, 0, [['certificate.target-missed', 'error']]],
    ['2027-03-01', 2, 0, []],
  ])('on %s with %i and %i 员级: %j', (on, national, entry, findings) =>
    expect(told(holders(national, entry), on)).toEqual(findings),
  );

  it('is told with what was there on its last day', () => {
    const late = [...holders(2, 1), person({ id: 9, certificates: [certificate('高级', '2026-01-01')] })];
    expect(summary(late, '2026-01-01').totals.target).toMatchObject({
      ...{ target: 3, by: 2025, missing: 0, missingNational: 0 },
      atDeadline: { holders: 3, national: 2 },
    });
    expect(summary(late, '2025-12-31').totals.target).toMatchObject({ missingNational: 1, atDeadline: null });
  });

  it('is the city’s, and no district’s', () =>
    expect(summary(holders(1, 0), '2026-01-01', false)).toMatchObject({
      totals: { target: null },
      findings: [],
    }));
});
