import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { SupervisorLevel } from '../../src/domain/terms.js';
import { listAwards } from '../../src/rules/awards.js';
import { educationBenefits, nearTitles } from '../../src/rules/education-benefit.js';
import { book, SHIPPED } from './book.js';
import { person, unit } from './people.js';

const REWARD = {
  parameter: 'award.reward',
  value: { 全国社会工作领军人才: 10000, '“三八”红旗手': 300.5 },
  from: '2023-01-01',
} as const;
const RAISED = { ...REWARD, value: { 全国社会工作领军人才: 12000 }, district: '锦江区', from: '2026-01-01' };
const LAW = book(...SHIPPED, REWARD, RAISED);

const award = (title: string, on = '2025-05-01', who = person()) => ({
  ...{ person: who, title, on: day(on), by: null, document: null },
});
const list = (awards: readonly ReturnType<typeof award>[], on = '2026-11-23', policy = LAW) =>
  listAwards({ awards, units: [unit(1)], book: policy, on: day(on) });

describe('三(六)2: rewards by title', () => {
  it.each([
    ['a listed title', '全国社会工作领军人才', '2025-05-01', 1_000_000, 'set'],
    ['in other quotation marks and spacing', '"三八" 红旗手', '2025-05-01', 30_050, 'set'],
    ['a title inside another is another', '社会工作领军人才', '2025-05-01', null, 'not-listed'],
    ['the day before the office set any', '全国社会工作领军人才', '2022-12-31', null, 'not-set'],
    ['the first day', '全国社会工作领军人才', '2023-01-01', 1_000_000, 'set'],
    ['the day before the district’s own', '全国社会工作领军人才', '2025-12-31', 1_000_000, 'set'],
    ['the district’s own, from its day', '全国社会工作领军人才', '2026-01-01', 1_200_000, 'set'],
  ] as const)('%s', (_what, title, on, rewardFen, reward) => {
    const { rows, findings } = list([award(title, on)]);
    expect(rows[0]).toMatchObject({ rewardFen, reward });
    expect(findings.map(({ code }) => code)).toEqual(reward === 'not-set' ? ['award.no-reward-set'] : []);
  });

  it('what was given before the document lacks no reward', () => {
    expect(list([award('优秀社会工作者', '2022-02-28')]).findings).toEqual([]);
    expect(list([award('优秀社会工作者', '2022-03-01')]).findings).toHaveLength(1);
  });

  it('adds up by title and year, and knows nothing of later awards', () => {
    const yi = person({ id: 2, idNumber: '000000199002020000' });
    const leader = '全国社会工作领军人才';
    const { totals } = list(
      [award(leader), award(leader, '2024-05-01', yi), award('优秀督导'), award(leader, '2026-10-01')],
      '2026-09-30',
    );
    expect(totals).toMatchObject({ awards: 3, people: 2, rewardFen: 2_000_000 });
    expect(totals.byTitle.map(({ title, awards, people }) => [title, awards, people])).toEqual([
      ['优秀督导', 1, 1],
      [leader, 2, 2],
    ]);
    const spelled = list([
      award(leader),
      award(`“${leader}”`, '2025-06-01'),
      award(`《${leader} 》`, '2025-06-02', yi),
    ]);
    expect(spelled.totals.byTitle).toMatchObject([{ title: leader, awards: 3, people: 2 }]);
    expect(totals.byYear.map(({ year, awards }) => [year, awards])).toEqual([
      ['2024', 1],
      ['2025', 2],
    ]);
  });
});

describe('三(六)2: 子女在入园和入学时享受教育优待', () => {
  const supervisor = (level: SupervisorLevel) => ({
    ...{ person: person(), level, from: day('2024-01-01'), until: day('2026-12-31'), document: null },
  });
  const grounds = (on: string, level: SupervisorLevel = '高级督导', title = '全国社会工作领军人才') =>
    educationBenefits({
      awards: [award(title)],
      supervisors: [supervisor(level)],
      units: [unit(1)],
      book: LAW,
      on: day(on),
    }).map(({ ground }) => ground);

  it.each([
    ['2023-12-31', []],
    ['2024-01-01', ['高级督导']],
    ['2025-04-30', ['高级督导']],
    ['2025-05-01', ['全国社会工作领军人才', '高级督导']],
    ['2026-12-31', ['全国社会工作领军人才', '高级督导']],
    ['2027-01-01', ['全国社会工作领军人才']],
    ['2027-02-28', ['全国社会工作领军人才']],
  ])('on %s: %j', (on, expected) => {
    expect(grounds(on).sort()).toEqual(expected);
  });

  it.each(['2022-02-28', '2027-03-01'])('on %s no policy is in force', (on) => {
    expect(() => grounds(on)).toThrow(expect.objectContaining({ problem: 'policy.none-in-force' }));
  });

  it('the title of a supervisor among the awards counts where no term is on record', () => {
    const title = '成都市高级社会工作督导人才';
    const withTerms = (supervisors: readonly ReturnType<typeof supervisor>[], on: string) =>
      educationBenefits({
        awards: [award(title)],
        supervisors,
        units: [unit(1)],
        book: LAW,
        on: day(on),
      }).map(({ ground, since, until }) => [ground, since, until]);
    expect(withTerms([], '2025-04-30')).toEqual([]);
    expect(withTerms([], '2025-05-01')).toEqual([[title, '2025-05-01', null]]);
    expect(withTerms([supervisor('中级督导')], '2025-05-01')).toHaveLength(1);
    expect(withTerms([supervisor('高级督导')], '2026-12-31')).toEqual([
      ['高级督导', '2024-01-01', '2026-12-31'],
    ]);
    expect(withTerms([supervisor('高级督导')], '2027-01-01')).toEqual([]);
  });

  it.each([
    ['全国社会工作领军人才', '2025-05-01', null],
    ['“全国社会工作领军人才”', '2025-05-01', null],
    ['优秀社会工作者', '2025-05-01', null],
    ['第二批全国社会工作领军人才', '2025-04-30', null],
    ['第二批全国社会工作领军人才', '2025-05-01', '全国社会工作领军人才'],
    ['全国社会工作领军人才（2025年）', '2025-05-01', '全国社会工作领军人才'],
    ['2025年度成都市高级社会工作督导人才', '2025-05-01', '成都市高级社会工作督导人才'],
  ])('%s on %s: is told apart from %s', (title, on, named) => {
    const found = nearTitles([award(title)], LAW, day(on));
    expect(found.map(({ code, severity, details }) => [code, severity, details])).toEqual(
      named === null ? [] : [['award.title-near', 'warning', { title, named }]],
    );
  });

  it('names no other title and no other level', () => {
    expect(grounds('2026-06-01', '中级督导', '四川省社会工作高端人才')).toEqual([]);
    expect(grounds('2026-06-01', '专家库', '优秀督导')).toEqual([]);
  });
});
