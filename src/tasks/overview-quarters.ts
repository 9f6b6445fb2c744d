import { areaOrder } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { type Quarter, quarterBefore, quarterOf } from '../domain/quarter.js';
import type { QuarterMoney } from '../domain/quarter-money.js';
import type { Lack, QuarterSums } from '../rules/overview.js';
import { loadClosings } from '../store/closings.js';
import { loadQuarterMoney } from '../store/quarter-money.js';
import { loadUnits } from '../store/register.js';
import type { Area, AskedArea } from './area.js';
import { mayHaveDrafts } from './export-subsidies.js';
import { attempt } from './overview-answers.js';
import { previewSubsidies } from './preview-subsidies.js';
import type { Workspace } from './workspace.js';

/** As many quarters as a page has room for. */
const SHOWN = 6;

export interface OverviewQuarters {
  quarters: readonly QuarterSums[];
  /** Why the quarter of the day has no draft; null: it has, or everything is settled. */
  lack: Lack | null;
  findings: readonly Finding[];
}

/**
 * The subsidy of the last quarters to a day: what districts have closed, as it stood at the moment, and what the
 * quarter of the day and the one before would come to in districts that have not. 三(六)1
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
  let lack: Lack | null = null;
  const drafts = [quarterBefore(current), current].flatMap((quarter) => {
    const settled = new Set(
      closed.filter((each) => each.quarter === quarter).map(({ district }) => district),
    );
    if (
      moment === null &&
      !mayHaveDrafts(workspace, quarter, { ...area, units, closings: standing(quarter) })
    )
      return [];
    if (area.district !== null && settled.has(area.district)) return [];
    const draft = attempt(() => previewSubsidies(workspace, quarter, { ...asked, all: false }));
    if (quarter === current) lack = draft.lack;
    if (draft.lack !== null) return [];
    findings.push(...draft.value.findings);
    return draftMoney(draft.value).filter(({ district }) => !settled.has(district));
  });
  const { compareDistricts } = areaOrder(units);
  const here = [...closed, ...drafts].filter(
    ({ district }) => area.district === null || district === area.district,
  );
  const quarters = [...groupBy(here, ({ quarter }) => quarter)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-SHOWN)
    .map(([quarter, of]) => sumsOf(quarter, of, compareDistricts));
  return { quarters, lack, findings };
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
