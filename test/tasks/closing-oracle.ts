import { expect } from 'vitest';
import { addMonths, type Day, type Month } from '../../src/domain/day.js';
import { firstDayOfQuarter, monthsOf, type Quarter, quarterOf } from '../../src/domain/quarter.js';
import { awardKey, type RewardName } from '../../src/domain/reward.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import type { MonthResult } from '../../src/rules/subsidy-result.js';
import { loadLinks } from '../../src/store/links.js';
import type { Database } from '../../src/store/open.js';
import { loadPeople, loadUnits } from '../../src/store/register.js';
import { loadBalances } from '../../src/store/settlements.js';
import { quarterRewards } from '../../src/tasks/quarter-rewards.js';
import type { Workspace } from '../../src/tasks/workspace.js';

/** Fen by `person month district`, and by `person day:title district` for rewards; people who are one together. */
export type Settled = ReadonlyMap<string, number>;

const FROZEN: Readonly<Record<string, string>> = {
  closing: 'id, quarter, district, known_batch, fingerprint, standards, needs',
  closing_move: '*',
  closed_line: '*',
  settlement: 'id, line, person, month, district, kind, amount_fen, entitled_fen, origin_line, cause, trace',
  recovery: 'id, person, district, line, opening, amount_fen, at, by, reason',
  open_item: '*',
  reward_settlement:
    'id, line, person, title, title_key, awarded_on, district, kind, amount_fen, entitled_fen, origin_line, cause, citation, file, source_line',
  open_reward: '*',
};

/** Every row that was ever closed, by table. */
export type FrozenRows = ReadonlyMap<string, readonly string[]>;

