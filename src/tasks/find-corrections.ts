import type { Cause, Closing, Correction, OpenMonth, Placement, SettledMonth } from '../domain/closing.js';
import type { Month } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { groupBy } from '../domain/group-by.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import type { OpenReward } from '../domain/reward.js';
import type { PaperMonth } from '../domain/subsidy-month.js';
import { answerMonth, causeOf } from '../rules/corrections.js';
import { firstCorrected } from '../rules/corrections-reach.js';
import { computeQuarter } from '../rules/subsidies.js';
import type { MonthResult } from '../rules/subsidy-result.js';
import {
  batchesThatEnded,
  type ClosedLine,
  loadClosedLines,
  loadCorrectedMonths,
  peopleAmendedIn,
  personMonth,
} from '../store/closed-lines.js';
import { loadFiles } from '../store/files.js';
import { type Links, loadLinks } from '../store/links.js';
import { loadPeople } from '../store/register.js';
import { loadSettled } from '../store/settlements.js';
import { peopleTouchedSince } from '../store/touched-people.js';
import { findRewardCorrections } from './find-reward-corrections.js';
import type { Workspace } from './workspace.js';

/** What a district has to amend of earlier quarters, for one person. */
export interface PersonAmends {
  corrections: Correction[];
  open: OpenMonth[];
  openRewards: OpenReward[];
  /** The line of the latest closing that is amended; null: the person had none. */
  line: ClosedLine | null;
  /** The months of the latest quarter that is amended, as judged now. */
  months: readonly MonthResult[] | null;
  /** Where the person was on the day of the award that is amended last; null: no reward is. */
  place: Placement | null;
}

/** By district, then by person. */
export type AmendsByDistrict = Map<string, Map<number, PersonAmends>>;

/** Of more people than this, reading everybody is faster. */
const FEW = 2000;

/**
 * Finds what has to be amended of the quarters that these closings froze, from everything known now: months
 * whose answer has changed, by more or fewer fen than were settled. `quarter`: the one that will carry the
 * amends. Nobody is looked at whose answer cannot have changed. Throws UserError `policy.value-unset`. 三(六)1
 */
export function findCorrections(
  workspace: Workspace,
  quarter: Quarter,
  closings: readonly Closing[],
  units: readonly Unit[],
): AmendsByDistrict {
  const found: AmendsByDistrict = new Map();
  const links = loadLinks(workspace.db);
  const byQuarter = groupBy(
    closings.filter((closing) => closing.quarter < quarter),
    (closing) => closing.quarter,
  );
  const quarters = [...byQuarter]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([past, own]) => new PastQuarter(workspace, past, own, links, units));
  for (const past of quarters) past.amend(quarter, found);
  // after all months, as they stand on the line
  for (const past of quarters) past.amendRewards(quarter, found);
  return found;
}

/** One closed quarter, looked at again. */
class PastQuarter {
  private readonly closings: ReadonlyMap<string, Closing>;

  constructor(
    private readonly workspace: Workspace,
    private readonly past: Quarter,
    closings: readonly Closing[],
    private readonly links: Links,
    private readonly units: readonly Unit[],
  ) {
    this.closings = new Map(closings.map((closing) => [closing.district, closing]));
  }

  amendRewards(carrying: Quarter, found: AmendsByDistrict): void {
    const { past, closings, links, units } = this;
    const reach = this.reach(carrying);
    findRewardCorrections(this.workspace, { past, closings, reach, links, units }, found);
  }

  amend(carrying: Quarter, found: AmendsByDistrict): void {
    const reach = this.reach(carrying);
    const last = monthsOf(this.past)[2];
    if ([...this.closings.keys()].every((district) => last < reach(district))) return;
    const whom = this.mayHaveChanged();
    if (whom?.size === 0) return;
    const judged = this.judge(whom);
    const settled = loadSettled(this.workspace.db, monthsOf(this.past), whom ?? undefined);
    const differences: Difference[] = [];
    for (const person of new Set([...judged.keys(), ...settled.keys()])) {
      const months = judged.get(person) ?? null;
      monthsOf(this.past).forEach((month, index) => {
        const of = { person, month, now: months?.[index] ?? null };
        const before = (settled.get(person) ?? []).filter((each) => each.month === month);
        differences.push(...this.compare(of, before, reach));
      });
    }
    this.explain(differences, judged, found);
  }

  /** null: everybody. */
  private mayHaveChanged(): Set<number> | null {
    const { db, policies } = this.workspace;
    const whom = new Set(peopleAmendedIn(db, monthsOf(this.past)));
    for (const { knownBatch, fingerprint } of this.closings.values()) {
      if (fingerprint !== policies.fingerprint) return null;
      const touched = peopleTouchedSince(db, knownBatch, this.past);
      if (touched === null) return null;
      for (const person of touched) whom.add(person);
    }
    return whom;
  }

