import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOrder } from '../../src/domain/area-order.js';
import { parseRaise, spanOf } from '../../src/domain/assumptions.js';
import { day } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/facts.js';
import { LEVELS, type Level } from '../../src/domain/terms.js';
import type { PolicyBook } from '../../src/policy/policy-book.js';
import { raiseRates, withDecidedOn } from '../../src/policy/supposed-values.js';
import { afterDrives } from '../../src/rules/certificate-drive.js';
import { type Comparison, compareQuarters, type QuarterSide } from '../../src/rules/compare-quarters.js';
import { placesOf } from '../../src/rules/posts.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import { linesByDistrict } from '../../src/rules/subsidy-lines.js';
import { BOOK, LAPSED, MOVED, NEWCOMER, QUARTER, RISEN, UNITS } from '../reports/subsidy-case.js';
import { officeBook } from './book.js';
import { certificate, person, post, registration, unit } from './people.js';

const PERIOD = { year: null, quarters: [QUARTER] };
const PEOPLE = [RISEN, LAPSED, MOVED, NEWCOMER];
const EVERYWHERE = { district: null, township: null };

function side(people: readonly Person[], book: PolicyBook, district: string | null): QuarterSide {
  const result = computeQuarter({ quarter: QUARTER, people, units: UNITS, book });
  const here = ({ district: paying }: { district: string }) => district === null || paying === district;
  return { result, lines: linesByDistrict(result, UNITS).filter(here) };
}

interface Supposed {
  people?: readonly Person[];
  supposed?: readonly Person[];
  now?: PolicyBook;
  book?: PolicyBook;
  district?: string | null;
}

const compare = ({
  people = PEOPLE,
  supposed = people,
  now = BOOK,
  book = now,
  district = null,
}: Supposed): Comparison =>
  compareQuarters(
    [{ quarter: QUARTER, now: side(people, now, district), supposed: side(supposed, book, district) }],
    areaOrder(UNITS),
  );

const driven = (people: readonly Person[], from: Level, to: Level, district: string | null = null) =>
  afterDrives(people, [{ from, to }], spanOf(PERIOD), { district, township: null }, placesOf(UNITS));

const raise = (text: string, book = BOOK) => raiseRates(book, [parseRaise(text)!], spanOf(PERIOD));

const byLevel = ({ levels }: Comparison) =>
  levels.map((row) => [
    `${row.district} ${row.level}`,
    [row.nowPeople, row.nowPersonMonths, row.nowFen],
    [row.thenPeople, row.thenPersonMonths, row.thenFen],
    row.differenceFen,
  ]);

const byPerson = ({ people }: Comparison) =>
  people.map(({ person: { name }, district, nowFen, thenFen, differenceFen, changes }) => [
    ...[name, district, nowFen, thenFen, differenceFen],
    changes.map(({ months, now, supposed }) => [
      months.join(' '),
      now.paid ? `${now.level} ${now.amountFen}` : now.reasons.join(' '),
      supposed.paid
        ? `${supposed.level} ${supposed.amountFen} ${supposed.district}`
        : supposed.reasons.join(' '),
    ]),
  ]);

// 甲一: 200 + 220.50 + 300 (中级 from September); 乙二: 200 (July alone); 丙三: 200 + 220.50 in 锦江区, then 200 in 武侯区
const NOW = { nowPeople: 3, nowPersonMonths: 7, nowFen: 154_100 };

