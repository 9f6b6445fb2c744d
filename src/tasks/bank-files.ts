import type { Closing, PaperLine } from '../domain/closing.js';
import { dayInChengdu } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import type { Fen } from '../domain/money.js';
import type { BankRow } from '../domain/papers.js';
import type { LinePayment } from '../domain/payments.js';
import type { Quarter } from '../domain/quarter.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { type BankEntry, lastBankFile, sendsLines } from '../store/issued-papers.js';
import { loadLinePayments } from '../store/line-payments.js';
import { type PaperGroup, usableAccount } from './export-subsidies.js';
import type { Workspace } from './workspace.js';

/** People and money. */
interface Share {
  people: number;
  totalFen: Fen;
}

/** What a bank file pays, and how that adds up to what is to be paid. */
export interface BankFile {
  rows: readonly BankRow[];
  /** What is recorded as sent; empty of another layout of what was sent before. */
  entries: readonly BankEntry[];
  /** Everything = bank + unpayable + leftOut. */
  sums: { everything: Share; bank: Share; unpayable: Share; leftOut: Share };
  findings: readonly Finding[];
}

/**
 * The bank file of frozen lines: everybody with 实发 > 0 and the card that was frozen. Who has no usable card is an
 * error; who was sent in another file, or is paid already, is left out. Where all were sent, and nothing has come
 * back, it is the same payments in another layout. Throws UserError `bank.sent-already`.
 */
export function planBankFile({ db }: Workspace, { quarter, closings, lines }: PaperGroup): BankFile {
  const payments = new Map(loadLinePayments(db, closings).map((payment) => [payment.line, payment]));
  const payable = lines.filter(({ netFen }) => netFen > 0);
  const unpayable = payable.filter(({ person }) => !usableAccount(person.account));
  const sendable = payable.filter(({ person }) => usableAccount(person.account));
  const isFree = (line: PaperLine) => paymentOf(payments, line).state === 'unsent';
  const fresh = sendable.filter(isFree);
  const findings = withoutCards(lines, payments);
  if (fresh.length > 0 || sendable.length === 0) {
    const leftOut = sendable.filter((line) => !isFree(line));
    return bankFile(payable, {
      ...{ sent: fresh.map((line) => rowOf(line)), unpayable, leftOut },
      entries: fresh.map((line) => ({ line: numberOf(line), attempt: 1, answer: null })),
      findings: [...findings, ...aboutLeftOut(leftOut)],
    });
  }
  const paid = sendable.filter((line) => paymentOf(payments, line).sentOn.length === 0);
  const sent = sendable.filter((line) => !paid.includes(line));
  const before = beforeThis(db, quarter, sent, payments);
  return bankFile(payable, {
    ...{ sent: sent.map((line) => rowOf(line)), unpayable, leftOut: paid, entries: [] },
    findings: [...findings, ...before, ...aboutLeftOut(paid)],
  });
}

/** Warns that what is written again was sent before. Throws UserError `bank.sent-already`. */
function beforeThis(
  db: Workspace['db'],
  quarter: Quarter,
  sent: readonly PaperLine[],
  payments: ReadonlyMap<number, LinePayment>,
): Finding[] {
  return lastFiles(db, sent).flatMap(({ district, own, ...details }) => {
    const answered = own.some((line) => {
      const { answers, sentOn } = paymentOf(payments, line);
      return answers.length > 0 || sentOn.length > 1;
    });
    if (answered) throw new UserError('bank.sent-already', { quarter, district, ...details });
    return [finding('bank.other-layout', 'warning', district, details)];
  });
}

/** The bank file that a district's lines were sent in last; none of a district that never sent any. */
function lastFiles(db: Workspace['db'], sent: readonly PaperLine[]) {
  return [...groupBy(sent, ({ district }) => district)].flatMap(([district, own]) => {
    const last = own.map((line) => lastBankFile(db, numberOf(line))).find((each) => each !== undefined);
    return last ? [{ district, own, file: last.file, at: dayInChengdu(new Date(last.at)) }] : [];
  });
}

const numberOf = ({ id }: PaperLine): number => {
  if (id === undefined) throw new Error('a bank file of a draft');
  return id;
};

function paymentOf(payments: ReadonlyMap<number, LinePayment>, line: PaperLine): LinePayment {
  const payment = payments.get(numberOf(line));
  if (!payment) throw new Error('a line without its payment');
  return payment;
}

/** Who the money goes to; `person`: as known now, where that is not as it was frozen. */
function rowOf(line: PaperLine, { name, idNumber, account, bank }: BankPerson = line.person): BankRow {
  const { netFen, district, township, unit } = line;
  return {
    ...{ name, idNumber, account: account ?? '', bank: bank ?? '' },
    ...{ amountFen: netFen, district, township, unit },
  };
}

type BankPerson = Pick<PaperLine['person'], 'name' | 'idNumber' | 'account' | 'bank'>;

