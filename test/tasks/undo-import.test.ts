import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/cli/shell.js';
import { day } from '../../src/domain/day.js';
import { quarter } from '../../src/domain/quarter.js';
import { UserError } from '../../src/domain/user-error.js';
import { zh } from '../../src/messages/zh/index.js';
import type { Report } from '../../src/reports/column.js';
import { renderJson } from '../../src/reports/json.js';
import { quotaReport } from '../../src/reports/quota-report.js';
import { previewReport } from '../../src/reports/subsidy-preview.js';
import { historyReport } from '../../src/reports/worker-report.js';
import { loadPeople } from '../../src/store/register.js';
import { listBatches, showBatch } from '../../src/tasks/batches.js';
import { checkRegisterQuotas } from '../../src/tasks/check-quotas.js';
import { personHistory } from '../../src/tasks/person-history.js';
import { previewSubsidies } from '../../src/tasks/preview-subsidies.js';
import { undoImport } from '../../src/tasks/undo-import.js';
import type { Workspace } from '../../src/tasks/workspace.js';
import { idNumber, openOffice, row } from './history-office.js';

const office = openOffice();
afterAll(() => office.close());
beforeEach(() => office.startAfresh());

const ADA = row(0, 1, '助理社会工作师二级,2021-03-01,,初级,2022-05-01,2025-02-01,3,13800000000');
const BEN = row(1, 2, ',2021-03-01,,,,,,');

const undo = (batch: number, change: { dryRun?: boolean; by?: string } = {}) =>
  undoImport(office.at(), { batch, by: null, dryRun: false, ...change });
const people = (workspace: Workspace = office.at()) =>
  loadPeople(workspace.db, { knownAt: workspace.knownAt });
const last = (): number => listBatches(office.at())[0]?.batch ?? 0;

const reader = { text: zh, reveal: true, forFile: false, width: undefined, paint: PLAIN };
const json = <Row>(report: Report<Row>): string => [...renderJson(report, reader)].join('');

/** What an office would see: preview, quota check and the history of everybody, as json. */
function answers(knownAt?: Date): string {
  const workspace = office.at(knownAt);
  const on = day('2026-09-30');
  const preview = previewSubsidies(workspace, quarter('2026Q3'), { all: true });
  const quota = checkRegisterQuotas(workspace, on, { township: '锦官驿街道' });
  const histories = people(workspace).map(({ idNumber: who }) => {
    const history = personHistory(workspace, who, { on: null, all: false });
    return json(historyReport(zh, { ...history, on: null, all: false }, true));
  });
  return [json(previewReport(zh.subsidy, preview)), json(quotaReport(zh, on, quota)), ...histories].join('');
}

