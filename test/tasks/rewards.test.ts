import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { quarter } from '../../src/domain/quarter.js';
import { loadClosedLines } from '../../src/store/closed-lines.js';
import { loadClosings } from '../../src/store/closings.js';
import { checkFile } from '../../src/store/soundness.js';
import { explainSubsidy } from '../../src/tasks/explain-subsidy.js';
import { mergePeople } from '../../src/tasks/identity.js';
import { listRegisterAwards } from '../../src/tasks/list-awards.js';
import { listCorrections } from '../../src/tasks/list-corrections.js';
import { previewSubsidies } from '../../src/tasks/preview-subsidies.js';
import { quarterStatus } from '../../src/tasks/quarter-status.js';
import { ClosingOffice } from './closing-office.js';
import { idNumber } from './rated-office.js';

const LEADER = '全国社会工作领军人才';
const PROVINCE = '四川省社会工作高端人才';
const NOWHERE = { district: undefined, township: undefined };
const REWARDS = { [LEADER]: 10_000, [PROVINCE]: 5_000.5 };

let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice({ small: true });
});
afterAll(() => office.end());
beforeEach(() => {
  office.reset();
  office.set({ rewards: REWARDS });
});

/** 应发, 奖励, 补发, 扣回, 转待追回, 实发 of a line in yuan. */
function amounts(of: string, id: number, district = '锦江区'): number[] {
  const { db } = office.workspace;
  const closing = loadClosings(db, quarter(of)).find((each) => each.district === district);
  const found =
    closing && loadClosedLines(db, closing).find(({ person }) => person.idNumber === idNumber(id));
  if (!found) return [];
  const { dueFen, rewardFen, arrearsFen, recoveredFen, carriedFen, netFen } = found;
  return [dueFen, rewardFen, arrearsFen, recoveredFen, carriedFen, netFen].map((fen) => fen / 100);
}

/** Yuan settled by district, of every reward of the register together. */
const settled = (): Record<string, number> =>
  Object.fromEntries(
    office.workspace.db
      .prepare(
        `SELECT district, sum(amount_fen) / 100.0 FROM reward_settlement WHERE released IS NULL
         GROUP BY 1 HAVING sum(amount_fen) <> 0 ORDER BY 1`,
      )
      .raw()
      .all() as [string, number][],
  );

const corrections = (of: string) =>
  listCorrections(office.workspace, quarter(of), {}).items.map(({ name, district, origin, correction }) => [
    ...[name, district, origin, correction.reward?.title, correction.reward?.awardedOn],
    ...[correction.amountFen / 100, correction.cause.codes.join()],
  ]);

/** The quarter agrees with what was known at the last close, and the database is sound. */
function expectProven(of: string, rewards: number): void {
  const { db } = office.workspace;
  const { rows } = quarterStatus(office.workspace, quarter(of), { draft: false });
  const proofs = rows.flatMap(({ proof }) => (proof ? [proof] : []));
  expect(proofs.map(({ differences }) => differences)).toEqual(proofs.map(() => 0));
  expect(proofs.reduce((sum, proof) => sum + proof.rewards, 0)).toBe(rewards);
  const found = checkFile(db.name).flatMap(({ findings }) => findings);
  expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
}

