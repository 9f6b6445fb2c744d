import { describe, expect, it } from 'vitest';
import type { ConditionDetails } from '../../src/domain/conditions.js';
import { day, monthOf } from '../../src/domain/day.js';
import type { Person } from '../../src/domain/facts.js';
import type { Reason } from '../../src/domain/terms.js';
import { subsidyText as en } from '../../src/messages/en/subsidy-text.js';
import { zh as chinese } from '../../src/messages/zh/index.js';
import { subsidyText as zh } from '../../src/messages/zh/subsidy-text.js';
import { cellValue } from '../../src/reports/cell.js';
import { type ExplainView, explainReport } from '../../src/reports/subsidy-explain.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import { linesByPerson } from '../../src/rules/subsidy-lines.js';
import { certificate, person, post } from '../rules/people.js';
import { BOOK, LAPSED, QUARTER, UNITS } from './subsidy-case.js';

const explained = (who: Person, view: ExplainView, reveal = false) => {
  const result = computeQuarter({ quarter: QUARTER, people: [who], units: UNITS, book: BOOK });
  const input = {
    quarter: QUARTER,
    person: who,
    lines: linesByPerson(result, UNITS).map((line) => ({ ...line, frozen: null })),
    ...{ closed: false, later: [], rewards: [] },
    files: new Map([[1, { name: '锦江区.csv', batch: 3 }]]),
    storedDocuments: new Set(['实施意见']),
    findings: [],
  };
  const report = explainReport(chinese, input, view, reveal);
  const rows = [...report.rows].map((row) =>
    Object.fromEntries(report.columns.map((column) => [column.key, cellValue(column, row, reveal)])),
  );
  return { ...report, rows };
};

describe('explain for the eye', () => {
  it('gives each month its result and each condition a sentence with source and article', () => {
    const { rows, summary } = explained(LAPSED, 'sentences');
    const source = '锦江区.csv 第 7 行，第 3 批';
    expect(rows.slice(9, 18).map(({ month: of, explanation }) => `${of} ${explanation}`)).toEqual([
      '2026-08 不发：登记已于 2026-07-31 到期',
      ' 政策：要求 2026-08-01 政策有效；有效期 2022-03-01 至 2027-02-28 → 符合（三(六)1）',
      ` 人员类别：要求 属于城乡社区专职工作者；城乡社区专职工作者 → 符合（${source}；三(六)1）`,
      ` 在岗：要求 2026-08-01 在岗；在岗 2020-01-01 起 → 符合（${source}；三(六)1）`,
      ` 证书：要求 2026-08-01 以前（含当日）发证；初级，2019-01-01 发证 → 符合（${source}；三(六)1）`,
      ` 登记：要求 2026-08-01 在有效期内；登记 2023-08-01 至 2026-07-31，已过期 → 不符合（${source}；三(六)1）`,
      ` 服务记录：要求 本季度不少于 2 次；花名册填“是” → 符合（${source}；某办发〔2020〕1号 第一条）`,
      ` 发挥专业作用：要求 认定为“是”；2026 认定为“是” → 符合（${source}；三(六)1）`,
      ' 补贴标准：要求 锦江区 2026-08-01 有初级标准；每月 220.50 元 → 符合（某办发〔2020〕1号 第一条）',
    ]);
    expect(rows[0]).toEqual({ month: '2026-07', explanation: '发放 200.00 元（初级，锦江区）' });
    expect(summary).toEqual([
      '=乙二（000000********0022），锦江区 牛市口街道 第2社区，2026年第三季度：',
      '本季度发放 1 个月，合计 200.00 元。',
    ]);
  });

  it('gives spreadsheets a row for each condition of each month', () => {
    const { rows } = explained(LAPSED, 'cells');
    expect(rows.length).toBe(24);
    expect(rows[12]).toEqual({
      name: '=乙二',
      idNumber: '000000********0022',
      month: '2026-08',
      result: '不发：登记已于 2026-07-31 到期',
      condition: '登记',
      needed: '2026-08-01 在有效期内',
      found: '登记 2023-08-01 至 2026-07-31，已过期',
      met: '不符合',
      source: '锦江区.csv 第 7 行，第 3 批',
      citation: '三(六)1',
    });
  });
});

describe('explain for scripts', () => {
  it('gives a row for each month, with values for every condition', () => {
    const { rows, totals } = explained(LAPSED, 'months');
    expect(rows.map((row) => [row.month, row.paid, row.amountFen, row.reasons])).toEqual([
      ['2026-07', true, 20_000, []],
      ['2026-08', false, 0, ['registration']],
      ['2026-09', false, 0, ['registration']],
    ]);
    const conditions = rows[1]?.conditions as { code: string }[];
    expect(conditions.find(({ code }) => code === 'registration')).toEqual({
      code: 'registration',
      met: false,
      needed: { on: '2026-08-01' },
      found: { from: '2023-08-01', until: '2026-07-31' },
      source: { batch: 3, file: '锦江区.csv', line: 7 },
      citation: { document: '实施意见', article: '三(六)1' },
    });
    expect(totals).toEqual({ totalFen: 20_000, personMonths: 1, rewardFen: 0 });
  });

  it.each([
    [false, '王甲510104********0140'],
    [true, '王甲510104198501010140'],
  ])('a number that stands in the name is hidden in the summary too (--reveal %s)', (reveal, shown) => {
    const { summary } = explained({ ...LAPSED, name: '王甲510104198501010140' }, 'sentences', reveal);
    expect(summary[0]).toContain(shown);
  });

  it.each([
    ['masks a certificate number', false, '202105********0098'],
    ['shows it whole when asked', true, '202105108000100098'],
  ])('%s', (_case, reveal, number) => {
    const who = person({ certificates: [{ ...certificate('初级'), number: '202105108000100098' }] });
    const { rows } = explained(who, 'months', reveal);
    const conditions = rows[0]?.conditions as { code: string; found: { number: string } }[];
    expect(conditions.find(({ code }) => code === 'certificate')?.found.number).toBe(number);
  });

  it('has no month to show for somebody without a post in the quarter', () => {
    const { rows, summary, totals } = explained(person({ posts: [post({ until: '2026-06-30' })] }), 'months');
    expect([rows, summary, totals]).toEqual([[], [], { totalFen: 0, personMonths: 0, rewardFen: 0 }]);
  });
});

