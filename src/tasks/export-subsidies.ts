import { type Finding, finding } from '../domain/finding.js';
import type { Fen } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { linesByDistrict, type SubsidyLine } from '../rules/subsidy-lines.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import { type SubsidyTotals, subsidyTotals } from '../rules/subsidy-totals.js';
import { recordAudit } from '../store/audit.js';
import { loadPeople } from '../store/register.js';
import { resolveArea } from './area.js';
import { computeSubsidies, exampleRemark, standardsBehind } from './compute-subsidies.js';
import { findingsAbout } from './preview-subsidies.js';
import type { Workspace } from './workspace.js';

/** The lines of one set of papers, in their final order. */
interface PaperGroup {
  quarter: Quarter;
  /** null: several districts together. */
  district: string | null;
  lines: readonly SubsidyLine[];
  standards: readonly StandardGroup[];
}

export interface SubsidyExport {
  quarter: Quarter;
  groups: readonly PaperGroup[];
  /** All groups as one: what the manifest is about. */
  whole: PaperGroup;
  totals: SubsidyTotals;
  findings: readonly Finding[];
  /** sha256 over the policy files. */
  fingerprint: string;
}

/**
 * Computes a quarter for its papers: a group for each paying district, or one for all (`together`).
 * `needsAccounts`: warn of people who are to be paid and have no usable card. Throws UserError
 * `export.nothing`, `area.unknown` and `policy.*`. 三(六)1
 */
export function exportSubsidies(
  workspace: Workspace,
  quarter: Quarter,
  asked: { district?: string | undefined; together: boolean; needsAccounts: boolean },
): SubsidyExport {
  const { result, units } = computeSubsidies(
    workspace,
    quarter,
    loadPeople(workspace.db, { knownAt: workspace.knownAt, quarter }),
  );
  const { district } = resolveArea(units, { district: asked.district });
  const all = linesByDistrict(result, units);
  const lines = district === null ? all : all.filter((line) => line.district === district);
  if (lines.length === 0) throw new UserError('export.nothing', { quarter, district });
  const whole = group(workspace, quarter, lines, district);
  const findings = district === null ? result.findings : findingsAbout(result, lines);
  return {
    quarter,
    groups: asked.together || district !== null ? [whole] : byDistrict(workspace, quarter, lines),
    whole,
    totals: subsidyTotals(lines),
    findings: [
      ...findings,
      ...(asked.needsAccounts ? withoutAccount(lines) : []),
      ...exampleRemark(whole.standards),
    ],
    fingerprint: workspace.policies.fingerprint,
  };
}

const group = (
  workspace: Workspace,
  quarter: Quarter,
  lines: readonly SubsidyLine[],
  district: string | null,
): PaperGroup => ({ quarter, district, lines, standards: standardsBehind(workspace, quarter, lines) });

/** Lines come in order of their districts. */
function byDistrict(workspace: Workspace, quarter: Quarter, lines: readonly SubsidyLine[]): PaperGroup[] {
  const groups = new Map<string, SubsidyLine[]>();
  for (const line of lines) {
    const known = groups.get(line.district);
    if (known) known.push(line);
    else groups.set(line.district, [line]);
  }
  return Array.from(groups, ([district, own]) => group(workspace, quarter, own, district));
}

/** A card that a bank can pay to is a run of digits; doubts about the digits were said at import. */
const usableAccount = (account: string | null): boolean => account !== null && /^\d{8,32}$/.test(account);

function withoutAccount(lines: readonly SubsidyLine[]): Finding[] {
  const told = new Set<number>();
  const findings: Finding[] = [];
  for (const { person, totalFen } of lines) {
    if (totalFen <= 0 || usableAccount(person.account) || told.has(person.id)) continue;
    told.add(person.id);
    findings.push(finding('subsidy.no-account', 'warning', personSubject(person), {}));
  }
  return findings;
}

/** A file with whole numbers that is about to be handed out. */
export interface HandedOutFile {
  file: string;
  rows: number;
  people: number;
  totalFen: Fen | null;
  sha256: string;
}

/** Records in the audit log which files with whole numbers are handed out; to be called before they are. */
export function recordHandedOut(
  { db, user, now }: Workspace,
  quarter: Quarter,
  files: readonly HandedOutFile[],
): void {
  if (files.length === 0) return;
  recordAudit(db, { at: now, user, command: 'subsidy export', details: { quarter, files } });
}
