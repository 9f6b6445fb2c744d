import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Establishment, Person, Unit } from '../../src/domain/facts.js';
import { unitHistory, type Workplace } from '../../src/rules/unit-history.js';
import { book, SHIPPED } from './book.js';
import { certificate, establishment, person, post, unit } from './people.js';

const MERGED = unit(1, { dissolved: '2025-12-31', successor: 2 });
const KEPT = unit(2, { changes: [{ from: '2024-01-01', kind: '建制村' }] });

const ask = (
  of: Unit | Workplace,
  {
    people = [] as readonly Person[],
    establishments = [] as readonly Establishment[],
    on = '2026-07-01',
    only = false,
    policy = book(...SHIPPED),
  } = {},
) =>
  unitHistory({ unit: of, units: [MERGED, KEPT], people, establishments, book: policy, on: day(on), only });

describe('the posts of a unit over time', () => {
  it('tells its own states, and those of what was merged into it', () => {
    expect(
      ask(KEPT).map(({ about, unit: name, kind, from, until }) => [about, name, kind, from, until]),
    ).toEqual([
      ['unit', '第1社区', '社区', null, '2025-12-31'],
      ['unit', '第2社区', '社区', null, '2023-12-31'],
      ['unit', '第2社区', '建制村', '2024-01-01', null],
    ]);
    expect(ask(MERGED)).toHaveLength(1);
  });

  it('of another workplace: its own posts and people, of no other and of no unit', () => {
    const hospital = (district: string, workplace = '某医院') => ({
      district,
      workplace,
      township: '春熙路街道',
    });
    const establishments = [
      establishment(hospital('锦江区'), '社会工作师一级', 1, '2023-01-01'),
      establishment(hospital('锦江区'), '社会工作师一级', 2, '2025-01-01'),
      establishment(hospital('锦江区', '某福利院'), '社会工作师一级', 3, '2024-01-01'),
      establishment(hospital('武侯区'), '社会工作师一级', 4, '2024-01-01'),
      establishment(2, '社会工作师一级', 5, '2023-01-01'),
    ];
    const people = [
      person({ posts: [post({ at: hospital('锦江区'), title: '社会工作师一级' })] }),
      person({ id: 2, posts: [post({ at: hospital('武侯区'), title: '社会工作师一级' })] }),
    ];
    const rows = ask({ district: '锦江区', workplace: '某医院' }, { people, establishments });
    expect(
      rows.map(({ about, unit: name, grade, count, until }) => [about, name, grade, count, until].join(' ')),
    ).toEqual(['posts 某医院 8 1 2024-12-31', 'posts 某医院 8 2 ', 'person 某医院 8  ']);
  });

  it('posts established end where a later row of the same title begins, or are taken back', () => {
    const establishments = [
      establishment(2, '社会工作师一级', 1, '2023-01-01'),
      establishment(2, '社会工作师一级岗位', 2, '2025-01-01', '2026-06-30'),
      establishment(2, '社会工作专业岗位', 1, '2023-01-01'),
    ];
    const rows = ask(KEPT, { establishments }).filter(({ about }) => about === 'posts');
    expect(rows.map(({ title, grade, count, from, until }) => [title, grade, count, from, until])).toEqual([
      ['社会工作专业岗位', null, 1, '2023-01-01', null],
      ['社会工作师一级', 8, 1, '2023-01-01', '2024-12-31'],
      ['社会工作师一级', 8, 2, '2025-01-01', '2026-06-30'],
    ]);
  });

  it('people with each title they had, its grade, and the certificate at the end of it', () => {
    const someone = person({
      posts: [
        post({
          at: 2,
          from: '2023-01-01',
          title: '助理社会工作师一级',
          changes: [{ from: '2025-07-01', title: '社会工作师三级' }],
        }),
      ],
      certificates: [certificate('初级'), certificate('中级', '2025-06-30')],
    });
    const told = (on: string) =>
      ask(KEPT, { people: [someone], on })
        .filter(({ about }) => about === 'person')
        .map(({ title, grade, from, until, level }) => [title, grade, from, until, level]);
    expect(told('2026-07-01')).toEqual([
      ['助理社会工作师一级', 11, '2023-01-01', '2025-06-30', '中级'],
      ['社会工作师三级', 10, '2025-07-01', null, '中级'],
    ]);
    expect(told('2025-06-29').map(([, , , , level]) => level)).toEqual(['初级', '初级']);
  });

  it.each([
    ['2023-12-31', ['社区']],
    ['2024-01-01', ['建制村']],
  ])('only what holds on %s', (on, kinds) => {
    const rows = ask(KEPT, { on, only: true }).filter(({ unit: name }) => name === '第2社区');
    expect(rows.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('where no table of titles is in force, titles stand as they were written, without a grade', () => {
    const establishments = [establishment(2, '社会工作师一级', 1)];
    const [row] = ask(KEPT, { establishments, policy: book() }).filter(({ about }) => about === 'posts');
    expect([row?.title, row?.grade]).toEqual(['社会工作师一级', null]);
  });
});
