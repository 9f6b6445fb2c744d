import { type Area, isWithin } from '../domain/area.js';
import { areaOrder } from '../domain/area-order.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { Quarter } from '../domain/quarter.js';
import type { CorrectionItem } from '../domain/reconciliation.js';
import type { RewardItem } from '../domain/reward.js';
import { personSubject } from '../domain/subject.js';
import { linesByDistrict, linesByPerson, type SubsidyLine } from '../rules/subsidy-lines.js';
import { placementOrder } from '../rules/subsidy-placement.js';
import type { QuarterResult } from '../rules/subsidy-result.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import {
  countUnpaid,
  type SubsidyTotals,
  subsidyTotals,
  type UnpaidMonths,
} from '../rules/subsidy-totals.js';
import { loadClosings } from '../store/closings.js';
import { type KnownFile, loadFiles } from '../store/files.js';
import { loadUnits } from '../store/register.js';
import { amendedLines } from './amended-lines.js';
import { type AskedArea, resolveArea } from './area.js';
import { computeSubsidies, exampleRemark, standardsBehind } from './compute-subsidies.js';
import { findCorrections } from './find-corrections.js';
import { itemsOf } from './list-corrections.js';
import { quarterRewards } from './quarter-rewards.js';
import { doubtsOf, lateDoubts, type RewardDoubt, rewardsToPay, titlesAgain } from './reward-doubts.js';
import type { Workspace } from './workspace.js';

export interface SubsidyPreview {
  quarter: Quarter;
  /** People with something to pay, or everybody with a post in the quarter. */
  shown: readonly SubsidyLine[];
  totals: SubsidyTotals;
  unpaid: UnpaidMonths;
  findings: readonly Finding[];
  standards: readonly StandardGroup[];
  /** 补发 and 扣回 of earlier quarters that a close now would carry, apart from the quarter's own months. */
  corrections: readonly CorrectionItem[];
  /** Rewards of awards given in the quarter, apart from its months. */
  rewards: readonly RewardItem[];
  /** Where facts come from, by the register's number of the file. */
  files: ReadonlyMap<number, KnownFile>;
}

/**
 * Computes a quarter and stores nothing. Asked for a district or township, only the months that it
 * judges are shown and counted, as they will stand in its payroll. `all`: people without anything to
 * pay are shown too; totals count what is paid either way. `amends` false: earlier quarters are not looked at, which
 * is the greater part of the work. Throws UserError `area.unknown`, `policy.*`.
 */
export function previewSubsidies(
  workspace: Workspace,
  quarter: Quarter,
  asked: AskedArea & { all: boolean; amends?: boolean },
): SubsidyPreview {
  const units = loadUnits(workspace.db, workspace.knownAt);
  const area = resolveArea(units, asked);
  const { result, order } = computeSubsidies(workspace, quarter, undefined, {
    units,
    district: area.district,
  });
  const everywhere = area.district === null && area.township === null;
  const lines = everywhere
    ? linesByPerson(result, units)
    : linesByDistrict(result, units).filter((line) => isWithin(area, line));
  const standards = standardsBehind(workspace, quarter, lines, order);
  const { rewards, alone, doubts } = rewardsWithin(workspace, quarter, area, units);
  const rewarded = new Set(rewards.map(({ person }) => person.idNumber));
  const listed = new Set(lines.map(({ person }) => person.id));
  const { corrections, frozen, late } = closedBefore(
    workspace,
    quarter,
    { ...area, amends: asked.amends ?? true },
    units,
  );
  return {
    quarter,
    shown: [
      ...lines.filter(
        ({ person, months }) => asked.all || months.some(({ paid }) => paid) || rewarded.has(person.idNumber),
      ),
      ...alone.filter(({ person }) => !listed.has(person.id)),
    ],
    totals: subsidyTotals(lines, order),
    unpaid: countUnpaid(lines),
    findings: [
      ...(everywhere ? result.findings : findingsAbout(result, lines)),
      ...[...doubts, ...late]
        .filter(({ districts }) => isAbout(area, districts))
        .map((doubt) => doubt.finding),
      ...exampleRemark(standards),
      ...frozen,
    ],
    ...{ standards, corrections, rewards },
    files: corrections.length + rewards.length > 0 ? loadFiles(workspace.db) : new Map(),
  };
}

/** The rewards that the districts asked about owe, and what is to be said of awards that nobody pays. */
function rewardsWithin(
  { db, policies: book, knownAt }: Workspace,
  quarter: Quarter,
  area: Area,
  units: readonly Unit[],
): { rewards: RewardItem[]; alone: SubsidyLine[]; doubts: RewardDoubt[] } {
  const judged = quarterRewards({ db, book, units, knownAt }, quarter);
  const compare = placementOrder(areaOrder(units));
  const due = judged
    .flatMap(({ answer, place, person, ...reward }) =>
      answer === 'due' && place ? [{ ...place, person, reward }] : [],
    )
    .filter((item) => isWithin(area, item))
    .sort((a, b) => compare(a, b) || (a.person.idNumber < b.person.idNumber ? -1 : 1));
  const rewards = due.map(({ reward: { title, awardedOn, amountFen, citation, source }, ...where }) => ({
    ...where,
    reward: { title, awardedOn, amountFen, citation, source },
  }));
  // for whom no month of the area is
  const byPerson = new Map(due.map((item) => [item.person.id, item]));
  const alone = Array.from(byPerson.values(), ({ reward: _, ...where }) => ({
    ...{ ...where, months: [], totalFen: 0 },
  }));
  const doubts = [
    ...doubtsOf(judged),
    ...titlesAgain(
      { db, knownAt },
      due.map(({ person, district, reward }) => ({ person, district, ...reward })),
    ),
  ];
  return { rewards, alone, doubts };
}

/** What closed quarters have to do with a preview: the amends that a close would carry, and what is frozen already. */
function closedBefore(
  workspace: Workspace,
  quarter: Quarter,
  { district, township, amends }: Area & { amends: boolean },
  units: readonly Unit[],
): { corrections: CorrectionItem[]; frozen: Finding[]; late: RewardDoubt[] } {
  const { db, knownAt } = workspace;
  const standing = loadClosings(db).filter((each) => district === null || each.district === district);
  const closed = standing.filter((each) => each.quarter === quarter).map((each) => each.district);
  const details = { quarter, districts: closed };
  const frozen = closed.length > 0 ? [finding('closing.frozen', 'info', quarter, details)] : [];
  const earlier = standing.filter(
    (each) => each.quarter < quarter && !closed.includes(each.district) && knownAt === undefined,
  );
  if (!amends || earlier.length === 0) return { corrections: [], frozen, late: [] };
  const amended = amendedLines(workspace, findCorrections(workspace, quarter, earlier, units), units).filter(
    (line) => township === null || line.township === township,
  );
  const again = titlesAgain(workspace, rewardsToPay(amended.map((line) => ({ ...line, rewards: [] }))));
  return {
    corrections: amended.flatMap((line) => itemsOf(line, quarter, 'draft')),
    frozen,
    late: [...lateDoubts(workspace, earlier, units), ...again],
  };
}

/** Whether a doubt is about the district that was asked for; about nobody's in particular it always is. */
const isAbout = ({ district }: Area, districts: readonly string[]): boolean =>
  district === null || districts.length === 0 || districts.includes(district);

/** Findings of the people and districts on these lines, and those about neither. */
function findingsAbout(result: QuarterResult, lines: readonly SubsidyLine[]): Finding[] {
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
