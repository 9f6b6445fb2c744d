import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { IdentityAction } from '../../src/domain/identity-done.js';
import { quarter } from '../../src/domain/quarter.js';
import { lastBatch } from '../../src/store/batches.js';
import { loadPay, loadPeople } from '../../src/store/register.js';
import { findPerson } from '../../src/tasks/find-person.js';
import { findWorkers } from '../../src/tasks/find-workers.js';
import { correctIdNumber, mergePeople, partPeople } from '../../src/tasks/identity.js';
import { previewSubsidies } from '../../src/tasks/preview-subsidies.js';
import { undoImport } from '../../src/tasks/undo-import.js';
import { idNumber, openRatedOffice, type RatedOffice } from './rated-office.js';

const COLUMNS =
  '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,上岗日期,离岗日期,证书级别,发证日期,登记日期,登记有效期至,服务记录,发挥专业作用,手机号,月工资(元)';
const SHUIJINGFANG = '锦江区,锦官驿街道,水井坊社区';
const CHONGDELI = '锦江区,锦官驿街道,崇德里社区';
const PAPERS = '初级,2020-01-01,2024-06-01,2027-05-31,是,是';
const row = (
  sequence: number,
  place: string,
  { from = '2024-01-01', until = '', rest = `${PAPERS},,` } = {},
) => `张三,${idNumber(sequence)},${place},城乡社区专职工作者,${from},${until},${rest}`;
const [OLD, NEW] = [idNumber(1), idNumber(2)];

let office: RatedOffice;
beforeAll(() => {
  office = openRatedOffice();
});
beforeEach(() => office.reset());
afterAll(() => office.close());

const load = (rows: readonly string[], asOf = '2026-09-30') =>
  office.load('roster', [COLUMNS, ...rows], { asOf });
const DO = { 'correct-id': correctIdNumber, merge: mergePeople, part: partPeople };
const act = (action: IdentityAction, one = OLD, two = NEW, reason = '派出所更正') =>
  DO[action](office.workspace, { one, two, reason, by: null });
const people = (knownAt?: number) => loadPeople(office.workspace.db, { knownAt });
const numbers = (knownAt?: number) => people(knownAt).map((person) => person.idNumber);
const paid = () => previewSubsidies(office.workspace, quarter('2026Q3'), { all: false }).totals;

