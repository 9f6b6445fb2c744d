import { describe, expect, it } from 'vitest';
import { day, type Month } from '../../src/domain/day.js';
import { zh } from '../../src/messages/zh/index.js';
import { postMovesReport } from '../../src/reports/post-moves-report.js';
import type { MonthSide } from '../../src/rules/move-subsidy.js';
import { person } from '../rules/people.js';

const side = (known: Partial<MonthSide>): MonthSide => ({
  district: '锦江区',
  onPost: true,
  moved: false,
  covered: true,
  rateFen: 20_000,
  amountFen: 0,
  reasons: [],
  ...known,
});

const told = (each: MonthSide | null): string | undefined =>
  postMovesReport(
    zh,
    day('2026-07-15'),
    {
      rows: [],
      months: [{ person: person({ name: '甲一' }), month: '2026-07' as Month, before: each, after: each }],
      totals: { moves: 1, shortfall: { before: 0, after: 0 } },
      findings: [],
    },
    false,
  ).summary[0];

describe('a month of a move tells why a district pays nothing, and not merely that it does', () => {
  it.each([
    ['锦江区每月 200.00 元', side({})],
    ['锦江区没有标准', side({ rateFen: null, reasons: ['rate'] })],
    ['判断日没有证书', side({ rateFen: null, reasons: ['certificate'] })],
    ['锦江区不发（人员类别不在补贴范围）', side({ rateFen: null, covered: false, reasons: ['category'] })],
    ['判断日不在岗', side({ onPost: false, reasons: ['on-post'] })],
    ['判断日不在岗', null],
    ['当月没有有效的政策', side({ onPost: false, rateFen: null, reasons: ['policy'] })],
  ])('%s', (words, each) => {
    expect(told(each)).toBe(`甲一 2026-07 补贴标准：${words}，不变。`);
  });
});
