import { areaOrder } from '../domain/area-order.js';
import type { Closing, MoveRecord } from '../domain/closing.js';
import { addMonths } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import type { Fen } from '../domain/money.js';
import { type Quarter, quarterAfter, quarterOf } from '../domain/quarter.js';
import type { QuarterState } from '../domain/quarter-life.js';
import { UserError } from '../domain/user-error.js';
import { sumOf } from '../rules/corrections.js';
import { type ClosedSums, loadClosedSums, loadReopened } from '../store/closing-sums.js';
import { loadClosings } from '../store/closings.js';
import { withPaid } from '../store/line-payments.js';
import { loadUnits } from '../store/register.js';
import { loadBalances } from '../store/settlements.js';
import { sumsOf } from './close-quarter.js';
import { findCorrections } from './find-corrections.js';
import { payingDistrict } from './paying-district.js';
import { noComputation, quarterAsItStands } from './quarter-drafts.js';
import { type Proof, reconcileQuarter } from './reconcile-quarter.js';
import type { Workspace } from './workspace.js';

/** Where one quarter stands in one district. */
interface DistrictStatus extends ClosedSums {
  quarter: Quarter;
  district: string;
  state: QuarterState;
  /** The last move of each kind; of a draft that was closed before, who reopened it. */
  moves: readonly MoveRecord[];
  reopened: { at: string; by: string; reason: string } | null;
  /** null: a draft. */
  proof: Proof | null;
  /** What the next close would amend of this quarter; null: a draft, or it cannot be computed. */
  late: { people: number; arrearsFen: Fen; recoveredFen: Fen } | null;
}

export interface QuarterStatus {
  /** null: every quarter in work. */
  quarter: Quarter | null;
  rows: readonly DistrictStatus[];
  /** What people owe each district now. */
  balances: readonly { district: string; balanceFen: Fen }[];
  findings: readonly Finding[];
}

interface Asked {
  district?: string | undefined;
  /** Whether districts that have not closed are computed. */
  draft: boolean;
}

/**
 * Where a quarter (null: every quarter in work) stands in each district: state, amounts, payments, whether every
 * month of it is settled as known at the last close, and what has become known since. Writes nothing. Throws
 * UserError `area.unknown`, and `policy.*` where nothing is closed and drafts cannot be computed.
 */
export function quarterStatus(workspace: Workspace, quarter: Quarter | null, asked: Asked): QuarterStatus {
  return workspace.db.transaction(() => statusOf(workspace, quarter, asked)).deferred();
}

function statusOf(workspace: Workspace, quarter: Quarter | null, asked: Asked): QuarterStatus {
  const { db } = workspace;
  const district = payingDistrict(workspace, asked.district);
  const standing = loadClosings(db);
  const quarters = quarter === null ? quartersInWork(workspace, standing) : [quarter];
  const units = loadUnits(db);
  const { compareDistricts } = areaOrder(units);
  const rows: DistrictStatus[] = [];
  const findings: Finding[] = [];
  for (const of of quarters) {
    const closings = standing.filter(
      (each) => each.quarter === of && (district === null || each.district === district),
    );
    const closed = closedRows(workspace, of, closings, standing);
    const drafts = asked.draft
      ? draftRows(workspace, of, district, quarter === null && standing.length > 0)
      : { rows: [], findings: [] };
    rows.push(...[...closed.rows, ...drafts.rows].sort((a, b) => compareDistricts(a.district, b.district)));
    const said = new Set(closed.findings.map(({ code }) => code));
    findings.push(...closed.findings, ...drafts.findings.filter(({ code }) => !said.has(code)));
  }
  const owed = groupBy([...loadBalances(db, district ?? undefined).values()].flat(), (each) => each.district);
  return {
    quarter,
    rows,
    balances: [...owed].map(([name, own]) => ({
      district: name,
      balanceFen: own.reduce((sum, { balanceFen }) => sum + balanceFen, 0),
    })),
    findings,
  };
}

/** Quarters with something closed and not paid in full, and the one that ended last. */
function quartersInWork({ db, today }: Workspace, standing: readonly Closing[]): Quarter[] {
  const unpaid = withPaid(db, standing).filter(({ state }) => state !== 'paid');
  const ended = quarterOf(addMonths(today, -3));
  return [...new Set([...unpaid.map(({ quarter }) => quarter), ended])].sort();
}

