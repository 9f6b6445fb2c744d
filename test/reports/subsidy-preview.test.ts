import { expect, it } from 'vitest';
import { areaOrder } from '../../src/domain/area-order.js';
import { en } from '../../src/messages/en/index.js';
import { zh } from '../../src/messages/zh/index.js';
import { cellValue } from '../../src/reports/cell.js';
import { previewReport } from '../../src/reports/subsidy-preview.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import { linesByPerson } from '../../src/rules/subsidy-lines.js';
import { standardsOf } from '../../src/rules/subsidy-standards.js';
import { countUnpaid, subsidyTotals } from '../../src/rules/subsidy-totals.js';
import { BOOK, LAPSED, MOVED, NEWCOMER, QUARTER, RISEN, UNITS } from './subsidy-case.js';

const result = computeQuarter({
  quarter: QUARTER,
  people: [RISEN, LAPSED, MOVED, NEWCOMER],
  units: UNITS,
  book: BOOK,
});
const lines = linesByPerson(result, UNITS);
const input = {
  quarter: QUARTER,
  shown: lines,
  totals: subsidyTotals(lines, areaOrder(UNITS)),
  unpaid: countUnpaid(lines),
  findings: [],
  standards: standardsOf(BOOK, QUARTER, ['锦江区', '武侯区']),
  ...{ corrections: [], rewards: [], files: new Map() },
};

it('shows on paper the amount of each month, or in words why not', () => {
  const { columns, rows } = previewReport(zh, input);
  const paper = columns.filter(({ kind }) => kind !== 'json');
  expect(paper.map(({ heading }) => heading)).toEqual([
    '姓名',
    '身份证号',
    '区(市)县',
    '镇(街道)',
    '村(社区)',
    '7月',
    '8月',
    '9月',
    '合计(元)',
  ]);
  expect([...rows].map((row) => paper.slice(5, 8).map((column) => column.value(row)))).toEqual([
    ['200.00', '220.50', '300.00'],
    [
      '无岗位',
      '人员类别不符、不在岗、无证书、登记无效、服务记录不足、未认定发挥专业作用',
      '人员类别不符、无证书、登记无效、服务记录不足、未认定发挥专业作用',
    ],
    ['200.00', '登记无效', '登记无效'],
    ['200.00', '220.50', '200.00'],
  ]);
});

it('gives scripts months with amounts in fen and reasons by code, and corrections apart', () => {
  const { columns, rows, totals, more } = previewReport(zh, input);
  const lapsed = [...rows][2];
  const json = Object.fromEntries(
    columns
      .filter(({ paperOnly }) => !paperOnly)
      .map((column) => [column.key, lapsed && cellValue(column, lapsed, false)]),
  );
  expect(json).toEqual({
    name: '=乙二',
    idNumber: '000000********0022',
    district: '锦江区',
    township: '牛市口街道',
    unit: '第2社区',
    totalFen: 20_000,
    months: [
      {
        month: '2026-07',
        district: '锦江区',
        paid: true,
        decided: true,
        level: '初级',
        amountFen: 20_000,
        reasons: [],
      },
      {
        month: '2026-08',
        district: '锦江区',
        paid: false,
        decided: true,
        level: '初级',
        amountFen: 0,
        reasons: ['registration'],
      },
      {
        month: '2026-09',
        district: '锦江区',
        paid: false,
        decided: true,
        level: '初级',
        amountFen: 0,
        reasons: ['registration'],
      },
    ],
  });
  expect(totals).toEqual({
    people: 3,
    personMonths: 7,
    totalFen: 154_100,
    rewardFen: 0,
    byDistrict: { 锦江区: 134_100, 武侯区: 20_000 },
  });
  expect(more).toEqual({ rewards: [], corrections: [] });
});

it.each([
  [
    zh,
    [
      '2026年第三季度：应发 3 人、7 人月，合计 1541.00 元（试算，未保存）。',
      '各区(市)县：锦江区 1341.00 元；武侯区 200.00 元。',
      '在岗未发 4 人月。原因（同一月可有多项）：人员类别不符 2，不在岗 1，无证书 2，登记无效 4，服务记录不足 2，未认定发挥专业作用 2。',
      '执行标准：锦江区，7月：每月标准 员级 100 元、初级 200 元、中级 300 元、高级 500 元（某办发〔2020〕1号 第一条）；认定日：每月第一日；条件：在岗、证书、登记、服务记录、发挥专业作用；范围：城乡社区专职工作者；服务记录：每季度不少于 2 次。',
    ],
  ],
  [
    en,
    [
      '2026Q3: 3 people, 7 person-months, 1541.00 yuan in all (a preview; nothing was stored).',
      'By district: 锦江区 1341.00; 武侯区 200.00.',
      '4 person-months on post are not paid. Reasons (a month may have several): category not covered 2, not on post 1, no certificate 2, not registered 4, too few services 2, no professional role 2.',
      'Values used: 锦江区, 2026-07: yuan a month 员级 100, 初级 200, 中级 300, 高级 500 (某办发〔2020〕1号 第一条); decided on the first day of the month; conditions: on post, certificate, registration, service record, professional role; covers 城乡社区专职工作者; at least 2 services a quarter.',
    ],
  ],
])('sums up people, months, amounts, reasons and the values used', (text, expected) => {
  expect(previewReport(text, input).summary.slice(0, 4)).toEqual(expected);
});
