import { expect, it } from 'vitest';
import { finding } from '../../src/domain/finding.js';
import { UserError } from '../../src/domain/user-error.js';
import { zh } from '../../src/messages/zh/index.js';
import { renderCsv } from '../../src/reports/csv.js';
import { allFindings, findingAsJson, problemSentence } from '../../src/reports/finding-report.js';
import { importReport } from '../../src/reports/import-report.js';
import { renderJson, renderNdjson } from '../../src/reports/json.js';
import { renderTable } from '../../src/reports/table.js';
import { PLAIN, READER, reportOf, written } from './reader.js';

const NUMBER = '510104198501010140';
const MASKED = '510104********0140';

it.each([
  ['table', renderTable],
  ['csv', renderCsv],
  ['json', renderJson],
  ['ndjson', renderNdjson],
])('%s hides a number that stands in a name or a place, unless it is to be revealed', (_name, render) => {
  const report = reportOf(['free', 'code'], [[`王甲${NUMBER}`, '510104017001']]);
  const masked = written(render, report);
  expect(masked).toContain(`王甲${MASKED}`);
  expect(masked).toContain('510104017001');
  expect(masked).not.toContain(NUMBER);
  expect(written(render, report, { ...READER, reveal: true })).toContain(`王甲${NUMBER}`);
});

it('a finding hides a number in what it is about and in its sentence', () => {
  const about = `锦江区 ${NUMBER}`;
  const found = finding('grade.unknown-title', 'error', about, { title: `社会工作师${NUMBER}`, nearest: [] });
  const teller = { text: zh, paint: PLAIN, documentTitle: String };
  const told = allFindings(teller, [found]).join() + JSON.stringify(findingAsJson(zh, found));
  expect(told).not.toContain(NUMBER);
  expect(told.split(MASKED)).toHaveLength(5);
});

it('a problem hides a number that was typed; the name of a file is the name of a file', () => {
  const asked = new UserError('usage.bad-quarter', { value: NUMBER });
  expect(problemSentence(zh, asked)).toContain(MASKED);
  const missing = new UserError('file.missing', { file: '20260930120000123.csv' });
  expect(problemSentence(zh, missing)).toContain('20260930120000123.csv');
});

it.each([
  [false, MASKED],
  [true, NUMBER],
])('what an import would change hides a number in a remark (--reveal %s)', (reveal, shown) => {
  const change = { field: '备注', from: null, before: null, after: `证${NUMBER}`, kind: 'text' as const };
  const row = { file: 'a.csv', line: 2, outcome: 'new' as const, idNumber: NUMBER, code: null, name: '王甲' };
  const counts = { read: 1, new: 1, changed: 0, same: 0, conflict: 0, rejected: 0, skipped: 0 };
  const summary = {
    batch: null,
    counts,
    asOf: null,
    dryRun: true,
    refused: false,
    rejects: null,
    findings: [],
  };
  const report = importReport({ ...summary, rows: [{ ...row, changes: [change] }] }, zh, reveal);
  const out =
    written(renderJson, report, { ...READER, reveal }) + written(renderCsv, report, { ...READER, reveal });
  expect(out.split(`证${shown}`)).toHaveLength(3);
});
