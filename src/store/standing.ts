import type { Database } from './open.js';

/** What was known after this batch (and not later ones); undefined: everything known now. */
export type KnownAt = number | undefined;

/**
 * Reads the facts of a table that stood at a moment of knowledge, as plain arrays: at a million rows
 * objects with names cost twice the time.
 */
export function readStanding<Row extends unknown[]>(
  db: Database,
  { columns, table, knownAt, person }: { columns: string; table: string; knownAt: KnownAt; person?: number },
): IterableIterator<Row> {
  const known =
    knownAt === undefined
      ? 'superseded IS NULL'
      : `recorded <= ${Number(knownAt)} AND (superseded IS NULL OR superseded > ${Number(knownAt)})`;
  const whose = person === undefined ? '' : ` AND person = ${Number(person)}`;
  return db
    .prepare(`SELECT ${columns} FROM ${table} WHERE ${known}${whose}`)
    .raw()
    .iterate() as IterableIterator<Row>;
}
