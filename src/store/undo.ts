import type { Subject } from '../domain/batches.js';
import type { Database } from './open.js';
import { type StoredTable, storedTables, subjectsOf } from './stored-tables.js';

/** A fact of a later batch that would lose its ground; file and line are null where a command made it. */
export interface StandingOnIt extends Subject {
  batch: number;
  file: string | null;
  line: number | null;
}

export interface Undo {
  /** The batch to be taken back. */
  undoes: number;
  /** ISO moment. */
  recordedAt: string;
  user: string;
}

/**
 * Takes a batch back by a batch of its own: whatever it recorded is superseded (also where it stands as a copy
 * that an undo made), whatever it superseded is recorded anew with its first file and line. Returns the new
 * batch and what stands on the old one; unless that is empty the caller must roll the transaction back.
 */
export function undoBatch(db: Database, undo: Undo): { batch: number; standing: StandingOnIt[] } {
  const tables = storedTables(db);
  const batch = insertUndo(db, undo);
  const replaced = standingOn(db, tables, (table) => supersededSince(db, table, undo.undoes));
  if (replaced.length > 0) return { batch, standing: replaced };
  for (const table of tables) takeBack(db, table, undo.undoes, batch);
  const inTheWay = standingOn(db, tables, (table) => recordedAnew(db, table, undo.undoes));
  if (inTheWay.length > 0) return { batch, standing: inTheWay };
  for (const table of tables) restore(db, table, undo.undoes, batch);
  const circles = standingOn(db, tables, (table) => inCircle(db, table, batch));
  if (circles.length > 0) return { batch, standing: circles };
  return { batch, standing: standingOn(db, tables, (table) => withoutGround(db, table, batch)) };
}

