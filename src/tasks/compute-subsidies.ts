import { type AreaOrder, areaOrder } from '../domain/area-order.js';
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
  order: AreaOrder;
}

/** What the conditions of 三(六)1 look at; how to reach and pay somebody is not among it. */
export const JUDGED = ['certificates', 'registrations', 'quarter-facts', 'services'] as const;

/**
 * Computes a quarter and stores nothing. `people`: instead of everybody in the register; `district`: only
 * what this one has to judge; `units`: where they are loaded already. Throws UserError `policy.value-unset`
 * and `policy.no-month-in-force`. 三(六)1
 */
export function computeSubsidies(
  { db, policies, knownAt }: Workspace,
  quarter: Quarter,
  people: readonly Person[] = loadPeople(db, { knownAt, parts: JUDGED, quarter }),
  {
    units = loadUnits(db, knownAt),
    district = null,
  }: { units?: readonly Unit[]; district?: string | null } = {},
): ComputedQuarter {
  return {
    result: computeQuarter({ quarter, people, units, book: policies, district }),
    units,
    order: areaOrder(units),
  };
}

/** The values that the districts of these lines went by. */
export function standardsBehind(
  { policies }: Workspace,
  quarter: Quarter,
  lines: readonly SubsidyLine[],
  { compareDistricts }: AreaOrder,
): StandardGroup[] {
  const districts = new Set<string>();
  let last: string | undefined;
  for (const { months } of lines) {
    for (const { district } of months) {
      if (district !== last) districts.add(district);
      last = district;
    }
  }
  return standardsOf(policies, quarter, [...districts].sort(compareDistricts));
}

/** 示例标准: the remark that nothing computed here may be paid. */
export const exampleRemark = (standards: readonly StandardGroup[]): Finding[] =>
  standards.some(({ example }) => example) ? [finding('policy.example', 'info', '', {})] : [];
