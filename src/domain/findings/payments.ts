import type { Day } from '../day.js';
import type { Fen } from '../money.js';
import type { Quarter } from '../quarter.js';

/** What `import payments` and the bank files of a quarter have to say. */
export interface PaymentFindings {
  /** 发放回盘 for a quarter that has not been closed. */
  'payment.not-closed': { quarter: Quarter };
  /** The quarter is closed; nothing of these districts has left the office. */
  'payment.not-exported': { quarter: Quarter; districts: readonly string[] };
  /** Nobody was to be paid under this number; `district`: the one that the row names. */
  'payment.no-line': { quarter: Quarter; district: string | null };
  'payment.other-amount': {
    quarter: Quarter;
    expected: readonly { district: string; amountFen: Fen }[];
  };
  /** Several lines have this amount; of one district, where one person had two numbers. */
  'payment.ambiguous': { districts: readonly string[] };
  /** The amount was in several bank files, and the row does not tell which one it answers. */
  'payment.which-file': { sentOn: readonly Day[] };
  /** 失败 after 成功, and not of a later day. */
  'payment.paid-already': { district: string; paid: Day | null };
  /** 成功 of an earlier day than the 失败 that is known. */
  'payment.older': { known: Day };
  /** 失败 of a later day than the 成功 that was known: it came back. */
  'payment.returned': { paid: Day | null };
  /** Another bank file has paid the same amount. */
  'payment.paid-twice': { district: string; paid: Day | null };
  /** Paid by one bank file, while a later one has not come back. */
  'payment.sent-again': { district: string; on: Day };
  /** The same payments were handed out before, in a file of another layout. */
  'bank.other-layout': { file: string; at: Day };
  /** Payments that a bank file leaves out: sent in another one, or reported as paid. */
  'bank.left-out': { district: string; people: number; totalFen: Fen };
  /** Nothing to be sent again; `last`: how many such files there are. */
  'bank.nothing-to-retry': { quarter: Quarter; district: string | null; waiting: number; last: number };
  /** Not sent again: nothing has come back. */
  'bank.waiting': { district: string; people: number; totalFen: Fen };
  /** People with a card who are in no bank file at all. */
  'bank.never-sent': { quarter: Quarter; district: string; people: number };
}