describe('rates 10 % higher', () => {
  const found = compare({ book: raise('10%') });

  it('by district and level, and in all', () => {
    expect(byLevel(found)).toEqual([
      ['锦江区 初级', [3, 5, 104_100], [3, 5, 114_510], 10_410],
      ['锦江区 中级', [1, 1, 30_000], [1, 1, 33_000], 3_000],
      ['武侯区 初级', [1, 1, 20_000], [1, 1, 22_000], 2_000],
    ]);
    expect(found.totals).toEqual({
      ...NOW,
      thenPeople: 3,
      thenPersonMonths: 7,
      thenFen: 169_510,
      differenceFen: 15_410,
    });
    expect(found.gain).toEqual({ people: 3, fen: 15_410 });
    expect(found.lose).toEqual({ people: 0, fen: 0 });
  });

  it('who gains, and by which rate', () => {
    expect(byPerson(found)[0]).toEqual([
      ...['甲一', '锦江区', 72_050, 79_255, 7_205],
      [
        ['2026-07', '初级 20000', '初级 22000 锦江区'],
        ['2026-08', '初级 22050', '初级 24255 锦江区'],
        ['2026-09', '中级 30000', '中级 33000 锦江区'],
      ],
    ]);
  });
});

describe('a certificate drive from 初级 to 中级', () => {
  it('moves months from one level to the other; what is earned anyway is no gain', () => {
    const found = compare({ supposed: driven(PEOPLE, '初级', '中级') });
    expect(byLevel(found)).toEqual([
      ['锦江区 初级', [3, 5, 104_100], [0, 0, 0], -104_100],
      ['锦江区 中级', [1, 1, 30_000], [3, 6, 180_000], 150_000],
      ['武侯区 初级', [1, 1, 20_000], [0, 0, 0], -20_000],
      ['武侯区 中级', [0, 0, 0], [1, 1, 30_000], 30_000],
    ]);
    expect(byPerson(found).slice(0, 2)).toEqual([
      [
        ...['甲一', '锦江区', 72_050, 90_000, 17_950],
        [
          ['2026-07', '初级 20000', '中级 30000 锦江区'],
          ['2026-08', '初级 22050', '中级 30000 锦江区'],
        ],
      ],
      [
        ...['丙三', '锦江区', 42_050, 60_000, 17_950],
        [
          ['2026-07', '初级 20000', '中级 30000 锦江区'],
          ['2026-08', '初级 22050', '中级 30000 锦江区'],
        ],
      ],
    ]);
  });

  it('in one district: its months alone, and only people with a post in it', () => {
    const jinjiang = compare({ supposed: driven(PEOPLE, '初级', '中级', '锦江区'), district: '锦江区' });
    expect([jinjiang.totals.nowFen, jinjiang.totals.thenFen]).toEqual([134_100, 180_000]);
    // of the three, only 丙三 ever worked in 武侯区
    expect(driven(PEOPLE, '初级', '中级', '武侯区').map((each, at) => each !== PEOPLE[at])).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['issued on the first day', certificate('初级', '2026-07-01'), true],
    ['issued a day later', certificate('初级', '2026-07-02'), false],
    ['of another level', certificate('员级'), false],
  ])('a certificate %s', (_what, held, rises) => {
    const someone = person({ certificates: [held] });
    const [after] = driven([someone], '初级', '中级');
    expect(after === someone).toBe(!rises);
    expect(after?.certificates.at(-1)?.level === '中级').toBe(rises);
    if (rises) expect(after?.certificates.at(-1)?.issued).toBe('2026-07-01');
  });

  it.each([
    ['left the district on the day before', post({ at: 3, until: '2026-06-30' }), false],
    ['left it on the first day', post({ at: 3, until: '2026-07-01' }), true],
    ['begins there on the last day', post({ at: 3, from: '2026-09-30' }), true],
    ['begins there afterwards', post({ at: 3, from: '2026-10-01' }), false],
    ['works there outside the units', post({ at: { district: '武侯区', workplace: '某中心' } }), true],
    ['works elsewhere', post({ at: 1 }), false],
  ])('somebody who %s', (_what, held, rises) => {
    const someone = person({ posts: [held] });
    expect(driven([someone], '初级', '中级', '武侯区')[0] !== someone).toBe(rises);
  });

  it('a unit that another district manages from August on belongs to both', () => {
    const units = [unit(1, { changes: [{ from: '2026-08-01', district: '武侯区' }] })];
    for (const district of ['锦江区', '武侯区']) {
      const area = { district, township: null };
      const someone = person();
      const drives = [{ from: '初级', to: '中级' }] as const;
      expect(afterDrives([someone], drives, spanOf(PERIOD), area, placesOf(units))[0]).not.toBe(someone);
    }
  });

  it('two drives at once do not follow upon each other', () => {
    const drives = [
      { from: '员级', to: '初级' },
      { from: '初级', to: '中级' },
    ] as const;
    const someone = person({ certificates: [certificate('员级')] });
    const [after] = afterDrives([someone], drives, spanOf(PERIOD), EVERYWHERE, placesOf(UNITS));
    expect(after?.certificates.map(({ level }) => level)).toEqual(['员级', '初级']);
  });
});

