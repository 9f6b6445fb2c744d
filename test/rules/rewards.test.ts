import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/facts.js';
import { answerReward, rewardCauseOf } from '../../src/rules/reward-corrections.js';
import {
  type JudgedReward,
  judgeRewards,
  rewardFindings,
  rewardsByDistrict,
} from '../../src/rules/rewards.js';
import { book, type Setting, SHIPPED } from './book.js';
import { UNITS } from './compute.js';
import { person, post } from './people.js';

const LEADER = '全国社会工作领军人才';
const PROVINCE = '四川省社会工作高端人才';
const CITY = { parameter: 'award.reward', value: { [LEADER]: 10000, [PROVINCE]: 5000 } } as const;

/** One award, judged. Units 1 and 2 are in 锦江区, 3 in 武侯区. */
function judged(
  on: string,
  { title = LEADER, who = person({ posts: [post()] }) }: { title?: string; who?: Person } = {},
  ...settings: readonly Setting[]
): JudgedReward {
  const award = { person: who, title, awardedOn: day(on), source: { file: 1, line: 2 } };
  const all = settings.length > 0 ? settings : [CITY];
  const [reward] = judgeRewards([award], { units: UNITS, book: book(...SHIPPED, ...all) });
  return reward as JudgedReward;
}

describe('三(六)2: 对新获得全国社会工作领军人才、四川省社会工作高端人才等社会工作者给予奖励', () => {
  it.each([
    ['before the document', '2022-02-28', 'no-policy', 0],
    ['the document’s first day', '2022-03-01', 'due', 1_000_000],
    ['the document’s last day', '2027-02-28', 'due', 1_000_000],
    ['after the document, though the amount goes on', '2027-03-01', 'no-policy', 0],
  ] as const)('%s', (_, on, answer, amountFen) => {
    const who = person({ posts: [post({ from: '2020-01-01' })] });
    expect(judged(on, { who })).toMatchObject({ answer, amountFen });
  });

  const dated: Setting[] = [
    { ...CITY, from: '2025-01-01', until: '2025-12-31' },
    { ...CITY, value: { [LEADER]: 12000.5 }, from: '2026-02-01' },
  ];
  it.each([
    ['2024-12-31', 'not-set', 0],
    ['2025-01-01', 'due', 1_000_000],
    ['2025-12-31', 'due', 1_000_000],
    ['2026-01-01', 'not-set', 0],
    ['2026-01-31', 'not-set', 0],
    ['2026-02-01', 'due', 1_200_050],
  ] as const)('what is in force on %s: %s', (on, answer, amountFen) => {
    expect(judged(on, {}, ...dated)).toMatchObject({ answer, amountFen });
  });

  it.each([
    ['a title that nobody rewards', '优秀社会工作者', 'not-listed', 0],
    ['a title inside another', '社会工作领军人才', 'not-listed', 0],
    ['the same in another spelling', '“全国社会工作 领军人才”', 'due', 1_000_000],
    ['another title', PROVINCE, 'due', 500_000],
  ] as const)('%s', (_, title, answer, amountFen) => {
    expect(judged('2026-05-20', { title })).toMatchObject({ answer, amountFen });
  });

  it.each<[string, Setting[], string]>([
    ['of the city', [{ ...CITY, value: { [LEADER]: 0 } }], 'zero'],
    [
      'of the district, over the city’s',
      [CITY, { ...CITY, district: '锦江区', value: { [LEADER]: 0 } }],
      'zero',
    ],
    ['of another district', [CITY, { ...CITY, district: '武侯区', value: { [LEADER]: 0 } }], 'due'],
  ])('an amount of 0 is no reward, and not a title left out: %s', (_, settings, answer) => {
    expect(judged('2026-05-20', {}, ...settings)).toMatchObject({ answer });
    expect(judged('2026-05-20', { title: '优秀社会工作者' }, ...settings)).toMatchObject({
      answer: 'not-listed',
    });
  });
});

