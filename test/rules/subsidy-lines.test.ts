import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOrder } from '../../src/domain/area-order.js';
import type { Person } from '../../src/domain/facts.js';
import { quarter } from '../../src/domain/quarter.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import { linesByDistrict, linesByPerson, type SubsidyLine } from '../../src/rules/subsidy-lines.js';
import { countUnpaid, subsidyTotals } from '../../src/rules/subsidy-totals.js';
import { officeBook } from './book.js';
import { certificate, person, post, registration, unit } from './people.js';

const UNITS = [
  unit(1),
  unit(2, { township: '牛市口街道' }),
  unit(3, { district: '武侯区', township: '浆洗街街道' }),
  unit(4, { changes: [{ from: '2026-09-01', district: '武侯区' }] }),
];
const ORDER = areaOrder(UNITS);
const BOOK = officeBook({
  parameter: 'subsidy.rate',
  district: '武侯区',
  value: { 员级: 150, 初级: 250, 中级: 350, 高级: 550 },
});

const computed = (people: readonly Person[]) =>
  computeQuarter({ quarter: quarter('2026Q3'), people, units: UNITS, book: BOOK });

const shown = ({ district, township, unit: name, months, totalFen }: SubsidyLine) => [
  `${district} ${township} ${name}`,
  months.map(({ month, amountFen }) => `${month.slice(5)} ${amountFen / 100}`).join(' '),
  totalFen,
];

const moved = person({
  posts: [post({ at: 1, from: '2020-01-01', until: '2026-08-15' }), post({ at: 3, from: '2026-08-16' })],
});

describe('a line for each person', () => {
  it.each([
    ['stays in one unit', person(), [['锦江区 春熙路街道 第1社区', '07 200 08 200 09 200', 60_000]]],
    [
      'moves to another district: placed where the latest month counts',
      moved,
      [['武侯区 浆洗街街道 第3社区', '07 200 08 200 09 250', 65_000]],
    ],
    [
      'leaves before August: placed where the last post was',
      person({ posts: [post({ at: 2, until: '2026-07-31' })] }),
      [['锦江区 牛市口街道 第2社区', '07 200 08 0 09 0', 20_000]],
    ],
    [
      'works outside the units: the workplace stands for the unit, the township stays empty',
      person({ posts: [post({ at: { district: '锦江区', workplace: '区社工总站' } })] }),
      [['锦江区  区社工总站', '07 200 08 200 09 200', 60_000]],
    ],
    [
      'a unit that another district manages from September',
      person({ posts: [post({ at: 4 })] }),
      [['武侯区 春熙路街道 第4社区', '07 200 08 200 09 250', 65_000]],
    ],
  ])('%s', (_case, who, expected) => {
    expect(linesByPerson(computed([who]), UNITS).map(shown)).toEqual(expected);
  });
});

describe('a line for each person and paying district', () => {
  it.each([
    ['one district: one line', person(), [['锦江区 春熙路街道 第1社区', '07 200 08 200 09 200', 60_000]]],
    [
      'a move on 16 August: July and August are paid by the old district, September by the new one',
      moved,
      [
        ['锦江区 春熙路街道 第1社区', '07 200 08 200', 40_000],
        ['武侯区 浆洗街街道 第3社区', '09 250', 25_000],
      ],
    ],
    [
      'a unit that changes hands',
      person({ posts: [post({ at: 4 })] }),
      [
        ['锦江区 春熙路街道 第4社区', '07 200 08 200', 40_000],
        ['武侯区 春熙路街道 第4社区', '09 250', 25_000],
      ],
    ],
    [
      'leaves before August: the months without a post make no line of their own',
      person({ posts: [post({ at: 2, until: '2026-07-31' })] }),
      [['锦江区 牛市口街道 第2社区', '07 200 08 0 09 0', 20_000]],
    ],
  ])('%s', (_case, who, expected) => {
    expect(linesByDistrict(computed([who]), UNITS).map(shown)).toEqual(expected);
  });

  it('stands in order of district, township, unit code and identity number, whatever order people come in', () => {
    const people = [
      person({ id: 1, idNumber: '000000199001010004', posts: [post({ at: 3 })] }),
      person({ id: 2, idNumber: '000000199001010003', posts: [post({ at: 2 })] }),
      person({ id: 3, idNumber: '000000199001010002', posts: [post({ at: 1 })] }),
      person({ id: 4, idNumber: '000000199001010001', posts: [post({ at: 1 })] }),
    ];
    const order = (given: readonly Person[]) =>
      linesByDistrict(computed(given), UNITS).map((line) => [line.district, line.township, line.person.id]);
    expect(order(people)).toEqual([
      ['锦江区', '春熙路街道', 4],
      ['锦江区', '春熙路街道', 3],
      ['锦江区', '牛市口街道', 2],
      ['武侯区', '浆洗街街道', 1],
    ]);
    expect(order([...people].reverse())).toEqual(order(people));
  });
});

describe('totals', () => {
  it('count what is paid: each person once, months and fen by paying district', () => {
    const lapsed = person({ id: 2, registrations: [registration('2023-08-01', '2026-07-31')] });
    const never = person({ id: 3, certificates: [] });
    const result = computed([{ ...moved, id: 1 }, lapsed, never]);
    const expected = {
      people: 2,
      personMonths: 4,
      totalFen: 85_000,
      byDistrict: { 武侯区: 25_000, 锦江区: 60_000 },
    };
    expect(subsidyTotals(linesByPerson(result, UNITS), ORDER)).toEqual(expected);
    expect(subsidyTotals(linesByDistrict(result, UNITS), ORDER)).toEqual(expected);
    expect(countUnpaid(linesByPerson(result, UNITS))).toEqual({
      months: 5,
      undecided: 0,
      byReason: { registration: 2, certificate: 3 },
    });
  });

  it('are the same by person and by district, whoever moves where and when', () => {
    const anybody = fc.record({
      leaves: fc.integer({ min: 1, max: 28 }),
      month: fc.constantFrom('07', '08', '09'),
      from: fc.constantFrom(1, 2, 3, 4),
      to: fc.constantFrom(1, 2, 3, 4),
      level: fc.constantFrom('员级' as const, '中级' as const),
    });
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 12 }), (moves) => {
        const people = moves.map(({ leaves, month, from, to, level }, index) => {
          const last = `2026-${month}-${String(leaves).padStart(2, '0')}`;
          const next = `2026-${month}-${String(leaves + 1).padStart(2, '0')}`;
          return person({
            id: index,
            idNumber: `0000001990010100${String(index).padStart(2, '0')}`,
            certificates: [certificate(level)],
            posts: [post({ at: from, until: last }), post({ at: to, from: next })],
          });
        });
        const result = computed(people);
        const byPerson = subsidyTotals(linesByPerson(result, UNITS), ORDER);
        const byDistrict = subsidyTotals(linesByDistrict(result, UNITS), ORDER);
        expect(byDistrict).toEqual(byPerson);
        expect(byPerson.totalFen).toBe(result.people.reduce((sum, { totalFen }) => sum + totalFen, 0));
      }),
    );
  });
});
