import { firstDayOfQuarter, lastDayOfQuarter, type Quarter } from '../domain/quarter.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';

/** Facts that a quarter's conditions look at, by table, and which of them concern one quarter. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  post: 'true',
  certificate: 'true',
  registration: 'true',
  complaint: 'person IS NOT NULL',
  person_link: 'true',
  service_claim: 'quarter = :quarter',
  assessment: 'period IN (:quarter, :year)',
  service_record: 'served_on BETWEEN :first AND :last',
};

/**
 * Whom batches after this one may have given another answer for a quarter: people with a fact recorded or
 * superseded since, under the number that is kept. null: everybody, since units have changed.
 */
export function peopleTouchedSince(db: Database, batch: number, quarter: Quarter): Set<number> | null {
  const since = '(recorded > :batch OR superseded > :batch)';
  const units = `SELECT 1 FROM unit_term WHERE ${since} UNION ALL SELECT 1 FROM unit_succession WHERE ${since} LIMIT 1`;
  if (db.prepare(units).get({ batch }) !== undefined) return null;
  const asked = {
    batch,
    quarter,
    year: quarter.slice(0, 4),
    first: firstDayOfQuarter(quarter),
    last: lastDayOfQuarter(quarter),
  };
  const selects = Object.entries(LOOKED_AT).map(
    ([table, which]) => `SELECT person FROM ${table} WHERE ${since} AND ${which}`,
  );
  selects.push(
    `SELECT person FROM post WHERE post IN (SELECT post FROM post_change WHERE ${since})`,
    `SELECT kept FROM person_link WHERE ${since}`,
  );
  const rows = db.prepare(selects.join(' UNION ')).pluck().all(asked) as number[];
  const { kept } = loadLinks(db);
  // after a parting both of those who were one may have another answer
  return new Set(rows.flatMap((person) => [person, kept(person)]));
}
