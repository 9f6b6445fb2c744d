import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { monthsOf, quarter } from '../../src/domain/quarter.js';
import { loadClosedLines } from '../../src/store/closed-lines.js';
import { loadClosings } from '../../src/store/closings.js';
import { brokenFacts } from '../../src/store/fact-rules.js';
import { loadBalances, loadSettled } from '../../src/store/settlements.js';
import { ClosingOffice } from './closing-office.js';
import { idNumber } from './rated-office.js';

let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice();
});
beforeEach(() => office.reset());
afterAll(() => office.end());

/** The frozen line of a person: 应发, 补发, 扣回, 转待追回 and 实发 in yuan. */
function line(of: string, id: number, district = '锦江区') {
  const closing = loadClosings(office.workspace.db, quarter(of)).find((each) => each.district === district);
  if (!closing) return null;
  const found = loadClosedLines(office.workspace.db, closing).find(
    ({ person }) => person.idNumber === idNumber(id),
  );
  if (!found) return null;
  const { dueFen, arrearsFen, recoveredFen, carriedFen, netFen } = found;
  return [dueFen, arrearsFen, recoveredFen, carriedFen, netFen].map((fen) => fen / 100);
}

/** What has been settled of a quarter, in yuan, by person. */
function settled(of: string) {
  return [...loadSettled(office.workspace.db, monthsOf(quarter(of))).values()]
    .flat()
    .map(({ month, district, amountFen }) => [month, district, amountFen / 100]);
}

const balances = () =>
  [...loadBalances(office.workspace.db).values()].flat().map(({ balanceFen }) => balanceFen / 100);

