import { type Area, isWithin } from '../domain/area.js';
import { areaOrder } from '../domain/area-order.js';
import { type CertificateDrive, type Raise, type SimulatedPeriod, spanOf } from '../domain/assumptions.js';
import type { Month } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { SimulatedWay } from '../domain/findings/simulation.js';
import { type Fen, formatYuan } from '../domain/money.js';
import type { ParameterName } from '../domain/parameter-names.js';
import type { Quarter } from '../domain/quarter.js';
import type { Level } from '../domain/terms.js';
import { UserError } from '../domain/user-error.js';
import type { DecidingDay } from '../policy/parameters.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { raiseRates, withDecidedOn } from '../policy/supposed-values.js';
import { afterDrives } from '../rules/certificate-drive.js';
import {
  type ComparedQuarter,
  type Comparison,
  compareQuarters,
  type QuarterSide,
} from '../rules/compare-quarters.js';
import { placesOf } from '../rules/posts.js';
import { computeQuarter } from '../rules/subsidies.js';
import { linesByDistrict, type SubsidyLine } from '../rules/subsidy-lines.js';
import type { StandardGroup } from '../rules/subsidy-standards.js';
import { withoutWrites } from '../store/read-only.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { exampleRemark, JUDGED, standardsBehind } from './compute-subsidies.js';
import { openPolicies, type PolicyWorkspace, standingFindings } from './policy-workspace.js';
import { quarterRewards } from './quarter-rewards.js';
import type { Workspace } from './workspace.js';

/** What is assumed to be otherwise; null and empty: as it is. */
export interface Assumptions {
  /** Another operator folder. */
  policies: string | null;
  decidedOn: DecidingDay | null;
  raises: readonly Raise[];
  drives: readonly CertificateDrive[];
}

export interface Simulation {
  period: SimulatedPeriod;
  area: Area;
  assumptions: Assumptions;
  comparison: Comparison;
  /** Rewards of the awards of these quarters, in no other sum. 三(六)2 */
  rewards: { nowFen: Fen; thenFen: Fen };
  findings: readonly Finding[];
  /** What the lines went by under the assumptions, quarter by quarter. */
  standards: readonly StandardGroup[];
}

/**
 * What a quarter or a year would cost under other assumptions, beside what it costs as things are. Asked for a
 * district or township, only the months that it pays are compared, and a drive or another deciding day is assumed
 * there alone. Writes nothing. A quarter of a year that cannot be computed one way is told apart. Throws UserError
 * `simulation.*`, `area.unknown`, `policy.unsound`, and `policy.*` where no quarter can be computed.
 */
export function simulateSubsidies(
  workspace: Workspace,
  period: SimulatedPeriod,
  assumptions: Assumptions,
  asked: AskedArea,
): Simulation {
  const { policies: folder, decidedOn, raises, drives } = assumptions;
  if (folder === null && decidedOn === null && raises.length + drives.length === 0) {
    throw new UserError('simulation.nothing-assumed', {});
  }
  const other = folder === null ? workspace : openOther(workspace, folder);
  return withoutWrites(workspace.db, () => {
    const units = loadUnits(workspace.db, workspace.knownAt);
    const area = resolveArea(units, asked);
    const supposed = { ...workspace, policies: supposedBook(other.policies, period, assumptions, area) };
    const told = new Told(period, area.district);
    const quarters = computedQuarters({ now: workspace, supposed, period, drives, area, units, told });
    const comparison = compareQuarters(quarters, areaOrder(units));
    return {
      period,
      area,
      assumptions,
      comparison,
      rewards: told.rewards,
      findings: [
        ...told.findings(),
        ...findingsOf(comparison, period),
        ...exampleRemark([...told.standards.now, ...told.standards.supposed]),
        ...(folder === null ? [] : newFindings(standingFindings(workspace), standingFindings(other))),
      ],
      standards: told.standards.supposed,
    };
  });
}

