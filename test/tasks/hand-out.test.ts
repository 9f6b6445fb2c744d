import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { BusyError, UserError } from '../../src/domain/user-error.js';
import { readAudit } from '../../src/store/audit.js';
import { loadClosings } from '../../src/store/closings.js';
import { exportSubsidies } from '../../src/tasks/export-subsidies.js';
import { recordHandOut } from '../../src/tasks/hand-out.js';
import { ClosingOffice } from './closing-office.js';

const QUARTER = quarter('2026Q3');
let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice();
});
beforeEach(() => {
  office.reset();
  office.roster([{ id: 1 }, { id: 2, at: '武侯' }]);
  office.on('2026-10-08').close('2026Q3');
  office.on('2026-10-20').approve('2026Q3', { from: '2026-10-08' });
});
afterAll(() => office.end());

const closings = () => loadClosings(office.workspace.db, QUARTER);
const states = () => closings().map(({ state }) => state);
const handOut = (of: ReturnType<typeof closings>) =>
  recordHandOut(office.workspace, {
    ...{ quarter: QUARTER, by: '陈静', closings: of, exported: of, issued: [], files: [] },
  });

describe('handing out', () => {
  it('moves every approved closing to exported, once', () => {
    const seen = closings();
    expect(handOut(seen)).toEqual(['武侯区', '锦江区']);
    expect(states()).toEqual(['exported', 'exported']);
    // somebody who had read it as approved
    expect(handOut(seen)).toEqual([]);
    expect(closings().map(({ moves }) => moves.length)).toEqual([3, 3]);
  });

  it('records nothing of a quarter that was reopened meanwhile, not even of the other district', () => {
    const seen = closings();
    office.reopen('2026Q3', { district: '锦江区' });
    const entries = [...readAudit(office.workspace.db)].length;
    expect(() => handOut(seen)).toThrow(BusyError);
    expect(closings()).toMatchObject([{ district: '武侯区', state: 'approved' }]);
    expect([...readAudit(office.workspace.db)]).toHaveLength(entries);
  });
});

describe('gathering a quarter for its papers', () => {
  const gather = (district?: string) =>
    exportSubsidies(office.workspace, QUARTER, { district, together: false });

  it('gives frozen lines and standards to districts that have closed, whatever the values are now', () => {
    const before = gather();
    office.roster([{ id: 1, role: '否' }, { id: 3 }]);
    office.set({ rates: { '2024-01-01': 900 } });
    const { groups, standards, drafts } = gather();
    expect(groups.map(({ lines }) => lines)).toEqual(before.groups.map(({ lines }) => lines));
    expect(standards).toEqual(before.standards);
    expect(drafts).toEqual([]);
  });

  it('gives drafts to districts where people have come since', () => {
    office.reopen('2026Q3', { district: '锦江区' });
    const { groups, drafts } = gather();
    expect(groups.map(({ district, stage }) => [district, stage])).toEqual([
      ['锦江区', 'draft'],
      ['武侯区', 'approved'],
    ]);
    expect(drafts).toEqual(['锦江区']);
  });

  it('says so where there is nobody', () => {
    expect(() => gather('蒲江县')).toThrow(UserError);
  });
});
