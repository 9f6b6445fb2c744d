import type { Quarter } from '../domain/quarter.js';
import type { Identity } from './identities.js';
import type { Database } from './open.js';

/** Everybody who has a line in a quarter that is closed, as it names them; `quarter` null: in any. */
export function loadClosedIdentities(db: Database, quarter: Quarter | null): Identity[] {
  return db
    .prepare(
      `SELECT DISTINCT person AS id, id_number AS idNumber, name FROM closed_line
       JOIN closing ON closing.id = closing AND reopened IS NULL
       WHERE quarter = coalesce(?, quarter) ORDER BY closed_line.id DESC`,
    )
    .all(quarter) as Identity[];
}

/** Numbers of the closings in which any of these people has a line. */
export const closingsWith = (db: Database, people: readonly number[]): Set<number> =>
  new Set(
    db
      .prepare('SELECT closing FROM closed_line WHERE person IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(JSON.stringify(people)) as number[],
  );
