import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { loadClosings } from '../../src/store/closings.js';
import { listCorrections } from '../../src/tasks/list-corrections.js';
import { move } from '../../src/tasks/move-quarter.js';
import { recoverMoney } from '../../src/tasks/recover-money.js';
import { ClosingOffice } from './closing-office.js';
import { idNumber } from './rated-office.js';

let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice();
});
beforeEach(() => {
  office.reset();
  // paid for three months of the second quarter, and had left in April: owes 400 since the third
  office.roster([{ id: 1 }], '2026-06-30');
  office.on('2026-07-05').close('2026Q2');
  office.roster([{ id: 1, until: '2026-04-15' }, { id: 2 }], '2026-09-30');
  office.on('2026-10-05').close('2026Q3');
});
afterAll(() => office.end());

function exportQuarter(of: string): void {
  office.approve(of);
  const { workspace } = office;
  const none = { notice: null, reason: null };
  move(workspace, loadClosings(workspace.db, quarter(of)), 'export', { by: '王敏' }, none);
}

const recover = (amountFen: number, { id = 1, district = '锦江区' } = {}) =>
  recoverMoney(office.workspace, idNumber(id), { district, amountFen, by: '王敏', reason: '本人退回现金' });
const balances = () =>
  listCorrections(office.workspace, quarter('2026Q4'), {}).recovery.map((item) => [
    ...[item.takenFen, item.balanceFen],
  ]);

describe('subsidy recover', () => {
  it('books what was returned against what is owed, with an audit entry', () => {
    exportQuarter('2026Q3');
    expect(recover(15050)).toMatchObject({ balanceFen: 24950, openings: [{ openedIn: '2026Q3' }] });
    expect(balances()).toEqual([[15050, 24950]]);
    expect(recover(24950)).toMatchObject({ balanceFen: 0 });
    expect(balances()).toEqual([]);
    const { db } = office.workspace;
    const last = db.prepare('SELECT command, details FROM audit ORDER BY entry DESC').get() as {
      command: string;
      details: string;
    };
    expect(last.command).toBe('subsidy recover');
    expect(JSON.parse(last.details)).toMatchObject({ amountFen: 24950, by: '王敏', balanceFen: 0 });
    expect(last.details).not.toContain(idNumber(1));
  });

  it('takes no more from the next quarter than is left', () => {
    exportQuarter('2026Q3');
    recover(30000);
    office.roster([{ id: 1, from: '2026-12-01' }], '2026-12-31');
    office.on('2027-01-05').close('2026Q4');
    const { items, recovery } = listCorrections(office.workspace, quarter('2026Q4'), {});
    expect([items, recovery]).toEqual([[], []]);
    expect(
      office.workspace.db
        .prepare('SELECT due_fen, recovered_fen, net_fen FROM closed_line ORDER BY id DESC LIMIT 2')
        .raw()
        .all(),
    ).toContainEqual([20000, 10000, 10000]);
  });

  it.each([
    ['more than is owed', () => recover(40001), 'recovery.too-much'],
    ['of somebody who owes nothing', () => recover(100, { id: 2 }), 'recovery.nothing-owed'],
    [
      'for a district that is owed nothing',
      () => recover(100, { district: '武侯区' }),
      'recovery.nothing-owed',
    ],
  ])('refuses %s', (_, act, problem) => {
    exportQuarter('2026Q3');
    expect(act).toThrow(expect.objectContaining({ problem }));
  });

  it('waits for the export: reopening would let go of the money', () => {
    expect(() => recover(100)).toThrow(expect.objectContaining({ problem: 'recovery.not-exported' }));
  });
});
