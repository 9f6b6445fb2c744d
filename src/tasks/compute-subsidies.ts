import type { Person, Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { Quarter } from '../domain/quarter.js';
import { computeQuarter } from '../rules/subsidies.js';
import type { SubsidyLine } from '../rules/subsidy-lines.js';
import type { QuarterResult } from '../rules/subsidy-result.js';
import { type StandardGroup, standardsOf } from '../rules/subsidy-standards.js';
import { loadPeople, loadUnits } from '../store/register.js';
import type { Workspace } from './workspace.js';

/** A quarter computed from what the register knows now, and the units to place it by. */
export interface ComputedQuarter {
  result: QuarterResult;
  units: readonly Unit[];
}

/** What the conditions of 三(六)1 look at; how to reach and pay somebody is not among it. */
const JUDGED = ['certificates', 'registrations', 'quarter-facts', 'services'] as const;

/**
 * Computes a quarter and stores nothing. `people`: instead of everybody in the register. Throws
 * UserError `policy.value-unset` and `policy.no-month-in-force`. 三(六)1
 */
export function computeSubsidies(
  { db, policies, knownAt }: Workspace,
  quarter: Quarter,
  people: readonly Person[] = loadPeople(db, { knownAt, parts: JUDGED, quarter }),
): ComputedQuarter {
  const units = loadUnits(db, knownAt);
  return { result: computeQuarter({ quarter, people, units, book: policies }), units };
}

/** The values that the districts of these lines went by. */
export function standardsBehind(
  { policies }: Workspace,
  quarter: Quarter,
  lines: readonly SubsidyLine[],
): StandardGroup[] {
  const districts = new Set<string>();
  let last: string | undefined;
  for (const { months } of lines) {
    for (const { district } of months) {
      if (district !== last) districts.add(district);
      last = district;
    }
  }
  return standardsOf(policies, quarter, [...districts]);
}

/** 示例标准: the remark that nothing computed here may be paid. */
export const exampleRemark = (standards: readonly StandardGroup[]): Finding[] =>
  standards.some(({ example }) => example) ? [finding('policy.example', 'info', '', {})] : [];