describe('worker correct-id', () => {
  it('shows the person with all facts under the new number', () => {
    load([row(1, SHUIJINGFANG)]);
    const [before] = people();
    const result = act('correct-id');
    expect(result.people).toMatchObject([{ idNumber: NEW, name: '张三' }]);
    const [after] = people();
    expect(numbers()).toEqual([NEW]);
    const shown = { ...before, id: after?.id, idNumber: NEW, formerNumbers: [OLD] };
    expect(after).toEqual(shown);
    expect(paid()).toMatchObject({ people: 1, totalFen: 60000 });
  });

  it('the old number still finds the person, and the name is one person’s', () => {
    load([row(1, SHUIJINGFANG)]);
    act('correct-id');
    for (const who of [OLD, NEW, '张三']) expect(findPerson(office.workspace, who).idNumber).toBe(NEW);
    for (const query of [OLD.slice(-6), NEW.slice(-6), '张三']) {
      const found = findWorkers(office.workspace, { query, states: [], on: day('2026-09-30') });
      expect(found.map(({ person }) => person.idNumber)).toEqual([NEW]);
    }
  });

  it.each([
    ['the old number', 1, ['person.former-number']],
    ['the new number', 2, []],
  ])('a row with %s is the same person', (_, sequence, expected) => {
    load([row(1, SHUIJINGFANG)]);
    act('correct-id');
    const result = load([row(sequence, SHUIJINGFANG, { rest: `${PAPERS},,5000` })]);
    expect(result.counts).toMatchObject({ changed: 1, new: 0 });
    const told = result.findings.filter(({ code }) => code.startsWith('person.'));
    expect(told.map(({ code }) => code)).toEqual(expected);
    expect(told.every(({ severity, subject }) => severity === 'info' && subject.includes('*'))).toBe(true);
    expect([...loadPay(office.workspace.db).values()]).toMatchObject([[{ monthly: 500000 }]]);
    expect(numbers()).toEqual([NEW]);
  });

  it('both numbers in one file are two rows of one person', () => {
    load([row(1, SHUIJINGFANG)]);
    act('correct-id');
    const result = load([row(1, SHUIJINGFANG), row(2, CHONGDELI)]);
    expect(result.counts).toMatchObject({ conflict: 2 });
  });

  it('known before the correction, the person has the old number', () => {
    load([row(1, SHUIJINGFANG)]);
    const before = lastBatch(office.workspace.db);
    act('correct-id');
    expect([numbers(before), numbers()]).toEqual([[OLD], [NEW]]);
  });

  it('parting takes the correction back: the new number is nobody’s again', () => {
    load([row(1, SHUIJINGFANG)]);
    const before = people();
    act('correct-id');
    act('part');
    expect(people()).toEqual(before);
  });

  it('facts of the new number stand on the correction: it cannot be undone, but parted', () => {
    load([row(1, SHUIJINGFANG)]);
    const { batch } = act('correct-id');
    load([row(2, SHUIJINGFANG, { rest: '中级,2026-09-01,,,,,,' })]);
    const undo = () => undoImport(office.workspace, { batch, by: null, dryRun: false });
    expect(undo).toThrow(expect.objectContaining({ problem: 'batch.stood-on' }));
    act('part');
    expect(
      people().map(({ idNumber: number, name, certificates }) => [number, name, certificates.length]),
    ).toEqual([
      [OLD, '张三', 1],
      [NEW, '张三', 1],
    ]);
  });

  it('a correction that nothing stands on can be undone', () => {
    load([row(1, SHUIJINGFANG)]);
    const before = people();
    const { batch } = act('correct-id');
    undoImport(office.workspace, { batch, by: null, dryRun: false });
    expect(people()).toEqual(before);
  });

  it('a correction can be corrected, and followed to its end', () => {
    load([row(1, SHUIJINGFANG)]);
    act('correct-id');
    act('correct-id', NEW, idNumber(3));
    expect(numbers()).toEqual([idNumber(3)]);
    expect(findPerson(office.workspace, OLD).idNumber).toBe(idNumber(3));
  });

  it.each([
    ['an unknown number', idNumber(8), NEW, '更正', 'identity.unknown-number'],
    ['a name', '张三', NEW, '更正', 'identity.unknown-number'],
    ['a new number that fails its check', OLD, '510104199001010020', '更正', 'identity.bad-number'],
    ['a new number that is somebody else’s', OLD, idNumber(5), '更正', 'identity.number-taken'],
    ['the same number', OLD, OLD, '更正', 'identity.one-already'],
    ['no reason', OLD, NEW, ' ', 'identity.no-reason'],
  ])('refuses %s', (_, one, two, reason, problem) => {
    load([row(1, SHUIJINGFANG), row(5, CHONGDELI)]);
    const before = lastBatch(office.workspace.db);
    expect(() => act('correct-id', one, two, reason)).toThrow(expect.objectContaining({ problem }));
    expect(lastBatch(office.workspace.db)).toBe(before);
  });
});

describe('a correction that was corrected in turn', () => {
  it('leaves nobody behind once the first is parted', () => {
    load([row(1, SHUIJINGFANG)]);
    act('correct-id');
    act('correct-id', NEW, idNumber(3));
    act('part');
    expect(numbers()).toEqual([OLD]);
  });

  it('keeps the name of a number that another person was joined to', () => {
    load([row(1, SHUIJINGFANG), row(4, CHONGDELI, { until: '2024-06-30' })]);
    act('correct-id');
    act('merge', NEW, idNumber(4));
    act('part');
    load([row(2, CHONGDELI, { until: '2024-06-30', rest: '高级,2026-10-01,,,,,,' })], '2026-10-31');
    const kept = people().find((person) => person.idNumber === NEW);
    expect(kept?.certificates.map(({ level }) => level)).toEqual(expect.arrayContaining(['初级', '高级']));
  });
});

