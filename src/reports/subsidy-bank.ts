import { formatYuan } from '../domain/money.js';
import type { BankRow, PaperStage } from '../domain/papers.js';
import type { Quarter } from '../domain/quarter.js';
import { subsidyPapers as words } from '../messages/zh/subsidy-papers.js';
import { type BankLayout, bankBytes } from './bank-layout.js';

/** What is to be paid, by how it is paid: people and fen of each part. */
interface BankSums {
  everything: Share;
  bank: Share;
  unpayable: Share;
  leftOut: Share;
}

interface Share {
  people: number;
  totalFen: number;
}

/** A bank file as it is handed out, and what the manifest says of it. */
export interface BankPaper {
  /** With its ending. */
  fileName: string;
  bytes: Uint8Array;
  /** How it adds up. */
  notes: readonly string[];
}

/**
 * 银行代发文件: a row for each person and paying district, in the columns and the encoding that the bank asks for. `retry`:
 * which repeated sending it is. Throws UserError `bank.characters`. 三(六)1
 */
export function bankPaper(
  about: { quarter: Quarter; district: string | null; retry: number | null },
  { rows, sums }: { rows: readonly BankRow[]; sums: BankSums },
  layout: BankLayout,
): BankPaper {
  const { quarter, district, retry } = about;
  const area = district ?? words.wholeCity;
  const stage: PaperStage = 'approved';
  const name = words.fileName(area, quarter, 'bank', stage);
  return {
    fileName: `${retry === null ? name : `${name}-${words.bank.retry(retry)}`}.csv`,
    bytes: bankBytes(rows, layout),
    notes: noteLines(area, retry, sums),
  };
}

function noteLines(
  area: string,
  retry: number | null,
  { everything, bank, unpayable, leftOut }: BankSums,
): string[] {
  const said = ({ people, totalFen }: Share) => words.bank.share(people, formatYuan(totalFen));
  const equation = {
    everything: said(everything),
    bank: said(bank),
    unpayable: said(unpayable),
    leftOut: leftOut.people === 0 ? null : said(leftOut),
  };
  return [words.bank.equation(area, retry, equation), ...(retry === null ? [] : [words.bank.knownNow])];
}
