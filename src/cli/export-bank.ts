import type { Closing } from '../domain/closing.js';
import type { Finding } from '../domain/finding.js';
import type { Quarter } from '../domain/quarter.js';
import type { BankLayout } from '../reports/bank-layout.js';
import { bankPaper } from '../reports/subsidy-bank.js';
import { aboutBankFileAgain, type BankFile, planBankFile } from '../tasks/bank-files.js';
import type { PaperGroup } from '../tasks/export-subsidies.js';
import { issuedBefore } from '../tasks/hand-out.js';
import type { Workspace } from '../tasks/workspace.js';
import { type Written, writtenBefore, writtenNow } from './export-papers.js';

/** The bank file of a group, and what is to be said of it; null where nobody can be paid by a bank. */
export interface WrittenBank {
  written: Written | null;
  findings: readonly Finding[];
}

/** Writes the bank file of approved lines, or what was handed out for the same request before. */
export function writeBank(workspace: Workspace, group: PaperGroup, layout: BankLayout): WrittenBank {
  const { closings, district, quarter } = group;
  const numbers = closings.map(({ id }) => id).sort((a, b) => a - b);
  const request = JSON.stringify({ sheet: 'bank', closings: numbers, district, layout });
  const before = issuedBefore(workspace, request);
  if (before) {
    return {
      written: { ...writtenBefore(before, request), exports: closings },
      findings: aboutBankFileAgain(workspace, group, before.id),
    };
  }
  const file = planBankFile(workspace, group);
  if (file.rows.length === 0) return { written: null, findings: file.findings };
  const written = bankWritten({ quarter, district, retry: null }, file, {
    ...{ layout, request, exports: closings, knownBatch: lastKnownBatch(closings) },
  });
  return { written, findings: file.findings };
}

/** The last import that any of the frozen lines rests on. */
const lastKnownBatch = (closings: readonly Closing[]): number =>
  Math.max(...closings.map(({ knownBatch }) => knownBatch));

/** A bank file as it is handed out for the first time. */
export function bankWritten(
  about: { quarter: Quarter; district: string | null; retry: number | null },
  { rows, sums, entries }: BankFile,
  how: { layout: BankLayout; knownBatch: number; request: string; exports: readonly Closing[] },
): Written {
  const { layout, knownBatch, request, exports } = how;
  const made = bankPaper(about, { rows, sums }, layout);
  const people = new Set(rows.map(({ idNumber }) => idNumber)).size;
  const none = { dueFen: null, rewardFen: null, arrearsFen: null, recoveredFen: null, carriedFen: null };
  const paper = {
    ...{ sheet: 'bank' as const, district: about.district, rows: rows.length, people },
    totals: { ...none, totalFen: sums.bank.totalFen },
    ...{ whole: true, confidential: true },
  };
  return { ...writtenNow(paper, { ...made, sent: entries }, { request, knownBatch }), exports };
}
