import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Establishment, Person, Unit } from '../../src/domain/facts.js';
import type { StructureArea } from '../../src/domain/structure-areas.js';
import { postStructure } from '../../src/rules/post-structure.js';
import { book, SHIPPED } from './book.js';
import { certificate, establishment, person, post, unit } from './people.js';

const law = book(...SHIPPED);
const ask = (
  by: StructureArea,
  people: readonly Person[],
  establishments: readonly Establishment[],
  { units = [unit(1), unit(2)] as readonly Unit[], on = '2026-07-01' } = {},
) => postStructure({ by, units, people, establishments, book: law, on: day(on) });

const told = ({ rows }: ReturnType<typeof postStructure>) =>
  rows.map(({ tier, grade, established, filled, qualified, vacant, target }) =>
    [tier ?? '专业岗位', grade ?? '', established, filled, qualified, vacant, target ?? ''].join(' '),
  );

describe('posts by tier and grade, beside the national structure', () => {
  it('of a small unit: targets are whole and add up to its posts', () => {
    const posts = [
      establishment(1, '社会工作师三级', 1),
      establishment(1, '助理社会工作师二级', 2),
      establishment(1, '社会工作专业岗位', 1),
    ];
    const people = [
      person({ posts: [post({ title: '社会工作师三级' })] }),
      person({ id: 2, posts: [post({ title: '助理社会工作师二级' })] }),
    ];
    // 3 posts at 1:3:6 are 0.3, 0.9 and 1.8
    expect(told(ask('unit', people, posts))).toEqual([
      '中级  1 1 0 0 1',
      '中级 9 0 0 0 0 1',
      '中级 10 1 1 0 0 0',
      '初级  2 1 1 1 2',
      '初级 11 0 0 0 0 1',
      '初级 12 2 1 1 1 1',
      '专业岗位  1 0 0 1 ',
    ]);
  });

  it('who is in no row is told: of a title that is none of the article, and of a unit that has ended', () => {
    const people = [
      person({ posts: [post({ title: '社会工作师四级' })] }),
      person({ id: 2, posts: [post({ title: '社会工作师四级', until: '2026-06-30' })] }),
      person({ id: 3, posts: [post({ at: 2, title: '社会工作专业岗位' })] }),
    ];
    const units = [unit(1), unit(2, { dissolved: '2026-06-30' })];
    const { rows, totals, findings } = ask('unit', people, [], { units });
    expect([rows.length, totals.unknownTitles]).toEqual([0, 1]);
    expect(findings).toMatchObject([
      { code: 'unit.ended-with-people', severity: 'warning', details: { people: 1 } },
    ]);
    const dayBefore = ask('unit', people, [], { units, on: '2026-06-30' });
    expect([dayBefore.rows.length, dayBefore.totals.unknownTitles, dayBefore.findings]).toEqual([1, 2, []]);
  });

  it('without a table of posts the occupied ones are what there is', () => {
    const people = [person({ posts: [post({ title: '社会工作专业岗位' })], certificates: [] })];
    expect(told(ask('unit', people, []))).toEqual(['专业岗位  1 1 0 0 ']);
  });

  it('a vacancy here is one although too many are there', () => {
    const posts = [establishment(1, '社会工作专业岗位', 2), establishment(2, '社会工作专业岗位', 1)];
    const people = [1, 2].map((id) => person({ id, posts: [post({ at: 2, title: '社会工作专业岗位' })] }));
    expect(told(ask('city', people, posts))).toEqual(['专业岗位  3 2 2 2 ']);
    expect(told(ask('unit', people, posts))).toEqual(['专业岗位  2 0 0 2 ', '专业岗位  1 2 2 0 ']);
  });

  it.each([
    ['city', [[null, null, null]]],
    [
      'district',
      [
        ['锦江区', null, null],
        ['武侯区', null, null],
      ],
    ],
    [
      'township',
      [
        ['锦江区', '春熙路街道', null],
        ['锦江区', null, null],
        ['武侯区', '浆洗街街道', null],
      ],
    ],
  ] as const)('put together by %s, other workplaces too', (by, areas) => {
    const units = [unit(1), unit(2, { district: '武侯区', township: '浆洗街街道' })];
    const outside = post({ at: { district: '锦江区', workplace: '某医院' }, title: '社会工作专业岗位' });
    const people = [person({ posts: [outside] })];
    const posts = [establishment(1, '社会工作专业岗位', 1), establishment(2, '社会工作专业岗位', 1)];
    const { rows, totals } = ask(by, people, posts, { units });
    const found = rows.map(({ district, township, unit: name }) => [district, township, name]);
    expect(found).toHaveLength(areas.length);
    expect(found).toEqual(expect.arrayContaining(areas.map((area) => [...area])));
    expect(totals).toMatchObject({ places: 3, established: 3, filled: 1, vacant: 2 });
  });

  it.each([
    ['2026-06-30', 2],
    ['2026-07-01', 5],
    ['2026-12-31', 5],
    ['2027-01-01', 2],
  ])('takes the latest row of a title in force: on %s %i posts', (on, established) => {
    const posts = [
      establishment(1, '社会工作师一级', 2, '2024-01-01'),
      establishment(1, '社会工作师一级岗位', 5, '2026-07-01', '2026-12-31'),
    ];
    expect(ask('city', [], posts, { on }).totals.established).toBe(established);
  });

  it('certified on the day', () => {
    const someone = person({
      posts: [post({ title: '社会工作师一级' })],
      certificates: [certificate('中级', '2026-07-01')],
    });
    const qualified = (on: string) => ask('city', [someone], [], { on }).totals.qualified;
    expect([qualified('2026-06-30'), qualified('2026-07-01')]).toEqual([0, 1]);
  });
});
