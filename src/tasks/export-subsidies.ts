import { areaOrder } from '../domain/area-order.js';
import type { Closing, ClosingLine, PaperLine, RecoveryItem } from '../domain/closing.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { Fen } from '../domain/money.js';
import type { PaperStage } from '../domain/papers.js';
import type { Quarter } from '../domain/quarter.js';
import type { QuarterState } from '../domain/quarter-life.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { joinStandards, type StandardGroup } from '../rules/subsidy-standards.js';
import { lastBatch } from '../store/batches.js';
import { loadClosedLines } from '../store/closed-lines.js';
import { loadClosings, loadStandards } from '../store/closings.js';
import { withPaid } from '../store/line-payments.js';
import { postedPlaces } from '../store/posted-places.js';
import { loadRecoveryList } from '../store/recovery-list.js';
import { loadUnits } from '../store/register.js';
import { aboutLines } from './close-quarter.js';
import { exampleRemark } from './compute-subsidies.js';
import { payingDistrict } from './paying-district.js';
import { type DistrictPlan, planQuarter, type QuarterPlan } from './plan-closing.js';
import type { Workspace } from './workspace.js';

/** What one set of papers is made of: a paying district, or several together. Lines in their final order. */
export interface PaperGroup {
  quarter: Quarter;
  /** null: several districts together. */
  district: string | null;
  stage: PaperStage;
  /** How far each of its districts has come. */
  states: readonly { district: string; state: QuarterState }[];
  /** What froze the lines, in the order of the areas; empty of a draft. */
  closings: readonly Closing[];
  lines: readonly PaperLine[];
  standards: readonly StandardGroup[];
  recoveries: readonly RecoveryItem[];
}

export interface SubsidyExport {
  quarter: Quarter;
  groups: readonly PaperGroup[];
  /** The one district that was asked for; null: all. */
  district: string | null;
  /** Of all districts. */
  standards: readonly StandardGroup[];
  /** Districts that have not closed the quarter, in order. */
  drafts: readonly string[];
  findings: readonly Finding[];
  /** sha256 over the policy files, and the last import known: what drafts rest on. */
  fingerprint: string;
  knownBatch: number;
}

/**
 * Gathers a quarter for its papers: a group for each paying district, or one for all (`together`). A district
 * that has not closed the quarter is a draft, as a close would freeze it now; of one that has closed it the
 * frozen lines and standards count, whatever is known by now. Throws UserError `export.nothing`,
 * `export.stages-differ`, `area.unknown` and `policy.*`. 三(六)1
 */
export function exportSubsidies(
  workspace: Workspace,
  quarter: Quarter,
  asked: { district?: string | undefined; together: boolean },
): SubsidyExport {
  const gather = workspace.db.transaction(() => gatherQuarter(workspace, quarter, asked));
  return gather.deferred();
}

function gatherQuarter(
  workspace: Workspace,
  quarter: Quarter,
  asked: { district?: string | undefined; together: boolean },
): SubsidyExport {
  const { db, policies } = workspace;
  const district = payingDistrict(workspace, asked.district);
  const units = loadUnits(db);
  const closings = withPaid(db, loadClosings(db, quarter)).filter(
    (each) => district === null || each.district === district,
  );
  const plan = mayHaveDrafts(workspace, quarter, { district, closings, units })
    ? planQuarter(workspace, quarter, district)
    : null;
  const groups = [
    ...(plan?.districts ?? []).map((each) => draftOf(workspace, quarter, each)),
    ...closings.map((closing) => frozenOf(workspace, closing)),
  ];
  if (!groups.some(({ lines, closings: own }) => lines.length > 0 || own.length > 0)) {
    throw new UserError('export.nothing', { quarter, district });
  }
  const { compareDistricts } = areaOrder(units);
  groups.sort((a, b) => compareDistricts(a.district, b.district));
  const standards = joinStandards(groups.flatMap((group) => group.standards));
  return {
    ...{ quarter, standards },
    groups: asked.together && district === null ? [together(quarter, groups)] : groups,
    district,
    drafts: groups.filter(({ stage }) => stage === 'draft').map((group) => group.district),
    findings: [...findingsOf(plan), ...exampleRemark(standards)],
    fingerprint: policies.fingerprint,
    knownBatch: lastBatch(db),
  };
}

type DistrictGroup = PaperGroup & { district: string };

/**
 * Whether anybody could have a month, or something to be amended, in a district that has not closed the
 * quarter. Asked of posts alone: frozen quarters are handed out again without any policy to compute by.
 */
