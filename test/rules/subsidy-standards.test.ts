import { describe, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { standardsOf } from '../../src/rules/subsidy-standards.js';
import { officeBook } from './book.js';

const raisedInAugust = officeBook({
  parameter: 'subsidy.rate',
  district: '锦江区',
  from: '2026-08-01',
  value: { 初级: 260, 中级: 380 },
});

const rates = (book: Parameters<typeof standardsOf>[0], of: string, districts: readonly string[]) =>
  standardsOf(book, quarter(of), districts).map((group) => [
    group.districts,
    group.periods.map(({ months, standard }) => [
      months.join(' '),
      standard.rates.map(({ level, yuan }) => `${level} ${yuan}`).join(' '),
    ]),
  ]);

describe('the values a quarter goes by', () => {
  const city = '员级 100 初级 200 中级 300 高级 500';

  it.each([
    [
      'districts without values of their own are one group',
      ['青羊区', '武侯区'],
      [[['青羊区', '武侯区'], [['2026-07 2026-08 2026-09', city]]]],
    ],
    [
      'a district that raises its rate inside the quarter stands apart, a level it leaves out is the city’s',
      ['锦江区', '青羊区'],
      [
        [
          ['锦江区'],
          [
            ['2026-07', city],
            ['2026-08 2026-09', '员级 100 初级 260 中级 380 高级 500'],
          ],
        ],
        [['青羊区'], [['2026-07 2026-08 2026-09', city]]],
      ],
    ],
  ])('%s', (_case, districts, expected) => {
    expect(rates(raisedInAugust, '2026Q3', districts)).toEqual(expected);
  });

  it.each([
    [
      '2022Q1: the policy begins on 1 March',
      '2022Q1',
      [
        ['2022-01 2022-02', ''],
        ['2022-03', city],
      ],
    ],
    [
      '2027Q1: the policy ends on 28 February',
      '2027Q1',
      [
        ['2027-01 2027-02', city],
        ['2027-03', ''],
      ],
    ],
  ])('%s', (_case, of, expected) => {
    expect(rates(officeBook(), of, ['锦江区'])).toEqual([[['锦江区'], expected]]);
  });

  it('says the paper of each rate, the deciding day, conditions, categories and service minimum', () => {
    const [group] = standardsOf(raisedInAugust, quarter('2026Q3'), ['青羊区']);
    expect(group?.periods[0]?.standard).toMatchObject({
      decidedOn: 'first-day',
      conditions: ['on-post', 'certificate', 'registration', 'service-record', 'professional-role'],
      categories: ['城乡社区专职工作者'],
      serviceMinimum: { count: 2, per: 'quarter' },
      example: false,
    });
    expect(group?.periods[0]?.standard.rates[0]?.citation).toEqual({
      document: '某办发〔2020〕1号',
      article: '第一条',
    });
  });
});
