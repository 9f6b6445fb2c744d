import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { zh } from '../../src/messages/zh/index.js';
import { groundsOf } from '../../src/reports/cause-words.js';
import { correctionsReport } from '../../src/reports/corrections-report.js';
import { renderCsv } from '../../src/reports/csv.js';
import { renderJson } from '../../src/reports/json.js';
import { loadClosings } from '../../src/store/closings.js';
import { mergePeople, partPeople } from '../../src/tasks/identity.js';
import { listCorrections } from '../../src/tasks/list-corrections.js';
import { move } from '../../src/tasks/move-quarter.js';
import { quarterStatus } from '../../src/tasks/quarter-status.js';
import { READER } from '../reports/reader.js';
import { ClosingOffice } from './closing-office.js';
import { idNumber } from './rated-office.js';

let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice();
});
beforeEach(() => office.reset());
afterAll(() => office.end());

const status = (of: string | null, draft = true) =>
  quarterStatus(office.workspace, of === null ? null : quarter(of), { draft });
const codes = (of: string) => status(of).findings.map(({ code, severity }) => `${severity} ${code}`);

/** 2026Q2 closed with two people; then one turns out to have left, and another to have had a certificate. */
function lateFacts(): void {
  office.roster([{ id: 1 }, { id: 2, level: '', registered: '' }, { id: 3, at: '武侯' }], '2026-06-30');
  office.on('2026-07-05').close('2026Q2');
  office.roster([{ id: 1, until: '2026-04-15' }], '2026-07-06');
  office.roster([CERTIFIED], '2026-06-30');
}

const CERTIFIED = { id: 2, issued: '2026-04-20', registered: '2026-04-25' };

