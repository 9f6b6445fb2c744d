import { type Finding, finding } from '../domain/finding.js';
import type { FactRule } from '../domain/findings/database.js';
import type { Database } from './open.js';
import { type StoredTable, storedTables } from './stored-tables.js';

/** What every row of facts keeps, and no constraint of its table can say. Findings by table and rule. */
export function brokenFacts(db: Database, subject: string): Finding[] {
  const broken = (rule: FactRule, table: string, rows: number) =>
    rows === 0 ? [] : [finding('database.fact-broken', 'error', subject, { rule, table, rows })];
  const tables = storedTables(db);
  const has = (table: string) =>
    db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
  return [
    ...tables.flatMap((stored) =>
      rulesOf(stored).flatMap(([rule, condition]) =>
        broken(rule, stored.table, count(db, `${stored.table} WHERE ${condition}`)),
      ),
    ),
    ...broken('post-of-two', 'post', count(db, POSTS_OF_TWO)),
    ...(has('closed_line')
      ? broken('closing-sums', 'closed_line', count(db, linesThatDoNotAddUp(has('reward_settlement'))))
      : []),
    ...(has('person_link') ? broken('link-circle', 'person_link', linksInCircles(db)) : []),
    ...(has('undo') ? broken('undo-mixed', 'undo', count(db, MIXED_UNDOS)) : []),
    ...(has('restored_fact')
      ? tables.flatMap(({ table }) => broken('restored-nothing', table, restoredFromNothing(db, table)))
      : []),
  ];
}

const POSTS_OF_TWO = '(SELECT 1 FROM post GROUP BY post HAVING count(DISTINCT person) > 1)';

/** 应发 + 补发 − 扣回 of a frozen line is what its months and rewards were settled at, less what was taken for the recovery list. */
const linesThatDoNotAddUp = (rewarded: boolean): string => `closed_line AS line
  LEFT JOIN (SELECT line, sum(amount_fen) AS fen FROM (SELECT line, amount_fen FROM settlement
      ${rewarded ? 'UNION ALL SELECT line, amount_fen FROM reward_settlement' : ''}) GROUP BY line) AS settled ON settled.line = line.id
  LEFT JOIN (SELECT line, sum(amount_fen) FILTER (WHERE opening IS NULL) AS opened,
      sum(amount_fen) FILTER (WHERE opening IS NOT NULL) AS taken
    FROM recovery WHERE line IS NOT NULL GROUP BY line) AS back ON back.line = line.id
  WHERE due_fen + arrears_fen - recovered_fen <> coalesce(settled.fen, 0) - coalesce(taken, 0)
    OR carried_fen <> coalesce(opened, 0)`;

const MIXED_UNDOS = "undo JOIN batch ON batch.id = undo.batch WHERE dataset <> 'undo'";

/** Conditions that no row may meet. */
function rulesOf({ file, line, copied }: StoredTable): [FactRule, string][] {
  const days = copied.filter((column) => column.endsWith('_on') || column === 'as_of');
  return [
    ['superseded-early', 'superseded <= recorded'],
    ...(file === 'NULL' ? [] : [['later-file', LATER_FILE] satisfies [FactRule, string]]),
    ...(line === 'NULL' ? [] : [['bad-line', `${line} < 1`] satisfies [FactRule, string]]),
    ...days.map((column): [FactRule, string] => [
      'bad-day',
      `${column} IS NOT NULL AND date(${column}) IS NOT ${column}`,
    ]),
  ];
}

/** What is copied (by an undo, a link, an import of somebody who is one with others) keeps its first file. */
const LATER_FILE = '(SELECT batch FROM file AS source WHERE source.id = file) > recorded';

const count = (db: Database, from: string): number =>
  db.prepare(`SELECT count(*) FROM ${from}`).pluck().get() as number;

const restoredFromNothing = (db: Database, table: string): number =>
  count(
    db,
    `restored_fact WHERE fact_table = '${table}'
       AND (fact NOT IN (SELECT id FROM ${table}) OR original NOT IN (SELECT id FROM ${table}))`,
  );

/** How many standing links lead back to themselves: nobody would be found at their end. */
function linksInCircles(db: Database): number {
  const next = new Map(
    db.prepare('SELECT person, kept FROM person_link WHERE superseded IS NULL').raw().all() as [
      number,
      number,
    ][],
  );
  return [...next.keys()].filter((start) => {
    const seen = new Set<number>();
    let at: number | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = next.get(at);
    }
    return at === start;
  }).length;
}
