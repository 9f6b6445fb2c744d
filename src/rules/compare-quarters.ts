import type { AreaOrder } from '../domain/area-order.js';
import type { Fen } from '../domain/money.js';
import type { Quarter } from '../domain/quarter.js';
import { compareLevels, type Level } from '../domain/terms.js';
import { ComparedPeople, type PersonDifference } from './compared-people.js';
import { monthPairs, type QuarterSide } from './month-pairs.js';
import type { MonthResult } from './subsidy-result.js';

export type { MonthChange, PersonDifference } from './compared-people.js';
export type { QuarterSide } from './month-pairs.js';

/** A quarter computed two ways; null: it cannot be computed that way. */
export interface ComparedQuarter {
  quarter: Quarter;
  now: QuarterSide | null;
  supposed: QuarterSide | null;
}

/** What is paid today and under the assumptions, and the difference; in fen. */
export interface ComparedSums {
  nowPeople: number;
  nowPersonMonths: number;
  nowFen: Fen;
  thenPeople: number;
  thenPersonMonths: number;
  thenFen: Fen;
  /** supposed − now. */
  differenceFen: Fen;
}

/** The paid months of one level in one district. Whoever rises counts at the old level now, at the new one under the assumptions. */
interface LevelDifference extends ComparedSums {
  district: string;
  level: Level;
}

/** Months that are paid one way and have no answer the other way: in no other sum. */
interface MonthsApart {
  personMonths: number;
  fen: Fen;
}

export interface Comparison {
  /** In order of district and level. */
  levels: readonly LevelDifference[];
  districts: readonly (ComparedSums & { district: string })[];
  quarters: readonly (ComparedSums & { quarter: Quarter })[];
  totals: ComparedSums;
  /** People who gain or lose, one for each paying district; the largest change first. */
  people: readonly PersonDifference[];
  gain: { people: number; fen: Fen };
  /** `fen` is 0 or below. */
  lose: { people: number; fen: Fen };
  /** Months on post that nobody can decide. */
  undecided: { now: number; supposed: number };
  apart: { now: MonthsApart; supposed: MonthsApart };
}

/**
 * Lays two computations of the same quarters beside each other, month by month. Only months that both
 * ways answer (paid, or not entitled) are compared; undecided ones and those without policy in force are told apart,
 * never counted as 0.
 */
export function compareQuarters(quarters: Iterable<ComparedQuarter>, order: AreaOrder): Comparison {
  const totals = new Sums();
  const byLevel = new Map<string, Sums & { district: string; level: Level }>();
  const byDistrict = new Map<string, Sums>();
  const byQuarter = new Map<Quarter, Sums>();
  const people = new ComparedPeople();
  const undecided = { now: 0, supposed: 0 };
  const apart = { now: { personMonths: 0, fen: 0 }, supposed: { personMonths: 0, fen: 0 } };

  for (const { quarter, now, supposed } of quarters) {
    const ofQuarter = new Sums();
    for (const pair of monthPairs(now, supposed)) {
      if (isUndecided(pair.now?.result)) undecided.now++;
      if (isUndecided(pair.supposed?.result)) undecided.supposed++;
      const compared = isAnswered(pair.nowAnywhere) && isAnswered(pair.supposedAnywhere);
      for (const way of ['now', 'supposed'] as const) {
        const result = pair[way]?.result;
        if (!result?.paid || result.level === null) continue;
        if (!compared) {
          apart[way].personMonths++;
          apart[way].fen += result.amountFen;
          continue;
        }
        const { district, level, amountFen } = result;
        const ofLevel = one(byLevel, `${district} ${level}`, () =>
          Object.assign(new Sums(), { district, level }),
        );
        const ofDistrict = one(byDistrict, district, () => new Sums());
        for (const sums of [totals, ofQuarter, ofDistrict, ofLevel]) sums.add(way, pair.person, amountFen);
      }
      if (compared) people.add(pair);
    }
    if (now && supposed) byQuarter.set(quarter, ofQuarter);
  }

  const changed = people.changed(order);
  return {
    levels: [...byLevel.values()]
      .sort((a, b) => order.compareDistricts(a.district, b.district) || compareLevels(a.level, b.level))
      .map((sums) => ({ district: sums.district, level: sums.level, ...sums.summed() })),
    districts: [...byDistrict]
      .sort(([a], [b]) => order.compareDistricts(a, b))
      .map(([district, sums]) => ({ district, ...sums.summed() })),
    quarters: Array.from(byQuarter, ([quarter, sums]) => ({ quarter, ...sums.summed() })),
    totals: totals.summed(),
    people: changed,
    ...people.gainAndLose(),
    undecided,
    apart,
  };
}

/** People and months of one sum, as they are gathered. */
class Sums {
  private readonly people = { now: new Set<number>(), supposed: new Set<number>() };
  private readonly months = { now: 0, supposed: 0 };
  private readonly fen = { now: 0, supposed: 0 };

  add(way: 'now' | 'supposed', person: number, fen: Fen): void {
    this.people[way].add(person);
    this.months[way]++;
    this.fen[way] += fen;
  }

  summed(): ComparedSums {
    const { people, months, fen } = this;
    return {
      nowPeople: people.now.size,
      nowPersonMonths: months.now,
      nowFen: fen.now,
      thenPeople: people.supposed.size,
      thenPersonMonths: months.supposed,
      thenFen: fen.supposed,
      differenceFen: fen.supposed - fen.now,
    };
  }
}

/** Decided, under a policy in force. */
const isAnswered = (month: MonthResult | undefined): boolean =>
  month?.decided === true && !month.reasons.includes('policy');

const isUndecided = (month: MonthResult | undefined): boolean => month?.decided === false;

function one<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
