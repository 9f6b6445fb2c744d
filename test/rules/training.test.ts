import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/facts.js';
import { rotationCoverage } from '../../src/rules/training-coverage.js';
import { checkHours, type Training } from '../../src/rules/training-hours.js';
import { yearlyTraining } from '../../src/rules/yearly-training.js';
import { book, type Setting, SHIPPED } from './book.js';
import { NATIONAL, onDay } from './national.js';
import { certificate, person, post, registration, unit } from './people.js';

const law = book(...SHIPPED, ...NATIONAL);
const TERM = registration('2024-01-01', '2026-12-31');

/** A course of one day, or of several; hours as people count them. */
const course = (until: string, hours: number, name = '个案工作实务', from = until): Training => ({
  course: name,
  provider: null,
  from: day(from),
  until: until === from ? null : day(until),
  hours: hours * 100,
});

function hours(on: string, taken: readonly Training[], known: Partial<Person> = {}, policies = law) {
  const people = onDay([person({ registrations: [TERM], ...known })], on);
  const check = checkHours(people, new Map([[1, taken]]), policies, day(on));
  return {
    ...check,
    row: check.rows[0],
    codes: check.findings.map(({ code, severity }) => `${code} ${severity}`),
  };
}

describe('三(一)2: hours of continuing education in the registration term', () => {
  it.each([
    ['初级', 71.5, 'short', 0.5],
    ['初级', 72, 'met', 0],
    ['中级', 89.5, 'short', 0.5],
    ['中级', 90, 'met', 0],
    ['高级', 89.5, 'short', 0.5],
    ['高级', 90, 'met', 0],
  ] as const)('%s with %f hours in the window: %s', (level, taken, state, missing) => {
    const known = { certificates: [certificate(level)] };
    const { row, codes } = hours('2026-10-01', [course('2025-01-01', taken)], known);
    expect([row?.state, row?.missing]).toEqual([state, missing * 100]);
    expect(codes).toEqual(state === 'short' ? ['training.short error'] : []);
  });

  it.each([
    ['2023-12-31', '2023-12-31', 0],
    ['2024-01-01', '2024-01-01', 10],
    ['2023-12-28', '2024-01-02', 10],
    ['2026-05-31', '2026-05-31', 10],
    ['2026-05-30', '2026-06-02', 0],
    ['2026-06-01', '2026-06-01', 10],
    ['2026-06-02', '2026-06-02', 0],
  ])('a course from %s to %s counts from its last day, on 2026-06-01: %i', (from, until, counted) =>
    expect(hours('2026-06-01', [course(until, 10, '督导', from)]).row?.hours).toBe(counted * 100),
  );

  it.each([
    ['2026-09-30', 'behind', []],
    ['2026-10-01', 'short', ['training.short error']],
    ['2026-12-31', 'short', ['training.short error']],
    ['2027-01-01', undefined, []],
  ])('without the hours on %s: %s', (on, state, codes) => {
    const found = hours(on, []);
    expect([found.row?.state, found.codes, found.withoutTerm]).toEqual([state, codes, state ? 0 : 1]);
  });

  // 2024-01-01 … 2025-07-01 are 547 of the 1,096 days of the term: 35.93 of 72 hours
  it.each([
    [35.93, 'behind'],
    [35.94, 'on-pace'],
  ])('half-way with %f hours: %s', (taken, state) =>
    expect(hours('2025-07-01', [course('2024-06-01', taken)]).row?.state).toBe(state),
  );

  it.each([
    ['2026-09-30', 3],
    ['2026-10-01', 3],
    ['2026-10-02', 2],
    ['2026-12-01', 1],
    ['2026-12-02', 0],
    ['2024-01-01', 36],
  ])('on %s whole months left: %i', (on, months) => expect(hours(on, []).row?.monthsLeft).toBe(months));

  it('a new registration begins a new account', () => {
    const registrations = [TERM, registration('2026-12-01', '2029-11-30')];
    const { row } = hours('2026-12-01', [course('2026-11-30', 72)], { registrations });
    expect([row?.hours, row?.state]).toEqual([0, 'on-pace']);
  });

  it('a district may ask for more; a level that it leaves out is the city’s', () => {
    const raised: Setting = { parameter: 'training.hours', district: '锦江区', value: { 初级: 80 } };
    const policies = book(...SHIPPED, ...NATIONAL, raised);
    expect(hours('2026-06-01', [], {}, policies).row?.needed).toBe(8000);
    const known = { certificates: [certificate('中级')] };
    expect(hours('2026-06-01', [], known, policies).row?.needed).toBe(9000);
  });

  it('no hours are asked of 员级', () =>
    expect(hours('2026-11-01', [], { certificates: [certificate('员级')] })).toMatchObject({
      rows: [],
      notAsked: 1,
    }));

  it('whoever has left is listed, and no error', () =>
    expect(hours('2026-11-01', [], { posts: [post({ until: '2026-01-01' })] }).codes).toEqual([
      'training.short info',
    ]));
});

describe('a degree counts its hours once in a term', () => {
  it.each([
    ['one', ['社会工作专业学历'], 90],
    ['two', ['社会工作专业学历', '社会工作硕士学位'], 90],
    ['in full width', ['社会工作　专业学历'], 90],
    ['beside a course', ['社会工作专业学历', '个案工作实务'], 100],
    ['under no such name', ['社会工作学历提升讲座'], 10],
  ])('%s', (_, names, counted) => {
    const taken = names.map((name, index) => course(`2025-0${index + 1}-01`, 10, name));
    const { row } = hours('2026-06-01', taken);
    expect([row?.hours, row?.degree]).toEqual([counted * 100, counted >= 90]);
  });

  it('obtained before the term counts nothing in it', () =>
    expect(hours('2026-06-01', [course('2023-12-31', 10, '社会工作专业学历')]).row?.hours).toBe(0));

  it('says so where a course may be one', () =>
    expect(hours('2026-06-01', [course('2025-01-01', 10, '社会工作本科学历')]).codes).toEqual([
      'training.degree-unclear info',
    ]));
});