describe('who pays is the district of the post held on the day', () => {
  const own: Setting = { ...CITY, district: '武侯区', value: { [LEADER]: 20000 } };
  const moved = person({ posts: [post({ until: '2026-05-14' }), post({ at: 3, from: '2026-05-15' })] });
  it.each([
    ['2026-05-14', LEADER, '锦江区', 1_000_000],
    ['2026-05-15', LEADER, '武侯区', 2_000_000],
    ['2026-05-15', PROVINCE, '武侯区', 500_000],
  ])('on %s for %s: %s', (on, title, district, amountFen) => {
    const reward = judged(on, { who: moved, title }, CITY, own);
    expect(reward).toMatchObject({ answer: 'due', amountFen, place: { district } });
    expect([...rewardsByDistrict([reward]).keys()]).toEqual([district]);
  });

  it('a district may reward what the city does not', () => {
    expect(judged('2026-05-14', { who: moved }, own)).toMatchObject({ answer: 'not-set' });
    expect(judged('2026-05-15', { who: moved }, own)).toMatchObject({ answer: 'due', amountFen: 2_000_000 });
  });

  it('of two posts open on the day the one that began last', () => {
    for (const posts of [
      [post({ from: '2023-01-01' }), post({ at: 3, from: '2024-01-01' })],
      [post({ at: 3, from: '2024-01-01' }), post({ from: '2023-01-01' })],
    ])
      expect(judged('2026-05-15', { who: person({ posts }) })).toMatchObject({
        place: { district: '武侯区' },
      });
  });

  it('of two that began on one day in two districts nobody can say: an error', () => {
    const reward = judged('2026-05-15', { who: person({ posts: [post(), post({ at: 3 })] }) });
    expect(reward).toMatchObject({
      answer: 'two-districts',
      amountFen: 0,
      districts: ['武侯区', '锦江区'].sort(),
    });
    expect(rewardFindings([reward])).toMatchObject([{ code: 'reward.two-districts', severity: 'error' }]);
  });

  it.each([
    ['before the post', [post({ from: '2026-05-21' })], 'no-post'],
    ['the first day of the post', [post({ from: '2026-05-20' })], 'due'],
    ['the last day of the post', [post({ until: '2026-05-20' })], 'due'],
    ['after the post', [post({ until: '2026-05-19' })], 'no-post'],
    ['never on any post', [], 'no-post'],
  ] as const)('%s', (_, posts, answer) => {
    const reward = judged('2026-05-20', { who: person({ posts: [...posts] }) });
    expect(reward).toMatchObject({ answer });
    const said = answer === 'due' ? [] : [{ code: 'reward.no-post', severity: 'warning' }];
    expect(rewardFindings([reward])).toMatchObject(said);
  });

  it('says nothing of awards that nobody rewards', () => {
    const reward = judged('2026-05-20', { who: person({ posts: [] }), title: '优秀社会工作者' });
    expect(rewardFindings([reward])).toEqual([]);
  });
});

describe('what is amended is what is due now less what was settled', () => {
  const now = judged('2026-05-20');
  const twice = judged('2026-05-20', { who: person({ posts: [post(), post({ at: 3 })] }) });
  const paid = (district: string, amountFen: number) => ({ district, amountFen });
  it.each<[string, string, JudgedReward | null, ReturnType<typeof paid>[], ReturnType<typeof answerReward>]>([
    ['never settled', '锦江区', now, [], { amountFen: 1_000_000, entitledFen: 1_000_000 }],
    ['settled', '锦江区', now, [paid('锦江区', 1_000_000)], null],
    [
      'settled at less',
      '锦江区',
      now,
      [paid('锦江区', 900_000)],
      { amountFen: 100_000, entitledFen: 1_000_000 },
    ],
    [
      'settled at more',
      '锦江区',
      now,
      [paid('锦江区', 1_100_000)],
      { amountFen: -100_000, entitledFen: 1_000_000 },
    ],
    ['gone', '锦江区', null, [paid('锦江区', 900_000)], { amountFen: -900_000, entitledFen: 0 }],
    [
      'of another district now',
      '武侯区',
      now,
      [paid('武侯区', 900_000)],
      { amountFen: -900_000, entitledFen: 0 },
    ],
    [
      'paid elsewhere',
      '锦江区',
      now,
      [paid('武侯区', 900_000)],
      { open: { code: 'settled-elsewhere', district: '武侯区' } },
    ],
    [
      'taken back elsewhere',
      '锦江区',
      now,
      [paid('武侯区', 0)],
      { amountFen: 1_000_000, entitledFen: 1_000_000 },
    ],
    [
      'undecided and settled',
      '锦江区',
      twice,
      [paid('锦江区', 1)],
      { open: { code: 'undecided', district: null } },
    ],
    ['undecided and not settled', '锦江区', twice, [], null],
  ])('%s', (_, district, reward, settled, expected) => {
    expect(answerReward(district, reward, settled)).toEqual(expected);
  });

  type Before = { source: { file: number; line: number }; amountFen: number } | null;
  it.each<[string, string, JudgedReward | null, Before, string, boolean]>([
    ['a new award', '锦江区', now, null, 'award', false],
    [
      'an award that is gone',
      '锦江区',
      null,
      { source: { file: 1, line: 2 }, amountFen: 900_000 },
      'award',
      false,
    ],
    [
      'another district',
      '武侯区',
      now,
      { source: { file: 1, line: 2 }, amountFen: 900_000 },
      'district',
      false,
    ],
    ['an award that is back', '锦江区', now, { source: { file: 1, line: 2 }, amountFen: 0 }, 'award', false],
    [
      'a transfer taken back',
      '锦江区',
      now,
      { source: { file: 1, line: 2 }, amountFen: 0 },
      'district',
      true,
    ],
    ['a transfer', '锦江区', now, null, 'district', true],
    ['another amount', '锦江区', now, { source: { file: 1, line: 2 }, amountFen: 900_000 }, 'reward', false],
    [
      'no post any more',
      '锦江区',
      judged('2026-05-20', { who: person({ posts: [] }) }),
      { source: { file: 1, line: 2 }, amountFen: 900_000 },
      'award-post',
      false,
    ],
  ])('the cause of %s', (_, district, reward, settled, code, elsewhere) => {
    expect(rewardCauseOf(district, reward, settled, elsewhere).codes).toEqual([code]);
  });
});