export function mayHaveDrafts(
  { db }: Workspace,
  quarter: Quarter,
  asked: { district: string | null; closings: readonly Closing[]; units: readonly Unit[] },
): boolean {
  const { district, closings, units } = asked;
  if (closings.length === 0 || district !== null) return closings.length === 0;
  const closed = new Set(closings.map((closing) => closing.district));
  const places = postedPlaces(db, quarter);
  const posted = new Set(places.units);
  // a unit may have been merged, and managed by another district before
  for (const { id, successor } of units) if (posted.has(id) && successor !== undefined) posted.add(successor);
  const districts = [
    ...places.districts,
    ...units.filter(({ id }) => posted.has(id)).flatMap(({ terms }) => terms.map((term) => term.district)),
    ...loadClosings(db).flatMap((each) => (each.quarter < quarter ? [each.district] : [])),
  ];
  return districts.some((each) => !closed.has(each));
}

function draftOf(
  { db }: Workspace,
  quarter: Quarter,
  { district, lines, standards }: DistrictPlan,
): DistrictGroup {
  const known = loadRecoveryList(db, { district, quarter, closing: null });
  const recoveries = asCloseWouldLeave(known, lines, { district, quarter });
  const states = [{ district, state: 'draft' as const }];
  return { quarter, district, stage: 'draft', states, closings: [], lines, standards, recoveries };
}

/** The recovery list after these lines: what they take back, and what they open. */
function asCloseWouldLeave(
  known: readonly RecoveryItem[],
  lines: readonly ClosingLine[],
  { district, quarter }: { district: string; quarter: Quarter },
): RecoveryItem[] {
  const taken = new Map<number, Fen>();
  for (const line of lines) {
    for (const { opening, amountFen } of line.taken) {
      taken.set(opening, (taken.get(opening) ?? 0) + amountFen);
    }
  }
  const opened = lines.flatMap(({ person: { name, idNumber }, carriedFen }): RecoveryItem[] =>
    carriedFen === 0
      ? []
      : [
          {
            ...{ opening: null, name, idNumber, district, quarter },
            ...{ openedFen: carriedFen, takenFen: 0, balanceFen: carriedFen },
          },
        ],
  );
  return [
    ...known.map((item) => {
      const more = item.opening === null ? 0 : (taken.get(item.opening) ?? 0);
      return { ...item, takenFen: item.takenFen + more, balanceFen: item.balanceFen - more };
    }),
    ...opened,
  ];
}

function frozenOf({ db }: Workspace, closing: Closing): DistrictGroup {
  const { id, district, quarter, state, moves } = closing;
  const at = moves.find(({ move }) => move === 'close')?.at ?? '';
  return {
    ...{ quarter, district, states: [{ district, state }], closings: [closing] },
    stage: state === 'closed' ? 'closed' : 'approved',
    lines: loadClosedLines(db, closing),
    // written by the close from what standardsOf gave
    standards: loadStandards(db, id) as StandardGroup[],
    recoveries: loadRecoveryList(db, { district, quarter, closing: { id, at } }),
  };
}

/** Throws UserError `export.stages-differ`. */
function together(quarter: Quarter, groups: readonly DistrictGroup[]): PaperGroup {
  const stage = groups[0]?.stage ?? 'draft';
  const states = groups.flatMap((group) => group.states);
  if (groups.some((group) => group.stage !== stage)) {
    throw new UserError('export.stages-differ', { quarter, districts: states });
  }
  return {
    ...{ quarter, district: null, stage, states },
    closings: groups.flatMap(({ closings }) => closings),
    lines: groups.flatMap(({ lines }) => lines),
    standards: joinStandards(groups.flatMap(({ standards }) => standards)),
    recoveries: groups.flatMap(({ recoveries }) => recoveries),
  };
}

const findingsOf = (plan: QuarterPlan | null): Finding[] =>
  plan ? aboutLines(plan, new Set(plan.districts.map(({ district }) => district))) : [];

/** A card that a bank can pay to is a run of digits; doubts about the digits were said at import. */
export const usableAccount = (account: string | null): boolean =>
  account !== null && /^\d{8,32}$/.test(account);

/** Warns of people who are to be paid and have no usable card, each once. */
export function withoutAccount(lines: readonly ClosingLine[]): Finding[] {
  const told = new Set<number>();
  const findings: Finding[] = [];
  for (const { person, netFen } of lines) {
    if (netFen <= 0 || usableAccount(person.account) || told.has(person.id)) continue;
    told.add(person.id);
    findings.push(finding('subsidy.no-account', 'warning', personSubject(person), {}));
  }
  return findings;
}