export function frozenRows(db: Database): FrozenRows {
  return new Map(
    Object.entries(FROZEN).map(([table, columns]) => {
      const order =
        { open_item: 'closing, person, month', open_reward: 'closing, person, title_key' }[table] ?? 'id';
      const rows = db.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${order}`).raw().all();
      return [table, rows.map((row) => JSON.stringify(row))];
    }),
  );
}

/** What is settled, added up row by row. */
export function settledNow(db: Database): Settled {
  const { kept } = loadLinks(db);
  const rows = db
    .prepare(
      `SELECT person, month, district, amount_fen FROM settlement WHERE released IS NULL
       UNION ALL SELECT person, awarded_on || ':' || title_key, district, amount_fen FROM reward_settlement
         WHERE released IS NULL`,
    )
    .raw()
    .all() as [number, Month, string, number][];
  const sums = new Map<string, number>();
  for (const [person, month, district, amountFen] of rows) {
    const key = `${kept(person)} ${month} ${district}`;
    sums.set(key, (sums.get(key) ?? 0) + amountFen);
  }
  return sums;
}

interface Checked {
  /** The quarter that was just closed, and by whom. */
  quarter: Quarter;
  districts: readonly string[];
  /** As it was before. */
  settled: Settled;
  frozen: FrozenRows;
  /** Months back that corrections reach; null: no limit. */
  retroMonths: number | null;
}

/** Throws unless everything that a close promises holds, everybody looked at again from the beginning. */
export function checkClose(workspace: Workspace, checked: Checked): void {
  const { db } = workspace;
  const after = settledNow(db);
  for (const district of checked.districts) checkDistrict(workspace, district, checked, after);
  checkNothingEdited(db, checked.frozen);
  checkControlTotals(db);
}

/** Rows that were there are there, and say the same. */
export function checkNothingEdited(db: Database, frozen: FrozenRows): void {
  const now = frozenRows(db);
  for (const [table, rows] of frozen) {
    const standing = new Set(now.get(table));
    expect(rows.filter((row) => !standing.has(row))).toEqual([]);
  }
}

function checkDistrict(
  workspace: Workspace,
  district: string,
  { quarter, settled, retroMonths }: Checked,
  after: Settled,
): void {
  const { db } = workspace;
  const first = firstDayOfQuarter(quarter);
  const reach = retroMonths === null ? '' : addMonths(first, -retroMonths).slice(0, 7);
  const open = openMonths(db, quarter, district);
  const everybody = { people: loadPeople(db), units: loadUnits(db), book: workspace.policies };
  for (const past of closedQuarters(db, district)) {
    const judged = judgeEverybody(past, everybody);
    const people = new Set([...judged.keys(), ...[...after.keys()].map((key) => Number(key.split(' ')[0]))]);
    for (const person of people) {
      for (const [index, month] of monthsOf(past).entries()) {
        const now = judged.get(person)?.[index] ?? null;
        const entitled = now?.paid && now.district === district ? now.amountFen : 0;
        const key = `${person} ${month} ${district}`;
        const [before, here] = [settled.get(key) ?? 0, after.get(key) ?? 0];
        const told = { quarter, district, person, month };
        if (past !== quarter && month < reach) {
          expect({ ...told, here }).toEqual({ ...told, here: before });
          continue;
        }
        const waits = open.get(`${person} ${month}`);
        if (waits === undefined) {
          expect({ ...told, here }).toEqual({ ...told, here: entitled });
          continue;
        }
        // a month that waits is left as it was, and waits for a reason
        expect({ ...told, here }).toEqual({ ...told, here: before });
        if (waits.code === 'undecided')
          expect({ ...told, decided: now?.decided }).toEqual({ ...told, decided: false });
        else {
          expect(entitled, JSON.stringify(told)).toBeGreaterThan(here);
          expect(settled.get(`${person} ${month} ${waits.district}`), JSON.stringify(told)).toBeGreaterThan(
            0,
          );
        }
      }
    }
  }
  checkRewards(workspace, district, { quarter, settled, reach }, after);
  expectNobodyElsePaid(db, quarter, district, after);
}

const nameOf = ({ title, awardedOn }: RewardName): string => `${awardedOn}:${awardKey(title)}`;

/** Every reward of every closed quarter, everybody judged again: settled at what the district owes, or left as it was. */
function checkRewards(
  workspace: Workspace,
  district: string,
  { quarter, settled, reach }: { quarter: Quarter; settled: Settled; reach: string },
  after: Settled,
): void {
  const { db, policies: book } = workspace;
  const { kept } = loadLinks(db);
  const waiting = new Map(
    (
      db
        .prepare(
          `SELECT person, title_key, awarded_on, code, open_reward.district FROM open_reward
             JOIN closing ON closing.id = closing
           WHERE reopened IS NULL AND quarter = ? AND closing.district = ?`,
        )
        .raw()
        .all(quarter, district) as [number, string, string, string, string | null][]
    ).map(([person, key, on, code, other]) => [`${kept(person)} ${on}:${key}`, { code, other }]),
  );
  const asked = { db, book, units: loadUnits(db), knownAt: undefined };
  for (const past of closedQuarters(db, district)) {
    const judged = new Map(
      quarterRewards(asked, past).map((each) => [`${each.person.id} ${nameOf(each)}`, each]),
    );
    const keys = [...after.keys()].map((key) => key.split(' ') as [string, string]);
    const ofQuarter = keys.filter(([, of]) => of.includes(':') && quarterOf(of.slice(0, 10) as Day) === past);
    for (const name of new Set([...judged.keys(), ...ofQuarter.map(([person, of]) => `${person} ${of}`)])) {
      const now = judged.get(name);
      const due = now?.answer === 'due' && now.place?.district === district ? now.amountFen : 0;
      const [before, here] = [settled.get(`${name} ${district}`) ?? 0, after.get(`${name} ${district}`) ?? 0];
      const told = { quarter, district, name };
      const month = (name.split(' ')[1] ?? '').slice(0, 7);
      const waits = waiting.get(name);
      const stays = (past !== quarter && month < reach) || waits !== undefined;
      expect({ ...told, here }).toEqual({ ...told, here: stays ? before : due });
      if (waits?.code === 'settled-elsewhere')
        expect(settled.get(`${name} ${waits.other}`), JSON.stringify(told)).toBeGreaterThan(0);
      if (waits?.code === 'undecided')
        expect({ ...told, answer: now?.answer }).toEqual({ ...told, answer: 'two-districts' });
      // in whatever order: never two districts at more than the one of them owes
      const all = [...after].filter(([key, fen]) => key.startsWith(`${name} `) && fen > 0);
      expect({ ...told, payers: all.length }).toEqual({ ...told, payers: Math.min(all.length, 1) });
    }
  }
}

/** Whoever was paid for a month is paid by nobody else. */
function expectNobodyElsePaid(db: Database, quarter: Quarter, district: string, after: Settled): void {
  const { kept } = loadLinks(db);
  const paid = db
    .prepare(
      `SELECT settlement.person, month FROM settlement JOIN closed_line ON closed_line.id = line
         JOIN closing ON closing.id = closed_line.closing
       WHERE reopened IS NULL AND quarter = ? AND closing.district = ? AND amount_fen > 0`,
    )
    .raw()
    .all(quarter, district) as [number, Month][];
  const months = new Set(paid.map(([person, month]) => `${kept(person)} ${month}`));
  for (const [key, amountFen] of after) {
    const [person, month, other] = key.split(' ');
    if (other !== district && months.has(`${person} ${month}`))
      expect({ key, amountFen }).toEqual({ key, amountFen: 0 });
  }
}

function closedQuarters(db: Database, district: string): Quarter[] {
  return db
    .prepare('SELECT quarter FROM closing WHERE reopened IS NULL AND district = ?')
    .pluck()
    .all(district) as Quarter[];
}

/** Everybody's months, from everything that is known now. */
function judgeEverybody(
  quarter: Quarter,
  everybody: Omit<Parameters<typeof computeQuarter>[0], 'quarter'>,
): Map<number, readonly MonthResult[]> {
  const { people } = computeQuarter({ quarter, ...everybody });
  return new Map(people.map(({ person, months }) => [person.id, months]));
}

function openMonths(db: Database, quarter: Quarter, district: string) {
  const { kept } = loadLinks(db);
  const rows = db
    .prepare(
      `SELECT person, month, code, open_item.district FROM open_item JOIN closing ON closing.id = closing
       WHERE reopened IS NULL AND quarter = ? AND closing.district = ?`,
    )
    .raw()
    .all(quarter, district) as [number, Month, string, string | null][];
  return new Map(
    rows.map(([person, month, code, other]) => [`${kept(person)} ${month}`, { code, district: other }]),
  );
}

/** Σ(应发 + 补发 − 扣回 + 转待追回) = Σ 实发 = Σ settled + Σ still owed, and nobody is owed a negative sum. */
function checkControlTotals(db: Database): void {
  const total = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0);
  const lines = 'closed_line JOIN closing ON closing.id = closing WHERE reopened IS NULL';
  const net = total(`SELECT sum(net_fen) FROM ${lines}`);
  expect(total(`SELECT sum(due_fen + arrears_fen - recovered_fen + carried_fen) FROM ${lines}`)).toBe(net);
  const carried = total(`SELECT sum(carried_fen) FROM ${lines}`);
  const taken = total('SELECT sum(amount_fen) FROM recovery WHERE released IS NULL AND opening IS NOT NULL');
  const owed = [...loadBalances(db).values()].flat();
  expect(owed.every(({ balanceFen }) => balanceFen > 0)).toBe(true);
  expect(owed.reduce((sum, { balanceFen }) => sum + balanceFen, 0)).toBe(carried - taken);
  const settled =
    total('SELECT sum(amount_fen) FROM settlement WHERE released IS NULL') +
    total('SELECT sum(amount_fen) FROM reward_settlement WHERE released IS NULL');
  expect(settled + carried - taken).toBe(net);
}
