import type { ClosingLine, DistrictSums } from '../domain/closing.js';
import { type Finding, finding } from '../domain/finding.js';
import { firstDayOfQuarter, lastDayOfQuarter, type Quarter } from '../domain/quarter.js';
import type { OpenReward } from '../domain/reward.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { recordAudit } from '../store/audit.js';
import { lastBatch } from '../store/batches.js';
import { insertClosings, loadClosings, loadLetGo, type NewMove } from '../store/closings.js';
import { restsOnExample } from './example-values.js';
import { passedOver } from './passed-over.js';
import { payingDistrict } from './paying-district.js';
import { type DistrictPlan, hasNoRate, planQuarter, type QuarterPlan } from './plan-closing.js';
import type { Workspace } from './workspace.js';

/** Who asks for a move, and on which paper. */
export interface MoveAsked {
  district?: string | undefined;
  by: string;
  /** 文号 */
  document?: string | undefined;
}

export interface ClosedQuarter {
  quarter: Quarter;
  dryRun: boolean;
  districts: readonly DistrictSums[];
  findings: readonly Finding[];
}

/**
 * Closes a quarter for every district that has not closed it, or for one: freezes lines, grounds, rates and
 * amends of earlier quarters, in one transaction with the entry in the audit log. Throws UserError `closing.*`,
 * `area.unknown`, `policy.*` and BusyError. 三(六)1
 */
export function closeQuarter(
  workspace: Workspace,
  quarter: Quarter,
  asked: MoveAsked & { dryRun: boolean },
): ClosedQuarter {
  const run = workspace.db.transaction(() => planAndClose(workspace, quarter, asked));
  return asked.dryRun ? run.deferred() : run.immediate();
}

function planAndClose(
  workspace: Workspace,
  quarter: Quarter,
  asked: MoveAsked & { dryRun: boolean },
): ClosedQuarter {
  const { db, today, now, user, policies } = workspace;
  const first = firstDayOfQuarter(quarter);
  if (today < first) throw new UserError('closing.future', { quarter, from: first });
  const district = payingDistrict(workspace, asked.district);
  const plan = planQuarter(workspace, quarter, district);
  const { ready, findings } = whatCanBeClosed(workspace, plan, district);
  const sums = ready.map(sumsOf);
  if (!asked.dryRun) {
    const move: NewMove = {
      ...{ move: 'close', at: now, by: asked.by, user, document: asked.document ?? null },
      ...{ notice: null, reason: null },
    };
    const shared = { quarter, knownBatch: lastBatch(db), fingerprint: policies.fingerprint };
    insertClosings(
      db,
      ready.map((each) => ({ ...shared, ...each })),
      move,
    );
    const details = { quarter, by: asked.by, document: asked.document ?? null, districts: sums };
    recordAudit(db, { at: now, user, command: 'subsidy close', details });
  }
  const here = new Set(ready.map(({ district }) => district));
  return {
    quarter,
    dryRun: asked.dryRun,
    districts: sums,
    findings: [...findings, ...aboutLines(plan, here)],
  };
}

