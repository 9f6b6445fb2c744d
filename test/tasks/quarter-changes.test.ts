import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { zh } from '../../src/messages/zh/index.js';
import { quarterChangesReport } from '../../src/reports/quarter-changes-report.js';
import { compareToQuarter } from '../../src/tasks/quarter-changes.js';
import { ClosingOffice } from './closing-office.js';

let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice();
});
beforeEach(() => {
  office.reset();
  office.set({ wuhou: 230 });
  const stays = { id: 1 };
  office.roster(
    [stays, { id: 2 }, { id: 3 }, { id: 4, role: '否' }, { id: 5 }, { id: 7, at: '武侯' }],
    '2026-06-30',
  );
  office.on('2026-07-05').close('2026Q2');
  office.set({ wuhou: 240 });
  office.roster([
    stays,
    { id: 2, until: '2026-06-30' },
    { id: 3, level: '中级', issued: '2026-06-15' },
    { id: 4 },
    { id: 6, from: '2026-08-10' },
    { id: 7, at: '武侯' },
  ]);
  office.roster([{ id: 5, until: '2026-07-31' }]);
  office.roster([{ id: 5, at: '武侯', from: '2026-08-01' }]);
});
afterAll(() => office.end());

const compare = (district?: string) => {
  const compared = compareToQuarter(office.workspace, quarter('2026Q3'), quarter('2026Q2'), { district });
  const { columns, rows, totals } = quarterChangesReport(zh, compared);
  const why = columns.find(({ key }) => key === 'whyText');
  return {
    totals: totals as Record<string, number>,
    rows: [...rows].map((row) => [
      ...[row.name, row.change, row.thenFen / 100, row.nowFen / 100, why?.value(row)],
    ]),
  };
};

it.each([
  [
    undefined,
    [
      ['张丁', 'changed', 600, 900, '证书级别 初级 → 中级'],
      ['张戊', 'joined', 0, 600, '原先4月、5月、6月未认定发挥专业作用'],
      ['张庚', 'joined', 0, 200, '7月、8月不在岗；原先不在岗'],
      ['张己', 'changed', 600, 680, '锦江区 → 武侯区；每月标准 200.00 → 200.00/240.00 元'],
      ['张辛', 'changed', 690, 720, '每月标准 230.00 → 240.00 元'],
      ['张丙', 'left', 600, 0, '不在岗'],
    ],
  ],
  [
    '武侯区',
    [
      ['张己', 'joined', 0, 480, '锦江区 → 武侯区'],
      ['张辛', 'changed', 690, 720, '每月标准 230.00 → 240.00 元'],
    ],
  ],
])('tells who joined, left or changed, and why (%s)', (district, expected) => {
  const { rows, totals } = compare(district);
  expect([...rows].sort()).toEqual([...expected].sort());
  const { thenFen = 0, joinedFen = 0, leftFen = 0, changedFen = 0, nowFen = 0 } = totals;
  expect(thenFen + joinedFen + leftFen + changedFen).toBe(nowFen);
  expect(rows.reduce((sum, [, , then, now]) => sum + Number(now) - Number(then), 0) * 100).toBe(
    nowFen - thenFen,
  );
});

it('says why of somebody whose line is there for what is taken back alone', () => {
  office.roster([{ id: 1, until: '2026-05-31' }]);
  expect(compare().rows).toContainEqual(['张乙', 'left', 600, 0, '不在岗']);
});

it('says the same of a quarter once it is closed', () => {
  const before = compare();
  office.on('2026-10-05').close('2026Q3');
  expect(compare()).toEqual(before);
});

it('of a quarter in which no policy is in force does not say that people left their posts', () => {
  office.on('2027-07-05').roster([{ id: 6, from: '2026-08-10' }], '2027-03-31');
  const compared = compareToQuarter(office.workspace, quarter('2027Q2'), quarter('2027Q1'), {});
  expect(compared.changes.map(({ change, why }) => [change, why])).toEqual([
    ['left', [{ code: 'unmet', reason: 'policy', months: [] }]],
  ]);
});