  /** The first month that a district's corrections reach. */
  private reach(carrying: Quarter): (district: string) => Month {
    const reaches = new Map<string, Month>();
    return (district) => {
      let month = reaches.get(district);
      if (month === undefined) {
        month = firstCorrected(this.workspace.policies, carrying, district);
        reaches.set(district, month);
      }
      return month;
    };
  }

  private judge(whom: ReadonlySet<number> | null): Map<number, readonly MonthResult[]> {
    const { db, policies: book } = this.workspace;
    const few = whom && whom.size <= FEW ? { person: [...whom] } : {};
    const everybody = loadPeople(db, { quarter: this.past, ...few });
    const people = whom ? everybody.filter(({ id }) => whom.has(id)) : everybody;
    const { people: judged } = computeQuarter({ quarter: this.past, people, units: this.units, book });
    return new Map(judged.map(({ person, months }) => [person.id, months]));
  }

  private compare(
    of: { person: number; month: Month; now: MonthResult | null },
    settled: readonly SettledMonth[],
    reach: (district: string) => Month,
  ): Difference[] {
    const differences: Difference[] = [];
    // who takes back comes first, so that who pays need not wait for a close of the same command
    const asking = [...new Set([...settled.map(({ district }) => district), of.now?.district ?? ''])].filter(
      (district) => this.closings.has(district) && of.month >= reach(district),
    );
    asking.sort((a, b) => Number(a === of.now?.district) - Number(b === of.now?.district));
    let standing = settled;
    for (const district of asking) {
      const answer = answerMonth({ ...of, district, settled: standing });
      if (answer === null) continue;
      differences.push({
        ...of,
        district,
        answer,
        before: standing.find((each) => each.district === district),
      });
      if ('amountFen' in answer && answer.amountFen < 0) {
        standing = standing.filter((each) => each.district !== district || answer.entitledFen > 0);
      }
    }
    return differences;
  }

  /** Puts to every difference the line it amends, what was judged before, and what changed since. */
  private explain(
    differences: readonly Difference[],
    judged: ReadonlyMap<number, readonly MonthResult[]>,
    found: AmendsByDistrict,
  ): void {
    const { db } = this.workspace;
    const batchOf = loadFiles(db);
    for (const [district, own] of groupBy(differences, (each) => each.district)) {
      const closing = this.closings.get(district) as Closing;
      const people = [...new Set(own.flatMap(({ person }) => this.links.group(person)))];
      const lines = new Map(
        loadClosedLines(db, closing, people).map((line) => [this.links.kept(line.person.id), line]),
      );
      const corrected = loadCorrectedMonths(db, district, monthsOf(this.past));
      const ended = batchesThatEnded(db, closing.knownBatch);
      const byPerson = found.get(district) ?? new Map<number, PersonAmends>();
      found.set(district, byPerson);
      for (const difference of own) {
        const { person, month, now, answer } = difference;
        const line = lines.get(person) ?? null;
        const amends = byPerson.get(person) ?? {
          ...{ corrections: [], open: [], openRewards: [], line, months: null, place: null },
        };
        byPerson.set(person, amends);
        amends.line = line ?? amends.line;
        amends.months = judged.get(person) ?? amends.months;
        if ('open' in answer) {
          amends.open.push({ month, ...answer.open });
          continue;
        }
        const keys = this.links.group(person).map((each) => personMonth(each, month));
        const key = keys.find((each) => corrected.has(each));
        const own = line?.months.find((each) => each.month === month) ?? null;
        const before = key === undefined ? own : (corrected.get(key) ?? null);
        const cause = causeOf(before, now);
        const told = cause.source && (batchOf.get(cause.source.file)?.batch ?? 0);
        const batch =
          told !== null && told > closing.knownBatch ? told : cause.source && (ended(cause.source) ?? told);
        amends.corrections.push({
          month,
          ...answer,
          parts: partsOf(person, answer.amountFen, difference.before),
          originLine: line?.id ?? null,
          cause: { ...cause, batch } satisfies Cause,
          before,
          after: now,
        });
      }
    }
  }
}

interface Difference {
  person: number;
  month: Month;
  district: string;
  now: PaperMonth | null;
  answer: NonNullable<ReturnType<typeof answerMonth>>;
  /** What the district had settled. */
  before: SettledMonth | undefined;
}

/** What is taken back is taken from the numbers it was paid under, the last one first. */
function partsOf(person: number, amountFen: number, before: SettledMonth | undefined): Correction['parts'] {
  if (amountFen > 0 || !before) return [{ person, amountFen }];
  const parts: { person: number; amountFen: number }[] = [];
  let left = -amountFen;
  for (const part of [...before.parts].reverse()) {
    const taken = Math.min(left, Math.max(0, part.amountFen));
    if (taken > 0) parts.push({ person: part.person, amountFen: -taken });
    left -= taken;
  }
  return parts;
}
