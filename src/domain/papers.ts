import type { Fen } from './money.js';

/** Every sheet of a quarter that can be handed out. */
export type SheetName =
  | 'payroll'
  | 'public'
  | 'summary'
  | 'unpaid'
  | 'corrections'
  | 'recovery'
  | 'bank'
  | 'manifest';

/** How far a quarter has come, as far as papers care: what is approved may have been exported and paid since. */
export type PaperStage = 'draft' | 'closed' | 'approved';

/** The control totals of a paper; null where it does not state the amount. */
export interface ControlTotals {
  dueFen: Fen | null;
  /** 奖励 */
  rewardFen: Fen | null;
  arrearsFen: Fen | null;
  /** What is really taken from the lines. */
  recoveredFen: Fen | null;
  /** What goes to the recovery list. */
  carriedFen: Fen | null;
  /** 实发 */
  totalFen: Fen | null;
}

/** A written paper as the manifest lists it. */
export interface ManifestEntry extends ControlTotals {
  file: string;
  sheet: SheetName;
  /** null: several districts together. */
  district: string | null;
  rows: number;
  people: number;
  sha256: string;
}

/** One payment of a bank file. */
export interface BankRow {
  name: string;
  idNumber: string;
  /** Digits alone. */
  account: string;
  bank: string;
  amountFen: Fen;
  district: string;
  township: string;
  unit: string;
}