describe('a reward is a line of its quarter', () => {
  it('is shown apart, frozen apart, and added to what is paid', () => {
    office.roster([{ id: 1 }, { id: 2 }], '2026-06-30');
    office.awards([
      [1, LEADER, '2026-05-20'],
      [2, PROVINCE, '2026-07-01'],
    ]);
    const asked = { district: undefined, township: undefined, all: false };
    const { rewards, totals } = previewSubsidies(office.workspace, quarter('2026Q2'), asked);
    expect(totals.totalFen).toBe(2 * 60_000);
    expect(rewards).toMatchObject([
      {
        district: '锦江区',
        reward: {
          ...{ title: LEADER, awardedOn: '2026-05-20', amountFen: 1_000_000 },
          citation: { document: '测办发〔2026〕1号', article: '第一条' },
        },
      },
    ]);
    office.on('2026-07-05').close('2026Q2');
    expect(amounts('2026Q2', 1)).toEqual([600, 10_000, 0, 0, 0, 10_600]);
    expect(amounts('2026Q2', 2)).toEqual([600, 0, 0, 0, 0, 600]);
    expectProven('2026Q2', 1);
    office.roster([{ id: 1 }, { id: 2 }], '2026-09-30');
    office.on('2026-10-05').close('2026Q3');
    expect(amounts('2026Q3', 1)).toEqual([600, 0, 0, 0, 0, 600]);
    expect(amounts('2026Q3', 2)).toEqual([600, 5_000.5, 0, 0, 0, 5_600.5]);
    expectProven('2026Q3', 1);
  });

  it('asks for none of the conditions, and makes a line for whoever has no month', () => {
    // on post between the deciding days of two months
    office.roster(
      [{ id: 1, from: '2026-05-02', until: '2026-05-20', level: '', registered: '' }],
      '2026-06-30',
    );
    office.awards([[1, LEADER, '2026-05-20']]);
    office.on('2026-07-05').close('2026Q2');
    expect(amounts('2026Q2', 1)).toEqual([0, 10_000, 0, 0, 0, 10_000]);
  });

  it.each([
    ['the last day in the old district', '2026-05-14', { 锦江区: 10_000 }],
    ['the first day in the new one, at its own amount', '2026-05-15', { 武侯区: 20_000 }],
  ])('%s', (_, on, expected) => {
    office.set({ rewards: REWARDS, wuhouRewards: { [LEADER]: 20_000 } });
    office.roster([{ id: 1, until: '2026-05-14' }], '2026-06-30');
    office.roster([{ id: 1, at: '武侯', from: '2026-05-15' }], '2026-06-30');
    office.awards([[1, LEADER, on]]);
    office.on('2026-07-05').close('2026Q2');
    expect(settled()).toEqual(expected);
    expectProven('2026Q2', 1);
  });

  it('a title that a district leaves out is the city’s', () => {
    office.set({ rewards: REWARDS, wuhouRewards: { [LEADER]: 20_000 } });
    office.roster([{ id: 1, at: '武侯' }], '2026-06-30');
    office.awards([[1, PROVINCE, '2026-05-20']]);
    office.on('2026-07-05').close('2026Q2');
    expect(settled()).toEqual({ 武侯区: 5_000.5 });
  });

  it('of whom no district pays it is no silent zero', () => {
    office.roster([{ id: 1 }, { id: 2, from: '2026-06-01' }], '2026-06-30');
    office.awards([
      [2, LEADER, '2026-05-31'],
      [2, '优秀社会工作者', '2026-05-31'],
    ]);
    const { findings } = office.on('2026-07-05').close('2026Q2');
    const about = findings.filter(({ code }) => code.startsWith('reward'));
    expect(about).toMatchObject([
      { code: 'reward.no-post', severity: 'warning', details: { title: LEADER, awardedOn: '2026-05-31' } },
    ]);
    expect(settled()).toEqual({});
    const { rewards } = explainSubsidy(office.workspace, quarter('2026Q2'), idNumber(2));
    expect(rewards.map(({ title, answer }) => [title, answer])).toEqual([
      ['优秀社会工作者', 'not-listed'],
      [LEADER, 'no-post'],
    ]);
  });

  it('is refused where it is set by an example', () => {
    office.roster([{ id: 1 }], '2026-06-30');
    office.awards([[1, LEADER, '2026-05-20']]);
    const { policies } = office.workspace;
    for (const version of policies.versions['award.reward']) Object.assign(version, { example: true });
    expect(() => office.on('2026-07-05').close('2026Q2')).toThrow(
      expect.objectContaining({ problem: 'closing.example' }),
    );
  });
});

