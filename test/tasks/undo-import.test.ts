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
import { batchKnownAt } from '../../src/store/batches.js';
import { loadPeople } from '../../src/store/register.js';
import { listBatches, showBatch } from '../../src/tasks/batches.js';
import { checkRegisterQuotas } from '../../src/tasks/check-quotas.js';
import { explainSubsidy } from '../../src/tasks/explain-subsidy.js';
import { correctIdNumber, mergePeople } from '../../src/tasks/identity.js';
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
  return [json(previewReport(zh, preview)), json(quotaReport(zh, on, quota)), ...histories].join('');
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

describe('an undo of an undo', () => {
  const ada = () =>
    office.importFile('certificates', `身份证号,证书级别,发证日期\n${idNumber(1)},中级,2023-01-05\n`);

  it('is refused once the file has been imported again', () => {
    office.importRoster([ADA]);
    undo(2);
    office.importRoster([ADA]);
    const refused = refusal(() => undo(3));
    expect([refused.problem, refused.details]).toMatchObject(['batch.stood-on', { batch: 3, later: [4] }]);
    expect(refused.findings).toMatchObject([{ code: 'batch.stands-on', line: 2 }]);
    undo(4);
    undo(3);
    expect(people().map(({ name }) => name)).toEqual(['张1']);
  });

  it('is refused while whom it would bring facts back of is nobody, and says which batch saw to that', () => {
    office.importRoster([ADA]);
    ada();
    undo(3);
    undo(2);
    const refused = refusal(() => undo(4));
    expect([refused.problem, refused.details]).toMatchObject(['batch.stood-on', { batch: 4, later: [5] }]);
    expect(refused.findings).toMatchObject([{ subject: expect.stringContaining('张1') }]);
    undo(5);
    undo(4);
    expect(people()[0]?.certificates.map(({ level }) => level)).toEqual(['初级', '中级']);
  });
});

describe('what stands on a batch by its name alone', () => {
  it('a unit that was merged into one of its units', () => {
    const units = (row: string) =>
      office.importFile('units', `统计用区划代码,区(市)县,镇(街道),名称,类型,撤销日期,并入\n${row}\n`);
    units('510104099001,锦江区,锦官驿街道,新设社区,社区,,');
    units('510104017001,锦江区,锦官驿街道,水井坊社区,社区,2026-08-01,510104099001');
    expect(refusal(() => undo(2)).findings).toMatchObject([
      { code: 'batch.stands-on', subject: '水井坊社区 510104017001', line: 2, details: { later: 3 } },
    ]);
  });

  it('somebody who was joined to one of its people', () => {
    office.importRoster([ADA]);
    office.importRoster([BEN]);
    mergePeople(office.at(), { one: idNumber(2), two: idNumber(1), reason: '同一人', by: null });
    expect(refusal(() => undo(3)).details).toMatchObject({ batch: 3, later: [4] });
  });
});

describe('the same file once more after an undo', () => {
  it('says nothing new of anybody whom the undo did not touch', () => {
    office.importRoster([BEN]);
    office.importRoster([ADA]);
    const corrected = ADA.replace('13800000000', '13900000000');
    office.importRoster([corrected]);
    undo(2);
    expect(office.importRoster([ADA]).counts).toMatchObject({ same: 1, changed: 0 });
    expect(people().map(({ phone }) => phone)).toEqual(['13900000000']);
  });

  it('says it again of people whose facts came under a number that was joined to theirs', () => {
    office.importRoster([ADA, BEN]);
    office.importFile('certificates', `身份证号,证书级别,发证日期\n${idNumber(2)},中级,2023-01-05\n`);
    mergePeople(office.at(), { one: idNumber(1), two: idNumber(2), reason: '同一人', by: null });
    const again = () =>
      office.importFile('certificates', `身份证号,证书级别,发证日期\n${idNumber(2)},中级,2023-01-05\n\n`);
    expect(again().counts).toMatchObject({ same: 1 });
    undo(3);
    expect(people()[0]?.certificates.map(({ level }) => level)).toEqual(['初级']);
    expect(again().counts).toMatchObject({ new: 1 });
  });
});

describe('answers from before', () => {
  const services = (row: string) => office.importFile('services', `身份证号,服务日期,内容\n${row}\n`);
  const explained = (knownAt?: Date) =>
    explainSubsidy(office.at(knownAt), quarter('2026Q3'), idNumber(1)).lines[0]?.months;

  it('name the same one of several service records of a day, also after an undo of an undo', () => {
    office.importRoster([ADA]);
    services(`${idNumber(1)},2026-08-06,甲`);
    services(`${idNumber(1)},2026-08-06,乙`);
    const [before, moment] = [explained(), office.now()];
    undo(3);
    undo(5);
    expect(explained()).toEqual(before);
    expect(explained(moment)).toEqual(before);
  });

  it('name the same one of several certificates of a day', () => {
    const papers = (level: string) => row(0, 1, `,2021-03-01,,${level},2026-12-01,,,`);
    office.importRoster([papers('员级')]);
    office.importRoster([papers('初级')]);
    const [before, moment] = [explained(), office.now()];
    undo(3);
    undo(4);
    expect(explained()).toEqual(before);
    expect(explained(moment)).toEqual(before);
  });
});

describe('the whole story of a person', () => {
  it('tells what an undo brought back from what a corrected number took along', () => {
    office.importRoster([BEN]);
    const correction = { one: idNumber(2), two: idNumber(4), reason: '录错', by: null };
    correctIdNumber(office.at(), correction);
    const restored = () =>
      personHistory(office.at(), idNumber(4), { on: null, all: true }).facts.map((fact) => fact.restoredBy);
    expect(restored()).toEqual([null, null, null]);
    undo(3);
    undo(4);
    expect(restored()).toEqual([null, null, 5, null]);
  });
});

describe('a moment of knowledge', () => {
  it('lies before every batch that is recorded later, also where the clock was set back in between', () => {
    const batches = ['2026-09-30T02:00:00.000Z', '2026-09-30T03:00:00.000Z', '2026-09-30T00:00:00.000Z'];
    const { db } = office.at();
    const insert = db.prepare(
      `INSERT INTO batch (dataset, recorded_at, user, read, new, changed, same, conflict, rejected, skipped)
       VALUES ('fund', ?, 'test', 0, 0, 0, 0, 0, 0, 0)`,
    );
    db.transaction(() => {
      db.prepare('UPDATE batch SET recorded_at = ?').run('2026-09-30T01:00:00.000Z');
      for (const moment of batches) insert.run(moment);
    })();
    const knownAt = (moment: string) => batchKnownAt(db, new Date(moment));
    expect(knownAt('2026-09-30T00:30:00Z')).toBe(0);
    expect(knownAt('2026-09-30T01:00:00Z')).toBe(1);
    expect(knownAt('2026-09-30T02:30:00Z')).toBe(2);
    expect(knownAt('2026-09-30T03:00:00Z')).toBe(4);
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
