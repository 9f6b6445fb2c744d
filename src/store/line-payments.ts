import type { Closing } from '../domain/closing.js';
import { type Day, dayInChengdu } from '../domain/day.js';
import { groupBy } from '../domain/group-by.js';
import type { Fen } from '../domain/money.js';
import type { LinePayment, PaymentAnswer, PaymentState } from '../domain/payments.js';
import type { Quarter } from '../domain/quarter.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';

type LineRow = [line: number, closing: number, person: number, netFen: Fen, account: string | null];
type AnswerRow = [
  payment: number,
  person: number,
  quarter: Quarter,
  district: string,
  amount: Fen,
  attempt: number,
  state: PaymentAnswer['state'],
  reason: string | null,
  paid: Day | null,
];

/**
 * Every line with 实发 > 0 of these closings and what became of its payment, in the order of the lines. A payment
 * is of the line of its district, quarter and amount whose person goes by any number of its own.
 */
export function loadLinePayments(
  db: Database,
  closings: readonly Pick<Closing, 'id' | 'quarter' | 'district'>[],
): LinePayment[] {
  const byNumber = new Map(closings.map((closing) => [closing.id, closing]));
  const ids = JSON.stringify([...byNumber.keys()]);
  const lines = db
    .prepare(
      `SELECT id, closing, person, net_fen, account FROM closed_line
       WHERE net_fen > 0 AND closing IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .raw()
    .all(ids) as LineRow[];
  const sent = loadSent(db, ids);
  const answers = answersByLine(db, [...new Set(closings.map(({ quarter }) => quarter))]);
  const links = loadLinks(db);
  const { kept } = links;
  // one person has two lines of one closing only under two numbers
  const alike = links.empty ? null : groupBy(lines, (line) => alikeKey(line, kept));
  return lines.map((row) => {
    const [line, closing, person, netFen, account] = row;
    const { quarter, district } = byNumber.get(closing) as Pick<Closing, 'id' | 'quarter' | 'district'>;
    const sentOn = sent.get(line) ?? NO_DAYS;
    const alone = alike === null || alike.get(alikeKey(row, kept))?.length === 1;
    const own = answers({ person, quarter, district, netFen }, alone);
    const state = stateOf(sentOn.length, own);
    return {
      line,
      closing,
      quarter,
      district,
      person: kept(person),
      netFen,
      account,
      state,
      sentOn,
      answers: own,
    };
  });
}

const NO_DAYS: readonly Day[] = [];
const NO_ANSWERS: readonly PaymentAnswer[] = [];

const alikeKey = ([, closing, person, netFen]: LineRow, kept: (person: number) => number): string =>
  `${closing} ${kept(person)} ${netFen}`;

/** The day of each bank file by line, in order. */
function loadSent(db: Database, closings: string): Map<number, Day[]> {
  const rows = db
    .prepare(
      `SELECT line, at FROM bank_entry JOIN issued_paper ON issued_paper.id = paper
         JOIN closed_line ON closed_line.id = line
       WHERE closing IN (SELECT value FROM json_each(?)) ORDER BY line, attempt`,
    )
    .raw()
    .all(closings) as [number, string][];
  const days = new Map<number, Day[]>();
  const dayOf = new Map<string, Day>();
  for (const [line, at] of rows) {
    const own = days.get(line);
    const day = dayOf.get(at) ?? dayInChengdu(new Date(at));
    dayOf.set(at, day);
    if (own) own.push(day);
    else days.set(line, [day]);
  }
  return days;
}

/** Finds the answers to a line: of whoever the person is, or of its own number where two numbers have such a line. */
function answersByLine(db: Database, quarters: readonly Quarter[]) {
  const rows = db
    .prepare(
      `SELECT id, person, quarter, district, amount_fen, attempt, state, reason, paid_on FROM payment
       WHERE superseded IS NULL AND quarter IN (SELECT value FROM json_each(?)) ORDER BY attempt, id`,
    )
    .raw()
    .all(JSON.stringify(quarters)) as AnswerRow[];
  if (rows.length === 0) return () => NO_ANSWERS;
  const { kept } = loadLinks(db);
  const byKept = groupBy(rows, ([, person]) => kept(person));
  return (line: PayableLine, alone: boolean): readonly PaymentAnswer[] => {
    const answers: PaymentAnswer[] = [];
    for (const row of byKept.get(kept(line.person)) ?? []) {
      const [payment, person, quarter, district, amount, attempt, state, reason, paid] = row;
      if (amount !== line.netFen || district !== line.district || quarter !== line.quarter) continue;
      if (alone || person === line.person) answers.push({ payment, attempt, state, reason, paid });
    }
    return answers;
  };
}

interface PayableLine {
  person: number;
  quarter: Quarter;
  district: string;
  netFen: Fen;
}

function stateOf(attempts: number, answers: readonly PaymentAnswer[]): PaymentState {
  if (answers.some(({ state }) => state === '成功')) return 'paid';
  if (answers.some(({ attempt }) => attempt === attempts)) return 'failed';
  return attempts > 0 ? 'sent' : 'unsent';
}

/** The closings with `paid` as the state of those that are exported and paid to the last line. */
export function withPaid(db: Database, closings: readonly Closing[]): Closing[] {
  const mayBePaid = closings.filter(({ state }) => state === 'exported').filter(enoughPaid(db));
  if (mayBePaid.length === 0) return [...closings];
  const paid = new Set(mayBePaid.map(({ id }) => id));
  for (const { closing, state } of loadLinePayments(db, mayBePaid))
    if (state !== 'paid') paid.delete(closing);
  return closings.map((closing) => (paid.has(closing.id) ? { ...closing, state: 'paid' } : closing));
}

/** Whether a closing has as many payments as lines: most have not, and need no closer look. */
function enoughPaid(db: Database): (closing: Closing) => boolean {
  const lines = db.prepare('SELECT count(*) FROM closed_line WHERE closing = ? AND net_fen > 0').pluck();
  const payments = db
    .prepare(
      `SELECT quarter || ' ' || district, count(DISTINCT person || ' ' || amount_fen) FROM payment
       WHERE superseded IS NULL AND state = '成功' GROUP BY 1`,
    )
    .raw()
    .all() as [string, number][];
  const paid = new Map(payments);
  return ({ id, quarter, district }) =>
    (paid.get(`${quarter} ${district}`) ?? 0) >= (lines.get(id) as number);
}