describe('what becomes known after the close is amended by the next one', () => {
  beforeEach(() => {
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }], '2026-06-30');
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }], '2026-09-30');
  });

  it('an award told late, with the line it amends and the import that told', () => {
    office.on('2026-07-05').close('2026Q2');
    const batch = office.awards([[1, LEADER, '2026-05-20']]);
    expect(corrections('2026Q3')).toEqual([
      ['张乙', '锦江区', '2026Q2', LEADER, '2026-05-20', 10_000, 'award'],
    ]);
    office.on('2026-10-05').close('2026Q3');
    expect(amounts('2026Q3', 1)).toEqual([600, 0, 10_000, 0, 0, 10_600]);
    const row = office.workspace.db
      .prepare(
        `SELECT kind, quarter, json_extract(cause, '$.batch') AS batch FROM reward_settlement
           JOIN closed_line ON closed_line.id = origin_line JOIN closing ON closing.id = closing`,
      )
      .get();
    expect(row).toEqual({ kind: 'correction', quarter: '2026Q2', batch });
    expectProven('2026Q2', 1);
    expect(corrections('2026Q4')).toEqual([]);
  });

  it.each<[string, (batch: number) => unknown, number[], Record<string, number>]>([
    ['an award that is undone', (batch) => office.undo(batch), [600, 0, 0, 10_000, 9_400, 0], {}],
    [
      'another amount',
      () => office.set({ rewards: { [LEADER]: 12_000 } }),
      [600, 0, 2_000, 0, 0, 2_600],
      { 锦江区: 12_000 },
    ],
    [
      'the title taken from the table',
      () => office.set({ rewards: { [PROVINCE]: 1 } }),
      [600, 0, 0, 10_000, 9_400, 0],
      {},
    ],
    [
      'a post that had ended before',
      () => office.roster([{ id: 1, until: '2026-05-19' }], '2026-06-30'),
      // with June, which was paid as well
      [0, 0, 0, 10_200, 10_200, 0],
      {},
    ],
    [
      'another spelling of the title',
      () => office.awards([[1, '“全国社会工作 领军人才”', '2026-05-20']]),
      [600, 0, 0, 0, 0, 600],
      { 锦江区: 10_000 },
    ],
    [
      'another day of the award, by a second row',
      () => office.awards([[1, LEADER, '2026-05-21']]),
      [600, 0, 10_000, 0, 0, 10_600],
      { 锦江区: 20_000 },
    ],
  ])('%s', (_, tell, line, expected) => {
    const batch = office.awards([[1, LEADER, '2026-05-20']]);
    office.on('2026-07-05').close('2026Q2');
    expect(amounts('2026Q2', 1)).toEqual([600, 10_000, 0, 0, 0, 10_600]);
    tell(batch);
    office.on('2026-10-05').close('2026Q3');
    expect(amounts('2026Q3', 1)).toEqual(line);
    expect(settled()).toEqual(expected);
    // the day that was there before is a reward of its own
    expectProven('2026Q2', (expected.锦江区 ?? 0) === 20_000 ? 2 : 1);
  });

  it('is proven by what was found at the close where the policy files have changed since', () => {
    office.awards([[1, LEADER, '2026-05-20']]);
    office.on('2026-07-05').close('2026Q2');
    office.set({ rewards: { [LEADER]: 12_000 } });
    expectProven('2026Q2', 1);
    const { rows } = quarterStatus(office.workspace, quarter('2026Q2'), { draft: false });
    expect(rows.find(({ district }) => district === '锦江区')?.late).toEqual({
      ...{ people: 1, arrearsFen: 200_000, recoveredFen: 0 },
    });
  });

  it('nothing before the first quarter that the register has closed', () => {
    office.on('2026-07-05').close('2026Q2');
    office.awards([[1, LEADER, '2026-03-31']]);
    office.on('2026-10-05').close('2026Q3');
    expect(settled()).toEqual({});
  });

  it('only as far back as corrections reach', () => {
    office.set({ rewards: REWARDS, retroMonths: 3 });
    office.on('2026-07-05').close('2026Q2');
    office.on('2026-10-05').close('2026Q3');
    office.awards([
      [1, LEADER, '2026-06-30'],
      [1, LEADER, '2026-07-01'],
    ]);
    office.on('2027-01-05').close('2026Q4');
    expect(settled()).toEqual({ 锦江区: 10_000 });
  });

  it('who has been merged is paid once, under the number that is kept', () => {
    office.roster([{ id: 3 }], '2026-06-30');
    office.awards([
      [1, LEADER, '2026-05-20'],
      [3, LEADER, '2026-05-20'],
    ]);
    office.on('2026-07-05').close('2026Q2');
    expect(settled()).toEqual({ 锦江区: 20_000 });
    mergePeople(office.workspace, { one: idNumber(1), two: idNumber(3), reason: '核实', by: null });
    office.on('2026-10-05').close('2026Q3');
    expect(settled()).toEqual({ 锦江区: 10_000 });
    expectProven('2026Q2', 1);
  });
});