/** Districts that can be closed, and what is to be said of the others. `asked`: the one that was named. */
function whatCanBeClosed(
  workspace: Workspace,
  { quarter, districts, closings }: QuarterPlan,
  asked: string | null,
): { ready: readonly DistrictPlan[]; findings: Finding[] } {
  const closed = closings.map(({ district }) => district).filter((name) => asked === null || name === asked);
  if (districts.length === 0 && closed.length > 0) {
    throw new UserError('closing.already', { quarter, districts: closed });
  }
  if (districts.length === 0) throw new UserError('closing.nothing', { quarter, district: asked });
  const examples = districts.filter((each) => restsOnExample(workspace.policies, each));
  if (examples.length > 0) {
    throw new UserError('closing.example', { quarter, districts: examples.map(({ district }) => district) });
  }
  const names = new Set(districts.map(({ district }) => district));
  const standing = loadClosings(workspace.db).filter(({ district }) => names.has(district));
  // who had nobody to pay in a quarter between two others may close it late, once somebody is known; and so may
  // who had closed it and reopened it
  const reopened = loadLetGo(workspace.db).filter((each) => each.quarter === quarter);
  const begun = new Set(
    [...standing.filter((each) => each.quarter < quarter), ...reopened].map(({ district }) => district),
  );
  const later = standing.filter((each) => each.quarter > quarter && !begun.has(each.district));
  if (later.length > 0) throw new UserError('closing.out-of-order', { quarter, later });
  const withoutRate = new Set(
    districts.filter(({ standards }) => hasNoRate(standards)).map(({ district }) => district),
  );
  const ready = districts.filter(({ district }) => !withoutRate.has(district));
  if (ready.length === 0) {
    throw new UserError('closing.no-rate-anywhere', { quarter, districts: [...withoutRate] });
  }
  const last = lastDayOfQuarter(quarter);
  return {
    ready,
    findings: [
      ...(workspace.today <= last
        ? [finding('closing.before-end', 'warning', quarter, { quarter, last })]
        : []),
      ...[...withoutRate].map((district) =>
        finding('closing.no-rate', 'error', district, { district, quarter }),
      ),
      ...passedOver(workspace, quarter, new Set(ready.map(({ district }) => district))),
      ...closed.map((district) => finding('closing.closed-already', 'info', district, { district, quarter })),
    ],
  };
}

/** What the computation said, and what the lines of these districts leave open. */
export function aboutLines(
  { result, districts, rewardDoubts }: QuarterPlan,
  here: ReadonlySet<string>,
): Finding[] {
  const lines = districts.filter(({ district }) => here.has(district)).flatMap((each) => each.lines);
  const subjects = new Set(lines.map(({ person }) => personSubject(person)));
  const said = result.findings.filter(({ subject, details }) =>
    'district' in details
      ? here.has(details.district as string)
      : subjects.has(subject) || subject === result.quarter,
  );
  const doubts = rewardDoubts.filter(
    ({ districts: about }) => about.length === 0 || about.some((district) => here.has(district)),
  );
  return [...said, ...doubts.map((doubt) => doubt.finding), ...lines.flatMap(aboutLine)];
}

function aboutLine(line: ClosingLine): Finding[] {
  if (line.open.length + line.openRewards.length === 0 && line.carriedFen === 0) return [];
  const subject = personSubject(line.person);
  const { district } = line;
  const openRewards = line.openRewards.map((open) => openReward(subject, district, open));
  const own = new Set(line.months.map(({ month }) => month));
  const waiting = line.open.flatMap(({ month, code, district: other }) => {
    if (code === 'settled-elsewhere' && other !== null)
      return [finding('subsidy.settled-elsewhere', 'error', subject, { month, paying: district, other })];
    // why a month of the quarter itself is undecided, the computation has said
    return own.has(month)
      ? []
      : [finding('reconciliation.open', 'error', subject, { district, month, why: code, other })];
  });
  if (line.carriedFen === 0) return [...waiting, ...openRewards];
  const details = { district, amountFen: line.carriedFen };
  return [...waiting, ...openRewards, finding('closing.to-recover', 'warning', subject, details)];
}

/** A reward that a close leaves open, as a finding. */
const openReward = (
  subject: string,
  district: string,
  { title, awardedOn, code, district: other }: OpenReward,
): Finding => finding('reward.open', 'error', subject, { district, title, awardedOn, why: code, other });

/** Adds up the lines of a district. */
export function sumsOf({ district, lines }: Pick<DistrictPlan, 'district' | 'lines'>): DistrictSums {
  const sums: DistrictSums = {
    ...{ district, state: 'closed', people: 0, personMonths: 0, dueFen: 0, rewardFen: 0 },
    ...{ arrearsFen: 0, recoveredFen: 0, carriedFen: 0, netFen: 0, openMonths: 0 },
  };
  for (const line of lines) {
    if (line.netFen > 0) sums.people++;
    for (const { paid } of line.months) if (paid) sums.personMonths++;
    sums.dueFen += line.dueFen;
    sums.rewardFen += line.rewardFen;
    sums.arrearsFen += line.arrearsFen;
    sums.recoveredFen += line.recoveredFen;
    sums.carriedFen += line.carriedFen;
    sums.netFen += line.netFen;
    sums.openMonths += line.open.length + line.openRewards.length;
  }
  return sums;
}
