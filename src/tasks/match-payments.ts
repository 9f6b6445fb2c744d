import type { Day } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import type { LinePayment, PaymentAnswer } from '../domain/payments.js';
import type { KeyedRow } from '../intake/rows.js';
import { loadClosings } from '../store/closings.js';
import { loadLinePayments } from '../store/line-payments.js';
import type { Judge } from './import-judges.js';

type Row = KeyedRow<'payment'>;
type Values = Row['values'];

/**
 * Finds the frozen line that each row of 发放回盘 answers: of an exported quarter, of this person, with exactly this
 * amount. A row that answers none, or may answer several, is refused with the reason: what is paid is never guessed.
 */
export const paymentJudge: Judge<'payment'> = (db, identities) => {
  const closings = loadClosings(db);
  const exported = closings.filter(({ state }) => state === 'exported');
  const quarters = groupBy(closings, ({ quarter }) => quarter);
  const people = new Map(identities.map(({ idNumber, id }) => [idNumber, id]));
  const lines = groupBy(loadLinePayments(db, exported), ({ person, quarter }) => `${person} ${quarter}`);
  const answered = new Map<string, LinePayment>();
  // read only where somebody reports a payment too early
  const earlyLines = groupsOnce(() => {
    const early = closings.filter(({ state }) => state !== 'exported');
    return groupBy(loadLinePayments(db, early), ({ person, quarter }) => `${person} ${quarter}`);
  });

  const find = (row: Row): LinePayment | Finding => {
    const { quarter, district, amount } = row.values;
    const refuse = refusing(row);
    if (quarter === null) throw new Error('a payment without a quarter');
    const standing = quarters.get(quarter) ?? [];
    if (standing.length === 0) return refuse('quarter', 'payment.not-closed', { quarter });
    const waiting = standing.filter(
      (each) => each.state !== 'exported' && (district === null || each.district === district),
    );
    const own = (lines.get(`${people.get(row.idNumber ?? '')} ${quarter}`) ?? []).filter(
      (line) => district === null || line.district === district,
    );
    const same = own.filter(({ netFen }) => netFen === amount);
    const [line, other] = same;
    if (line && !other) return line;
    if (other) {
      const districts = [...new Set(same.map((each) => each.district))];
      return refuse('amount', 'payment.ambiguous', { districts });
    }
    if (own.length > 0) {
      const expected = own.map((each) => ({ district: each.district, amountFen: each.netFen }));
      return refuse('amount', 'payment.other-amount', { quarter, expected });
    }
    if (waiting.length > 0) {
      const early = earlyLines(`${people.get(row.idNumber ?? '')} ${quarter}`);
      const districts = waiting
        .map((each) => each.district)
        .filter((each) => early.some((line) => line.district === each));
      if (districts.length === 0) return refuse('idNumber', 'payment.no-line', { quarter, district });
      return refuse('quarter', 'payment.not-exported', { quarter, districts });
    }
    return refuse('idNumber', 'payment.no-line', { quarter, district });
  };

  return {
    complete: (row) => {
      const line = find(row);
      if ('code' in line) return { refusal: line };
      const attempt = attemptOf(line, row.values);
      if (attempt === null) {
        return { refusal: refusing(row)('paid', 'payment.which-file', { sentOn: line.sentOn }) };
      }
      const refusal = contradiction(row, line, attempt);
      if (refusal) return { refusal };
      answered.set(keyOf(row, { ...row.values, district: line.district, attempt }), line);
      return { values: { district: line.district, attempt } };
    },
    doubt: (row) => {
      const line = answered.get(keyOf(row, row.values));
      return line ? doubtOf(row, line) : null;
    },
  };
};

/** Groups that are made when the first of them is asked for. */
function groupsOnce<Value>(make: () => ReadonlyMap<string, Value[]>): (key: string) => readonly Value[] {
  let groups: ReadonlyMap<string, Value[]> | undefined;
  return (key) => {
    groups ??= make();
    return groups.get(key) ?? [];
  };
}

const keyOf = ({ idNumber }: Row, { quarter, district, amount, attempt }: Values): string =>
  JSON.stringify([idNumber, quarter, district, amount, attempt]);

const refusing =
  ({ headingOf, values }: Row) =>
  <Code extends `payment.${string}` & Finding['code']>(
    field: string,
    code: Code,
    details: Extract<Finding, { code: Code }>['details'],
  ): Finding =>
    finding(code, 'error', '', details as never, {
      column: headingOf(field),
      ...(field === 'quarter' && values.quarter !== null && { value: values.quarter }),
    });

/**
 * Which bank file a row answers: the only one, else the last one sent by the day of the payment. A failure without a
 * day, or on the day on which the amount was sent again and otherwise as it was known before, may be old news: null.
 */
function attemptOf({ sentOn, answers }: LinePayment, { state, paid, reason }: Values): number | null {
  const last = sentOn.length;
  if (last <= 1) return last;
  if (paid === null) return state === '成功' ? last : null;
  const attempt = Math.max(1, sentOn.filter((day) => day <= paid).length);
  if (state === '成功' || attempt === 1 || sentOn[attempt - 1] !== paid) return attempt;
  const before = answers.find((answer) => answer.attempt === attempt - 1);
  return isSame(before, { paid, reason }) ? null : attempt;
}

const isSame = (
  known: PaymentAnswer | undefined,
  { paid, reason }: { paid: Day; reason: string | null },
): boolean => known?.paid === paid && (reason === null || known.reason === reason);

/** What the register knows of the same file and cannot both be so. */
function contradiction(row: Row, { answers, district }: LinePayment, attempt: number): Finding | null {
  const { state, paid } = row.values;
  const known = answers.find((answer) => answer.attempt === attempt);
  if (known === undefined || known.state === state) return null;
  const isLater = known.paid !== null && paid !== null && paid >= known.paid;
  if (known.state === '成功') {
    return isLater ? null : refusing(row)('state', 'payment.paid-already', { district, paid: known.paid });
  }
  if (isLater || known.paid === null || paid === null) return null;
  return refusing(row)('state', 'payment.older', { known: known.paid });
}

/** What somebody should look at, though the row is taken. */
function doubtOf(row: Row, { answers, district, sentOn }: LinePayment): Finding | null {
  const { state, attempt } = row.values;
  const where = { column: row.headingOf('state') };
  const others = answers.filter((answer) => answer.attempt !== attempt);
  const known = answers.find((answer) => answer.attempt === attempt);
  if (state === '失败') {
    return known?.state === '成功'
      ? finding('payment.returned', 'warning', '', { paid: known.paid }, where)
      : null;
  }
  const paid = others.find((answer) => answer.state === '成功');
  if (paid) return finding('payment.paid-twice', 'error', '', { district, paid: paid.paid }, where);
  const last = sentOn.at(-1);
  const isOut = attempt !== null && attempt < sentOn.length && !others.some((each) => each.attempt > attempt);
  return isOut && last !== undefined
    ? finding('payment.sent-again', 'warning', '', { district, on: last }, where)
    : null;
}