describe('worker merge', () => {
  beforeEach(() => {
    load([row(1, SHUIJINGFANG, { until: '2026-07-31', rest: `${PAPERS},13800000001,` })], '2026-07-31');
    load([row(2, CHONGDELI, { from: '2026-08-01', rest: '中级,2026-08-05,,,是,是,,' })]);
  });

  it('one person with the posts, certificates and details of both', () => {
    act('merge');
    expect(people()).toMatchObject([
      {
        idNumber: OLD,
        phone: '13800000001',
        posts: [{ from: '2024-01-01', until: '2026-07-31' }, { from: '2026-08-01' }],
        certificates: [{ level: '初级' }, { level: '中级' }],
      },
    ]);
    // July and August in 初级, September in 中级
    expect(paid()).toMatchObject({ people: 1, totalFen: 70000 });
  });

  it('of facts of one key the later file counts, and none is lost', () => {
    load(
      [row(2, CHONGDELI, { from: '2026-08-01', rest: '初级,2021-02-02,2024-06-01,2027-06-30,,,,' })],
      '2026-10-31',
    );
    act('merge');
    expect(people()[0]).toMatchObject({
      certificates: [{ level: '初级', issued: '2021-02-02' }, { level: '中级' }],
      registrations: [{ until: '2027-06-30' }],
    });
    act('part');
    const issued = people().map(({ certificates }) => certificates.map((each) => each.issued));
    expect(issued).toEqual([['2020-01-01'], ['2021-02-02', '2026-08-05']]);
  });

  it('parting restores both', () => {
    const before = people();
    act('merge');
    act('part');
    expect(people()).toEqual(before);
  });

  it('a title that is recorded in between leaves the other’s post as it was, and later ones are each one’s own', () => {
    const teaching = (sequence: number, title: string, asOf: string) =>
      office.load(
        'roster',
        [
          `${COLUMNS},岗位名称`,
          `${row(sequence, CHONGDELI, { from: '2026-08-01', rest: ',,,,,,,' })},${title}`,
        ],
        { asOf },
      );
    const titles = () =>
      people().map(({ posts }) => posts.at(-1)?.terms.map(({ from, title }) => `${from} ${title ?? ''}`));
    act('merge');
    teaching(2, '助理社会工作师一级', '2026-09-30');
    expect(titles()).toEqual([['2026-08-01 助理社会工作师一级']]);
    teaching(2, '社会工作师三级', '2026-10-31');
    act('part');
    const ofKept = ['2026-08-01 助理社会工作师一级', '2026-10-31 社会工作师三级'];
    expect(titles()).toEqual([ofKept, ['2026-08-01 ']]);
    teaching(2, '社会工作师二级', '2026-11-20');
    expect(titles()).toEqual([ofKept, ['2026-08-01 社会工作师二级']]);
  });

  it('a title alone is written to a post of the number that is kept, with all that stands of it', () => {
    const titled = (title: string, asOf: string) =>
      office.load(
        'roster',
        [`${COLUMNS},岗位名称`, `${row(2, CHONGDELI, { from: '2026-08-01', rest: ',,,,,,,' })},${title}`],
        { asOf },
      );
    const terms = () =>
      people().map(({ posts }) => posts.at(-1)?.terms.map(({ from, title }) => [from, title]));
    titled('助理社会工作师一级', '2026-09-30');
    titled('社会工作师三级', '2026-10-10');
    const before = people();
    act('merge');
    const batch = titled('社会工作师二级', '2026-11-20').batch as number;
    const told = [
      ['2026-08-01', '助理社会工作师一级'],
      ['2026-10-10', '社会工作师三级'],
    ];
    expect(terms()).toEqual([[...told, ['2026-11-20', '社会工作师二级']]]);
    undoImport(office.workspace, { batch, by: null, dryRun: false });
    expect(terms()).toEqual([told]);
    act('part');
    expect(people()).toEqual(before);
  });

  it('the import that named the number that is kept cannot be taken back from under the merger', () => {
    const { batch } = act('merge', NEW, OLD);
    const undo = (each: number) =>
      undoImport(office.workspace, { batch: each, by: null, dryRun: false }).batch;
    expect(() => undo(batch - 1)).toThrow(
      expect.objectContaining({
        problem: 'batch.stood-on',
        details: { batch: batch - 1, later: [batch], facts: 1 },
      }),
    );
    undo(batch);
    undo(batch - 1);
    expect(numbers()).toEqual([OLD]);
  });

  it('a parting cannot be taken back once they are joined again, either way round', () => {
    const { batch } = act('merge') && act('part');
    for (const numbers of [[OLD, NEW] as const, [NEW, OLD] as const]) {
      const again = act('merge', ...numbers).batch;
      expect(() => undoImport(office.workspace, { batch, by: null, dryRun: false })).toThrow(
        expect.objectContaining({ problem: 'batch.stood-on', details: { batch, later: [again], facts: 1 } }),
      );
      undoImport(office.workspace, { batch: again, by: null, dryRun: false });
    }
    undoImport(office.workspace, { batch, by: null, dryRun: false });
    expect(numbers()).toEqual([OLD]);
  });

  it('a file that came in between is read anew once they are parted', () => {
    act('merge');
    const rows = [row(2, CHONGDELI, { from: '2026-08-01', rest: '高级,2026-10-01,,,,,,' })];
    load(rows, '2026-10-31');
    expect(load(rows, '2026-10-31').counts).toMatchObject({ same: 1 });
    act('part');
    expect(load(rows, '2026-10-31').counts).toMatchObject({ changed: 1 });
    expect(people()[1]?.certificates.map(({ level }) => level)).toContain('高级');
  });

  it('what is recorded in between stays with the number that was kept', () => {
    act('merge');
    load(
      [row(2, CHONGDELI, { from: '2026-08-01', until: '2026-10-31', rest: '高级,2026-10-01,,,,,,' })],
      '2026-10-31',
    );
    expect(people()[0]?.posts.map(({ until }) => until)).toEqual(['2026-07-31', '2026-10-31']);
    act('part');
    const [first, second] = people();
    expect(first?.certificates.map(({ level }) => level)).toEqual(['初级', '高级']);
    expect(first?.posts.map(({ until }) => until)).toEqual(['2026-07-31', '2026-10-31']);
    expect(second?.certificates.map(({ level }) => level)).toEqual(['中级']);
    expect(second?.posts.map(({ until }) => until)).toEqual([null]);
  });

  it('the same file again says nothing new', () => {
    act('merge');
    const rows = [row(2, CHONGDELI, { from: '2026-08-01', until: '2026-10-31' })];
    load(rows);
    expect(load([...rows, '']).counts).toMatchObject({ same: 1, changed: 0, new: 0 });
  });

  it('known before the merger there are two, and an undo of it makes two again', () => {
    const before = lastBatch(office.workspace.db);
    const { batch } = act('merge');
    expect(numbers(before)).toEqual([OLD, NEW]);
    undoImport(office.workspace, { batch, by: null, dryRun: false });
    expect(numbers()).toEqual([OLD, NEW]);
  });

  it('warns of other names and of posts at the same time', () => {
    load([row(3, SHUIJINGFANG).replace('张三', '李四')]);
    expect(act('merge', NEW, idNumber(3)).findings).toMatchObject([
      { code: 'identity.names-differ', details: { kept: '张三', other: '李四' } },
      { code: 'identity.posts-overlap', details: { from: '2026-08-01' } },
    ]);
  });

  it('is recorded in the audit log with its reason and no whole number', () => {
    act('merge');
    const [command, details] = office.workspace.db
      .prepare('SELECT command, details FROM audit ORDER BY entry DESC LIMIT 1')
      .raw()
      .get() as [string, string];
    expect(command).toBe('worker merge');
    expect(JSON.parse(details)).toMatchObject({ reason: '派出所更正', other: expect.stringContaining('*') });
    expect(details).not.toContain(NEW);
  });

  it('what is one already is not merged again, and what is not one is not parted', () => {
    expect(() => act('part')).toThrow(expect.objectContaining({ problem: 'identity.not-linked' }));
    act('merge');
    expect(() => act('merge', NEW, OLD)).toThrow(
      expect.objectContaining({ problem: 'identity.one-already' }),
    );
  });
});