describe('judged on the last day', () => {
  it('who gains, who loses, and what moves to another district', () => {
    const found = compare({ book: withDecidedOn(BOOK, 'last-day', null) });
    expect(byPerson(found)).toEqual([
      [...['丙三', '锦江区', 42_050, 20_000, -22_050], [['2026-08', '初级 22050', '初级 20000 武侯区']]],
      [...['丙三', '武侯区', 20_000, 40_000, 20_000], [['2026-08', '初级 22050', '初级 20000 武侯区']]],
      [...['甲一', '锦江区', 72_050, 80_000, 7_950], [['2026-08', '初级 22050', '中级 30000 锦江区']]],
    ]);
    // 丙三 loses 20.50 over both districts
    expect([found.gain, found.lose]).toEqual([
      { people: 1, fen: 7_950 },
      { people: 1, fen: -2_050 },
    ]);
    expect(found.totals.differenceFen).toBe(5_900);
  });

  it('in one district alone: the other keeps its day, and nobody pays a month that falls between', () => {
    const found = compare({ book: withDecidedOn(BOOK, 'last-day', '锦江区') });
    expect(found.districts.map(({ district, differenceFen }) => [district, differenceFen])).toEqual([
      ['锦江区', -14_100],
      ['武侯区', 0],
    ]);
    expect(byPerson(found)[0]?.at(-1)).toEqual([['2026-08', '初级 22050', 'on-post']]);
  });
});

describe('months without an answer are told apart', () => {
  const NO_RATE = officeBook({
    parameter: 'subsidy.rate',
    district: '武侯区',
    value: { 初级: 230 },
  });
  // only 武侯区 has a rate
  const only = (book: PolicyBook): PolicyBook => ({
    ...book,
    versions: {
      ...book.versions,
      'subsidy.rate': book.versions['subsidy.rate'].filter(({ district }) => district !== null),
    },
  });

  it('undecided under the assumption: not a saving', () => {
    const found = compare({ people: [LAPSED, MOVED], now: NO_RATE, book: only(NO_RATE) });
    // 乙二 July, 丙三 July and August in 锦江区; 丙三 September in 武侯区
    expect(found.undecided).toEqual({ now: 0, supposed: 3 });
    expect(found.apart).toEqual({
      now: { personMonths: 3, fen: 60_000 },
      supposed: { personMonths: 0, fen: 0 },
    });
    expect(found.totals).toMatchObject({ nowFen: 23_000, thenFen: 23_000, differenceFen: 0 });
    expect(found.people).toEqual([]);
  });

  it('a policy that ends before the month: neither 0 nor a saving', () => {
    const ended: PolicyBook = {
      ...BOOK,
      versions: {
        ...BOOK.versions,
        'subsidy.conditions': BOOK.versions['subsidy.conditions'].map((version) => ({
          ...version,
          until: day('2026-08-31'),
        })),
      },
    };
    const found = compare({ people: [RISEN], book: ended });
    expect(found.totals).toMatchObject({ nowFen: 42_050, thenFen: 42_050 });
    expect(found.apart.now).toEqual({ personMonths: 1, fen: 30_000 });
    expect(found.undecided).toEqual({ now: 0, supposed: 0 });
  });

  it('a quarter that cannot be computed one way counts on the other side alone', () => {
    const now = side([RISEN], BOOK, null);
    const found = compareQuarters([{ quarter: QUARTER, now, supposed: null }], areaOrder(UNITS));
    expect(found.apart.now).toEqual({ personMonths: 3, fen: 72_050 });
    expect(found.totals).toMatchObject({ nowFen: 0, thenFen: 0, nowPeople: 0 });
    expect(found.quarters).toEqual([]);
  });
});

