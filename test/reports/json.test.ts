import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { finding } from '../../src/domain/finding.js';
import { quarter } from '../../src/domain/quarter.js';
import { renderJson, renderNdjson } from '../../src/reports/json.js';
import { READER, reportOf, written } from './reader.js';

const ID = '510104199001011234';
const report = {
  ...reportOf(['digits', 'fen', 'flag', 'json', 'free'], [[ID, 20000, true, { a: [1] }, null]]),
  on: day('2026-07-01'),
  totals: { people: 1 },
};

describe('json', () => {
  it('is one document with rows, totals and findings', () => {
    expect(JSON.parse(written(renderJson, report))).toEqual({
      command: 'quota check',
      on: '2026-07-01',
      rows: [{ c0: '510104********1234', c1: 20000, c2: true, c3: { a: [1] }, c4: null }],
      totals: { people: 1 },
      findings: [],
    });
  });

  it('names the quarter where there is one, and further keys beside the rows', () => {
    const more = { ...reportOf([], []), quarter: quarter('2026Q3'), more: { corrections: [] } };
    expect(JSON.parse(written(renderJson, more))).toEqual({
      command: 'quota check',
      quarter: '2026Q3',
      rows: [],
      corrections: [],
      totals: {},
      findings: [],
    });
  });

  it('leaves out columns for paper and shows whole numbers when asked', () => {
    const columns = report.columns.map((column, index) => ({ ...column, paperOnly: index > 0 }));
    const text = written(renderJson, { ...report, columns }, { ...READER, reveal: true });
    expect(JSON.parse(text).rows).toEqual([{ c0: ID }]);
  });

  it('carries every finding, with its sentence and the value masked', () => {
    const where = { file: '花名册.csv', line: 37, column: '上岗日期', value: `x ${ID}` };
    const found = finding('date.unreadable', 'error', '张三', { column: '上岗日期' }, where);
    const document = JSON.parse(written(renderJson, { ...report, findings: [found, found, found] }));
    expect(document.findings).toHaveLength(3);
    expect(document.findings[0]).toEqual({
      code: 'date.unreadable',
      severity: 'error',
      subject: '张三',
      message: expect.stringContaining('上岗日期'),
      file: '花名册.csv',
      line: 37,
      column: '上岗日期',
      value: 'x 510104********1234',
    });
  });

  it('stays one document over many chunks', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [`${index}`.repeat(10)]);
    const chunks = [...renderJson(reportOf(['text'], rows), READER)];
    expect(chunks.length).toBeGreaterThan(5);
    expect(JSON.parse(chunks.join('')).rows).toHaveLength(5000);
  });
});

it('ndjson is the rows alone, a line each', () => {
  const lines = written(
    renderNdjson,
    reportOf(
      ['number', 'free'],
      [
        [1, '甲\n乙'],
        [2, '丙'],
      ],
    ),
  );
  expect(lines).toBe('{"c0":1,"c1":"甲\\n乙"}\n{"c0":2,"c1":"丙"}\n');
});
