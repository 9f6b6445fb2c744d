import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { loadClosings, recordMove } from '../../src/store/closings.js';
import { insertIssued } from '../../src/store/issued-papers.js';
import { loadLinePayments } from '../../src/store/line-payments.js';
import { correctIdNumber } from '../../src/tasks/identity.js';
import { importDataset } from '../../src/tasks/import-dataset.js';
import { ClosingOffice } from './closing-office.js';
import { idNumber } from './rated-office.js';

const office = new ClosingOffice();
const folder = mkdtempSync(join(tmpdir(), 'shegong-payments-'));
const Q = quarter('2026Q3');
let files = 0;

beforeEach(() => {
  office.reset();
});
afterAll(() => {
  office.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Closes and exports 2026Q3 of a district, and sends every payable line to the bank on that day. */
function exported(on: string, district?: string): void {
  office.on(on);
  office.close('2026Q3', { district });
  office.approve('2026Q3', { district });
  const { db, now, user } = office.workspace;
  for (const { id } of loadClosings(db, Q).filter(({ state }) => state === 'approved')) {
    const by = { by: '李强', user, document: null, notice: null, reason: null };
    recordMove(db, id, { move: 'export', at: now, ...by });
    send(
      loadClosings(db, Q)
        .filter((each) => each.id === id)
        .flatMap((each) => loadLinePayments(db, [each])),
    );
  }
}

/** A bank file of these lines, today. */
function send(lines: readonly ReturnType<typeof loadLinePayments>[number][]): void {
  const { db, now, user } = office.workspace;
  insertIssued(db, {
    ...{ quarter: Q, request: `${++files}`, name: `${files}.csv`, bytes: Buffer.from(''), at: now, user },
    ...{ whole: true, confidential: true, knownBatch: 1, entry: { sha256: '' } as never },
    sent: lines.map(({ line, sentOn, answers }) => ({
      ...{ line, attempt: sentOn.length + 1 },
      answer: answers.find(({ attempt }) => attempt === sentOn.length)?.payment ?? null,
    })),
  });
}

/** What the bank says on a day. Outcome and problem of each row. */
function told(on: string, rows: readonly string[], headings = '身份证号,金额(元),状态,失败原因,支付日期') {
  office.on(on);
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, [`季度,${headings}`, ...rows.map((row) => `2026Q3,${row}`), ''].join('\n'));
  const result = importDataset(office.workspace, {
    ...{ dataset: 'payments', files: [path], asOf: null, given: new Map() },
    ...{ dryRun: false, strict: false, saveRejects: null },
  });
  const problems = result.findings.filter(
    ({ severity, code }) => severity !== 'info' || code === 'person.unknown',
  );
  return {
    outcomes: result.rows().map(({ outcome }) => outcome),
    problems: problems.map(({ code, severity, column }) => [code, severity, column].join(' ')),
    batch: result.batch ?? 0,
  };
}

const state = (id: number) =>
  loadLinePayments(office.workspace.db, loadClosings(office.workspace.db, Q))
    .filter(({ person }) => person === personOf(id))
    .map((payment) => `${payment.district} ${payment.state}`);
const personOf = (id: number) =>
  office.workspace.db.prepare('SELECT id FROM person WHERE id_number = ?').pluck().get(idNumber(id));
const A = idNumber(1);

describe('a payment answers a line that was handed out', () => {
  beforeEach(() => {
    office.roster([{ id: 1 }, { id: 2 }, { id: 4, services: '否' }, { id: 5, at: '武侯' }]);
    exported('2026-10-21', '锦江区');
  });

  it.each([
    ['exactly', `${A},600,成功,,2026-10-23`, 'new', []],
    ['another amount', `${A},600.01,成功,,`, 'rejected', ['payment.other-amount error 金额(元)']],
    ['somebody unknown', `${idNumber(9)},600,成功,,`, 'rejected', ['person.unknown error 身份证号']],
    ['nothing due', `${idNumber(4)},600,成功,,`, 'rejected', ['payment.no-line error 身份证号']],
  ])('%s', (_, row, outcome, problems) => {
    expect(told('2026-10-24', [row])).toMatchObject({ outcomes: [outcome], problems });
  });

  it('nobody has an answer before the district has exported', () => {
    office.close('2026Q3');
    const row = `${idNumber(5)},600,成功,,`;
    expect(told('2026-10-24', [row]).problems).toEqual(['payment.not-exported error 季度']);
  });

  it('who has no line anywhere is not told to wait for a district that has yet to export', () => {
    office.close('2026Q3');
    const row = `${idNumber(4)},600,成功,,`;
    expect(told('2026-10-24', [row]).problems).toEqual(['payment.no-line error 身份证号']);
  });

  it('after 失败 comes 成功, and an undo takes it back', () => {
    expect(told('2026-10-24', [`${A},600,失败,销户,2026-10-22`]).outcomes).toEqual(['new']);
    expect(state(1)).toEqual(['锦江区 failed']);
    const { outcomes, batch } = told('2026-10-25', [`${A},600,成功,,2026-10-24`]);
    expect(outcomes).toEqual(['changed']);
    expect(state(1)).toEqual(['锦江区 paid']);
    office.undo(batch);
    expect(state(1)).toEqual(['锦江区 failed']);
  });

  it.each([
    ['without a day', `${A},600,失败,退票,`, 'payment.paid-already'],
    ['of an earlier day', `${A},600,失败,退票,2026-10-22`, 'payment.paid-already'],
  ])('失败 after 成功 %s is refused', (_, row, code) => {
    told('2026-10-24', [`${A},600,成功,,2026-10-23`]);
    expect(told('2026-10-25', [row])).toMatchObject({
      ...{ outcomes: ['rejected'], problems: [`${code} error 状态`] },
    });
    expect(state(1)).toEqual(['锦江区 paid']);
  });

  it('失败 of a later day takes 成功 back, with a warning', () => {
    told('2026-10-24', [`${A},600,成功,,2026-10-23`]);
    expect(told('2026-10-28', [`${A},600,失败,退票,2026-10-27`])).toMatchObject({
      ...{ outcomes: ['changed'], problems: ['payment.returned warning 状态'] },
    });
    expect(state(1)).toEqual(['锦江区 failed']);
  });

  it('成功 of an earlier day than 失败 is old news', () => {
    told('2026-10-28', [`${A},600,失败,退票,2026-10-27`]);
    expect(told('2026-10-29', [`${A},600,成功,,2026-10-23`]).problems).toEqual(['payment.older error 状态']);
  });

  it('finds the line of somebody whose number was corrected since', () => {
    const corrected = idNumber(7);
    correctIdNumber(office.workspace, { one: A, two: corrected, reason: '录入有误', by: null });
    expect(told('2026-10-24', [`${corrected},600,成功,,2026-10-23`]).outcomes).toEqual(['new']);
    expect(
      loadLinePayments(office.workspace.db, loadClosings(office.workspace.db, Q)).map((each) => each.state),
    ).toContain('paid');
  });
});

describe('a line that was sent twice', () => {
  beforeEach(() => {
    office.roster([{ id: 1 }]);
    exported('2026-10-21');
    told('2026-10-23', [`${A},600,失败,销户,2026-10-23`]);
    office.on('2026-10-26');
    send(loadLinePayments(office.workspace.db, loadClosings(office.workspace.db, Q)));
    expect(state(1)).toEqual(['锦江区 sent']);
  });

  it.each([
    ['an old failure says nothing new', `${A},600,失败,销户,2026-10-23`, 'same', [], 'sent'],
    [
      'a failure without a day may be old',
      `${A},600,失败,销户,`,
      'rejected',
      ['payment.which-file error 支付日期'],
      'sent',
    ],
    ['a later failure answers the second file', `${A},600,失败,销户,2026-10-27`, 'new', [], 'failed'],
    ['成功 answers the second file', `${A},600,成功,,`, 'new', [], 'paid'],
    [
      '成功 of before the second file: it may be paid twice',
      ...([`${A},600,成功,,2026-10-25`, 'changed', ['payment.sent-again warning 状态'], 'paid'] as const),
    ],
  ])('%s', (_, row, outcome, problems, then) => {
    expect(told('2026-10-28', [row])).toMatchObject({ outcomes: [outcome], problems });
    expect(state(1)).toEqual([`锦江区 ${then}`]);
  });

  it('paid by both files is an error', () => {
    told('2026-10-28', [`${A},600,成功,,2026-10-27`]);
    expect(told('2026-10-29', [`${A},600,成功,,2026-10-24`])).toMatchObject({
      ...{ outcomes: ['changed'], problems: ['payment.paid-twice error 状态'] },
    });
  });
});

describe('two districts that owe the same amount', () => {
  beforeEach(() => {
    // two months at 200 in one district, one month at 400 in the other
    office.set({ rates: { '2024-01-01': 200 }, wuhou: 400 });
    office.roster([{ id: 1, until: '2026-08-31' }]);
    office.roster([{ id: 1, at: '武侯', from: '2026-09-01' }]);
    exported('2026-10-21');
    expect(state(1).sort()).toEqual(['武侯区 sent', '锦江区 sent'].sort());
  });

  it('are not guessed at', () => {
    expect(told('2026-10-24', [`${A},400,成功,,2026-10-23`]).problems).toEqual([
      'payment.ambiguous error 金额(元)',
    ]);
  });

  it('are told apart by 区(市)县', () => {
    const headings = '身份证号,金额(元),状态,失败原因,支付日期,区县';
    const rows = [`${A},400,成功,,2026-10-23,锦江`, `${A},400,失败,销户,2026-10-23,武侯区`];
    expect(told('2026-10-24', rows, headings)).toMatchObject({ outcomes: ['new', 'new'], problems: [] });
    expect(state(1).sort()).toEqual(['武侯区 failed', '锦江区 paid'].sort());
  });
});