const on = day('2026-07-01');
type Case<Code extends Reason> = [
  ConditionDetails[Code]['needed'],
  ConditionDetails[Code]['found'],
  string,
  string,
];

describe('why a month is not paid, in plain words', () => {
  const cases: { [Code in Reason]: Case<Code>[] } = {
    policy: [[{ on }, null, '2026-07-01 没有有效的政策', 'no policy in force on 2026-07-01']],
    category: [
      [
        { categories: ['城乡社区专职工作者'] },
        { category: '兼职' },
        '人员类别“兼职”不在补贴范围',
        'category 兼职 is not covered',
      ],
      [{ categories: [] }, null, '没有人员类别', 'no category known'],
    ],
    'on-post': [
      [{ on }, { from: day('2026-07-02'), until: null }, '2026-07-02 才上岗', 'on post only from 2026-07-02'],
      [
        { on },
        { from: day('2020-01-01'), until: day('2026-06-30') },
        '已于 2026-06-30 离岗',
        'left the post on 2026-06-30',
      ],
      [{ on }, null, '2026-07-01 不在岗', 'not on post on 2026-07-01'],
    ],
    certificate: [
      [
        { on },
        { level: '中级', issued: day('2026-07-02'), number: null },
        '中级证书 2026-07-02 才发证',
        '中级 certificate issued only on 2026-07-02',
      ],
      [{ on }, null, '没有职业水平证书', 'no certificate'],
    ],
    registration: [
      [
        { on },
        { from: day('2023-07-01'), until: day('2026-06-30') },
        '登记已于 2026-06-30 到期',
        'registration expired on 2026-06-30',
      ],
      [
        { on },
        { from: day('2026-07-02'), until: day('2029-07-01') },
        '2026-07-02 才登记',
        'registered only from 2026-07-02',
      ],
      [{ on }, null, '没有登记', 'never registered'],
    ],
    'service-record': [
      [
        { count: 2, per: 'quarter' },
        { from: 'records', count: 1 },
        '服务记录 1 次，要求 2 次',
        '1 services recorded, 2 needed',
      ],
      [
        { count: 2, per: 'quarter' },
        { from: 'roster', claim: 1 },
        '花名册服务记录 1 次，要求 2 次',
        'the roster states 1 services, 2 needed',
      ],
      [
        { count: 2, per: 'quarter' },
        { from: 'roster', claim: '否' },
        '花名册服务记录填“否”',
        'the roster says 否 for services',
      ],
      [{ count: 2, per: 'month' }, null, '没有服务记录', 'no service record'],
    ],
    'professional-role': [
      [
        { result: '是' },
        { period: '2026Q3', result: '否' },
        '“发挥专业作用”认定为“否”（2026Q3）',
        'professional role assessed as 否 (2026Q3)',
      ],
      [{ result: '是' }, null, '没有“发挥专业作用”的认定', 'professional role not assessed'],
    ],
    'no-sanction': [
      [
        { on },
        { from: day('2026-06-01'), until: null },
        '停发期内（2026-06-01 起）',
        'sanctioned from 2026-06-01',
      ],
      [
        { on },
        { from: day('2026-06-01'), until: day('2026-07-01') },
        '停发期内（2026-06-01 至 2026-07-01）',
        'sanctioned 2026-06-01 to 2026-07-01',
      ],
    ],
    rate: [
      [
        { district: '锦江区', level: '员级', on },
        null,
        '锦江区未设定员级补贴标准',
        '锦江区 has set no rate for 员级',
      ],
      [
        { district: '锦江区', level: '员级', on },
        { yuan: 100 },
        '两地同时主张，待核定',
        'claimed by two districts, to be settled',
      ],
    ],
  };

  const flat = Object.entries(cases).flatMap(([code, rows]) =>
    rows.map(
      ([needed, found, chinese, english]) => [code as Reason, needed, found, chinese, english] as const,
    ),
  );
  it.each(flat)('%s: %o, found %o', (code, needed, found, chinese, english) => {
    const tell = (text: typeof zh) =>
      (text.unmet[code] as (needed: object, found: object | null) => string)(needed, found);
    expect([tell(zh), tell(en)]).toEqual([chinese, english]);
  });
});

it.each([
  ['first-day', '认定日：每月第一日', 'decided on the first day of the month'],
  ['last-day', '认定日：每月最后一日', 'decided on the last day of the month'],
  [15, '认定日：每月 15 日', 'decided on day 15 of the month'],
  [
    { otherwise: 'first-day', registration: 'last-day' },
    '认定日：登记为每月最后一日，其余为每月第一日',
    'decided: registration on the last day of the month, everything else on the first day of the month',
  ],
] as const)('the deciding day %o is stated', (decidedOn, chinese, english) => {
  expect([zh.standards.decidedOn(decidedOn), en.standards.decidedOn(decidedOn)]).toEqual([chinese, english]);
  expect(zh.month(monthOf(day('2026-10-01')))).toBe('10月');
});
