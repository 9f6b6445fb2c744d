import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { listCorrections } from '../../src/tasks/list-corrections.js';
import { previewSubsidies } from '../../src/tasks/preview-subsidies.js';
import { ClosingOffice } from './closing-office.js';

const LEADER = '全国社会工作领军人才';
const PROVINCE = '四川省社会工作高端人才';

let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice({ small: true });
});
afterAll(() => office.end());
beforeEach(() => {
  office.reset();
  office.set({ rewards: { [LEADER]: 10_000, [PROVINCE]: 5_000 } });
  for (const asOf of ['2026-06-30', '2026-09-30', '2026-12-31'])
    office.roster([{ id: 1 }, { id: 2, at: '武侯', from: '2026-06-01' }], asOf);
});

type Told = readonly { code: string; subject: string; details: object }[];
const about = (findings: Told) =>
  findings
    .filter(({ code }) => code === 'reward.no-post' || code === 'reward.title-again')
    .map(({ code, details }) => ({ code, ...details }));
const preview = (of: string, district?: string) =>
  about(
    previewSubsidies(office.workspace, quarter(of), { district, township: undefined, all: false }).findings,
  );
const corrections = (of: string, district?: string) =>
  about(listCorrections(office.workspace, quarter(of), { district }).findings);
const close = (of: string, district?: string) =>
  about(office.close(of, district === undefined ? {} : { district }).findings);

describe('an award of a closed quarter that nobody pays is no silent zero either', () => {
  const UNPAID = [{ code: 'reward.no-post', title: LEADER, awardedOn: '2026-05-31' }];

  it('it is told before the next close and at it, and not again afterwards', () => {
    office.on('2026-07-05').close('2026Q2');
    office.awards([[2, LEADER, '2026-05-31']]);
    office.on('2026-10-05');
    expect(preview('2026Q3')).toEqual(UNPAID);
    expect(corrections('2026Q3')).toEqual(UNPAID);
    expect(close('2026Q3')).toEqual(UNPAID);
    office.on('2027-01-05');
    expect(preview('2026Q4')).toEqual([]);
    expect(close('2026Q4')).toEqual([]);
  });

  it('nor is it told again where the close of its own quarter has said it', () => {
    office.awards([[2, LEADER, '2026-05-31']]);
    office.on('2026-07-05');
    expect(close('2026Q2')).toEqual(UNPAID);
    office.on('2026-10-05');
    expect(close('2026Q3')).toEqual([]);
  });

  it('each district is told by its own next close', () => {
    office.on('2026-07-05').close('2026Q2');
    office.awards([[2, LEADER, '2026-05-31']]);
    office.on('2026-10-05');
    expect(close('2026Q3', '锦江区')).toEqual(UNPAID);
    expect(close('2026Q3', '武侯区')).toEqual(UNPAID);
  });
});

describe('one title of one person on two days of a year may be one award, told twice', () => {
  const again = (awardedOn: string, other: string) => ({
    ...{ code: 'reward.title-again', district: '锦江区', title: LEADER, awardedOn, others: [other] },
  });

  it.each([
    ['two days of one quarter', ['2026-05-01', '2026-05-20'], [['2026-05-01', '2026-05-20']]],
    ['in other quotation marks', ['2026-05-01', '2026-05-20'], [['2026-05-01', '2026-05-20']]],
    ['the first and the last day of a year', ['2026-01-01', '2026-05-20'], []],
  ])('%s', (what, [one = '', two = ''], both) => {
    const title = what === 'in other quotation marks' ? `“${LEADER}”` : LEADER;
    office.awards([[1, LEADER, one]]);
    office.awards([[1, title, two]]);
    office.on('2026-07-05');
    const told = both.length > 0 ? [again(one, two), { ...again(two, one), title }] : [again(two, one)];
    expect(preview('2026Q2')).toEqual(told);
    expect(preview('2026Q2', '武侯区')).toEqual([]);
    expect(close('2026Q2')).toEqual(told);
  });

  it.each([
    ['another year', 1, LEADER, '2025-12-31'],
    ['another title', 1, PROVINCE, '2026-05-01'],
    ['another person', 2, LEADER, '2026-06-01'],
  ] as const)('%s is another award', (_, who, title, on) => {
    office.awards([
      [1, LEADER, '2026-05-20'],
      [who, title, on],
    ]);
    office.on('2026-07-05');
    expect(preview('2026Q2')).toEqual([]);
    expect(close('2026Q2')).toEqual([]);
  });

  it('a late row is told before it is paid as an amend', () => {
    office.awards([[1, LEADER, '2026-05-20']]);
    office.on('2026-07-05').close('2026Q2');
    office.awards([[1, LEADER, '2026-05-01']]);
    office.on('2026-10-05');
    const told = [again('2026-05-01', '2026-05-20')];
    expect(preview('2026Q3')).toEqual(told);
    expect(corrections('2026Q3')).toEqual(told);
    expect(corrections('2026Q3', '武侯区')).toEqual([]);
    expect(close('2026Q3')).toEqual(told);
  });
});
