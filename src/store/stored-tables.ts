import type { FactCount, Subject } from '../domain/batches.js';
import type { FactKind } from '../domain/changes.js';
import { FACT_TABLES } from './fact-tables.js';
import type { Database } from './open.js';

/** A table of facts as the database has it. */
export interface StoredTable {
  table: string;
  fact: FactCount['fact'];
  /** Everything that a copy of a fact takes over: all but its number and its batches. */
  copied: readonly string[];
  /** SQL of what tells one standing fact from another, as one text. */
  key: string;
  /** SQL of the numbers of the person and the unit that a fact is about; NULL: it is about none. */
  person: string;
  unit: string;
  /** SQL of the file; NULL: its facts come from commands. */
  file: string;
  line: string;
}

/**
 * Every table of facts: those whose rows say which batch recorded and which superseded them. Read from the
 * schema, so that a new kind of fact can be taken back without a word here.
 */
export function storedTables(db: Database): StoredTable[] {
  const indexes = db
    .prepare(
      "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE %superseded IS NULL'",
    )
    .raw()
    .all() as [string, string][];
  return indexes.flatMap(([table, sql]) => {
    const key = /\((?<key>.+)\)\s*WHERE superseded IS NULL$/s.exec(sql)?.groups?.key;
    if (key === undefined) return [];
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
    const has = (column: string) => (columns.includes(column) ? column : 'NULL');
    return [
      {
        table,
        fact: KIND_OF[table] ?? 'link',
        copied: columns.filter((column) => !['id', 'recorded', 'superseded'].includes(column)),
        key: `json_array(${key})`,
        person: table === 'post_change' ? PERSON_OF_POST : has('person'),
        unit: has('unit'),
        file: has('file'),
        line: has('line'),
      },
    ];
  });
}

const KIND_OF: Readonly<Record<string, FactKind>> = Object.fromEntries(
  (Object.keys(FACT_TABLES) as FactKind[]).map((kind) => [FACT_TABLES[kind].table, kind]),
);

/** A later title belongs to a post, and so to its person. */
const PERSON_OF_POST = '(SELECT person FROM post WHERE post.post = post_change.post LIMIT 1)';

/** Looks up people and units by the register's numbers, also those of whom nothing is known any more. */
export function subjectsOf(db: Database): (person: number | null, unit: number | null) => Subject {
  const rows = (sql: string) => db.prepare(sql).raw().all() as [number, string][];
  const read = (numbers: string, names: string) => {
    // two plain scans: joined, the names would be looked for again for each number
    const nameOf = new Map(rows(names));
    return new Map(rows(numbers).map(([id, number]) => [id, { number, name: nameOf.get(id) ?? null }]));
  };
  const people = read(
    'SELECT id, id_number FROM person',
    'SELECT person, name FROM person_detail ORDER BY id',
  );
  const units = read('SELECT id, code FROM unit', 'SELECT unit, name FROM unit_term ORDER BY id');
  return (person, unit) => {
    const known = person === null ? undefined : people.get(person);
    const place = unit === null ? undefined : units.get(unit);
    return {
      name: known?.name ?? place?.name ?? null,
      idNumber: known?.number ?? null,
      code: known ? null : (place?.number ?? null),
    };
  };
}
