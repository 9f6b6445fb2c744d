import type { Database } from './open.js';

/** What was known after this batch (and not later ones); undefined: everything known now. */
export type KnownAt = number | undefined;

interface Asked {
  /** SQL of the columns and the table: ours, never a user's. */
  columns: string;
  table: string;
  knownAt?: KnownAt;
  person?: number;
  /** Only rows with one of these values in a column. */
  among?: { column: string; values: readonly string[] };
}

/**
 * Reads the facts of a table that stood at a moment of knowledge, as plain arrays: at a million rows
 * objects with names cost twice the time.
 */
export function readStanding<Row extends unknown[]>(
  db: Database,
  { columns, table, knownAt, person, among }: Asked,
): IterableIterator<Row> {
  const conditions = [
    knownAt === undefined
      ? 'superseded IS NULL'
      : 'recorded <= :knownAt AND ifnull(superseded, :knownAt + 1) > :knownAt',
  ];
  const parameters: Record<string, string | number> = {};
  if (knownAt !== undefined) parameters.knownAt = knownAt;
  if (person !== undefined) {
    conditions.push('person = :person');
    parameters.person = person;
  }
  if (among) {
    conditions.push(`${among.column} IN (${among.values.map((_, index) => `:value${index}`).join(', ')})`);
    among.values.forEach((value, index) => {
      parameters[`value${index}`] = value;
    });
  }
  const statement = db.prepare(`SELECT ${columns} FROM ${table} WHERE ${conditions.join(' AND ')}`).raw();
  return statement.iterate(parameters) as IterableIterator<Row>;
}
