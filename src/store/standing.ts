import type { Database } from './open.js';

/** What was known after this batch (and not later ones); undefined: everything known now. */
export type KnownAt = number | undefined;

interface Asked {
  /** SQL of the columns and the table: ours, never a user's. */
  columns: string;
  table: string;
  knownAt?: KnownAt;
  /** Of one person, or of several. */
  person?: number | readonly number[] | undefined;
  /** Only rows with one of these values in a column. */
  among?: { column: string; values: readonly string[] };
  /** Only rows with a value between two in a column, both included. */
  between?: { column: string; from: string; until: string };
  /** Another condition, in SQL of ours. */
  where?: string;
}

/**
 * Reads the facts of a table that stood at a moment of knowledge, as plain arrays: at a million rows
 * objects with names cost twice the time.
 */
export function readStanding<Row extends unknown[]>(
  db: Database,
  { columns, table, knownAt, person, among, between, where }: Asked,
): IterableIterator<Row> {
  const conditions = [
    knownAt === undefined
      ? 'superseded IS NULL'
      : 'recorded <= :knownAt AND ifnull(superseded, :knownAt + 1) > :knownAt',
  ];
  const parameters: Record<string, string | number> = {};
  if (knownAt !== undefined) parameters.knownAt = knownAt;
  if (person !== undefined) {
    // numbers of ours, never a user's text
    conditions.push(`person IN (${[person].flat().map(Number).join(', ')})`);
  }
  if (among) {
    conditions.push(`${among.column} IN (${among.values.map((_, index) => `:value${index}`).join(', ')})`);
    among.values.forEach((value, index) => {
      parameters[`value${index}`] = value;
    });
  }
  if (between) {
    conditions.push(`${between.column} BETWEEN :first AND :last`);
    parameters.first = between.from;
    parameters.last = between.until;
  }
  if (where) conditions.push(where);
  const statement = db.prepare(`SELECT ${columns} FROM ${table} WHERE ${conditions.join(' AND ')}`).raw();
  return statement.iterate(parameters) as IterableIterator<Row>;
}