/** What a refused command says. */
function refusal(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('import undo', () => {
  it('takes back what the batch recorded, and what it had corrected stands again with its first line', () => {
    office.importRoster([ADA, BEN]);
    const before = answers();
    office.importRoster([ADA.replace('13800000000', '13900000000'), row(2, 3, ',2022-01-01,,,,,,')]);
    expect(answers()).not.toBe(before);
    const { batch, undone, contents } = undo(last());
    expect(answers()).toBe(before);
    expect(undone).toMatchObject({ batch: 3, dataset: 'roster' });
    expect(batch).toBe(4);
    expect(contents.touched.map(({ idNumber: number }) => number)).toEqual([idNumber(1), idNumber(3)]);
    expect(contents.facts).toContainEqual({ fact: 'details', recorded: 1, superseded: 2 });
  });

  it('leaves nobody behind, and the same file comes in again as if for the first time', () => {
    const first = office.importRoster([ADA, BEN]);
    const known = answers();
    undo(last());
    expect(people()).toEqual([]);
    const again = office.importRoster([ADA, BEN], undefined);
    expect(again.counts).toEqual(first.counts);
    expect(again.findings.map(({ code }) => code)).not.toContain('file.known-before');
    const withoutOrigin = (text: string) => text.replace(/"(file|batch|recordedAt)":("[^"]*"|\d+)/g, '');
    expect(withoutOrigin(answers())).toBe(withoutOrigin(known));
  });

  it('is refused while a later batch stands on it, and says which line of which file does', () => {
    office.importRoster([ADA, BEN]);
    office.importRoster([BEN, ADA.replace('13800000000', '13900000000')]);
    const refused = refusal(() => undo(2));
    expect([refused.problem, refused.details]).toEqual([
      'batch.stood-on',
      { batch: 2, later: [3], facts: 1 },
    ]);
    expect(refused.findings).toMatchObject([
      { code: 'batch.stands-on', line: 3, subject: expect.stringContaining('张1'), details: { later: 3 } },
    ]);
    undo(3);
    undo(2);
    expect(people()).toEqual([]);
  });

  it('is refused while a later batch adds to somebody whom only this one knows', () => {
    office.importRoster([BEN]);
    office.importRoster([BEN.replace(',,,,,,', ',,初级,2022-05-01,,,')]);
    expect(refusal(() => undo(2)).problem).toBe('batch.stood-on');
  });

  it('of the list of units is refused while somebody is posted there', () => {
    office.importRoster([BEN]);
    const refused = refusal(() => undo(1));
    expect([refused.problem, refused.findings.length]).toEqual(['batch.stood-on', 1]);
  });

  it('can itself be taken back, and so on', () => {
    office.importRoster([ADA, BEN]);
    const without = answers();
    office.importRoster([ADA.replace('13800000000', '13900000000'), row(2, 3, ',2022-01-01,,,,,,')]);
    const together = answers();
    undo(3);
    undo(4);
    expect(answers()).toBe(together);
    undo(5);
    expect(answers()).toBe(without);
    undo(2);
    expect(people()).toEqual([]);
    expect(listBatches(office.at()).map(({ batch, undoes, undoneBy }) => [batch, undoes, undoneBy])).toEqual([
      [7, 2, null],
      [6, 5, null],
      [5, 4, 6],
      [4, 3, null],
      [3, null, 4],
      [2, null, 7],
      [1, null, null],
    ]);
  });

  it('happens once, and not to a batch that nobody has', () => {
    office.importRoster([ADA]);
    undo(2);
    expect(refusal(() => undo(2))).toMatchObject({ problem: 'batch.undone', details: { batch: 2, by: 3 } });
    expect(refusal(() => undo(9))).toMatchObject({
      problem: 'batch.unknown',
      details: { batch: 9, last: 3 },
    });
  });

  it('tried first (--dry-run) says the same and writes nothing', () => {
    office.importRoster([ADA, BEN]);
    const contents = () =>
      office.at().db.prepare('SELECT count(*), (SELECT count(*) FROM audit) FROM batch').all();
    const before = [answers(), contents()];
    const tried = undo(2, { dryRun: true });
    expect(tried.batch).toBeNull();
    expect([answers(), contents()]).toEqual(before);
    expect(tried.contents).toEqual(undo(2).contents);
  });

  it('is recorded with who answers for it', () => {
    office.importRoster([ADA]);
    undo(2, { by: '李主任' });
    expect(showBatch(office.at(), 3).record).toMatchObject({ user: '李主任', dataset: 'undo', undoes: 2 });
    const entry = office
      .at()
      .db.prepare('SELECT user, command, details FROM audit ORDER BY entry DESC')
      .get();
    expect(entry).toMatchObject({ user: 'test', command: 'import undo' });
    expect(JSON.parse((entry as { details: string }).details)).toMatchObject({ undoes: 2, by: '李主任' });
  });

  it('lets a later file that had nothing new then say it after all', () => {
    office.importRoster([ADA]);
    office.importRoster([ADA, BEN]);
    undo(2);
    expect(people().map(({ name }) => name)).toEqual(['张2']);
    expect(office.importRoster([ADA, BEN]).counts).toMatchObject({ new: 1, same: 1 });
  });
});

const anyDay = fc.constantFrom('2019-05-01', '2021-03-01', '2026-08-10');
const anyRow = fc
  .record({
    unit: fc.nat(2),
    person: fc.integer({ min: 1, max: 3 }),
    title: fc.constantFrom('', '社会工作师三级'),
    from: anyDay,
    until: fc.constantFrom('', '', '2026-09-01'),
    level: fc.constantFrom('', '初级', '社会工作师'),
    issued: fc.constantFrom('', '2023-01-05'),
    registered: fc.constantFrom('', '2024-02-01'),
    services: fc.constantFrom('', '是', '3'),
    phone: fc.constantFrom('', '13800000000', '13900000000'),
  })
  .map(({ unit, person, ...cells }) => row(unit, person, Object.values(cells).join(',')));
const anyRoster = fc.record({
  rows: fc.array(anyRow, { minLength: 1, maxLength: 4 }),
  asOf: fc.constantFrom(day('2026-06-30'), day('2026-09-30')),
});

describe('over any sequence of rosters', () => {
  it('taking the last ones back in reverse leads through the same answers, letter by letter', () => {
    fc.assert(
      fc.property(fc.array(anyRoster, { minLength: 1, maxLength: 4 }), (rosters) => {
        office.startAfresh();
        const path: [number, string][] = [];
        for (const { rows, asOf } of rosters) {
          const before = answers();
          const { batch } = office.importRoster(rows, asOf);
          if (batch !== null) path.push([batch, before]);
        }
        for (const [batch, before] of path.reverse()) {
          undo(batch);
          expect(answers()).toBe(before);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('what was known at a moment stays what it was, whatever comes later', () => {
    fc.assert(
      fc.property(fc.array(anyRoster, { minLength: 1, maxLength: 4 }), (rosters) => {
        office.startAfresh();
        const path: [Date, string][] = [];
        for (const { rows, asOf } of rosters) {
          path.push([office.now(), answers()]);
          const { batch } = office.importRoster(rows, asOf);
          if (batch !== null && batch % 2 === 1) undo(batch);
        }
        for (const [moment, then] of path) expect(answers(moment)).toBe(then);
      }),
      { numRuns: 6 },
    );
  });
});
