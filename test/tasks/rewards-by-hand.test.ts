import { afterAll, beforeAll, expect, it } from 'vitest';
import { quarter } from '../../src/domain/quarter.js';
import { quarterStatus } from '../../src/tasks/quarter-status.js';
import { ClosingOffice, type RosterPerson } from './closing-office.js';

const [LEADER, PROVINCE, OTHER] = ['全国社会工作领军人才', '四川省社会工作高端人才', '优秀社会工作者'];
const PEOPLE = 60;

/** What the office below sets, by hand: title, district, fen. 武侯区 has an own amount for one of them. */
const TABLE = `(VALUES ('${LEADER}', '锦江区', 1000000), ('${LEADER}', '成华区', 1000000), ('${LEADER}', '武侯区', 1500000),
  ('${PROVINCE}', '锦江区', 500050), ('${PROVINCE}', '成华区', 500050), ('${PROVINCE}', '武侯区', 500050))`;

/** What each district owes for the awards of a stretch of days, from the facts alone. */
const OWED = `
  SELECT unit_term.district, count(*) AS rewards, sum(amounts.column3) AS fen
  FROM award
  JOIN post ON post.person = award.person AND post.superseded IS NULL
    AND post.from_on <= awarded_on AND (post.until_on IS NULL OR awarded_on <= post.until_on)
  JOIN unit_term ON unit_term.unit = post.unit AND unit_term.superseded IS NULL
  JOIN ${TABLE} AS amounts ON amounts.column1 = award.title AND amounts.column2 = unit_term.district
  WHERE award.superseded IS NULL AND awarded_on BETWEEN ? AND ?
  GROUP BY 1 ORDER BY 1`;

const SETTLED = `
  SELECT district, count(*) AS rewards, sum(fen) AS fen FROM (
    SELECT district, sum(amount_fen) AS fen FROM reward_settlement
    WHERE released IS NULL AND awarded_on BETWEEN ? AND ?
    GROUP BY district, person, title_key, awarded_on HAVING sum(amount_fen) <> 0)
  GROUP BY 1 ORDER BY 1`;

let office: ClosingOffice;
beforeAll(() => {
  office = new ClosingOffice({ small: true });
  office.set({
    rewards: { [LEADER as string]: 10_000, [PROVINCE as string]: 5_000.5 },
    wuhouRewards: { [LEADER as string]: 15_000 },
  });
});
afterAll(() => office.end());

const places = ['锦江', '锦江二', '武侯', '成华'] as const;
/** A few leave, a few begin, a few move, at days that depend on their number. */
function posts(id: number): RosterPerson[] {
  const at = places[id % 4] as (typeof places)[number];
  const next = places[(id + 2) % 4] as (typeof places)[number];
  const day = String(1 + ((id * 7) % 28)).padStart(2, '0');
  if (id % 5 === 0) return [{ id, at, until: `2026-05-${day}` }];
  if (id % 7 === 0) return [{ id, at, from: `2026-05-${day}` }];
  if (id % 3 === 0)
    return [
      { id, at, until: '2026-05-14' },
      { id, at: next, from: '2026-05-15' },
    ];
  return [{ id, at }];
}

it('what is settled is what SQL written by hand finds to be owed, before and after late news', () => {
  const people = Array.from({ length: PEOPLE }, (_, index) => index + 1);
  for (const stretch of [0, 1]) {
    const rows = people.flatMap((id) => posts(id).slice(stretch, stretch + 1));
    office.roster(rows, '2026-06-30');
  }
  const given = (id: number) => {
    const title = [LEADER, PROVINCE, OTHER][id % 3] as string;
    const on = `2026-${id % 2 === 0 ? '05' : '06'}-${String(1 + ((id * 11) % 30)).padStart(2, '0')}`;
    return [id, title, on] as const;
  };
  const early = office.awards(people.filter((id) => id % 4 !== 1).map(given));
  const { db } = office.workspace;
  const [first, last] = ['2026-04-01', '2026-06-30'];
  const owed = () => office.workspace.db.prepare(OWED).all(first, last);
  const settled = () => office.workspace.db.prepare(SETTLED).all(first, last);
  office.on('2026-07-05').close('2026Q2');
  expect(owed()).toHaveLength(3);
  expect(settled()).toEqual(owed());
  const frozen = db
    .prepare('SELECT count(*) FROM closed_line WHERE net_fen > 0 AND due_fen >= 500050')
    .pluck()
    .get();
  expect(frozen).toBeGreaterThan(20);

  // more becomes known, and what was known is taken back
  office.awards(people.filter((id) => id % 4 === 1).map(given));
  office.undo(early);
  office.awards(people.filter((id) => id % 4 === 2).map(given));
  expect(settled()).not.toEqual(owed());
  office.roster(
    people.flatMap((id) => posts(id).slice(-1)).filter(({ until }) => until === undefined),
    '2026-09-30',
  );
  office.on('2026-10-05').close('2026Q3');
  expect(settled()).toEqual(owed());
  const { rows } = quarterStatus(office.workspace, quarter('2026Q2'), { draft: false });
  expect(rows.map(({ proof }) => proof?.differences)).toEqual([0, 0, 0]);
  const sum = (sql: string) => office.workspace.db.prepare(sql).pluck().get();
  const lines = 'closed_line JOIN closing ON closing.id = closing WHERE reopened IS NULL';
  expect(sum(`SELECT sum(net_fen) FROM ${lines}`)).toBe(
    Number(sum('SELECT sum(amount_fen) FROM settlement')) +
      Number(sum('SELECT sum(amount_fen) FROM reward_settlement')) +
      Number(sum('SELECT sum(amount_fen) FROM recovery WHERE opening IS NULL')) -
      Number(sum('SELECT coalesce(sum(amount_fen), 0) FROM recovery WHERE opening IS NOT NULL')),
  );
});
