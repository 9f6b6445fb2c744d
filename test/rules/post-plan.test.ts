import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Establishment, Person, Unit } from '../../src/domain/facts.js';
import { planPosts } from '../../src/rules/post-plan.js';
import { book, SHIPPED } from './book.js';
import { certificate, establishment, person, post, unit } from './people.js';

const law = book(...SHIPPED);
const plan = (
  units: readonly Unit[],
  people: readonly Person[] = [],
  establishments: readonly Establishment[] = [],
  on = '2026-07-01',
) => planPosts({ units, people, establishments, book: law, on: day(on) });

let number = 0;
/** Somebody certified, on a post of no professional title unless told otherwise. */
const staff = (at: number, known: Partial<Person> & { title?: string | null } = {}): Person => {
  const { title = '网格员', ...rest } = known;
  number += 1;
  return person({
    id: number,
    idNumber: String(number).padStart(18, '0'),
    posts: [post({ at, title })],
    ...rest,
  });
};

/** Two communities and a village of one township, a community of another one, and one of another district. */
const UNITS = [
  unit(1),
  unit(2),
  unit(3, { kind: '建制村' }),
  unit(4, { township: '东湖街道' }),
  unit(5, { district: '武侯区', township: '浆洗街街道' }),
];

const shares = ({ rows }: ReturnType<typeof planPosts>) =>
  rows.map(({ unit: name, newPosts, people, recruit }) => [
    name,
    newPosts,
    people.map(({ near }) => near).join(' '),
    recruit,
  ]);

describe('the cheapest new posts (三(四)1)', () => {
  it('are the shortfalls of the units that are short, and no more', () => {
    const rows = [establishment(1, '社会工作专业岗位', 2), establishment(2, '社会工作专业岗位', 1)];
    const { totals, findings } = plan(UNITS, [], rows);
    expect(shares(plan(UNITS, [], rows))).toEqual([
      ['第2社区', 1, '', 1],
      ['第3社区', 1, '', 1],
      ['第4社区', 2, '', 2],
      ['第5社区', 2, '', 2],
    ]);
    expect(totals).toMatchObject({ units: 4, newPosts: 6, recruit: 6 });
    expect(findings.map(({ code }) => code)).toEqual(Array(4).fill('quota.too-few-posts'));
  });

  it('nothing is short: no row and no finding', () => {
    const { rows, findings } = plan([unit(3, { kind: '建制村' })], [staff(3, { title: '社会工作师一级' })]);
    expect([rows, findings]).toEqual([[], []]);
  });

  it('a unit of unknown kind is reported and gets no plan', () => {
    const { rows, totals, findings } = plan([unit(1, { kind: null })]);
    expect([rows.length, totals.unknownKind, findings[0]?.code]).toEqual([0, 1, 'quota.unknown-kind']);
  });

  it.each([
    ['2022-02-28', false],
    ['2022-03-01', true],
    ['2027-02-28', true],
    ['2027-03-01', false],
  ])('on %s the minimum is in force: %s', (on, inForce) => {
    const ask = () => plan(UNITS, [], [], on);
    if (inForce) expect(ask().totals.newPosts).toBe(9);
    else expect(ask).toThrow(expect.objectContaining({ problem: 'policy.none-in-force' }));
  });
});

describe('who could take them', () => {
  it('the own staff first, then the township, then the district; never another district', () => {
    const people = [staff(1), staff(1), staff(1), staff(4), staff(4), staff(4), staff(4)];
    expect(shares(plan(UNITS, people))).toEqual([
      ['第1社区', 2, 'unit unit', 0],
      ['第2社区', 2, 'township district', 0],
      ['第3社区', 1, 'district', 0],
      ['第4社区', 2, 'unit unit', 0],
      ['第5社区', 2, '', 2],
    ]);
  });

  it('names nobody twice, and takes nobody from a unit that needs them itself', () => {
    const people = [staff(1), staff(2), staff(2)];
    const { rows, totals } = plan(UNITS.slice(0, 3), people);
    const named = rows.flatMap((row) => row.people.map((each) => each.person.id));
    expect(new Set(named).size).toBe(3);
    expect(totals).toMatchObject({ newPosts: 5, fromUnit: 3, fromTownship: 0, recruit: 2 });
  });

  it('the highest certificate comes first', () => {
    const [low, high] = [staff(3), staff(3, { certificates: [certificate('高级')] })];
    const { rows } = plan([unit(3, { kind: '建制村' })], [low, high]);
    expect(rows[0]?.people.map(({ level }) => level)).toEqual(['高级']);
  });

  it.each([
    ['holds a professional post', { title: '社会工作专业岗位' }],
    ['claims to hold one', { title: '助理社会工作师三级' }],
    ['holds 员级, which the post does not take', { certificates: [certificate('员级')] }],
    ['has no certificate', { certificates: [] }],
    ['gets the certificate a day later', { certificates: [certificate('初级', '2026-07-02')] }],
    ['has left', { posts: [post({ at: 1, until: '2026-06-30' })] }],
    ['is 兼职', { posts: [post({ at: 1, category: '兼职' })] }],
    ['works elsewhere', { posts: [post({ at: { district: '锦江区', workplace: '某医院' } })] }],
    [
      'holds a professional post elsewhere',
      {
        posts: [
          post({ at: 1 }),
          post({ at: { district: '锦江区', workplace: '某医院' }, title: '社会工作师一级' }),
        ],
      },
    ],
  ] as const)('not whoever %s', (_, known) => {
    expect(plan([unit(1), unit(2)], [staff(2, known as Partial<Person>)]).totals.recruit).toBe(
      'title' in known && known.title === '社会工作专业岗位' ? 3 : 4,
    );
  });

  it.each([
    ['2026-06-30', 1],
    ['2026-07-01', 0],
  ])('certified on the day: on %s there is %i to recruit', (on, recruit) => {
    const someone = staff(3, { certificates: [certificate('初级', '2026-07-01')] });
    expect(plan([unit(3, { kind: '建制村' })], [someone], [], on).totals.recruit).toBe(recruit);
  });

  it('of one township is a part of the plan of all: whoever is needed at home stays there', () => {
    const atHome = staff(4);
    const question = { units: UNITS, people: [atHome], establishments: [], book: law, on: day('2026-07-01') };
    const of = (township: string) =>
      planPosts({ ...question, within: (term) => term.township === township }).rows.flatMap(
        ({ unit: name, people }) => people.map(({ person: each, near }) => [name, each.id, near]),
      );
    expect(of('东湖街道')).toEqual([['第4社区', atHome.id, 'unit']]);
    expect(of('春熙路街道')).toEqual([]);
  });

  it('the staff of a merged unit are those of its successor', () => {
    const units = [unit(1, { dissolved: '2025-12-31', successor: 2 }), unit(2)];
    expect(shares(plan(units, [staff(1)]))).toEqual([['第2社区', 2, 'unit', 1]]);
  });
});
