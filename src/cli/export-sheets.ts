import type { PaperStage } from '../domain/papers.js';
import type { BankLayout } from '../reports/bank-layout.js';
import { correctionsPaper } from '../reports/subsidy-corrections.js';
import type { Paper, PaperInput } from '../reports/subsidy-papers.js';
import { payrollPaper } from '../reports/subsidy-payroll.js';
import { publicPaper } from '../reports/subsidy-public.js';
import { recoveryPaper } from '../reports/subsidy-recovery.js';
import { summaryPaper } from '../reports/subsidy-summary.js';
import { unpaidPaper } from '../reports/subsidy-unpaid.js';

/** What the command line says of the contents of papers. */
export interface ExportOptions {
  withId: boolean;
  /** How the bank wants its file; undefined: as most do. */
  bank?: BankLayout | undefined;
}

/** A sheet that can be asked for. */
interface Sheet {
  /** The paper; null where there is nothing to write. A bank file is no paper: `export-bank.ts` makes it. */
  make: ((input: PaperInput, options: ExportOptions) => Paper | null) | null;
  /** How far a quarter must have come, or must not. */
  stages: readonly PaperStage[];
  /** Handing it out of an approved quarter moves the quarter to `exported`. */
  exports: boolean;
  /** The options that make another paper of it: part of what was asked for. */
  options?(options: ExportOptions, input: PaperInput): object;
}

const ALWAYS: readonly PaperStage[] = ['draft', 'closed', 'approved'];

/** The sheets that can be asked for, in the order in which they are written. A new one is an entry here. */
const SHEETS = {
  payroll: { make: payrollPaper, stages: ['draft', 'approved'], exports: true },
  public: {
    make: (input, { withId }) => publicPaper(input, withId),
    ...{ stages: ALWAYS, exports: false },
    options: ({ withId }) => ({ withId }),
  },
  summary: { make: summaryPaper, stages: ALWAYS, exports: false },
  unpaid: { make: unpaidPaper, stages: ALWAYS, exports: false },
  corrections: { make: correctionsPaper, stages: ALWAYS, exports: false },
  recovery: { make: recoveryPaper, stages: ALWAYS, exports: false },
  bank: { make: null, stages: ['approved'], exports: true },
} as const satisfies Record<string, Sheet>;

export type SheetChoice = keyof typeof SHEETS;
export const SHEET_CHOICES = Object.keys(SHEETS) as readonly SheetChoice[];

/** A sheet by its name. */
export const sheetOf = (choice: SheetChoice): Sheet => SHEETS[choice];