function openOther(workspace: PolicyWorkspace, folder: string): PolicyWorkspace {
  try {
    return openPolicies(workspace, { folder, named: true });
  } catch (error) {
    if (error instanceof UserError && error.problem === 'policy.folder-missing') {
      throw new UserError('simulation.folder-missing', { folder });
    }
    throw error;
  }
}

function supposedBook(
  book: PolicyBook,
  period: SimulatedPeriod,
  { decidedOn, raises }: Assumptions,
  { district }: Area,
): PolicyBook {
  const decided = decidedOn === null ? book : withDecidedOn(book, decidedOn, district);
  return raises.length === 0 ? decided : raiseRates(decided, raises, spanOf(period));
}

interface Ways {
  now: Workspace;
  supposed: Workspace;
  period: SimulatedPeriod;
  drives: readonly CertificateDrive[];
  area: Area;
  units: readonly Unit[];
  told: Told;
}

/** One quarter after the other, so that a year needs no more memory than a quarter. */
function* computedQuarters(ways: Ways): Generator<ComparedQuarter> {
  const { now, supposed, period, drives, area, units, told } = ways;
  const places = placesOf(units);
  const inArea = (line: SubsidyLine): boolean => isWithin(area, line);
  for (const quarter of period.quarters) {
    const people = loadPeople(now.db, { knownAt: now.knownAt, parts: JUDGED, quarter });
    const sideOf = (way: 'now' | 'supposed', { policies: book }: Workspace): QuarterSide | null =>
      told.orApart(quarter, way, () => {
        const judged = way === 'now' ? people : afterDrives(people, drives, spanOf(period), area, places);
        const result = computeQuarter({ quarter, people: judged, units, book });
        return { result, lines: linesByDistrict(result, units).filter(inArea) };
      });
    const sides = { now: sideOf('now', now), supposed: sideOf('supposed', supposed) };
    for (const way of ['now', 'supposed'] as const) {
      const side = sides[way];
      if (side) told.standards[way].push(...standardsBehind(ways[way], quarter, side.lines, places.order));
    }
    told.addQuarter(quarter, sides);
    if (sides.now && sides.supposed) {
      told.rewards.nowFen += rewardsWithin(now, quarter, area, units);
      told.rewards.thenFen += rewardsWithin(supposed, quarter, area, units);
    }
    yield { quarter, ...sides };
  }
}