const somebody: fc.Arbitrary<Omit<Person, 'id'>> = fc
  .record({
    level: fc.subarray([...LEVELS]),
    place: fc.constantFrom(1, 2, 3),
    moves: fc.option(fc.constantFrom('2026-07-10', '2026-08-01', '2026-08-31')),
    until: fc.constantFrom('2026-07-31', '2026-08-20', '2029-12-31'),
  })
  .map(({ level, place, moves, until }) =>
    person({
      certificates: level.map((each, at) => certificate(each, at === 0 ? '2019-01-01' : '2026-08-10')),
      posts: [
        post({ at: place, until: moves }),
        ...(moves
          ? [post({ at: 3, from: `${moves.slice(0, 8)}${moves.endsWith('31') ? '31' : '15'}` })]
          : []),
      ],
      registrations: [registration('2019-06-01', until)],
    }),
  );
const somePeople = fc
  .array(somebody, { maxLength: 6 })
  .map((people) => people.map((each, at) => ({ ...each, id: at + 1, idNumber: `00000019900101000${at}` })));

const RUNS = { numRuns: 60 };

describe('whoever the people are', () => {
  it('a raise by 0 % changes nothing', () => {
    fc.assert(
      fc.property(somePeople, (people) => {
        const found = compare({ people, book: raise('0%') });
        expect(found.people).toEqual([]);
        for (const row of found.levels) {
          expect([row.thenPeople, row.thenPersonMonths, row.thenFen]).toEqual([
            row.nowPeople,
            row.nowPersonMonths,
            row.nowFen,
          ]);
        }
      }),
      RUNS,
    );
  });

  it('a drive upwards never takes anything from anybody', () => {
    const drive = fc.constantFrom(
      ...LEVELS.flatMap((from, at) => LEVELS.slice(at + 1).map((to) => [from, to] as const)),
    );
    fc.assert(
      fc.property(
        somePeople,
        drive,
        fc.constantFrom(null, '锦江区', '武侯区'),
        (people, [from, to], district) => {
          const now = officeBook();
          const found = compare({ people, supposed: driven(people, from, to, district), now });
          for (const { differenceFen } of found.people) expect(differenceFen).toBeGreaterThan(0);
          expect(found.lose.people).toBe(0);
        },
      ),
      RUNS,
    );
  });

  it('levels, districts, quarters and people add up to the totals, and now is what the quarter computes', () => {
    const books = fc.constantFrom(
      raise('7.3%'),
      withDecidedOn(BOOK, 'last-day', null),
      withDecidedOn(BOOK, 20, '锦江区'),
    );
    fc.assert(
      fc.property(somePeople, books, (people, book) => {
        const found = compare({ people, supposed: driven(people, '初级', '高级'), book });
        for (const parts of [found.levels, found.districts, found.quarters]) {
          const sum = (key: 'nowFen' | 'thenFen' | 'differenceFen' | 'thenPersonMonths') =>
            parts.reduce((all, row) => all + row[key], 0);
          for (const key of ['nowFen', 'thenFen', 'differenceFen', 'thenPersonMonths'] as const) {
            expect(sum(key)).toBe(found.totals[key]);
          }
        }
        const ofPeople = found.people.reduce((all, { differenceFen }) => all + differenceFen, 0);
        expect(ofPeople).toBe(found.totals.differenceFen);
        expect(found.gain.fen + found.lose.fen).toBe(found.totals.differenceFen);
        const paid = side(people, BOOK, null).result.people.reduce((all, { totalFen }) => all + totalFen, 0);
        expect(found.totals.nowFen).toBe(paid);
      }),
      RUNS,
    );
  });
});
