import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { quarterStatus } from '../../src/tasks/quarter-status.js';
import { ClosingOffice } from './closing-office.js';

let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice({ small: true });
});
beforeEach(() => office.reset());
afterAll(() => office.end());

const status = (of: string) => quarterStatus(office.workspace, quarter(of), { draft: true });
const errors = (of: string) =>
  status(of)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
const earlierOpen = ({ findings }: ReturnType<ClosingOffice['close']>) =>
  findings.flatMap(({ code, severity, details }) =>
    code === 'closing.earlier-open' ? [[severity, { ...details }]] : [],
  );

it('proves a quarter that was closed after the next one by what its own close knew', () => {
  office.roster([{ id: 1 }], '2026-03-31');
  office.on('2026-04-05').close('2026Q1');
  office.roster([{ id: 1, until: '2026-03-31' }], '2026-03-31');
  office.roster([{ id: 2, from: '2026-07-01' }], '2026-09-30');
  office.on('2026-10-05').close('2026Q3');
  office.roster([{ id: 3, from: '2026-04-01', until: '2026-06-30' }], '2026-06-30');
  const { districts } = office.on('2026-10-06').close('2026Q2');
  expect(districts).toMatchObject([{ district: '锦江区', people: 1, netFen: 60000 }]);
  for (const of of ['2026Q1', '2026Q2', '2026Q3']) expect(errors(of)).toEqual([]);
  expect(status('2026Q2').rows[0]?.proof).toMatchObject({ months: 3, differences: 0 });
});

it('warns before a reopened quarter is passed over, and still closes it then', () => {
  office.roster([{ id: 1 }], '2026-03-31');
  office.on('2026-04-05').close('2026Q1');
  office.reopen('2026Q1');
  office.roster([{ id: 1 }], '2026-06-30');
  const details = { district: '锦江区', quarter: '2026Q2', earlier: '2026Q1', reopened: true };
  expect(earlierOpen(office.on('2026-07-05').close('2026Q2'))).toEqual([['warning', details]]);
  expect(office.close('2026Q1').districts).toMatchObject([{ district: '锦江区', netFen: 60000 }]);
  for (const of of ['2026Q1', '2026Q2']) expect(errors(of)).toEqual([]);
  office.roster([{ id: 1 }], '2026-09-30');
  expect(earlierOpen(office.on('2026-10-05').close('2026Q3'))).toEqual([]);
});

it('warns a district that passes over the quarter before, which others have closed', () => {
  office.roster([{ id: 1 }, { id: 2, at: '武侯' }], '2026-03-31');
  office.on('2026-04-05').close('2026Q1', { district: '锦江区' });
  office.roster([{ id: 1 }, { id: 2, at: '武侯' }, { id: 3, at: '成华', from: '2026-04-01' }], '2026-06-30');
  const details = { district: '武侯区', quarter: '2026Q2', earlier: '2026Q1', reopened: false };
  expect(earlierOpen(office.on('2026-07-05').close('2026Q2'))).toEqual([['warning', details]]);
});

it('says of an earlier month that nobody can decide that it waits: an error, as in the quarter itself', () => {
  office.set({ rates: { '2024-01-01': 200 } });
  office.roster([{ id: 1 }, { id: 2 }], '2026-03-31');
  office.on('2026-04-05').close('2026Q1');
  office.roster([{ id: 1 }, { id: 2 }], '2026-06-30');
  office.set({ rates: { '2026-02-01': 200 } });
  const { findings, districts } = office.on('2026-07-05').close('2026Q2');
  expect(districts).toMatchObject([{ district: '锦江区', openMonths: 2 }]);
  expect(
    findings.filter(({ severity }) => severity === 'error').map(({ code, details }) => [code, details]),
  ).toEqual(
    [1, 2].map(() => [
      'reconciliation.open',
      { district: '锦江区', month: '2026-01', why: 'undecided', other: null },
    ]),
  );
});
