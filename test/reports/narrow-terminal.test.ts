import { describe, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { zh } from '../../src/messages/zh/index.js';
import { closingReport } from '../../src/reports/closing-report.js';
import type { Report } from '../../src/reports/column.js';
import { correctionsReport } from '../../src/reports/corrections-report.js';
import { statusReport } from '../../src/reports/quarter-status-report.js';
import { renderTable } from '../../src/reports/table.js';
import { displayWidth } from '../../src/reports/width.js';
import { READER, written } from './reader.js';

const Q = quarter('2026Q3');
const sums = {
  ...{ district: '锦江区', state: 'exported' as const, people: 503, personMonths: 1509, openMonths: 2 },
  ...{
    dueFen: 30_180_000,
    rewardFen: 0,
    arrearsFen: 120_000,
    recoveredFen: 90_000,
    carriedFen: 30_000,
    netFen: 30_240_000,
  },
};
const status = {
  ...{ ...sums, quarter: Q, moves: [], reopened: null, proof: null, late: null },
  ...{ paidFen: 30_240_000, failedFen: 0, notReturnedFen: 0 },
};
const owing = {
  ...{ opening: 1, name: '张乙', idNumber: '510104199001011018', district: '锦江区', quarter: Q },
  ...{ openedFen: 120_000, takenFen: 0, balanceFen: 120_000 },
};
const corrections = {
  ...{ quarter: Q, items: [], waiting: [], recovery: [owing], drafts: [], closed: [], findings: [] },
  files: new Map(),
};

/** The rows as lines on a terminal of 80 columns. */
function linesOf<Row>(report: Report<Row>): string[] {
  const [, , ...lines] = written(renderTable, report, { ...READER, width: 80 })
    .trimEnd()
    .split('\n');
  return lines;
}

describe('on a terminal of 80 columns', () => {
  it.each([
    [
      'a close',
      linesOf(closingReport(zh, { quarter: Q, dryRun: true, districts: [sums], findings: [] })),
      ['301800.00', '1200.00', '900.00', '300.00', '302400.00'],
    ],
    [
      'the states of a quarter',
      linesOf(
        statusReport(zh, { quarter: Q, rows: [status], balances: [], findings: [] }, { withDrafts: true }),
      ),
      ['301800.00', '1200.00', '900.00', '300.00', '302400.00'],
    ],
    [
      'the states of a quarter with rewards',
      linesOf(
        statusReport(
          zh,
          { quarter: Q, rows: [{ ...status, rewardFen: 1_000_000 }], balances: [], findings: [] },
          { withDrafts: true },
        ),
      ),
      ['301800.00', '10000.00', '1200.00', '900.00', '302400.00'],
    ],
    [
      'the recovery list under the corrections',
      linesOf(correctionsReport(zh, corrections, { withLists: true, reveal: false })),
      ['510104********1018', '1200.00'],
    ],
  ])('%s has every amount in one piece, and no line is too long', (_, lines, whole) => {
    for (const each of whole) expect(lines.join('\n')).toContain(each);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});
