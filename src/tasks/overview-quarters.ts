import type { Area } from '../domain/area.js';
import { areaOrder } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { type Quarter, quarterBefore, quarterOf } from '../domain/quarter.js';
import type { QuarterMoney } from '../domain/quarter-money.js';
import type { Lack, QuarterMoneyTold, QuarterSums, UndecidedMonths } from '../rules/overview.js';
import { loadClosings } from '../store/closings.js';
import { loadQuarterMoney, loadReopened } from '../store/quarter-money.js';
import { loadUnits } from '../store/register.js';
import type { AskedArea } from './area.js';
import { mayHaveDrafts } from './export-subsidies.js';
import { attempt } from './overview-answers.js';
import { previewSubsidies } from './preview-subsidies.js';
import type { Workspace } from './workspace.js';

/** As many quarters as a page has room for. */
const SHOWN = 6;

export interface OverviewQuarters extends QuarterMoneyTold {
  findings: readonly Finding[];
}

/**
 * The subsidy of the last quarters to a day: what districts have closed, as it stood at the moment, and what the
 * quarter of the day and the one before would come to in districts that have not; of earlier quarters, in districts that
 * have taken their close back. What no close ever was of, an office has settled outside the register. 三(六)1
 */
export function overviewQuarters(
  workspace: Workspace,
  on: Day,
  { asked, area, moment }: { asked: AskedArea; area: Area; moment: Date | null },
): OverviewQuarters {
  const current = quarterOf(on);
  const closed = loadQuarterMoney(workspace.db, { moment, township: area.township }).filter(
    ({ quarter }) => quarter <= current,
  );
  const units = loadUnits(workspace.db, workspace.knownAt);
  const standing = (quarter: Quarter) =>
    loadClosings(workspace.db, quarter).filter(
      ({ district }) => area.district === null || district === area.district,
    );
  const findings: Finding[] = [];
  let draftLack: Lack | null = null;
  const undecided: UndecidedMonths[] = [];
  const latest = [quarterBefore(current), current];
  const reopened = groupBy(loadReopened(workspace.db, moment), ({ quarter }) => quarter);
  const earlier = [...reopened.keys()].filter((quarter) => quarter < current && !latest.includes(quarter));
  const drafts = [...earlier, ...latest].flatMap((quarter) => {
    const settled = new Set(
      closed.filter((each) => each.quarter === quarter).map(({ district }) => district),
    );
    if (
      moment === null &&
      !mayHaveDrafts(workspace, quarter, { ...area, units, closings: standing(quarter) })
    )
      return [];
    if (area.district !== null && settled.has(area.district)) return [];
    const among = latest.includes(quarter)
      ? null
      : new Set(reopened.get(quarter)?.map(({ district }) => district));
    const isOpen = (district: string) => !settled.has(district) && (among === null || among.has(district));
    if (among !== null && ![...among].some(isOpen)) return [];
    const draft = attempt(() => previewSubsidies(workspace, quarter, { ...asked, all: true, amends: false }));
    if (quarter === current) draftLack = draft.lack;
    if (draft.lack !== null) return [];
    findings.push(...draft.value.findings);
    const open = draft.value.shown
      .flatMap(({ months }) => months)
      .filter(({ post, decided, district }) => post !== null && !decided && isOpen(district));
    if (open.length > 0) undecided.push({ quarter, months: open.length });
    return draftMoney(draft.value).filter(({ district }) => isOpen(district));
  });
  const { compareDistricts } = areaOrder(units);
  const here = [...closed, ...drafts].filter(
    ({ district }) => area.district === null || district === area.district,
  );
  const quarters = [...groupBy(here, ({ quarter }) => quarter)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-SHOWN)
    .map(([quarter, of]) => sumsOf(quarter, of, compareDistricts));
  return { quarters, draftLack, undecided, findings };
}

type Draft = Pick<ReturnType<typeof previewSubsidies>, 'quarter' | 'shown' | 'rewards'>;

/** 应发 and rewards by the district that pays; what earlier quarters are amended by is not among them. */
function draftMoney({ quarter, shown, rewards }: Draft): QuarterMoney[] {
  const sums = new Map<string, { people: Set<string>; netFen: number }>();
  const add = (district: string, idNumber: string, amountFen: number) => {
    const own = sums.get(district) ?? { people: new Set(), netFen: 0 };
    sums.set(district, own);
    own.people.add(idNumber);
    own.netFen += amountFen;
  };
  for (const { person, months } of shown)
    for (const { paid, amountFen, district } of months) if (paid) add(district, person.idNumber, amountFen);
  for (const { person, district, reward } of rewards) add(district, person.idNumber, reward.amountFen);
  return Array.from(sums, ([district, { people, netFen }]) => {
    return { quarter, district, state: 'draft', people: people.size, netFen };
  });
}

function sumsOf(
  quarter: Quarter,
  districts: readonly QuarterMoney[],
  compareDistricts: (a: string, b: string) => number,
): QuarterSums {
  const sum = (draft: boolean) =>
    districts
      .filter(({ state }) => (state === 'draft') === draft)
      .reduce((all, { netFen }) => all + netFen, 0);
  return {
    quarter,
    districts: [...districts].sort((a, b) => compareDistricts(a.district, b.district)),
    ...{ settledFen: sum(false), draftFen: sum(true) },
    people: districts.reduce((all, { people }) => all + people, 0),
  };
}
