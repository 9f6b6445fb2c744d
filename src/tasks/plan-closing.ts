import { areaOrder } from '../domain/area-order.js';
import type { Closing, ClosingLine, PaperPerson, Placement } from '../domain/closing.js';
import type { Person, Unit } from '../domain/facts.js';
import { finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import type { ProblemDetails } from '../domain/problems.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import type { LineReward } from '../domain/reward.js';
import { UserError } from '../domain/user-error.js';
import { closingLines, type DraftLine } from '../rules/closing-lines.js';
import { rewardsByDistrict } from '../rules/rewards.js';
import { linesByDistrict } from '../rules/subsidy-lines.js';
import { placing } from '../rules/subsidy-placement.js';
import type { QuarterResult } from '../rules/subsidy-result.js';
import { type StandardGroup, standardsOf } from '../rules/subsidy-standards.js';
import { loadLastLine } from '../store/closed-lines.js';
import { loadClosings } from '../store/closings.js';
import { loadLinks } from '../store/links.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { loadSettledRewards } from '../store/settled-rewards.js';
import { loadBalances, loadSettled } from '../store/settlements.js';
import { computeSubsidies } from './compute-subsidies.js';
import { type AmendsByDistrict, findCorrections, type PersonAmends } from './find-corrections.js';
import { quarterRewards } from './quarter-rewards.js';
import { doubtsOf, lateDoubts, type RewardDoubt, rewardsToPay, titlesAgain } from './reward-doubts.js';
import type { Workspace } from './workspace.js';

/** A quarter of one paying district as a close would freeze it now. */
export interface DistrictPlan {
  district: string;
  lines: readonly ClosingLine[];
  standards: readonly StandardGroup[];
}

export interface QuarterPlan {
  quarter: Quarter;
  /** Districts that have not closed the quarter, in order. */
  districts: readonly DistrictPlan[];
  /** Of those that have: their closings. */
  closings: readonly Closing[];
  units: readonly Unit[];
  /** What the computation had to say; of all districts. */
  result: QuarterResult;
  /** What is to be looked at before rewards are paid, of all districts. */
  rewardDoubts: readonly RewardDoubt[];
}

/**
 * Plans the close of a quarter for every district that has not closed it (or one of them): its months as
 * computed from what is known now, amends of earlier quarters, and what people still owe. Writes nothing.
 * Throws UserError `policy.value-unset`, and `policy.no-month-in-force` where nothing is to be amended either.
 */
export function planQuarter(
  workspace: Workspace,
  quarter: Quarter,
  district: string | null = null,
): QuarterPlan {
  const { db, policies, knownAt } = workspace;
  const standing = loadClosings(db);
  const closings = standing.filter((closing) => closing.quarter === quarter);
  const closed = new Set(closings.map((closing) => closing.district));
  const asks = (of: string) => !closed.has(of) && (district === null || of === district);
  const earlier = standing.filter((closing) => closing.quarter < quarter && asks(closing.district));
  const people = loadPeople(db, { knownAt, quarter });
  const units = loadUnits(db, knownAt);
  const result = computeOrNothing(workspace, { quarter, people, units, district }, earlier.length > 0);
  const amends = amendsOf(workspace, quarter, earlier, units);
  const lines = groupBy(
    linesByDistrict(result, units).filter((line) => asks(line.district)),
    (line) => line.district,
  );
  const balances = groupBy([...loadBalances(db).values()].flat(), (balance) => balance.district);
  const settled = loadSettled(db, monthsOf(quarter));
  const byNumber = new Map(people.map((person) => [person.id, person]));
  const rewards = quarterRewards({ db, book: policies, units, knownAt }, quarter);
  const due = new Map([...rewardsByDistrict(rewards)].filter(([name]) => asks(name)));
  const settledRewards = loadSettledRewards(db, quarter);
  const names = new Set([...lines.keys(), ...amends.keys(), ...due.keys()]);
  const order = areaOrder(units);
  const links = loadLinks(db, knownAt);
  const districts = [...names].sort(order.compareDistricts).map((name): DistrictPlan => {
    const own = amends.get(name) ?? new Map<number, PersonAmends>();
    const rewarded = due.get(name) ?? new Map<number, { place: Placement; rewards: LineReward[] }>();
    return {
      district: name,
      standards: standardsOf(policies, quarter, [name]),
      lines: closingLines(lines.get(name) ?? [], {
        corrections: new Map([...own].map(([person, { corrections }]) => [person, corrections])),
        open: new Map([...own].map(([person, { open }]) => [person, open])),
        openRewards: new Map([...own].map(([person, { openRewards }]) => [person, openRewards])),
        rewards: new Map([...rewarded].map(([person, { rewards }]) => [person, rewards])),
        balances: groupBy(balances.get(name) ?? [], ({ person }) => person),
        ...{ settled, settledRewards },
        order,
        lineOf: (person) => {
          const known = byNumber.get(person) ?? loadLastLine(db, links.group(person))?.person;
          return lineWithout(name, {
            amends: own.get(person),
            reward: rewarded.get(person)?.place,
            known,
            units,
          });
        },
      }),
    };
  });
  closings.sort((a, b) => order.compareDistricts(a.district, b.district));
  const rewardDoubts = [
    ...doubtsOf(rewards),
    ...lateDoubts(workspace, earlier, units),
    ...titlesAgain(workspace, rewardsToPay(districts.flatMap((each) => each.lines))),
  ];
  return { quarter, districts, closings, units, result, rewardDoubts };
}

/**
 * What is to be amended by the districts that can close the quarter together, and by each that cannot for
 * want of a rate: of what such a one would take back nothing is paid by another yet.
 */
function amendsOf(
  workspace: Workspace,
  quarter: Quarter,
  earlier: readonly Closing[],
  units: readonly Unit[],
): AmendsByDistrict {
  const names = [...new Set(earlier.map(({ district }) => district))];
  const alone = names.filter((name) => hasNoRate(standardsOf(workspace.policies, quarter, [name])));
  const together = earlier.filter(({ district }) => !alone.includes(district));
  const groups = [together, ...alone.map((name) => earlier.filter(({ district }) => district === name))];
  return new Map(groups.flatMap((closings) => [...findCorrections(workspace, quarter, closings, units)]));
}

/** In some month the policy is in force, in none of them is there a rate. */
export function hasNoRate(standards: readonly StandardGroup[]): boolean {
  const inForce = standards
    .flatMap(({ periods }) => periods)
    .filter(({ standard }) => standard.decidedOn !== null);
  return inForce.length > 0 && inForce.every(({ standard }) => standard.rates.length === 0);
}

/** A quarter without policy has nobody to pay, but may have amends to carry. */
function computeOrNothing(
  workspace: Workspace,
  asked: { quarter: Quarter; people: readonly Person[]; units: readonly Unit[]; district: string | null },
  mayBeEmpty: boolean,
): QuarterResult {
  const { quarter, people, ...narrowed } = asked;
  try {
    return computeSubsidies(workspace, quarter, people, narrowed).result;
  } catch (error) {
    if (!(mayBeEmpty && error instanceof UserError && error.problem === 'policy.no-month-in-force'))
      throw error;
    const { from, until } = error.details as ProblemDetails['policy.no-month-in-force'];
    const details = { months: [...monthsOf(quarter)], from, until };
    const gap = finding('subsidy.month-without-policy', 'warning', quarter, details);
    return { quarter, people: [], findings: [gap] };
  }
}

/**
 * The line of somebody who has no month in the quarter: where the reward was earned, else where the amended line
 * stood; paid as is known now.
 */
function lineWithout(
  district: string,
  {
    amends,
    reward,
    known,
    units,
  }: {
    amends: PersonAmends | undefined;
    reward: Placement | undefined;
    known: PaperPerson | undefined;
    units: readonly Unit[];
  },
): DraftLine {
  const frozen = amends?.line ?? null;
  const person = known ?? frozen?.person;
  if (!person) throw new Error('an amend of nobody');
  const place = reward ?? frozen ?? amends?.place ?? placing(units)(amends?.months ?? []);
  const { township, unit, unitCode } = place;
  return { district, township, unit, unitCode, person, months: [], totalFen: 0 };
}
