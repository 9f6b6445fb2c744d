import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { registerOverview } from '../../src/tasks/overview.js';
import { ClosingOffice } from './closing-office.js';

let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice();
});
beforeEach(() => office.reset());
afterAll(() => office.end());

/** Each quarter with its districts: state, people, yuan. */
function quarters(
  on: string,
  { knownAt = null, ...asked }: { knownAt?: Date | null; district?: string } = {},
) {
  const query = { on: day(on), knownAt, people: false, ...asked };
  return registerOverview(office.workspace, query).quarters.map(({ quarter, districts }) => [
    quarter,
    ...districts.map(({ district, state, people, netFen }) => [district, state, people, netFen / 100]),
  ]);
}

describe('the subsidy by quarter and district', () => {
  it('is a draft until a district has closed, and then what was frozen', () => {
    office.set({ wuhou: 230 });
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }]);
    expect(quarters('2026-11-23')).toEqual([
      ['2026Q3', ['锦江区', 'draft', 1, 600], ['武侯区', 'draft', 1, 690]],
    ]);
    office.close('2026Q3', { district: '锦江区' });
    office.set({ wuhou: 230, rates: { '2024-01-01': 220 } });
    expect(quarters('2026-11-23')).toEqual([
      ['2026Q3', ['锦江区', 'closed', 1, 600], ['武侯区', 'draft', 1, 690]],
    ]);
    expect(quarters('2026-11-23', { district: '锦江' })).toEqual([['2026Q3', ['锦江区', 'closed', 1, 600]]]);
  });

  it('tells of the state as it was at a moment, and of no quarter after the day', () => {
    office.roster([{ id: 1 }]);
    office.on('2026-11-24').close('2026Q3');
    office.on('2026-11-26').approve('2026Q3');
    const at = (moment: string) => quarters('2026-11-27', { knownAt: new Date(moment) })[0]?.[1];
    expect(at('2026-11-23T12:00:00Z')).toEqual(['锦江区', 'draft', 1, 600]);
    expect(at('2026-11-25T12:00:00Z')).toEqual(['锦江区', 'closed', 1, 600]);
    expect(at('2026-11-26T12:00:00Z')).toEqual(['锦江区', 'approved', 1, 600]);
    expect(quarters('2026-06-30').map(([quarter]) => quarter)).not.toContain('2026Q3');
  });

  it('a reopened quarter is a draft again', () => {
    office.roster([{ id: 1 }]);
    office.close('2026Q3');
    office.reopen('2026Q3');
    expect(quarters('2026-11-23')).toEqual([['2026Q3', ['锦江区', 'draft', 1, 600]]]);
  });

  it('a reopened quarter is a draft again however long ago it was, and only where it was reopened', () => {
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }, { id: 3, at: '成华' }], '2026-06-30');
    office.close('2026Q2', { district: '锦江区' });
    office.close('2026Q2', { district: '武侯区' });
    office.reopen('2026Q2', { district: '锦江区' });
    expect(quarters('2026-11-23')[0]).toEqual([
      '2026Q2',
      ['锦江区', 'draft', 1, 600],
      ['武侯区', 'closed', 1, 600],
    ]);
    expect(quarters('2026-11-23', { district: '武侯' })[0]).toEqual(['2026Q2', ['武侯区', 'closed', 1, 600]]);
    office.close('2026Q2', { district: '锦江区' });
    expect(quarters('2026-11-23')[0]).toEqual([
      '2026Q2',
      ['锦江区', 'closed', 1, 600],
      ['武侯区', 'closed', 1, 600],
    ]);
  });

  it('tells of months that no rate decides, instead of leaving them out in silence', () => {
    office.set({ rates: { '2026-10-01': 200 }, wuhou: 230 });
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }]);
    expect(quarters('2026-09-30')).toEqual([['2026Q3', ['武侯区', 'draft', 1, 690]]]);
    const figures = () =>
      registerOverview(office.workspace, { on: day('2026-09-30'), knownAt: null, people: false }).figures;
    const told = (name: string) => figures().find(({ figure }) => figure === name);
    expect(told('subsidyUndecided')).toMatchObject({
      ...{ value: 3, unit: 'months', quarter: '2026Q3', state: 'attention' },
    });
    expect(told('subsidyDraft')?.state).toBe('attention');
    office.set({ wuhou: 230 });
    expect(told('subsidyUndecided')).toBeUndefined();
    expect(told('subsidyDraft')?.state).toBe('counted');
  });

  it('holds the rewards of the quarter', () => {
    office.set({ rewards: { 全国社会工作领军人才: 10_000 } });
    office.roster([{ id: 1 }]);
    office.awards([[1, '全国社会工作领军人才', '2026-08-01']]);
    expect(quarters('2026-11-23')).toEqual([['2026Q3', ['锦江区', 'draft', 1, 10_600]]]);
    office.close('2026Q3');
    expect(quarters('2026-11-23')).toEqual([['2026Q3', ['锦江区', 'closed', 1, 10_600]]]);
  });
});
