import type { PaymentFindings } from '../../domain/findings/payments.js';
import { type Fen, formatYuan } from '../../domain/money.js';
import type { BankProblems, LostCharacter } from '../../domain/problems/bank.js';
import type { Wording } from '../messages.js';
import type { bankWords as chinese } from '../zh/payments.js';

export const paymentFindings: Wording<PaymentFindings> = {
  'payment.not-closed': ({ quarter }) =>
    `${quarter} has not been closed, so nothing can have been paid. Check the quarter, or import this after closing and export; the row was not imported.`,
  'payment.not-exported': ({ quarter, districts }) =>
    `${quarter} of ${districts.join(', ')} has not been exported for payment, so the bank cannot have an answer. Check the quarter, or approve and export first; the row was not imported.`,
  'payment.no-line': ({ quarter, district }) =>
    `Nothing was to be paid to this person for ${quarter}${district === null ? '' : ` by ${district}`}. Check quarter, identity number${district === null ? '' : ' and district'}; if the bank did pay, have it returned. The row was not imported.`,
  'payment.other-amount': ({ quarter, expected }) =>
    `The amount is not the one due for ${quarter}: ${expected.map(({ district, amountFen }) => `${district} ${formatYuan(amountFen)} yuan`).join(', ')}. Check it with the bank; the row was not imported.`,
  'payment.ambiguous': ({ districts }) =>
    districts.length > 1
      ? `${districts.join(' and ')} owe this person the same amount, so nobody can tell which is meant. Add a column 区(市)县, or import the districts apart with --set 区(市)县=${districts[0]}; the row was not imported.`
      : `${districts.join('')} owes this person the same amount twice (under two identity numbers), so nobody can tell which is meant. Ask the bank; the row was not imported.`,
  'payment.which-file': ({ sentOn }) =>
    `The amount was sent ${sentOn.length} times (${sentOn.join(', ')}), and the row does not say which of them failed: it may be old news. Fill in 支付日期; if it failed again on the day it was sent again, say so in 失败原因. The row was not imported.`,
  'payment.paid-already': ({ district, paid }) =>
    `${district} has this recorded as paid${paid === null ? '' : ` on ${paid}`}, and the row says it failed, not on a later day. If the money came back, fill in the day (and the day it was first paid) and import again; the row was not imported.`,
  'payment.older': ({ known }) =>
    `This is recorded as failed on ${known}; the row says it was paid before that, which is old news. If it was paid later, fill in the new 支付日期; the row was not imported.`,
  'payment.returned': ({ paid }) =>
    `It was recorded as paid${paid === null ? '' : ` on ${paid}`} and is now recorded as failed (returned). Send it again with subsidy export --what bank --retry-failed.`,
  'payment.paid-twice': ({ district, paid }) =>
    `${district} has this recorded as paid${paid === null ? '' : ` on ${paid}`}, and another bank file has paid it too: it may have been paid twice. Ask the bank at once and have it returned.`,
  'payment.sent-again': ({ district, on }) =>
    `An earlier bank file of ${district} has paid this, but it was sent again on ${on} and that has not come back: it may be paid twice. Ask the bank at once to withdraw the later one.`,
  'bank.other-layout': ({ file, at }) =>
    `These payments were written as “${file}” on ${at}; this is only another layout. Hand in one of the two, or they are paid twice.`,
  'bank.left-out': ({ district, people, totalFen }) =>
    `${district}: ${people} people, ${formatYuan(totalFen)} yuan, were sent in another file or are recorded as paid; they are left out of this one, lest they be paid twice.`,
  'bank.nothing-to-retry': ({ quarter, district, waiting, last }) =>
    `${quarter}${district === null ? '' : ` of ${district}`} has nothing to send again${waiting > 0 ? `; ${waiting} payments have not come back` : ''}. Nothing was written.${last > 0 ? ` --retry-failed ${last} writes the repeated file ${last} once more.` : ''}`,
  'bank.waiting': ({ district, people, totalFen }) =>
    `${district}: ${people} payments, ${formatYuan(totalFen)} yuan, were sent and have not come back; they are not sent again. Import the bank's answer first (import payments).`,
  'bank.never-sent': ({ quarter, district, people }) =>
    `${district}: ${people} more with a bank card were never sent to the bank. Write the bank file first: subsidy export ${quarter} --what bank.`,
};

const lostWord = ({ subject, column, character }: LostCharacter): string =>
  `${subject ?? 'heading or fixed text'}, ${column} “${character}” (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

export const bankProblems: Wording<BankProblems> = {
  'bank.unknown-column': ({ value, known }) =>
    `“${value}” of --columns is no column of a bank file. The columns are ${known.join(', ')}; a fixed text is written 名称=文字.`,
  'bank.columns-missing': ({ missing }) =>
    `--columns lacks ${missing.join(' and ')}: a bank file states everybody's amount (金额), and the account (账号) or the identity number (身份证号), which no fixed text can stand for. Add them, for example --columns 账号,户名,金额,备注=三季度补贴.`,
  'bank.characters': ({ encoding, lost }) =>
    `${lost.length} characters cannot be written in ${encoding}: ${lost.slice(0, 5).map(lostWord).join('; ')}${lost.length > 5 ? '…' : ''}. Nothing was written. Agree on --encoding gb18030 or utf-8 with the bank. Private and broken characters fit no encoding: reopen a quarter that is not exported yet (subsidy reopen), correct the roster and close it again; once it is exported, leave the column out of --columns.`,
  'bank.sent-already': ({ quarter, district, file, at }) =>
    `The bank file “${file}” of ${district} for ${quarter} was written on ${at}, and answers have come back; it is not written in another layout, lest it be paid twice. Use the --columns and --encoding of then; for what failed use --retry-failed.`,
  'bank.retry-alone': () => '--retry-failed goes with --what bank alone: --what bank --retry-failed.',
  'bank.no-such-retry': ({ quarter, district, number, last }) =>
    `${quarter}${district === null ? '' : ` of ${district}`} has no repeated bank file ${number}${last > 0 ? `; the last one is ${last}` : ''}.`,
};

export const bankWords: typeof chinese = {
  columns: 'columns',
  encoding: 'encoding',
  number: 'number',
  options: {
    columns:
      'columns of the bank file in order, such as 账号,户名,金额,备注=2026年三季度补贴 (default: 序号,账号,户名,金额,开户行,身份证号)',
    encoding: 'encoding of the bank file: gb18030 (default), gbk, utf-8',
    noHeading: 'bank file without headings',
    retryFailed:
      'only what failed, and whoever had no bank card, with the cards known now (补1, 补2 …); with a number: that file once more',
  },
  examples: {
    bank: "the bank file in the bank's own columns",
    retry: 'after the answers came in: send again what failed',
  },
  sent: (people: number, totalFen: Fen) => `bank: ${people} people, ${formatYuan(totalFen)} yuan`,
};