describe('what is explained and listed of a late award', () => {
  const told = () =>
    explainSubsidy(office.workspace, quarter('2026Q2'), idNumber(1)).rewards.map(
      ({ amountFen, state, late, amendedFen }) => ({ amountFen, state, late, amendedFen }),
    );
  const paid = () =>
    listRegisterAwards(office.workspace, { ...NOWHERE, on: day('2027-01-31') }).rows.map((row) =>
      row.paid.map(({ quarter: of, district, amountFen }) => [of, district, amountFen / 100]),
    );

  it('to be paid by the next close, paid by it, and otherwise since', () => {
    for (const asOf of ['2026-06-30', '2026-09-30', '2026-12-31']) office.roster([{ id: 1 }], asOf);
    office.on('2026-07-05').close('2026Q2');
    office.awards([[1, LEADER, '2026-05-20']]);
    expect(told()).toEqual([{ amountFen: 1_000_000, state: null, late: true, amendedFen: 0 }]);
    expect(paid()).toEqual([[]]);
    office.on('2026-10-05').close('2026Q3');
    expect(told()).toEqual([{ amountFen: 1_000_000, state: null, late: false, amendedFen: 1_000_000 }]);
    expect(paid()).toEqual([[['2026Q3', '锦江区', 10_000]]]);
    office.set({ rewards: { [LEADER]: 12_000 } });
    expect(told()).toEqual([{ amountFen: 1_200_000, state: null, late: true, amendedFen: 1_000_000 }]);
    office.on('2027-01-05').close('2026Q4');
    expect(told()).toEqual([{ amountFen: 1_200_000, state: null, late: false, amendedFen: 1_200_000 }]);
    expect(paid()).toEqual([[['2026Q4', '锦江区', 12_000]]]);
  });

  it.each([
    ['2026-06-30', { late: false, beyondRetro: true }],
    ['2026-07-01', { late: true, beyondRetro: false }],
  ])('beyond the reach of corrections none is promised: given on %s', (on, said) => {
    office.set({ rewards: REWARDS, retroMonths: 3 });
    for (const asOf of ['2026-06-30', '2026-09-30']) office.roster([{ id: 1 }], asOf);
    office.on('2026-07-05').close('2026Q2');
    office.on('2026-10-05').close('2026Q3');
    office.awards([[1, LEADER, on]]);
    const of = quarter(on < '2026-07-01' ? '2026Q2' : '2026Q3');
    const { rewards } = explainSubsidy(office.workspace, of, idNumber(1));
    expect(rewards).toMatchObject([{ answer: 'due', amountFen: 1_000_000, amendedFen: 0, ...said }]);
  });

  it('nothing is listed as paid once it has been taken back or let go', () => {
    for (const asOf of ['2026-06-30', '2026-09-30']) office.roster([{ id: 1 }], asOf);
    office.awards([[1, `“${LEADER}”`, '2026-05-20']]);
    office.on('2026-07-05').close('2026Q2');
    expect(paid()).toEqual([[['2026Q2', '锦江区', 10_000]]]);
    office.set({ rewards: { [LEADER]: 0 } });
    office.on('2026-10-05').close('2026Q3');
    expect(paid()).toEqual([[]]);
    office.reopen('2026Q3');
    expect(paid()).toEqual([[['2026Q2', '锦江区', 10_000]]]);
    office.reopen('2026Q2');
    expect(paid()).toEqual([[]]);
  });

  it('the cause of what is taken back is the import that took it back', () => {
    for (const asOf of ['2026-06-30', '2026-09-30', '2026-12-31']) office.roster([{ id: 1 }], asOf);
    office.on('2026-07-05').close('2026Q2');
    const batch = office.awards([[1, LEADER, '2026-05-20']]);
    office.on('2026-10-05').close('2026Q3');
    office.undo(batch);
    const causes = () =>
      listCorrections(office.workspace, quarter('2026Q4'), {}).items.map(
        ({ correction }) => correction.cause.batch,
      );
    expect(causes()).toEqual([batch + 1]);
  });
});

