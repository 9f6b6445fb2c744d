import type { OpenMonth } from '../domain/closing.js';
import type { Month } from '../domain/day.js';
import type { Fen } from '../domain/money.js';
import type { Database } from './open.js';

/** What one district has settled for one number of the register and one month. */
export interface SettledRow {
  person: number;
  month: Month;
  district: string;
  amountFen: Fen;
  /** What the last close that touched the month found to be due. */
  entitledFen: Fen;
  /** The settlement that was written last. */
  last: number;
}

/** What stands settled of some months, by number, month and district, as it was paid. */
export function loadSettledRows(db: Database, months: readonly Month[]): SettledRow[] {
  return db
    .prepare(
      `SELECT person, month, district, sum(amount_fen) AS amountFen, entitled_fen AS entitledFen, max(id) AS last
       FROM settlement WHERE released IS NULL AND month IN (SELECT value FROM json_each(?))
       GROUP BY person, month, district`,
    )
    .all(JSON.stringify(months)) as SettledRow[];
}

/** A month that a closing left open, by the number that the person had then. */
export interface OpenRow extends OpenMonth {
  person: number;
}

/** The months that a closing left open; of a stretch of months, both ends included. */
export function loadOpenRows(
  db: Database,
  closing: number,
  { first, last }: { first: Month; last: Month },
): OpenRow[] {
  return db
    .prepare(
      `SELECT person, month, code, district FROM open_item
       WHERE closing = :closing AND month BETWEEN :first AND :last ORDER BY person, month`,
    )
    .all({ closing, first, last }) as OpenRow[];
}

/** Name and identity number of people, as the latest line of a closing or the register has them. */
export function loadNames(
  db: Database,
  people: Iterable<number>,
): Map<number, { name: string; idNumber: string }> {
  const rows = db
    .prepare(
      `SELECT person.id, id_number,
         coalesce((SELECT name FROM person_detail WHERE person = person.id AND superseded IS NULL),
           (SELECT name FROM closed_line WHERE person = person.id ORDER BY id DESC LIMIT 1), '')
       FROM person WHERE person.id IN (SELECT value FROM json_each(?))`,
    )
    .raw()
    .all(JSON.stringify([...people])) as [number, string, string][];
  return new Map(rows.map(([id, idNumber, name]) => [id, { name, idNumber }]));
}

/** Everybody of a closing who has amends, open months or something of the recovery list. */
export const peopleWithAmends = (db: Database, closing: number): number[] =>
  db
    .prepare(
      `SELECT person FROM closed_line WHERE closing = :closing
         AND (arrears_fen > 0 OR recovered_fen > 0 OR carried_fen > 0)
       UNION SELECT person FROM open_item WHERE closing = :closing
       UNION SELECT person FROM open_reward WHERE closing = :closing`,
    )
    .pluck()
    .all({ closing }) as number[];

/** Districts that have, or had, somebody on their recovery list. */
export const loadOwedDistricts = (db: Database): string[] =>
  db
    .prepare('SELECT DISTINCT district FROM recovery WHERE opening IS NULL AND released IS NULL')
    .pluck()
    .all() as string[];

/** Records money that the person of an opening returned. The database refuses more than is owed. */
export function insertReturned(
  db: Database,
  returned: { opening: number; amountFen: Fen; at: Date; by: string; reason: string },
): void {
  const { opening, amountFen, at, by, reason } = returned;
  db.prepare(
    `INSERT INTO recovery (person, district, opening, amount_fen, at, by, reason)
     SELECT person, district, id, ?, ?, ?, ? FROM recovery WHERE id = ?`,
  ).run(amountFen, at.toISOString(), by, reason, opening);
}