describe('closing a quarter', () => {
  it('freezes each district’s lines, and pays each month once', () => {
    office.set({ wuhou: 230 });
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }, { id: 3, role: '否' }]);
    const { districts } = office.close('2026Q3');
    expect(districts).toMatchObject([
      { district: '锦江区', people: 1, personMonths: 3, netFen: 60000 },
      { district: '武侯区', people: 1, personMonths: 3, netFen: 69000 },
    ]);
    expect(line('2026Q3', 1)).toEqual([600, 0, 0, 0, 600]);
    expect(line('2026Q3', 3)).toEqual([0, 0, 0, 0, 0]);
    expect(settled('2026Q3')).toHaveLength(6);
  });

  it('50,000 paid and 5,000 corrected, recomputed 70,000: 15,000 are due', () => {
    // one month of the first quarter; fen
    const asked = { id: 1, from: '2026-03-01' };
    office.set({ rates: { '2024-01-01': 500 } });
    office.roster([asked], '2026-03-31');
    office.on('2026-04-05').close('2026Q1');
    expect(line('2026Q1', 1)).toEqual([500, 0, 0, 0, 500]);
    office.set({ rates: { '2024-01-01': 550, '2026-04-01': 1 } });
    office.roster([asked], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    expect(line('2026Q2', 1)).toEqual([3, 50, 0, 0, 53]);
    office.set({ rates: { '2024-01-01': 700, '2026-04-01': 1 } });
    office.roster([asked], '2026-09-30');
    office.on('2026-10-05').close('2026Q3');
    expect(line('2026Q3', 1)).toEqual([3, 150, 0, 0, 153]);
    expect(settled('2026Q1')).toEqual([['2026-03', '锦江区', 700]]);
  });

  it('successive recomputations of 20, 30 and 40 pay 10 and 10', () => {
    const asked = { id: 1, from: '2025-12-01' };
    const closes = ['2025Q4', '2026Q1', '2026Q2'] as const;
    const days = ['2026-01-05', '2026-04-05', '2026-07-05'];
    const paid = [20, 30, 40].map((yuan, index) => {
      office.set({ rates: { '2024-01-01': yuan, '2026-01-01': 1 } });
      office.roster([asked], ['2025-12-31', '2026-03-31', '2026-06-30'][index]);
      office.on(days[index] as string).close(closes[index] as string);
      const [due = 0, arrears = 0] = line(closes[index] as string, 1) ?? [];
      return index === 0 ? due : arrears;
    });
    expect(paid).toEqual([20, 10, 10]);
  });

  it('a certificate entered late is paid from the month it was issued, at the next close', () => {
    office.roster([{ id: 1 }, { id: 2, level: '', registered: '' }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    expect(line('2026Q2', 2)).toEqual([0, 0, 0, 0, 0]);
    office.roster([{ id: 2, issued: '2026-04-20', registered: '2026-04-25' }], '2026-06-30');
    office.roster([{ id: 1 }, { id: 2, issued: '2026-04-20', registered: '2026-04-25' }], '2026-09-30');
    office.on('2026-10-05').close('2026Q3');
    expect(line('2026Q3', 2)).toEqual([600, 400, 0, 0, 1000]);
    expect(settled('2026Q2').filter(([month]) => month === '2026-04')).toHaveLength(1);
  });

  it('a leaver reported late owes; what is not due goes to the recovery list', () => {
    office.roster([{ id: 1 }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    office.roster([{ id: 1, until: '2026-04-15' }, { id: 2 }], '2026-09-30');
    const { findings } = office.on('2026-10-05').close('2026Q3');
    expect(line('2026Q3', 1)).toEqual([0, 0, 400, 400, 0]);
    expect(balances()).toEqual([400]);
    expect(findings.map(({ code }) => code)).toContain('closing.to-recover');
    // comes back: the debt is taken from what is due
    office.roster([{ id: 1, from: '2026-12-01' }], '2026-12-31');
    office.on('2027-01-05').close('2026Q4');
    expect(line('2026Q4', 1)).toEqual([200, 0, 200, 0, 0]);
    expect(balances()).toEqual([200]);
  });

  it('a transfer known late is never paid twice: the old district takes back first', () => {
    office.set({ wuhou: 230 });
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    office.roster([{ id: 1, until: '2026-04-30' }], '2026-06-30');
    office.roster(
      [
        { id: 1, at: '武侯', from: '2026-05-01' },
        { id: 2, at: '武侯' },
      ],
      '2026-06-30',
    );
    office.roster(
      [
        { id: 1, at: '武侯', from: '2026-05-01' },
        { id: 2, at: '武侯' },
      ],
      '2026-09-30',
    );
    office.on('2026-10-05').close('2026Q3', { district: '武侯区' });
    expect(line('2026Q3', 1, '武侯区')).toEqual([690, 0, 0, 0, 690]);
    office.close('2026Q3', { district: '锦江区' });
    expect(line('2026Q3', 1)).toEqual([0, 0, 400, 400, 0]);
    office.roster(
      [
        { id: 1, at: '武侯', from: '2026-05-01' },
        { id: 2, at: '武侯' },
      ],
      '2026-12-31',
    );
    office.on('2027-01-05').close('2026Q4');
    expect(line('2026Q4', 1, '武侯区')).toEqual([690, 460, 0, 0, 1150]);
    expect(settled('2026Q2').filter(([, , yuan]) => yuan === 230)).toHaveLength(5);
  });

  it('an import that is undone after the close is taken back at the next', () => {
    office.roster([{ id: 1 }], '2026-06-30');
    const batch = office.roster([{ id: 2 }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    office.undo(batch);
    office.roster([{ id: 1 }], '2026-09-30');
    office.on('2026-10-05').close('2026Q3');
    expect(line('2026Q3', 2)).toEqual([0, 0, 600, 600, 0]);
  });

  it('reopening lets go of everything; what was closed stays on record', () => {
    office.roster([{ id: 1 }], '2026-09-30');
    office.close('2026Q3');
    office.reopen('2026Q3');
    expect(settled('2026Q3')).toEqual([]);
    office.roster([{ id: 2 }], '2026-09-30');
    office.close('2026Q3');
    expect(settled('2026Q3')).toHaveLength(6);
    expect(office.workspace.db.prepare('SELECT count(*) FROM closing').pluck().get()).toBe(2);
  });
});

const refusal = (problem: string) => expect.objectContaining({ problem });

describe('who may move a quarter, and when', () => {
  beforeEach(() => {
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }], '2026-09-30');
  });

  it.each([
    ['a quarter that has not begun', () => office.on('2026-09-30').close('2026Q4'), 'closing.future'],
    ['a quarter that is closed', () => [office.close('2026Q3'), office.close('2026Q3')], 'closing.already'],
    [
      'one before a closed one',
      () => [office.close('2026Q4'), office.close('2026Q3')],
      'closing.out-of-order',
    ],
    ['a draft approved', () => office.approve('2026Q3'), 'closing.wrong-state'],
    [
      'approved by who closed it',
      () => [office.close('2026Q3'), office.approve('2026Q3', { by: '王敏' })],
      'closing.same-person',
    ],
    [
      'approved by who closed it, written otherwise',
      () => [office.close('2026Q3'), office.approve('2026Q3', { by: '王　敏' })],
      'closing.same-person',
    ],
    [
      'a notice from before the close',
      () => [office.close('2026Q3'), office.approve('2026Q3', { from: '2026-11-01' })],
      'closing.notice-early',
    ],
    ['a draft reopened', () => office.reopen('2026Q3'), 'closing.wrong-state'],
    [
      'one reopened under a later one',
      () => [office.close('2026Q3'), office.close('2026Q4'), office.reopen('2026Q3')],
      'closing.stood-on',
    ],
  ])('refuses %s', (_, act, problem) => {
    expect(act).toThrow(refusal(problem));
  });

  it('closes the districts that are left, and says which were closed', () => {
    office.close('2026Q3', { district: '锦江' });
    const { districts, findings } = office.close('2026Q3');
    expect(districts.map(({ district }) => district)).toEqual(['武侯区']);
    expect(findings.map(({ code, subject }) => [code, subject])).toContainEqual([
      'closing.closed-already',
      '锦江区',
    ]);
  });
});

describe('what was closed adds up', () => {
  it('every line of every history above is what its months were settled at', () => {
    office.roster([{ id: 1 }, { id: 2 }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    office.roster([{ id: 1, until: '2026-04-15' }, { id: 2 }], '2026-09-30');
    office.on('2026-10-05').close('2026Q3');
    office.roster([{ id: 1, from: '2026-12-01' }, { id: 2 }], '2026-12-31');
    office.on('2027-01-05').close('2026Q4');
    expect(brokenFacts(office.workspace.db, '')).toEqual([]);
  });
});