describe('what rests on an example is never closed, late or not', () => {
  it.each([
    ['a late award', 'award.reward', () => office.awards([[2, LEADER, '2026-05-20']])],
    ['months of an earlier quarter', 'subsidy.rate', () => office.set({ rewards: REWARDS, wuhou: 230 })],
  ] as const)('%s', (_, parameter, tell) => {
    office.set({ rewards: REWARDS, wuhouRewards: { [LEADER]: 20_000 } });
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }], '2026-06-30');
    office.on('2026-07-05').close('2026Q2');
    tell();
    const { policies } = office.workspace;
    for (const version of policies.versions[parameter]) {
      if (version.district !== '武侯区') continue;
      // the months of the next quarter go by the city's
      Object.assign(version, { example: true, until: '2026-06-30' });
    }
    expect(() => office.on('2026-10-05').close('2026Q3')).toThrow(
      expect.objectContaining({
        problem: 'closing.example',
        details: { quarter: '2026Q3', districts: ['武侯区'] },
      }),
    );
    expect(office.close('2026Q3', { district: '锦江区' }).districts).toHaveLength(1);
  });
});

describe('two districts never pay one reward', () => {
  const transferred = (from: string, role = '是') => {
    const until = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
    office.roster([{ id: 1, until, role }], '2026-06-30');
    office.roster([{ id: 1, at: '武侯', from, role }], '2026-06-30');
  };
  beforeEach(() => {
    office.roster([{ id: 1 }, { id: 2, at: '武侯' }, { id: 3 }], '2026-06-30');
    office.awards([[1, LEADER, '2026-05-20']]);
  });

  it('who settled it keeps it until it takes it back', () => {
    office.on('2026-07-05').close('2026Q2');
    transferred('2026-05-10');
    const { findings } = office.on('2026-10-05').close('2026Q3', { district: '武侯区' });
    expect(findings.filter(({ code }) => code === 'reward.open')).toMatchObject([
      { severity: 'error', details: { district: '武侯区', why: 'settled-elsewhere', other: '锦江区' } },
    ]);
    expect(settled()).toEqual({ 锦江区: 10_000 });
    expectProven('2026Q2', 2);
    office.close('2026Q3', { district: '锦江区' });
    expect(settled()).toEqual({});
    office.on('2027-01-05').close('2026Q4');
    expect(settled()).toEqual({ 武侯区: 10_000 });
    expectProven('2026Q2', 2);
  });

  it('within one command what is taken back is booked first', () => {
    office.on('2026-07-05').close('2026Q2');
    transferred('2026-05-10');
    office.on('2026-10-05').close('2026Q3');
    expect(settled()).toEqual({ 武侯区: 10_000 });
    expect(() => office.reopen('2026Q3', { district: '锦江区' })).toThrow(
      expect.objectContaining({ problem: 'closing.paid-on-it' }),
    );
    office.reopen('2026Q3');
    expect(settled()).toEqual({ 锦江区: 10_000 });
  });

  it('nor is the one reopened alone under the other that pays a reward since', () => {
    office.reset();
    office.set({ rewards: REWARDS });
    // nobody has a month, so that the reward alone moves
    office.roster([{ id: 1, role: '否' }, { id: 2, at: '武侯' }, { id: 3 }], '2026-06-30');
    office.awards([[1, LEADER, '2026-05-20']]);
    office.on('2026-07-05').close('2026Q2');
    transferred('2026-05-10', '否');
    office.on('2026-10-05').close('2026Q3');
    expect(settled()).toEqual({ 武侯区: 10_000 });
    expect(() => office.reopen('2026Q3', { district: '锦江区' })).toThrow(
      expect.objectContaining({ problem: 'closing.paid-on-it' }),
    );
    office.reopen('2026Q3', { district: '武侯区' });
    office.reopen('2026Q3', { district: '锦江区' });
    expect(settled()).toEqual({ 锦江区: 10_000 });
  });

  it.each([
    ['a reward', '否'],
    ['months', '是'],
  ])('nor under one that closes late and pays %s as its own, under the number that was kept', (_, role) => {
    office.reset();
    office.set({ rewards: REWARDS });
    const other = { id: 3, at: '武侯', from: '2026-05-10', role } as const;
    office.roster([{ id: 1, role }, { id: 2 }, other], '2026-06-30');
    if (role === '否') office.awards([[1, LEADER, '2026-05-20']]);
    office.on('2026-07-05').close('2026Q2', { district: '锦江区' });
    mergePeople(office.workspace, { one: idNumber(3), two: idNumber(1), reason: '核实', by: null });
    office.on('2026-10-05').close('2026Q3', { district: '锦江区' });
    expect(settled()).toEqual({});
    office.close('2026Q2', { district: '武侯区' });
    expect(settled()).toEqual(role === '否' ? { 武侯区: 10_000 } : {});
    expect(() => office.reopen('2026Q3', { district: '锦江区' })).toThrow(
      expect.objectContaining({ problem: 'closing.paid-on-it' }),
    );
  });

  it('each district closes its own rewards, whoever has closed before', () => {
    office.awards([[2, LEADER, '2026-05-20']]);
    const names = (district: string) =>
      office
        .on('2026-07-05')
        .close('2026Q2', { district })
        .districts.map((each) => [each.district, each.rewardFen]);
    expect(names('武侯区')).toEqual([['武侯区', 1_000_000]]);
    expect(names('锦江区')).toEqual([['锦江区', 1_000_000]]);
    expect(settled()).toEqual({ 武侯区: 10_000, 锦江区: 10_000 });
  });

  it('in the quarter itself: the district that has not closed waits, and pays as an amend', () => {
    office.on('2026-07-05').close('2026Q2', { district: '锦江区' });
    transferred('2026-05-10');
    office.close('2026Q2', { district: '武侯区' });
    // what was known late was paid by the other district already
    expect(amounts('2026Q2', 1, '武侯区')).toEqual([0, 0, 0, 0, 0, 0]);
    expectProven('2026Q2', 2);
    office.on('2026-10-05').close('2026Q3');
    expect(settled()).toEqual({ 武侯区: 10_000 });
    expectProven('2026Q2', 2);
  });

  it('reopened and closed again it is paid once', () => {
    office.on('2026-07-05').close('2026Q2');
    office.reopen('2026Q2');
    expect(settled()).toEqual({});
    office.close('2026Q2');
    expect(settled()).toEqual({ 锦江区: 10_000 });
    expectProven('2026Q2', 1);
  });
});
