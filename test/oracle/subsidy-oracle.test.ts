import { describe, expect, it } from 'vitest';
import type { Stint, Worker } from '../../fixtures/city/truth.js';
import { chengduUnits } from '../../fixtures/city/units.js';
import { type CityRules, EXAMPLE_RULES } from './office-rules.js';
import { hadPostIn, oracleQuarter } from './subsidy-oracle.js';

/** Checks the checker: cases that can be worked out by hand. */
const postIn = (district: string, from: string, until: string | null = null): Stint => {
  const unit = chengduUnits().find((candidate) => candidate.district === district)!;
  const place = {
    district,
    township: unit.township,
    townshipCode: unit.code.slice(0, 9),
    unit,
    workplace: null,
  };
  return {
    place,
    stated: from,
    from,
    until,
    terms: [{ from, category: '城乡社区专职工作者', title: '' }],
    listedOn: [],
  };
};

const entitled: Worker = {
  index: 0,
  idNumber: '11010519491231002X',
  name: '测试人',
  sex: '女',
  phone: '',
  bank: '',
  account: '',
  pay: 0,
  stints: [postIn('武侯区', '2020-01-01')],
  certificates: [{ level: '初级', number: '', issued: '2023-03-20', printed: '2023-03-20', dated: true }],
  registrations: [{ from: '2024-01-01', until: '2026-12-31' }],
  services: { '2026Q3': '是' },
  roles: { '2026Q3': '是' },
};

const amounts = (change: Partial<Worker>, rules: CityRules = EXAMPLE_RULES, quarter = '2026Q3') =>
  oracleQuarter({ ...entitled, ...change }, quarter, rules).map(({ paid, amount, reasons }) =>
    paid ? amount : reasons,
  );

const claims = (quarter: string) => ({ services: { [quarter]: 5 }, roles: { [quarter]: '是' as const } });

describe('the independent calculation', () => {
  it.each<[string, Partial<Worker>, unknown[]]>([
    ['a rate that changes in mid-August counts from September', {}, [20_000, 20_000, 21_055]],
    [
      'left on 1 August: August is paid',
      { stints: [postIn('武侯区', '2020-01-01', '2026-08-01')] },
      [20_000, 20_000, ['on-post']],
    ],
    [
      'left on 31 July: August is not',
      { stints: [postIn('武侯区', '2020-01-01', '2026-07-31')] },
      [20_000, ['on-post'], ['on-post']],
    ],
    [
      'registered until 31 August',
      { registrations: [{ from: '2023-09-01', until: '2026-08-31' }] },
      [20_000, 20_000, ['registration']],
    ],
    [
      'registered from 2 July',
      { registrations: [{ from: '2026-07-02', until: '2029-07-01' }] },
      [['registration'], 20_000, 21_055],
    ],
    [
      '员级 where nobody set a rate for it',
      { certificates: [{ ...entitled.certificates[0]!, level: '员级' }] },
      [['rate'], ['rate'], ['rate']],
    ],
    [
      'no certificate, no role',
      { certificates: [], roles: {} },
      Array(3).fill(['certificate', 'professional-role']),
    ],
    ['one service where two are needed', { services: { '2026Q3': 1 } }, Array(3).fill(['service-record'])],
    [
      'registered until 1 August, the deciding day',
      { registrations: [{ from: '2023-08-02', until: '2026-08-01' }] },
      [20_000, 20_000, ['registration']],
    ],
    [
      'a higher certificate issued on 1 July, the deciding day',
      {
        certificates: [
          ...entitled.certificates,
          { ...entitled.certificates[0]!, level: '中级', issued: '2026-07-01' },
        ],
      },
      [30_050, 30_050, 31_111],
    ],
    [
      'registered on 1 July itself',
      { registrations: [{ from: '2026-07-01', until: '2029-06-30' }] },
      [20_000, 20_000, 21_055],
    ],
    ['two services', { services: { '2026Q3': 2 } }, [20_000, 20_000, 21_055]],
    [
      'a district that judges on the last day and raised its rate on 1 August',
      { stints: [postIn('锦江区', '2026-07-31')] },
      [22_000, 26_033, 26_033],
    ],
    [
      'a move on 10 August: the first-day district still has August, though the other finds her too',
      { stints: [postIn('武侯区', '2020-01-01', '2026-08-09'), postIn('锦江区', '2026-08-10')] },
      [20_000, 20_000, 26_033],
    ],
    [
      'the first district finds her and has no rate for 员级: August waits, though the second has one',
      {
        stints: [postIn('武侯区', '2020-01-01', '2026-08-09'), postIn('锦江区', '2026-08-10')],
        certificates: [{ ...entitled.certificates[0]!, level: '员级' }],
      },
      [['rate'], ['rate'], 12_001],
    ],
    [
      'a move the other way: nobody finds him on the deciding day of August',
      { stints: [postIn('锦江区', '2020-01-01', '2026-08-09'), postIn('武侯区', '2026-08-10')] },
      [22_000, ['on-post'], 21_055],
    ],
    [
      'the higher certificate from the month after its issue',
      {
        certificates: [
          ...entitled.certificates,
          { level: '中级', number: '', issued: '2026-07-02', printed: '', dated: true },
        ],
      },
      [20_000, 30_050, 31_111],
    ],
  ])('%s', (_case, change, expected) => {
    expect(amounts(change)).toEqual(expected);
  });

  it('knows the first and the last day of the policy', () => {
    const rules: CityRules = {
      ...EXAMPLE_RULES,
      city: { ...EXAMPLE_RULES.city, rates: [{ from: '2020-01-01', fen: { 初级: 1 } }] },
    };
    const always = {
      certificates: [{ ...entitled.certificates[0]!, issued: '2015-01-01' }],
      registrations: [{ from: '2015-01-01', until: '2030-01-01' }],
    };
    expect(amounts({ ...always, ...claims('2022Q1') }, rules, '2022Q1')).toEqual([['policy'], ['policy'], 1]);
    expect(amounts({ ...always, ...claims('2027Q1') }, rules, '2027Q1')).toEqual([1, 1, ['policy']]);
  });

  it.each([
    ['2026-06-30', false],
    ['2026-07-01', true],
  ])('somebody who left on %s had a post in the third quarter: %s', (until, had) => {
    expect(hadPostIn({ ...entitled, stints: [postIn('武侯区', '2020-01-01', until)] }, '2026Q3')).toBe(had);
  });
});