function closedRows(
  workspace: Workspace,
  quarter: Quarter,
  closings: readonly Closing[],
  standing: readonly Closing[],
): { rows: DistrictStatus[]; findings: Finding[] } {
  if (closings.length === 0) return { rows: [], findings: [] };
  const sums = loadClosedSums(workspace.db, closings);
  const { proofs, findings } = reconcileQuarter(workspace, quarter, closings, standing);
  const late = lateFacts(workspace, quarter, closings, standing);
  const rows = withPaid(workspace.db, closings).map((closing): DistrictStatus => {
    return {
      ...{ quarter, district: closing.district, state: closing.state },
      ...(sums.get(closing.id) as ClosedSums),
      ...{ moves: closing.moves, reopened: null },
      proof: proofs.get(closing.id) ?? null,
      late: late.byDistrict.get(closing.district) ?? null,
    };
  });
  return { rows, findings: [...findings, ...late.findings] };
}

type Late = NonNullable<DistrictStatus['late']>;

/** What has become known of a closed quarter since, as the next close of each district would amend it. */
function lateFacts(
  workspace: Workspace,
  quarter: Quarter,
  closings: readonly Closing[],
  standing: readonly Closing[],
): { byDistrict: Map<string, Late>; findings: Finding[] } {
  const units = loadUnits(workspace.db);
  const carrying = ({ district }: Closing): Quarter =>
    quarterAfter(
      standing.reduce(
        (last, each) => (each.district === district && each.quarter > last ? each.quarter : last),
        quarter,
      ),
    );
  const byDistrict = new Map<string, Late>();
  const findings: Finding[] = [];
  for (const [next, own] of groupBy(closings, carrying)) {
    const amends = correctionsOrNull(workspace, next, own, units);
    if (amends === null) return { byDistrict, findings: [noComputation(quarter)] };
    for (const { district } of own) {
      const corrections = [...(amends.get(district)?.values() ?? [])]
        .map((each) => each.corrections)
        .filter((each) => each.length > 0);
      const all = corrections.flat();
      const late: Late = {
        people: corrections.length,
        ...{ arrearsFen: sumOf(all, 1), recoveredFen: sumOf(all, -1) },
      };
      byDistrict.set(district, late);
      if (late.people === 0) continue;
      const details = { quarter, district, ...late, carrying: next };
      findings.push(finding('reconciliation.late-facts', 'info', district, details));
    }
  }
  return { byDistrict, findings };
}

/** null: the policies as they are do not allow the quarter to be computed. */
function correctionsOrNull(...asked: Parameters<typeof findCorrections>) {
  try {
    return findCorrections(...asked);
  } catch (error) {
    if (error instanceof UserError && error.problem.startsWith('policy.')) return null;
    throw error;
  }
}

function draftRows(
  workspace: Workspace,
  quarter: Quarter,
  district: string | null,
  amongOthers: boolean,
): { rows: DistrictStatus[]; findings: readonly Finding[] } {
  const standing = asItStands(workspace, quarter, district, amongOthers);
  if (standing === null) return { rows: [], findings: [noComputation(quarter)] };
  const { drafts, findings } = standing;
  const reopened = loadReopened(workspace.db, quarter);
  const rows = drafts.map((draft): DistrictStatus => {
    const { state: _, ...sums } = sumsOf(draft);
    return {
      ...{ quarter, ...sums, state: 'draft', paidFen: 0, failedFen: 0, notReturnedFen: 0 },
      ...{ moves: [], reopened: reopened.get(draft.district) ?? null, proof: null, late: null },
    };
  });
  return { rows, findings };
}

/** null: nothing can be computed, but other quarters were asked for as well. */
function asItStands(workspace: Workspace, quarter: Quarter, district: string | null, amongOthers: boolean) {
  try {
    return quarterAsItStands(workspace, quarter, district);
  } catch (error) {
    if (amongOthers && error instanceof UserError && error.problem.startsWith('policy.')) return null;
    throw error;
  }
}
