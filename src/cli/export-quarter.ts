import type { Closing } from '../domain/closing.js';
import { type Finding, finding } from '../domain/finding.js';
import type { Quarter } from '../domain/quarter.js';
import { UserError } from '../domain/user-error.js';
import { USUAL_BANK_LAYOUT } from '../reports/bank-layout.js';
import type { PaperFormat } from '../reports/paper-file.js';
import type { ExportInput } from '../reports/subsidy-export.js';
import {
  exportSubsidies,
  type PaperGroup,
  type SubsidyExport,
  withoutAccount,
} from '../tasks/export-subsidies.js';
import { recordHandOut } from '../tasks/hand-out.js';
import type { Workspace } from '../tasks/workspace.js';
import { writeBank } from './export-bank.js';
import { putIntoFolder } from './export-folder.js';
import { PaperWriter, type Written } from './export-papers.js';
import { type ExportOptions, SHEET_CHOICES, type SheetChoice, sheetOf } from './export-sheets.js';

/** What is to be exported, and where to. */
export interface ExportAsked extends ExportOptions {
  to: string;
  /** undefined: all sheets there can be. */
  what?: readonly SheetChoice[] | undefined;
  together: boolean;
  force: boolean;
  district?: string | undefined;
  /** undefined: the user of this computer. */
  by?: string | undefined;
  format: PaperFormat;
}

/**
 * Writes all papers of a quarter, and the manifest, into one folder, whole or not at all. What that does to the
 * quarter is recorded before the files have their names. Throws UserError `export.*`, `closing.wrong-state`,
 * `area.unknown`, `policy.*`, and BusyError.
 */
export async function exportQuarter(
  workspace: Workspace,
  quarter: Quarter,
  asked: ExportAsked,
): Promise<Omit<ExportInput, 'folder'>> {
  const plan = exportSubsidies(workspace, quarter, asked);
  const { chosen, leftOut } = chooseSheets(plan, asked.what);
  const writer = new PaperWriter(workspace, asked, plan.knownBatch);
  const papers: Written[] = [];
  const aboutBanks: Finding[] = [];
  for (const { group, sheet } of chosen) {
    const bank = sheet === 'bank' ? writeBank(workspace, group, asked.bank ?? USUAL_BANK_LAYOUT) : null;
    const paper = bank ? bank.written : await writer.write(group, sheet);
    if (paper) papers.push(paper);
    if (bank) aboutBanks.push(...bank.findings);
  }
  const all = [...papers, await writer.writeManifest(plan, papers, asked.together)];
  const by = asked.by ?? workspace.user;
  return {
    ...{ quarter, by },
    ...handOut(workspace, asked, all, {
      quarter,
      by,
      closings: plan.groups.flatMap(({ closings }) => closings),
    }),
    entries: all.map(({ entry }) => entry),
    again: all.filter(({ again }) => again).length,
    lines: plan.groups.flatMap(({ lines }) => lines),
    standards: plan.standards,
    drafts: plan.groups.every(({ stage }) => stage === 'draft') ? null : plan.drafts,
    findings: [...plan.findings, ...aboutAccounts(chosen), ...aboutBanks, ...leftOut],
  };
}

interface Chosen {
  group: PaperGroup;
  sheet: SheetChoice;
}

/**
 * What is written of what was asked for. A sheet that a quarter has not come far enough for is left out, and
 * said to be; asked for by name it is a problem. Throws UserError `closing.wrong-state`.
 */
function chooseSheets(
  { groups, quarter }: SubsidyExport,
  named: readonly SheetChoice[] | undefined,
): { chosen: Chosen[]; leftOut: Finding[] } {
  const chosen: Chosen[] = [];
  const early = new Map<SheetChoice, PaperGroup[]>();
  for (const group of groups) {
    for (const sheet of named ?? SHEET_CHOICES) {
      if (sheetOf(sheet).stages.includes(group.stage)) chosen.push({ group, sheet });
      else early.set(sheet, [...(early.get(sheet) ?? []), group]);
    }
  }
  const leftOut = Array.from(early, ([sheet, own]) => {
    const districts = own.flatMap(({ states }) => states);
    if (named) throw new UserError('closing.wrong-state', { quarter, move: 'export', districts });
    return finding('export.not-approved', 'info', quarter, { sheet, districts });
  });
  return { chosen, leftOut };
}

/** Warns of people whom a payroll pays and no bank can; beside a bank file, they are its errors. */
function aboutAccounts(chosen: readonly Chosen[]): Finding[] {
  const banks = new Set(chosen.flatMap(({ group, sheet }) => (sheet === 'bank' ? [group] : [])));
  return withoutAccount(
    chosen.flatMap(({ group, sheet }) => (sheet === 'payroll' && !banks.has(group) ? group.lines : [])),
  );
}

/** Puts files into a folder, and records before they have their names what that does to the quarter. */
export function handOut(
  workspace: Workspace,
  { to, force }: Pick<ExportAsked, 'to' | 'force'>,
  all: readonly Written[],
  { quarter, by, closings }: { quarter: Quarter; by: string; closings: readonly Closing[] },
): { unchanged: number; moved: readonly string[] } {
  let moved: readonly string[] = [];
  const fresh = putIntoFolder(
    to,
    all.map(({ file }) => file),
    {
      force,
      beforeHandingOut: (files) => {
        moved = recordHandOut(workspace, {
          ...{ quarter, by, closings },
          exported: all.flatMap(({ exports }) => exports),
          issued: all.flatMap(({ issue }) => (issue ? [issue] : [])),
          files: all.flatMap(({ file, entry }) => (files.includes(file) ? [entry] : [])),
        });
      },
    },
  );
  return { unchanged: all.length - fresh.length, moved };
}
