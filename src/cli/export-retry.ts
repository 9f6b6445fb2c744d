import type { Quarter } from '../domain/quarter.js';
import type { BankLayout } from '../reports/bank-layout.js';
import { paperFile } from '../reports/paper-file.js';
import type { ExportInput } from '../reports/subsidy-export.js';
import { manifestPaper } from '../reports/subsidy-manifest.js';
import { planRetry, type Retry, repeatedBefore } from '../tasks/retry-payments.js';
import type { Workspace } from '../tasks/workspace.js';
import { bankWritten } from './export-bank.js';
import { type Written, writtenBefore, writtenNow } from './export-papers.js';
import { handOut } from './export-quarter.js';

/** What is to be sent to the bank again, and where to. */
export interface RetryAsked {
  to: string;
  together: boolean;
  force: boolean;
  district?: string | undefined;
  by?: string | undefined;
  bank: BankLayout;
  /** A repeated sending that was handed out before; null: the next one. */
  number: number | null;
}

/**
 * Writes the bank file of what came back as failed, and of who had no card when the quarter was closed, with its
 * manifest; or one of before, byte by byte. Where there is nothing to send, nothing is written. Throws UserError
 * `bank.*`, `export.*`, `closing.wrong-state`, `area.unknown`, and BusyError.
 */
export async function exportRetry(
  workspace: Workspace,
  quarter: Quarter,
  asked: RetryAsked,
): Promise<Omit<ExportInput, 'folder'>> {
  const by = asked.by ?? workspace.user;
  if (asked.number !== null) {
    const { papers, closings } = repeatedBefore(workspace, quarter, { ...asked, number: asked.number });
    const written = papers.map((paper) => writtenBefore(paper, null));
    const done = handOut(workspace, asked, written, { quarter, closings, by });
    return { ...asInput(quarter, by, written), ...done, again: written.length };
  }
  const plan = planRetry(workspace, quarter, asked);
  if (plan.files.length === 0) return { ...asInput(quarter, by, []), findings: plan.findings };
  const written = plan.files.map((file) =>
    bankWritten({ quarter, district: file.district, retry: plan.number }, file, {
      ...{ layout: asked.bank, knownBatch: plan.knownBatch, exports: [] },
      request: JSON.stringify({ sheet: 'bank', quarter, retry: plan.number, district: file.district }),
    }),
  );
  const all = [...written, await manifestOf(plan, written, workspace.policies.fingerprint, asked.together)];
  const closings = plan.files.flatMap((file) => file.closings);
  const done = handOut(workspace, asked, all, { quarter, closings, by });
  return {
    ...{ ...asInput(quarter, by, all), ...done },
    ...{ standards: plan.standards, findings: plan.findings },
    lines: plan.files.flatMap(({ lines }) => lines),
  };
}

async function manifestOf(
  { quarter, district, number, files, standards, knownBatch }: Retry,
  written: readonly Written[],
  fingerprint: string,
  together: boolean,
): Promise<Written> {
  const closings = files.flatMap((file) => file.closings);
  const paper = manifestPaper(
    {
      ...{ quarter, district, closings, standards, lines: [], recoveries: [] },
      stage: 'approved',
    },
    {
      ...{ together, fingerprint, knownBatch, retry: number },
      notes: written.flatMap(({ notes }) => notes),
    },
    written.map(({ entry }) => entry),
  );
  const made = { fileName: `${paper.fileName}.csv`, bytes: await paperFile(paper, 'csv') };
  const request = JSON.stringify({ sheet: 'manifest', quarter, retry: number });
  return writtenNow(paper, made, { request, knownBatch });
}

const asInput = (quarter: Quarter, by: string, written: readonly Written[]): Omit<ExportInput, 'folder'> => ({
  ...{ quarter, by, entries: written.map(({ entry }) => entry) },
  ...{ unchanged: 0, again: 0, lines: [], standards: [], drafts: [], moved: [], findings: [] },
});