/** What the rewards of a quarter come to in an area. */
function rewardsWithin(
  { db, policies: book, knownAt }: Workspace,
  quarter: Quarter,
  area: Area,
  units: readonly Unit[],
): Fen {
  return quarterRewards({ db, book, units, knownAt }, quarter)
    .filter(({ place }) => isWithin(area, place))
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** What there is to say of the two computations themselves. */
class Told {
  readonly standards: Record<'now' | 'supposed', StandardGroup[]> = { now: [], supposed: [] };
  readonly rewards = { nowFen: 0, thenFen: 0 };
  private readonly said: Finding[] = [];
  private readonly refused: { quarter: Quarter; way: 'now' | 'supposed'; error: UserError }[] = [];

  constructor(
    private readonly period: SimulatedPeriod,
    private readonly district: string | null,
  ) {}

  /** null for a quarter of a year that cannot be computed; of a single quarter the problem is thrown. */
  orApart<Side>(quarter: Quarter, way: 'now' | 'supposed', compute: () => Side): Side | null {
    try {
      return compute();
    } catch (error) {
      if (this.period.year === null || !(error instanceof UserError) || !isOfQuarter(error)) throw error;
      this.refused.push({ quarter, way, error });
      return null;
    }
  }

  /** Months without policy as things are, and whatever only the assumptions bring. */
  addQuarter(
    quarter: Quarter,
    { now, supposed }: { now: QuarterSide | null; supposed: QuarterSide | null },
  ): void {
    const before = now?.result.findings ?? [];
    this.said.push(
      ...before.filter(({ code }) => code === 'subsidy.month-without-policy'),
      ...(now && supposed ? broughtBy(newFindings(before, supposed.result.findings), this.district) : []),
      ...(now && supposed && nothingRecorded(now) && nothingRecorded(supposed)
        ? [finding('simulation.nothing-recorded', 'warning', quarter, { quarter })]
        : []),
    );
    const reasons = this.refused.filter((each) => each.quarter === quarter);
    const [first, second] = reasons;
    if (!first) return;
    const alike = second && parameterOf(first.error) === parameterOf(second.error);
    for (const { way, error } of alike ? [first] : reasons) {
      this.said.push(quarterApart(quarter, alike ? 'both' : way, parameterOf(error)));
    }
  }

  /** Throws what stood in the way of the first quarter where none of the year could be computed one way. */
  findings(): readonly Finding[] {
    for (const way of ['now', 'supposed'] as const) {
      const refused = this.refused.filter((each) => each.way === way);
      if (refused[0] && refused.length === this.period.quarters.length) throw refused[0].error;
    }
    return this.said;
  }
}

/** What only the assumptions bring that bears on the cost; whose posts overlap is no matter of a simulation. */
function broughtBy(all: readonly Finding[], asked: string | null): Finding[] {
  const fresh = all.filter(
    ({ details }) => asked === null || !('district' in details) || details.district === asked,
  );
  const withoutRate = new Map<string, { district: string; level: Level; months: Month[] }>();
  for (const { code, details } of fresh) {
    if (code !== 'subsidy.no-rate') continue;
    const { district, level, month } = details;
    const known = withoutRate.get(`${district} ${level}`);
    if (known) known.months.push(month);
    else withoutRate.set(`${district} ${level}`, { district, level, months: [month] });
  }
  return [
    ...fresh.filter(
      ({ code }) => code === 'subsidy.month-without-policy' || code === 'subsidy.minimum-needs-records',
    ),
    ...Array.from(withoutRate.values(), (each) =>
      finding('simulation.no-rate', 'error', each.district, each),
    ),
  ];
}

/** Whether every month on post fails for want of what is recorded quarter by quarter. */
function nothingRecorded({ lines }: QuarterSide): boolean {
  const onPost = lines.flatMap(({ months }) =>
    months.filter(({ post, reasons }) => post !== null && !reasons.includes('policy')),
  );
  return (
    onPost.length > 0 &&
    onPost.every(({ reasons }) => RECORDED.some((condition) => reasons.includes(condition)))
  );
}
const RECORDED = ['service-record', 'professional-role'] as const;

const isOfQuarter = ({ problem }: UserError): boolean =>
  problem === 'policy.no-month-in-force' || problem === 'policy.value-unset';

/** The value that the office has not set; null: no policy is in force. */
const parameterOf = ({ details }: UserError): ParameterName | null =>
  'parameter' in details ? (details.parameter as ParameterName) : null;

const quarterApart = (quarter: Quarter, way: SimulatedWay, parameter: ParameterName | null): Finding => {
  const severity = parameter === null ? 'warning' : 'error';
  return finding('simulation.quarter-apart', severity, quarter, { quarter, way, parameter });
};

function findingsOf({ undecided, apart }: Comparison, period: SimulatedPeriod): Finding[] {
  const subject = period.year ?? period.quarters[0] ?? '';
  const details = {
    nowMonths: apart.now.personMonths,
    now: formatYuan(apart.now.fen),
    supposedMonths: apart.supposed.personMonths,
    supposed: formatYuan(apart.supposed.fen),
  };
  return [
    ...(undecided.now + undecided.supposed > 0
      ? [finding('simulation.undecided', 'error', subject, undecided)]
      : []),
    ...(apart.now.personMonths + apart.supposed.personMonths > 0
      ? [finding('simulation.months-apart', 'warning', subject, details)]
      : []),
  ];
}

/** Findings that were not there before. */
function newFindings(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const known = new Set(before.map((each) => JSON.stringify(each)));
  return after.filter((each) => !known.has(JSON.stringify(each)));
}
