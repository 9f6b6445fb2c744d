import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/facts.js';
import { quarter } from '../../src/domain/quarter.js';
import { unitsOverTime } from '../../src/domain/units.js';
import { checkGrades } from '../../src/rules/grade-check.js';
import { checkQuotas } from '../../src/rules/quotas.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import { linesByPerson } from '../../src/rules/subsidy-lines.js';
import { book, officeBook, SHIPPED } from './book.js';
import { quarterOf } from './compute.js';
import { establishment, person, post, unit } from './people.js';

const law = book(...SHIPPED);
// Unit 1 of 锦江区 is merged into 2, and 2 half a year later into 3 of 武侯区.
const merged = [
  unit(1, { dissolved: '2026-01-31', successor: 2 }),
  unit(2, { dissolved: '2026-07-31', successor: 3 }),
  unit(3, { district: '武侯区', founded: '2026-01-01' }),
];
const worker = (at: number, id: number) => person({ id, posts: [post({ at, title: '社会工作师一级' })] });

describe('a unit that was merged (并入)', () => {
  it.each([
    ['2026-01-31', 1],
    ['2026-02-01', 2],
    ['2026-07-31', 2],
    ['2026-08-01', 3],
    ['2030-01-01', 3],
  ])('on %s unit %i stands for the first', (on, expected) => {
    expect(unitsOverTime(merged).unitOn(1, day(on)).id).toBe(expected);
  });

  it('a circle still answers', () => {
    const circle = [
      unit(1, { dissolved: '2026-01-31', successor: 2 }),
      unit(2, { dissolved: '2026-01-31', successor: 1 }),
    ];
    expect(unitsOverTime(circle).unitOn(1, day('2026-07-01')).dissolved).toBe('2026-01-31');
  });
});

describe('quota check: people and 岗位设置 follow from the day after', () => {
  const people = [worker(1, 1), worker(2, 2)];
  const rowsOn = (on: string, posts = [] as Parameters<typeof checkQuotas>[0]['establishments']) =>
    checkQuotas({ units: merged, people, establishments: posts, book: law, on: day(on) }).rows.map(
      ({ unit: name, established, filled, shortfall }) => [name, established, filled, shortfall],
    );

  it.each([
    [
      '2025-12-31',
      [
        ['第1社区', 1, 1, 1],
        ['第2社区', 1, 1, 1],
      ],
    ],
    [
      '2026-01-31',
      [
        ['第1社区', 1, 1, 1],
        ['第2社区', 1, 1, 1],
        ['第3社区', 0, 0, 2],
      ],
    ],
    [
      '2026-02-01',
      [
        ['第2社区', 2, 2, 0],
        ['第3社区', 0, 0, 2],
      ],
    ],
    [
      '2026-07-31',
      [
        ['第2社区', 2, 2, 0],
        ['第3社区', 0, 0, 2],
      ],
    ],
    ['2026-08-01', [['第3社区', 2, 2, 0]]],
  ])('on %s', (on, expected) => {
    expect(rowsOn(on)).toEqual(expected);
  });

  it.each([
    [
      '2026-01-31',
      [
        ['第1社区', 1],
        ['第2社区', 2],
        ['第3社区', 3],
      ],
    ],
    [
      '2026-02-01',
      [
        ['第2社区', 3],
        ['第3社区', 3],
      ],
    ],
    ['2026-08-01', [['第3社区', 6]]],
  ])('rows of one title at both units are added up on %s', (on, expected) => {
    const rows = [1, 2, 3].map((at) => establishment(at, '社会工作师一级', at));
    expect(rowsOn(on, rows).map(([name, established]) => [name, established])).toEqual(expected);
  });
});

describe('a unit that ended without a successor', () => {
  const units = [unit(1, { dissolved: '2026-06-30' }), unit(2)];
  const people = [worker(1, 1), worker(1, 2), worker(2, 3)];
  const left: Person = person({ id: 4, posts: [post({ until: '2026-06-30' })] });
  const ended = {
    code: 'unit.ended-with-people',
    severity: 'warning',
    details: { ended: '2026-06-30', people: 2 },
  };

  it.each([
    ['2026-06-30', []],
    ['2026-07-01', [ended]],
  ])('on %s quota and grade check warn: %j', (on, expected) => {
    const asked = { units, people: [...people, left], book: law, on: day(on) };
    const quotas = checkQuotas({ ...asked, establishments: [] }).findings;
    for (const found of [quotas, checkGrades(asked).findings]) {
      expect(found.filter(({ code }) => code === 'unit.ended-with-people')).toMatchObject(expected);
    }
  });
});

it('grade check shows the unit of the day', () => {
  const on = (date: string) =>
    checkGrades({ people: [worker(1, 1)], units: merged, book: law, on: day(date) }).rows.map(
      ({ district, name }) => `${district} ${name}`,
    );
  expect(['2026-01-31', '2026-02-01', '2026-08-01'].map(on)).toEqual([
    ['锦江区 第1社区'],
    ['锦江区 第2社区'],
    ['武侯区 第3社区'],
  ]);
});

describe('the subsidy is paid by the managing district of the successor', () => {
  const raised = officeBook({ parameter: 'subsidy.rate', district: '武侯区', value: { 初级: 230 } });

  it('from the first deciding day after the merger', () => {
    const { months, outcomes, findings } = quarterOf('2026Q3', { posts: [post()] }, raised, merged);
    expect(months.map(({ district }) => district)).toEqual(['锦江区', '武侯区', '武侯区']);
    expect(outcomes).toEqual([20000, 23000, 23000]);
    expect(findings).toEqual([]);
  });

  it('and the line stands under the successor', () => {
    const result = computeQuarter({
      quarter: quarter('2026Q3'),
      people: [person()],
      units: merged,
      book: raised,
    });
    expect(linesByPerson(result, merged)).toMatchObject([{ district: '武侯区', unit: '第3社区' }]);
  });
});