function insertUndo(db: Database, { undoes, recordedAt, user }: Undo): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO batch (dataset, recorded_at, user, read, new, changed, same, conflict, rejected, skipped)
       VALUES ('undo', ?, ?, 0, 0, 0, 0, 0, 0, 0)`,
    )
    .run(recordedAt, user);
  db.prepare('INSERT INTO undo (batch, undoes) VALUES (?, ?)').run(lastInsertRowid, undoes);
  return Number(lastInsertRowid);
}

/** The facts that a batch recorded, each by the first of its line, with all copies of it. */
const linesOf = (table: string) => `
  origin AS MATERIALIZED (
    SELECT coalesce(original, id) AS original FROM ${table}
    LEFT JOIN restored_fact ON fact_table = '${table}' AND fact = id WHERE recorded = :undoes),
  lines AS MATERIALIZED (
    SELECT original, original AS fact FROM origin
    UNION SELECT origin.original, fact FROM origin
      JOIN restored_fact ON fact_table = '${table}' AND restored_fact.original = origin.original)`;

/** Supersedes whatever the batch recorded and still stands. */
function takeBack(db: Database, { table }: StoredTable, undoes: number, batch: number): void {
  db.prepare(
    `WITH ${linesOf(table)}
     UPDATE ${table} SET superseded = :batch WHERE superseded IS NULL AND id IN (SELECT fact FROM lines)`,
  ).run({ undoes, batch });
}

/** What stands in the place of facts to be restored: the same was imported again since, say. */
function recordedAnew(db: Database, { table, key, person, unit, file, line }: StoredTable, undoes: number) {
  return db
    .prepare(
      `SELECT recorded, (SELECT name FROM file WHERE file.id = ${file}), ${line}, ${person}, ${unit}
       FROM ${table} WHERE superseded IS NULL
         AND EXISTS (SELECT 1 FROM ${table} WHERE superseded = :undoes)
         AND ${key} IN (SELECT ${key} FROM ${table} WHERE superseded = :undoes)`,
    )
    .raw()
    .all({ undoes }) as Later[];
}

/** Records anew whatever the batch superseded. */
function restore(db: Database, { table, copied }: StoredTable, undoes: number, batch: number): void {
  const highest = db.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() as number;
  const columns = copied.join(', ');
  const numbered = `:highest + row_number() OVER (ORDER BY id)`;
  const asked = { undoes, batch, highest };
  db.prepare(
    `INSERT INTO restored_fact (fact_table, fact, original)
     SELECT '${table}', ${numbered}, coalesce(original, id) FROM ${table}
     LEFT JOIN restored_fact ON fact_table = '${table}' AND fact = id WHERE superseded = :undoes`,
  ).run({ undoes, highest });
  db.prepare(
    `INSERT INTO ${table} (id, ${columns}, recorded)
     SELECT ${numbered}, ${columns}, :batch FROM ${table} WHERE superseded = :undoes`,
  ).run(asked);
}

/** A later fact of one table: its batch, where it was read, and whom it is about. */
type Later = [
  batch: number,
  file: string | null,
  line: number | null,
  person: number | null,
  unit: number | null,
];

/** Puts names to what was found, once for each line of a file. */
function standingOn(
  db: Database,
  tables: readonly StoredTable[],
  find: (table: StoredTable) => Later[],
): StandingOnIt[] {
  const found = tables.flatMap(find);
  if (found.length === 0) return [];
  const subject = subjectsOf(db);
  const each = new Map<string, StandingOnIt>();
  for (const [batch, file, line, person, unit] of found) {
    const key = JSON.stringify([batch, file, line, file === null ? [person, unit] : null]);
    if (!each.has(key)) each.set(key, { batch, file, line, ...subject(person, unit) });
  }
  return [...each.values()].sort((a, b) => a.batch - b.batch || (a.line ?? 0) - (b.line ?? 0));
}

/** What superseded facts of the batch that stand no more in any copy. */
function supersededSince(db: Database, stored: StoredTable, undoes: number): Later[] {
  const { table, key, person, unit } = stored;
  const gone = db
    .prepare(
      `WITH ${linesOf(table)}, latest AS MATERIALIZED (
         SELECT original, max(superseded) AS batch FROM lines JOIN ${table} ON id = fact
         GROUP BY original HAVING count(*) = count(superseded) AND max(superseded) <> :undoes)
       SELECT latest.batch, ${key}, ${person}, ${unit} FROM latest JOIN ${table} ON ${table}.id = original`,
    )
    .raw()
    .all({ undoes }) as [number, string, number | null, number | null][];
  const batches = [...new Set(gone.map(([batch]) => batch))];
  const readIn = new Map(batches.map((batch) => [batch, originsByKey(db, stored, batch)]));
  return gone.map(([batch, ofKey, whom, where]) => {
    const [file, line] = readIn.get(batch)?.get(ofKey) ?? [null, null];
    return [batch, file, line, whom, where];
  });
}

/** File and line of every fact that a batch recorded, by key. */
function originsByKey(
  db: Database,
  { table, key, file, line }: StoredTable,
  batch: number,
): Map<string, [string | null, number | null]> {
  const rows = db
    .prepare(
      `SELECT ${key}, (SELECT name FROM file WHERE file.id = ${file}), ${line}
       FROM ${table} WHERE recorded = ?`,
    )
    .raw()
    .all(batch) as [string, string | null, number | null][];
  return new Map(rows.map(([ofKey, name, at]) => [ofKey, [name, at]]));
}

/** What must be known of whatever a column names: `identity` is how the table below it says the same. */
interface Ground {
  column: string;
  table: string;
  identity: string;
}

const GROUNDS: readonly (Ground & { of?: string })[] = [
  { column: 'person', table: 'person_detail', identity: 'person' },
  { column: 'kept', table: 'person_detail', identity: 'person' },
  { column: 'unit', table: 'unit_term', identity: 'unit' },
  { column: 'successor', table: 'unit_term', identity: '(SELECT code FROM unit WHERE unit.id = unit)' },
  { of: 'post_change', column: 'post', table: 'post', identity: 'post' },
];

/**
 * Facts that stand after the undo and have nothing under them: of a person without a name, of a unit without a
 * state, of a post that nobody holds. One that the undo itself would bring back is told by the batch that took
 * its ground away since.
 */
function withoutGround(db: Database, stored: StoredTable, batch: number): Later[] {
  const { table, copied } = stored;
  const grounds = GROUNDS.filter(({ of, column }) => copied.includes(column) && (of ?? table) === table);
  return grounds.flatMap((ground) => [
    ...leftBehind(db, stored, ground, batch),
    ...restoredOnNothing(db, stored, ground, batch),
  ]);
}

/** Links of people made since that would lead a link which the undo brings back round to itself. */
function inCircle(db: Database, { table, person, unit }: StoredTable, batch: number): Later[] {
  if (table !== 'person_link') return [];
  return db
    .prepare(
      `WITH RECURSIVE line (first, person, kept, recorded) AS (
         SELECT person, person, kept, recorded FROM person_link WHERE superseded IS NULL AND recorded = :batch
         UNION SELECT line.first, next.person, next.kept, next.recorded
           FROM line JOIN person_link AS next ON next.person = line.kept AND next.superseded IS NULL)
       SELECT recorded, NULL, NULL, ${person}, ${unit} FROM line
       WHERE recorded <> :batch AND first IN (SELECT first FROM line WHERE kept = first)`,
    )
    .raw()
    .all({ batch }) as Later[];
}

/** Facts of others that stood on what the undo took back. */
function leftBehind(db: Database, stored: StoredTable, ground: Ground, batch: number): Later[] {
  const { table, person, unit, file, line } = stored;
  const { column, table: below, identity } = ground;
  return db
    .prepare(
      `SELECT recorded, (SELECT name FROM file WHERE file.id = ${file}), ${line}, ${person}, ${unit}
       FROM ${table} WHERE superseded IS NULL AND recorded <> :batch
         AND ${column} IN (SELECT ${identity} FROM ${below} WHERE superseded = :batch
           EXCEPT SELECT ${identity} FROM ${below} WHERE superseded IS NULL)`,
    )
    .raw()
    .all({ batch }) as Later[];
}

/** Facts that the undo recorded anew, of somebody or something that has been taken back since. */
function restoredOnNothing(db: Database, stored: StoredTable, ground: Ground, batch: number): Later[] {
  const { table, person, unit } = stored;
  const { column, table: below, identity } = ground;
  return db
    .prepare(
      `SELECT (SELECT max(superseded) FROM ${below} WHERE ${identity} = ${table}.${column}), NULL, NULL,
         ${person}, ${unit}
       FROM ${table} WHERE recorded = :batch AND ${column} IS NOT NULL
         AND ${column} NOT IN (SELECT ${identity} FROM ${below} WHERE superseded IS NULL)`,
    )
    .raw()
    .all({ batch }) as Later[];
}
