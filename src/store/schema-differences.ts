import BetterSqlite from 'better-sqlite3';
import { type Finding, finding } from '../domain/finding.js';
import type { SchemaObject } from '../domain/findings/database.js';
import { type Database, migrate, schemaVersion } from './open.js';

interface SchemaRow {
  type: SchemaObject;
  name: string;
  sql: string;
}

/**
 * What differs between the tables, indexes and triggers of a register and those that this program makes for its
 * version: whoever would edit what is final has to take a trigger away first. `only`: of one type alone.
 */
export function schemaDifferences(
  db: Database,
  subject: string,
  only: SchemaObject | null = null,
): Finding[] {
  const made = freshSchema(schemaVersion(db));
  const found = schemaOf(db);
  const asked = [...made.values(), ...[...found.values()].filter(({ name }) => !made.has(name))].filter(
    ({ type }) => only === null || type === only,
  );
  return asked.flatMap(({ type, name }) => {
    const [should, is] = [made.get(name), found.get(name)];
    if (should && is?.sql === should.sql && is.type === should.type) return [];
    const code = !should ? 'extra' : !is ? 'missing' : 'changed';
    return [finding(`database.object-${code}`, 'error', subject, { type, name })];
  });
}

function freshSchema(version: number): Map<string, SchemaRow> {
  const fresh = new BetterSqlite(':memory:');
  try {
    migrate(fresh, version);
    return schemaOf(fresh);
  } finally {
    fresh.close();
  }
}

/** By name; what SQLite keeps for itself is left out. */
function schemaOf(db: Database): Map<string, SchemaRow> {
  const rows = db
    .prepare(String.raw`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'`)
    .all() as SchemaRow[];
  return new Map(rows.map((row) => [row.name, row]));
}
