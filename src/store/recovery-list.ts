import type { RecoveryItem } from '../domain/closing.js';
import type { Quarter } from '../domain/quarter.js';
import type { Database } from './open.js';

/**
 * The recovery list of a district as the close of a quarter left it: openings that were still owed then, and
 * those that this close settled. `closing` null: as it stands now, for a quarter that is not closed yet. The
 * oldest opening first.
 */
export function loadRecoveryList(
  db: Database,
  asked: { district: string; quarter: Quarter; closing: { id: number; at: string } | null },
): RecoveryItem[] {
  const { district, quarter, closing } = asked;
  const rows = db
    .prepare(
      `SELECT opened.id AS opening, line.name, line.id_number AS idNumber, opened.district, closing.quarter,
         opened.amount_fen AS openedFen, coalesce(sum(back.amount_fen), 0) AS takenFen,
         coalesce(sum(back.closing = :closing), 0) AS takenHere
       FROM recovery AS opened
       JOIN closed_line AS line ON line.id = opened.line JOIN closing ON closing.id = line.closing
       LEFT JOIN (
         SELECT recovery.opening, recovery.amount_fen, closing.id AS closing FROM recovery
         LEFT JOIN closed_line ON closed_line.id = recovery.line LEFT JOIN closing ON closing.id = closed_line.closing
         WHERE recovery.opening IS NOT NULL AND recovery.released IS NULL
           AND CASE WHEN recovery.line IS NULL THEN recovery.at <= :at ELSE closing.quarter <= :quarter END
       ) AS back ON back.opening = opened.id
       WHERE opened.opening IS NULL AND opened.released IS NULL AND opened.district = :district
         AND closing.quarter <= :quarter
       GROUP BY opened.id HAVING takenFen < openedFen OR takenHere > 0 ORDER BY opened.id`,
    )
    .all({ district, quarter, closing: closing?.id ?? 0, at: closing?.at ?? '9999' }) as (Omit<
    RecoveryItem,
    'balanceFen'
  > & { takenHere: number })[];
  return rows.map(({ takenHere: _, ...row }) => ({ ...row, balanceFen: row.openedFen - row.takenFen }));
}
