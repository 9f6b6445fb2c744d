import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import type { Quarter } from '../../domain/quarter.js';
import { UserError } from '../../domain/user-error.js';
import { renderCsv } from '../../reports/csv.js';
import { exportReport } from '../../reports/subsidy-export.js';
import { type ManifestEntry, manifestPaper } from '../../reports/subsidy-manifest.js';
import type { Paper, PaperInput } from '../../reports/subsidy-papers.js';
import { payrollPaper } from '../../reports/subsidy-payroll.js';
import { publicPaper } from '../../reports/subsidy-public.js';
import { summaryPaper } from '../../reports/subsidy-summary.js';
import { unpaidPaper } from '../../reports/subsidy-unpaid.js';
import { exportSubsidies, recordHandedOut } from '../../tasks/export-subsidies.js';
import type { Cli } from '../cli.js';
import { type ExportFile, putIntoFolder } from '../export-folder.js';
import { PLAIN } from '../shell.js';

export interface ExportOptions {
  to: string;
  what?: readonly SheetChoice[];
  together: boolean;
  withId: boolean;
  force: boolean;
  district?: string;
}

/** The sheets that can be asked for, in the order in which they are written. A new one is a line here. */
const SHEETS = {
  payroll: (input: PaperInput) => payrollPaper(input),
  public: (input: PaperInput, { withId }: ExportOptions) => publicPaper(input, withId),
  summary: (input: PaperInput) => summaryPaper(input),
  unpaid: (input: PaperInput) => unpaidPaper(input),
} satisfies Record<string, (input: PaperInput, options: ExportOptions) => Paper>;

type SheetChoice = keyof typeof SHEETS;
const SHEET_CHOICES = Object.keys(SHEETS) as readonly SheetChoice[];

/** Reads `--what payroll,public`. Throws UserError `usage.bad-choice`. */
export function sheetsOf(value: string): SheetChoice[] {
  const asked = value
    .split(/[,，、]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const unknown = asked.find((word) => !(SHEET_CHOICES as readonly string[]).includes(word));
  if (unknown !== undefined || asked.length === 0) {
    throw new UserError('usage.bad-choice', {
      option: '--what',
      value: unknown ?? value,
      choices: SHEET_CHOICES,
    });
  }
  return SHEET_CHOICES.filter((sheet) => asked.includes(sheet));
}

/** A paper, its bytes, and what the manifest says of it. */
interface Written {
  paper: Paper;
  file: ExportFile;
  entry: ManifestEntry;
}

/** `subsidy export`: all papers of a quarter, and the manifest, into one folder, whole or not at all. */
export function runExport(cli: Cli, command: Command, quarter: Quarter, options: ExportOptions): void {
  const what = options.what ?? SHEET_CHOICES;
  const report = cli.withWorkspace(command, (workspace) => {
    const { groups, whole, fingerprint, totals, findings } = exportSubsidies(workspace, quarter, {
      district: options.district,
      together: options.together,
      needsAccounts: what.includes('payroll'),
    });
    const papers = groups.flatMap((group) => what.map((sheet) => write(cli, SHEETS[sheet](group, options))));
    const entries = papers.map(({ entry }) => entry);
    const all = [...papers, write(cli, manifestPaper(whole, options.together, entries, fingerprint))];
    const fresh = putIntoFolder(
      cli.shell.path(options.to),
      all.map(({ file }) => file),
      {
        force: options.force,
        beforeHandingOut: (files) => {
          const handedOut = all.filter(({ paper, file }) => paper.whole && files.includes(file));
          recordHandedOut(
            workspace,
            quarter,
            handedOut.map(({ entry }) => entry),
          );
        },
      },
    );
    return exportReport(cli.text.subsidy, {
      quarter,
      folder: options.to,
      entries: all.map(({ entry }) => entry),
      unchanged: all.length - fresh.length,
      totals,
      standards: whole.standards,
      findings,
    });
  });
  cli.answer(command, report);
}

/** Characters that some file system refuses in a name. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

/** Renders a paper as the bytes of a file for spreadsheets. */
function write({ text }: Cli, paper: Paper): Written {
  const reader = { text, reveal: paper.whole, forFile: true, width: undefined, paint: PLAIN };
  const chunks = paper.write((report) => [...renderCsv(report, reader)]);
  const bytes = Buffer.from(chunks.join(''));
  const name = `${paper.fileName.replace(UNFIT, '_')}.csv`;
  const { sheet, district, rows, people, totalFen } = paper;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    paper,
    file: { name, bytes, confidential: paper.confidential },
    entry: { file: name, sheet, district, rows, people, totalFen, sha256 },
  };
}
