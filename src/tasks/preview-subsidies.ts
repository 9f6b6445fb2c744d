import type { Finding } from '../domain/finding.js';
import type { Quarter } from '../domain/quarter.js';
import { personSubject } from '../domain/subject.js';
import { linesByDistrict, linesByPerson, type SubsidyLine } from '../rules/subsidy-lines.js';
import type { QuarterResult } from '../rules/subsidy-result.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import {
  countUnpaid,
  type SubsidyTotals,
  subsidyTotals,
  type UnpaidMonths,
} from '../rules/subsidy-totals.js';
import { type AskedArea, resolveArea } from './area.js';
import { computeSubsidies, exampleRemark, standardsBehind } from './compute-subsidies.js';
import type { Workspace } from './workspace.js';

export interface SubsidyPreview {
  quarter: Quarter;
  /** People with something to pay, or everybody with a post in the quarter. */
  shown: readonly SubsidyLine[];
  totals: SubsidyTotals;
  unpaid: UnpaidMonths;
  findings: readonly Finding[];
  standards: readonly StandardGroup[];
}

/**
 * Computes a quarter and stores nothing. Asked for a district or township, only the months that it
 * judges are shown and counted, as they will stand in its payroll. `all`: people without anything to
 * pay are shown too; totals count what is paid either way. Throws UserError `area.unknown`, `policy.*`.
 */
export function previewSubsidies(
  workspace: Workspace,
  quarter: Quarter,
  asked: AskedArea & { all: boolean },
): SubsidyPreview {
  const { result, units } = computeSubsidies(workspace, quarter);
  const area = resolveArea(units, asked);
  const everywhere = area.district === null && area.township === null;
  const lines = everywhere
    ? linesByPerson(result, units)
    : linesByDistrict(result, units).filter(
        ({ district, township }) =>
          (area.district === null || district === area.district) &&
          (area.township === null || township === area.township),
      );
  const standards = standardsBehind(workspace, quarter, lines);
  return {
    quarter,
    shown: asked.all ? lines : lines.filter(({ months }) => months.some(({ paid }) => paid)),
    totals: subsidyTotals(lines),
    unpaid: countUnpaid(lines),
    findings: [...(everywhere ? result.findings : findingsAbout(result, lines)), ...exampleRemark(standards)],
    standards,
  };
}

/** Findings of the people and districts on these lines, and those about neither. */
export function findingsAbout(result: QuarterResult, lines: readonly SubsidyLine[]): Finding[] {
  const here = new Set(lines.map(({ person }) => personSubject(person)));
  const districts = new Set(lines.flatMap(({ months }) => months.map(({ district }) => district)));
  const elsewhere = new Set<string>();
  for (const { person } of result.people) {
    const subject = personSubject(person);
    if (!here.has(subject)) elsewhere.add(subject);
  }
  return result.findings.filter(
    ({ subject, details }) =>
      !elsewhere.has(subject) && !('district' in details && !districts.has(details.district as string)),
  );
}
