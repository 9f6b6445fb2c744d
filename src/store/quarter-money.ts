import type { Quarter } from '../domain/quarter.js';
import { type RecordedMove, stateAfter } from '../domain/quarter-life.js';
import type { QuarterMoney } from '../domain/quarter-money.js';
import { loadClosings } from './closings.js';
import { withPaid } from './line-payments.js';
import type { Database } from './open.js';

interface SumRow {
  id: number;
  quarter: Quarter;
  district: string;
  move: RecordedMove;
  people: number;
  netFen: number;
}

/**
 * What every closing that stood at a moment comes to, by quarter and district, in the state it had then; of one
 * township where that is asked. `paid` is told only of now (`moment` null): payments carry no moment of their own.
 */
export function loadQuarterMoney(
  db: Database,
  { moment, township }: { moment: Date | null; township: string | null },
): QuarterMoney[] {
  const at = moment?.toISOString() ?? null;
  const rows = db
    .prepare(
      `SELECT closing.id, quarter, district,
         (SELECT move FROM closing_move WHERE closing = closing.id AND (:at IS NULL OR at <= :at)
          ORDER BY id DESC LIMIT 1) AS move,
         count(closed_line.id) FILTER (WHERE net_fen > 0) AS people, coalesce(sum(net_fen), 0) AS netFen
       FROM closing LEFT JOIN closed_line ON closed_line.closing = closing.id
         AND (:township IS NULL OR township = :township)
       GROUP BY closing.id HAVING move IS NOT NULL AND move <> 'reopen' ORDER BY quarter, district`,
    )
    .all({ at, township }) as SumRow[];
  const standing = moment === null ? withPaid(db, loadClosings(db)) : [];
  const paid = new Set(standing.flatMap(({ id, state }) => (state === 'paid' ? [id] : [])));
  return rows.map(({ id, move, ...sums }) => ({ ...sums, state: paid.has(id) ? 'paid' : stateAfter(move) }));
}

/** Quarters and districts whose closing had been taken back at a moment; some may have been closed again since. */
export function loadReopened(db: Database, moment: Date | null): { quarter: Quarter; district: string }[] {
  return db
    .prepare(
      `SELECT DISTINCT quarter, district FROM closing JOIN closing_move ON closing = closing.id
       WHERE move = 'reopen' AND (:at IS NULL OR at <= :at) ORDER BY quarter, district`,
    )
    .all({ at: moment?.toISOString() ?? null }) as { quarter: Quarter; district: string }[];
}
