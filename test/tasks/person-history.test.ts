import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/day.js';
import type { HistoryFact } from '../../src/domain/history.js';
import { listBatches } from '../../src/tasks/batches.js';
import { personHistory } from '../../src/tasks/person-history.js';
import { undoImport } from '../../src/tasks/undo-import.js';
import { idNumber, openOffice, row } from './history-office.js';

const office = openOffice();
afterAll(() => office.close());
beforeEach(() => office.startAfresh());

const JUNE = day('2026-06-30');
const SEPTEMBER = day('2026-09-30');
const COLUMNS = '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,岗位名称,上岗日期,月工资(元),手机号';
const paid = (title: string, yuan: string, phone = '13800000000') =>
  `${COLUMNS}\n张1,${idNumber(1)},锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,${title},2024-01-01,${yuan},${phone}\n`;

const history = (change: { on?: Day; all?: boolean; knownAt?: Date } = {}): readonly HistoryFact[] =>
  personHistory(office.at(change.knownAt), idNumber(1), { on: change.on ?? null, all: change.all ?? false })
    .facts;
const ofKind = (facts: readonly HistoryFact[], fact: HistoryFact['fact']) =>
  facts.filter((each) => each.fact === fact);
const spans = (facts: readonly HistoryFact[], fact: HistoryFact['fact']) =>
  ofKind(facts, fact).map(({ from, until }) => [from, until]);

describe('worker show', () => {
  it('tells each fact with its days, and the batch, file and line it came from', () => {
    const { batch } = office.importRoster([
      row(1, 2, ',2021-03-01,,,,,,'),
      row(0, 1, '助理社会工作师二级,2021-03-01,2026-08-31,初级,2022-05-01,2025-02-01,3,13800000000'),
    ]);
    const facts = history();
    expect(facts.map(({ fact, from, until }) => [fact, from, until])).toEqual([
      ['details', null, null],
      ['post', '2021-03-01', '2026-08-31'],
      ['certificate', '2022-05-01', null],
      ['registration', '2025-02-01', '2028-01-31'],
      ['service-claim', '2026-07-01', '2026-09-30'],
    ]);
    for (const fact of facts)
      expect(fact).toMatchObject({ batch, line: 3, file: expect.stringMatching(/csv$/) });
    const [post] = ofKind(facts, 'post');
    expect(post?.cells).toContainEqual({ field: '岗位名称', kind: 'text', after: '助理社会工作师二级' });
    expect(post?.values).toMatchObject({
      place: '锦江区 锦官驿街道 水井坊社区居委会',
      title: '助理社会工作师二级',
    });
    expect(ofKind(facts, 'service-claim')[0]?.values).toEqual({ quarter: '2026Q3', claim: 3 });
  });

  it('knows the datasets beside the roster', () => {
    office.importRoster([row(0, 1, ',2021-03-01,,,,,,')]);
    office.importFile('trainings', `身份证号,课程,开始日期,学时\n${idNumber(1)},个案工作,2026-05-06,12.5\n`);
    office.importFile('awards', `身份证号,称号,授予日期\n${idNumber(1)},优秀社工,2026-03-20\n`);
    office.importFile('services', `身份证号,服务日期,服务领域\n${idNumber(1)},2026-07-08,老龄服务\n`);
    const facts = history();
    expect(spans(facts, 'training')).toEqual([['2026-05-06', null]]);
    expect(ofKind(facts, 'training')[0]?.values).toMatchObject({ course: '个案工作', hours: 12.5 });
    expect(spans(facts, 'award')).toEqual([['2026-03-20', null]]);
    expect(ofKind(facts, 'service')[0]?.cells).toContainEqual({
      field: '服务领域',
      kind: 'text',
      after: '老龄服务',
    });
  });

  it.each([
    ['2023-12-31', ['details']],
    ['2024-01-01', ['details', 'post']],
    ['2026-06-30', ['details', 'post', 'pay 5000']],
    ['2026-09-29', ['details', 'post', 'pay 5000']],
    ['2026-09-30', ['details', 'post', 'post-change', 'pay 5400']],
  ])('with --on %s tells what holds on that day', (on, expected) => {
    office.importFile('roster', paid('社会工作师三级', '5000'), { asOf: JUNE });
    office.importFile('roster', paid('社会工作师二级', '5400'), { asOf: SEPTEMBER });
    const told = history({ on: day(on) }).map(({ fact, values }) =>
      fact === 'pay' ? `pay ${Number(values.monthlyFen) / 100}` : fact,
    );
    expect(told).toEqual(expected);
  });

  it('with --all tells what was replaced by which line, and what an undo did', () => {
    office.importFile('roster', paid('', '5000', '13800000000'), { asOf: JUNE });
    const second = office.importFile('roster', paid('', '5000', '13900000000'), { asOf: SEPTEMBER });
    const details = () => ofKind(history({ all: true }), 'details');
    expect(details().map(({ replacedBy }) => replacedBy)).toEqual([
      { batch: second.batch, file: expect.stringMatching(/csv$/), line: 2 },
      null,
    ]);
    const { batch } = undoImport(office.at(), { batch: second.batch as number, by: null, dryRun: false });
    expect(
      details().map(({ values, replacedBy, restoredBy }) => [values.phone, replacedBy?.batch, restoredBy]),
    ).toEqual([
      ['13800000000', second.batch, null],
      ['13900000000', batch, null],
      ['13800000000', undefined, batch],
    ]);
    expect(details()[1]?.replacedBy).toEqual({ batch, file: null, line: null });
    expect(ofKind(history(), 'details').map(({ values }) => values.phone)).toEqual(['13800000000']);
  });

  it('with --known-at tells what was known then, and nobody is known before the first import', () => {
    const before = office.now();
    office.importFile('roster', paid('', '5000', '13800000000'), { asOf: JUNE });
    const then = office.now();
    office.importFile('roster', paid('', '5000', '13900000000'), { asOf: SEPTEMBER });
    expect(ofKind(history({ knownAt: then, all: true }), 'details')).toMatchObject([
      { values: { phone: '13800000000' }, replacedBy: null },
    ]);
    expect(() => history({ knownAt: before })).toThrow('who.unknown');
  });
});

describe('import list --known-at', () => {
  it('tells the batches recorded by then, and an undo that came later is not known yet', () => {
    office.importRoster([row(0, 1, ',2021-03-01,,,,,,')]);
    const then = office.now();
    undoImport(office.at(), { batch: 2, by: null, dryRun: false });
    const known = (at?: Date) => listBatches(office.at(at)).map(({ batch, undoneBy }) => [batch, undoneBy]);
    expect(known(then)).toEqual([
      [2, null],
      [1, null],
    ]);
    expect(known()).toEqual([
      [3, null],
      [2, 3],
      [1, null],
    ]);
  });
});