describe('subsidy status', () => {
  it('tells of each district its state, sums, who moved it, and proves its months', () => {
    office.set({ wuhou: 230 });
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }, { id: 3, role: '否' }]);
    office.close('2026Q3', { district: '锦江区' });
    office.approve('2026Q3', { district: '锦江区' });
    const { rows, findings } = status('2026Q3');
    expect(rows).toMatchObject([
      {
        ...{
          district: '锦江区',
          state: 'approved',
          people: 1,
          personMonths: 3,
          dueFen: 60000,
          netFen: 60000,
        },
        ...{ notReturnedFen: 60000, proof: { months: 3, rewards: 0, differences: 0, open: 0 } },
        late: { people: 0, arrearsFen: 0, recoveredFen: 0 },
      },
      { district: '武侯区', state: 'draft', people: 1, personMonths: 3, netFen: 69000, proof: null },
    ]);
    expect(rows[0]?.moves.map(({ move, by }) => `${move} ${by}`)).toEqual(['close 王敏', 'approve 李强']);
    expect(findings).toEqual([]);
    expect(status('2026Q3', false).rows.map(({ district }) => district)).toEqual(['锦江区']);
  });

  it('tells what has become known since, which is no difference', () => {
    lateFacts();
    const { rows, findings } = status('2026Q2');
    expect(rows.find(({ district }) => district === '锦江区')).toMatchObject({
      proof: { differences: 0 },
      late: { people: 2, arrearsFen: 40000, recoveredFen: 40000 },
    });
    expect(findings).toMatchObject([
      { code: 'reconciliation.late-facts', severity: 'info', details: { people: 2, carrying: '2026Q3' } },
    ]);
  });

  it('proves an amended quarter by what was known at the last close, not at its own', () => {
    lateFacts();
    office.roster([CERTIFIED, { id: 3, at: '武侯' }], '2026-09-30');
    office.on('2026-10-05').close('2026Q3');
    expect(status('2026Q2')).toMatchObject({
      rows: [{ proof: { differences: 0, open: 0 } }, { proof: { differences: 0, open: 0 } }],
      findings: [],
    });
  });

  it('rests on what the close found where the policies have changed since', () => {
    lateFacts();
    office.set({ rates: { '2024-01-01': 210 } });
    const { rows } = status('2026Q2');
    expect(rows.map(({ proof }) => proof?.differences)).toEqual([0, 0]);
    expect(codes('2026Q2')).toContain('info reconciliation.policies-changed');
  });

  it.each([
    [{ '2024-01-01': 200 }, 'by computing again'],
    [{ '2024-01-01': 250 }, 'by what was stored'],
  ])('finds what is settled wrongly %s %s', (rates) => {
    office.roster([{ id: 1 }], '2026-09-30');
    office.close('2026Q3');
    // a hand from outside, which takes a trigger away first
    office.workspace.db.exec(
      'PRAGMA ignore_check_constraints = 1; DROP TRIGGER settlement_is_final; DROP TRIGGER settlement_is_let_go_once; UPDATE settlement SET amount_fen = 19900 WHERE id = 1',
    );
    office.set({ rates });
    const { rows, findings } = status('2026Q3');
    expect(rows[0]?.proof).toEqual({ months: 3, rewards: 0, differences: 1, open: 0 });
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'reconciliation.difference',
        severity: 'error',
        details: { district: '锦江区', month: '2026-07', settledFen: 19900, entitledFen: 20000 },
      }),
    );
  });

  it('names months that corrections do not reach', () => {
    office.set({ retroMonths: 1 });
    office.roster([{ id: 1 }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    office.roster([{ id: 1, until: '2026-04-15' }], '2026-09-30');
    office.roster([{ id: 2 }], '2026-09-30');
    office.on('2026-10-05').close('2026Q3');
    expect(status('2026Q2').rows[0]?.proof).toEqual({ months: 3, rewards: 0, differences: 0, open: 1 });
    expect(status('2026Q2').findings).toMatchObject([
      { code: 'reconciliation.open', severity: 'info', details: { month: '2026-05', why: 'beyond-retro' } },
    ]);
  });

  it('names a month that another district has paid', () => {
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    const moved = [
      { id: 1, at: '武侯', from: '2026-06-01' },
      { id: 2, at: '武侯' },
    ] as const;
    office.roster([{ id: 1, until: '2026-05-31' }], '2026-06-30');
    office.roster(moved, '2026-06-30');
    office.roster(moved, '2026-09-30');
    office.on('2026-10-05').close('2026Q3', { district: '武侯区' });
    const { rows, findings } = status('2026Q2');
    expect(rows.find(({ district }) => district === '武侯区')?.proof).toMatchObject({
      differences: 0,
      open: 1,
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'reconciliation.open',
        details: { district: '武侯区', month: '2026-06', why: 'settled-elsewhere', other: '锦江区' },
      }),
    );
  });

  it('proves what was paid under two numbers that are one person’s, and under one that became two', () => {
    const proven = (of: string) => status(of).rows.map(({ proof }) => proof);
    office.roster([{ id: 1 }, { id: 2 }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    const both = { one: idNumber(1), two: idNumber(2), reason: '同一人', by: null };
    mergePeople(office.workspace, both);
    // six months were paid, three are due: what is too much is known late
    expect(proven('2026Q2')).toEqual([{ months: 6, rewards: 0, differences: 0, open: 0 }]);
    expect(status('2026Q2').rows[0]?.late).toMatchObject({ people: 1, recoveredFen: 60000 });
    office.roster([{ id: 1 }], '2026-09-30');
    office.on('2026-10-05').close('2026Q3');
    expect(proven('2026Q2')).toEqual([{ months: 3, rewards: 0, differences: 0, open: 0 }]);
    partPeople(office.workspace, both);
    expect(proven('2026Q2')).toEqual([{ months: 3, rewards: 0, differences: 0, open: 0 }]);
    office.on('2027-01-05').close('2026Q4');
    expect([...proven('2026Q2'), ...proven('2026Q3')].map((proof) => proof?.differences)).toEqual([0, 0]);
  });

  it('tells of a draft who reopened it, and why', () => {
    office.roster([{ id: 1 }]);
    office.close('2026Q3');
    office.reopen('2026Q3');
    expect(status('2026Q3').rows).toMatchObject([
      { state: 'draft', reopened: { by: '王敏', reason: '公示期间有异议' } },
    ]);
  });

  it('counts what the bank has paid and what failed; paid in full is paid', () => {
    office.roster([{ id: 1 }, { id: 2 }, { id: 3 }]);
    office.close('2026Q3');
    office.approve('2026Q3');
    const { workspace } = office;
    const exported = { by: '王敏' };
    move(workspace, loadClosings(workspace.db), 'export', exported, { notice: null, reason: null });
    const bank = (lines: readonly string[]) =>
      office.load('payments', ['季度,身份证号,金额(元),状态,失败原因', ...lines]);
    bank([`2026Q3,${idNumber(1)},600,成功,`, `2026Q3,${idNumber(2)},600,失败,户名不符`]);
    expect(status('2026Q3').rows).toMatchObject([
      { state: 'exported', paidFen: 60000, failedFen: 60000, notReturnedFen: 60000 },
    ]);
    bank([`2026Q3,${idNumber(2)},600,成功,`, `2026Q3,${idNumber(3)},600,成功,`]);
    expect(status('2026Q3').rows).toMatchObject([{ state: 'paid', paidFen: 180000, failedFen: 0 }]);
    expect(status(null).rows.map(({ quarter: of }) => of)).toEqual(['2026Q3']);
  });

  it('without a quarter shows those in work', () => {
    office.roster([{ id: 1 }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    office.on('2026-11-23').roster([{ id: 1 }], '2026-09-30');
    expect(status(null).rows.map(({ quarter: of, state }) => `${of} ${state}`)).toEqual([
      '2026Q2 closed',
      '2026Q3 draft',
    ]);
  });

  it('without a quarter shows what is closed, though no rate is set for the one that ended last', () => {
    office.roster([{ id: 1 }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    office.on('2026-11-23').set({ rates: { '2027-01-01': 200 } });
    const { rows, findings } = status(null);
    expect(rows.map(({ quarter: of, state }) => `${of} ${state}`)).toEqual(['2026Q2 closed']);
    const undone = findings.filter(({ code }) => code === 'reconciliation.no-draft');
    expect(undone.map(({ subject }) => subject)).toContain('2026Q3');
  });
});

describe('subsidy corrections', () => {
  it('says of another deciding day that a policy value changed, and names no file', () => {
    office.roster([{ id: 1, issued: '2026-04-20' }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    office.set({ decidedOn: 'last-day' });
    const { items, files } = listCorrections(office.workspace, quarter('2026Q3'), {});
    expect(items.map(({ correction }) => [correction.month, correction.cause])).toEqual([
      ['2026-04', { codes: ['certificate', 'rate'], source: null, batch: null, citation: null }],
    ]);
    expect(items.map(({ correction }) => groundsOf(zh, correction, files))).toEqual(['政策标准有变动']);
  });

  const corrections = (of: string) => {
    const { items, waiting, recovery, drafts, closed } = listCorrections(office.workspace, quarter(of), {});
    return {
      items: items.map(({ idNumber: number, origin, state, correction }) => [
        ...[number, correction.month, correction.amountFen, correction.cause.codes.join(), origin, state],
      ]),
      waiting: waiting.map(({ month, why }) => [month, why]),
      recovery: recovery.map(({ idNumber: number, openedFen, balanceFen }) => [
        number,
        openedFen,
        balanceFen,
      ]),
      ...{ drafts, closed },
    };
  };

  it('shows what the next close would carry, and afterwards what was frozen', () => {
    lateFacts();
    office.roster([CERTIFIED, { id: 3, at: '武侯' }], '2026-09-30');
    office.on('2026-10-05');
    const items = (state: string) => [
      [idNumber(1), '2026-05', -20000, 'on-post', '2026Q2', state],
      [idNumber(1), '2026-06', -20000, 'on-post', '2026Q2', state],
      [idNumber(2), '2026-05', 20000, 'certificate,registration,rate', '2026Q2', state],
      [idNumber(2), '2026-06', 20000, 'certificate,registration,rate', '2026Q2', state],
    ];
    const before = corrections('2026Q3');
    expect(before.items).toEqual(items('draft'));
    expect([before.recovery, before.drafts, before.closed]).toEqual([[], ['锦江区', '武侯区'], []]);
    office.close('2026Q3');
    const after = corrections('2026Q3');
    expect(after.items).toEqual(items('closed'));
    expect(after.recovery).toEqual([[idNumber(1), 40000, 40000]]);
  });

  it('stands in one table for people, masked, and in lists for programs', () => {
    office.set({ wuhou: 230 });
    lateFacts();
    office.roster([CERTIFIED, { id: 3, at: '武侯' }], '2026-09-30');
    office.on('2026-10-05').close('2026Q3');
    const found = listCorrections(office.workspace, quarter('2026Q3'), {});
    const report = (withLists: boolean) => correctionsReport(zh, found, { withLists, reveal: false });
    const csv = [...renderCsv(report(true), READER)].join('').split('\n');
    expect(
      csv.slice(1, 3).map((row) => row.replace(/^.*锦江区,/, '').replace(/\d+(?=\.csv)/, '离岗')),
    ).toEqual([
      '扣回,2026-05,200.00,0.00,-200.00,,2026Q2,在岗：在岗 2024-01-01 至 2026-04-15，已离岗,离岗.csv 第 2 行（第 3 批）,已结账',
      '扣回,2026-06,200.00,0.00,-200.00,,2026Q2,在岗：在岗 2024-01-01 至 2026-04-15，已离岗,离岗.csv 第 2 行（第 3 批）,已结账',
    ]);
    expect(csv.at(-2)).toMatch(/^张乙,510104\*{8}0019,锦江区,待追回,,,,,400\.00,,/);
    const json = JSON.parse([...renderJson(report(false), READER)].join(''));
    expect(json.totals).toEqual({
      ...{ arrearsFen: 40000, recoveredFen: 40000, people: 2, waiting: 0, balanceFen: 40000 },
    });
    expect(json.rows).toHaveLength(4);
    expect(json.recovery).toMatchObject([{ openedIn: '2026Q3', openedFen: 40000, balanceFen: 40000 }]);
    expect(csv.join() + JSON.stringify(json)).not.toMatch(/\d{17}/);
  });
});