describe('三(一)1: 轮训 at the three academies', () => {
  const at = (provider: string | null, until = '2026-05-01'): Training => ({ ...course(until, 8), provider });
  const cover = (
    courses: Record<number, readonly Training[]>,
    since: string | null = null,
    on = '2026-06-01',
  ) => {
    const people = [
      person({ id: 1 }),
      person({ id: 2 }),
      person({ id: 3, posts: [post({ at: 2 })] }),
      person({ id: 4, posts: [post({ category: '事业编制' })] }),
      person({ id: 5, posts: [post({ until: '2026-05-31' })] }),
    ];
    const taken = new Map(Object.entries(courses).map(([id, own]) => [Number(id), own]));
    return rotationCoverage(
      onDay(people, on, [unit(1), unit(2)]),
      taken,
      law,
      day(on),
      since === null ? null : day(since),
    );
  };

  it.each([
    ['成都村政学院', 1, 0],
    ['村政学院', 1, 0],
    ['成都 城市社区学院', 1, 0],
    ['成都市社会组织学院', 1, 0],
    ['市社会工作者协会', 0, 1],
    [null, 0, 1],
  ])('a course of %s: trained %i, elsewhere %i', (provider, trained, elsewhere) =>
    expect(cover({ 1: [at(provider)] })?.totals).toMatchObject({ staff: 3, trained, elsewhere }),
  );

  it('by unit, each person once, and by academy', () => {
    const both = [at('成都村政学院'), at('城市社区学院'), at('市社会工作者协会')];
    const found = cover({ 1: both, 4: both, 5: both });
    expect(found?.rows).toMatchObject([
      { unit: '第1社区', staff: 2, trained: 1, elsewhere: 0 },
      { unit: '第2社区', staff: 1, trained: 0, elsewhere: 0 },
    ]);
    expect(found?.totals.byAcademy).toEqual({ 成都村政学院: 1, 城市社区学院: 1, 成都社会组织学院: 0 });
  });

  it.each([
    ['2026-05-01', '2026-06-01', 1],
    ['2026-05-02', '2026-06-01', 0],
    [null, '2026-04-30', 0],
    [null, '2026-05-01', 1],
  ])('since %s, on %s: %i', (since, on, trained) =>
    expect(cover({ 1: [at('成都村政学院')] }, since, on)?.totals.trained).toBe(trained),
  );

  it.each([
    ['2022-02-28', false],
    ['2022-03-01', true],
    ['2027-02-28', true],
    ['2027-03-01', false],
  ])('on %s it is asked: %s', (on, asked) => {
    expect(cover({}, null, on) !== null).toBe(asked);
    expect(yearlyTraining([], new Map(), law, day(on)) !== null).toBe(asked);
  });
});

describe('三(一)1: 每年对行政管理人员进行在职培训', () => {
  const official = (known: Parameters<typeof post>[0] = {}) =>
    person({ posts: [post({ category: '机关', ...known })] });
  const yearly = (on: string, taken: readonly Training[], who = official()) =>
    yearlyTraining(onDay([who], on), new Map([[1, taken]]), law, day(on));

  it.each([
    ['2026-06-01', ['2026-01-01'], 'trained'],
    ['2026-06-01', ['2025-01-01'], 'not-yet'],
    ['2026-06-01', ['2025-12-31'], 'not-yet'],
    ['2026-06-01', ['2024-12-31'], 'overdue'],
    ['2026-06-01', [], 'overdue'],
    ['2026-06-01', ['2026-06-02'], 'overdue'],
  ])('on %s, trained on %j: %s', (on, days, state) => {
    const check = yearly(
      on,
      days.map((each) => course(each, 8)),
    );
    expect(check?.rows[0]?.state).toBe(state);
    expect(check?.findings.map(({ code, severity }) => [code, severity])).toEqual(
      state === 'overdue' ? [['training.untrained', 'error']] : [],
    );
  });

  it.each([
    ['2025-01-01', 'overdue'],
    ['2025-01-02', 'not-yet'],
  ])('on post since %s: %s', (from, state) =>
    expect(yearly('2026-06-01', [], official({ from }))?.rows[0]?.state).toBe(state),
  );

  it.each([
    ['without a gap', ['2025-06-30', '2025-07-01'], {}, 'overdue'],
    ['with a day between', ['2025-06-29', '2025-07-01'], {}, 'not-yet'],
    ['gone by the end of the year', ['2025-12-30', '2026-05-01'], {}, 'not-yet'],
    ['gone after it', ['2025-12-31', '2026-05-01'], {}, 'overdue'],
    ['for a while in another category', ['2025-06-30', '2025-07-01'], { category: '事业编制' }, 'not-yet'],
  ] as const)('at two posts one after the other, %s: %s', (_, [until, from], other, state) => {
    const changes = [{ from: '2026-01-01', category: '机关' as const }];
    const second = post({ at: 2, category: '机关', from, ...other, changes });
    const who = person({ posts: [post({ category: '机关', until }), second] });
    expect(yearly('2026-06-01', [], who)?.rows[0]?.state).toBe(state);
  });

  it.each([
    ['2023-12-31', 'not-yet'],
    ['2024-01-01', 'overdue'],
  ])('on %s: %s, because 2023 is the first whole year of the policy', (on, state) =>
    expect(yearly(on, [])?.rows[0]?.state).toBe(state),
  );

  it('is of nobody else', () => expect(yearly('2026-06-01', [], person())?.rows).toEqual([]));
});
