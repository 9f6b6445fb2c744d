import type { Closing, ClosingSums } from '../domain/closing.js';
import { groupBy } from '../domain/group-by.js';
import type { Fen } from '../domain/money.js';
import type { LinePayment } from '../domain/payments.js';
import { firstDayOfQuarter, lastDayOfQuarter, monthsOf, type Quarter } from '../domain/quarter.js';
import { loadLinePayments } from './line-payments.js';
import type { Database } from './open.js';

/** What a closing comes to, and what the bank has told of it. */
export interface ClosedSums extends ClosingSums {
  paidFen: Fen;
  failedFen: Fen;
  /** Of which the bank has told nothing. */
  notReturnedFen: Fen;
}

/** Adds up frozen closings, without reading what was found of each month. By number of the closing. */
export function loadClosedSums(db: Database, closings: readonly Closing[]): Map<number, ClosedSums> {
  const payments = groupBy(loadLinePayments(db, closings), ({ closing }) => closing);
  const sums = db.prepare(
    `SELECT count(*) FILTER (WHERE net_fen > 0) AS people, coalesce(sum(due_fen), 0) AS dueFen,
       coalesce(sum(arrears_fen), 0) AS arrearsFen, coalesce(sum(recovered_fen), 0) AS recoveredFen,
       coalesce(sum(carried_fen), 0) AS carriedFen, coalesce(sum(net_fen), 0) AS netFen
     FROM closed_line WHERE closing = ?`,
  );
  const rewards = db
    .prepare(
      `SELECT coalesce(sum(amount_fen), 0) FROM reward_settlement JOIN closed_line ON closed_line.id = line
       WHERE closing = :closing AND awarded_on BETWEEN :first AND :last`,
    )
    .pluck();
  const months = db
    .prepare(
      `SELECT count(*) FROM settlement JOIN closed_line ON closed_line.id = line
       WHERE closing = :closing AND settlement.month BETWEEN :first AND :last AND amount_fen > 0`,
    )
    .pluck();
  const open = db
    .prepare(
      `SELECT (SELECT count(*) FROM open_item WHERE closing = :id)
         + (SELECT count(*) FROM open_reward WHERE closing = :id)`,
    )
    .pluck();
  return new Map(
    closings.map((closing): [number, ClosedSums] => {
      const { id, quarter } = closing;
      const [first, , last] = monthsOf(quarter);
      const rewardFen = rewards.get({
        ...{ closing: id, first: firstDayOfQuarter(quarter), last: lastDayOfQuarter(quarter) },
      }) as Fen;
      // a line keeps both as one sum
      const own = sums.get(id) as Pick<ClosedSums, 'people' | Amount>;
      return [
        id,
        {
          ...{ ...own, dueFen: own.dueFen - rewardFen, rewardFen },
          personMonths: months.get({ closing: id, first, last }) as number,
          openMonths: open.get({ id }) as number,
          ...paymentSums(payments.get(id) ?? []),
        },
      ];
    }),
  );
}

type Amount = 'dueFen' | 'arrearsFen' | 'recoveredFen' | 'carriedFen' | 'netFen';
function paymentSums(lines: readonly LinePayment[]) {
  const sums = { paidFen: 0, failedFen: 0, notReturnedFen: 0 };
  for (const { state, netFen } of lines) {
    if (state === 'paid') sums.paidFen += netFen;
    else if (state === 'failed') sums.failedFen += netFen;
    else sums.notReturnedFen += netFen;
  }
  return sums;
}

/** Who reopened a quarter last, by district; only of districts that have reopened it. */
export function loadReopened(
  db: Database,
  quarter: Quarter,
): Map<string, { at: string; by: string; reason: string }> {
  const rows = db
    .prepare(
      `SELECT district, at, by, reason FROM closing JOIN closing_move ON closing_move.id = reopened
       WHERE quarter = ? ORDER BY reopened`,
    )
    .all(quarter) as { district: string; at: string; by: string; reason: string }[];
  return new Map(rows.map(({ district, ...move }) => [district, move]));
}