/** Who is to be paid, had no card that a bank can pay to, and was neither paid nor sent with a later one since. */
const withoutCards = (lines: readonly PaperLine[], payments: ReadonlyMap<number, LinePayment>): Finding[] =>
  lines
    .filter(({ netFen, person }) => netFen > 0 && !usableAccount(person.account))
    .filter((line) => {
      const { state, sentOn } = paymentOf(payments, line);
      return state !== 'paid' && sentOn.length === 0;
    })
    .map(({ person }) => withoutCard(person));

/** What is to be said of a bank file that is handed out once more as it was, `paper`: its number. */
export function aboutBankFileAgain(
  { db }: Workspace,
  { closings, lines }: PaperGroup,
  paper: number,
): Finding[] {
  const payments = new Map(loadLinePayments(db, closings).map((payment) => [payment.line, payment]));
  // another layout of what was sent before records nobody as sent
  const files = sendsLines(db, paper) ? [] : lastFiles(db, lines);
  return [
    ...withoutCards(lines, payments),
    ...files.map(({ district, file, at }) => finding('bank.other-layout', 'warning', district, { file, at })),
  ];
}

const withoutCard = (person: BankPerson): Finding =>
  finding('subsidy.no-account', 'error', personSubject(person), { frozen: true });

const aboutLeftOut = (lines: readonly PaperLine[]): Finding[] =>
  [...groupBy(lines, ({ district }) => district)].map(([district, own]) =>
    finding('bank.left-out', 'warning', district, { district, ...shareOf(own.map(({ netFen }) => netFen)) }),
  );

const shareOf = (amounts: readonly Fen[]): Share => ({
  people: amounts.length,
  totalFen: amounts.reduce((sum, amount) => sum + amount, 0),
});

/** Proves that nobody is lost and nobody is paid twice, before anything is written. */
function bankFile(
  payable: readonly PaperLine[],
  parts: Pick<BankFile, 'entries' | 'findings'> & {
    sent: readonly BankRow[];
    unpayable: readonly PaperLine[];
    leftOut: readonly PaperLine[];
  },
): BankFile {
  const { sent, unpayable, leftOut, entries, findings } = parts;
  const sums = {
    everything: shareOf(payable.map(({ netFen }) => netFen)),
    bank: shareOf(sent.map(({ amountFen }) => amountFen)),
    unpayable: shareOf(unpayable.map(({ netFen }) => netFen)),
    leftOut: shareOf(leftOut.map(({ netFen }) => netFen)),
  };
  const { everything, bank } = sums;
  const people = bank.people + sums.unpayable.people + sums.leftOut.people;
  const totalFen = bank.totalFen + sums.unpayable.totalFen + sums.leftOut.totalFen;
  if (people !== everything.people || totalFen !== everything.totalFen) {
    throw new Error(`a bank file of ${people} people and ${totalFen} fen does not add up`);
  }
  return { rows: sent, entries, sums, findings };
}

/** Lines that are sent again: what came back as failed, or could not be sent for want of a card. */
export interface Repeated extends BankFile {
  /** Those that are sent. */
  lines: readonly PaperLine[];
  /** null: several districts together. */
  district: string | null;
  closings: readonly Closing[];
}

/** A line to be sent again, and to whom as is known now. */
export type RepeatedLine = { line: PaperLine; payment: LinePayment; person: BankPerson };

/** The bank file of lines that are sent again, with the cards known now. */
export function repeatedFile(
  district: string | null,
  closings: readonly Closing[],
  lines: readonly RepeatedLine[],
): Repeated {
  const isPayable = ({ person }: RepeatedLine) => usableAccount(person.account);
  const sent = lines.filter(isPayable);
  const unpayable = lines.filter((each) => !isPayable(each));
  const file = bankFile(
    lines.map(({ line }) => line),
    {
      sent: sent.map(({ line, person }) => rowOf(line, person)),
      ...{ unpayable: unpayable.map(({ line }) => line), leftOut: [] },
      entries: sent.map(({ line, payment: { sentOn, answers } }) => ({
        line: numberOf(line),
        attempt: sentOn.length + 1,
        answer:
          answers.find((answer) => answer.attempt === sentOn.length && sentOn.length > 0)?.payment ?? null,
      })),
      findings: unpayable.map(({ person }) => withoutCard(person)),
    },
  );
  return { ...file, district, closings, lines: sent.map(({ line }) => line) };
}

/** Whether the lines are still as they were when a bank file was planned: neither sent nor paid meanwhile. */
export function mayBeSent(
  db: Workspace['db'],
  closings: readonly Closing[],
  entries: readonly BankEntry[],
): boolean {
  if (entries.length === 0) return true;
  const payments = new Map(loadLinePayments(db, closings).map((payment) => [payment.line, payment]));
  return entries.every(({ line, attempt, answer }) => {
    const payment = payments.get(line);
    return (
      payment !== undefined &&
      (payment.state === 'failed' || payment.state === 'unsent') &&
      payment.sentOn.length === attempt - 1 &&
      (answer === null || payment.answers.some((each) => each.payment === answer))
    );
  });
}
