import type { Month } from '../domain/day.js';
import type { SubsidyLine } from './subsidy-lines.js';
import type { MonthResult, PersonQuarter, QuarterResult } from './subsidy-result.js';

/** A quarter as computed one way: everybody, and the lines of it that are asked for. */
export interface QuarterSide {
  result: QuarterResult;
  lines: readonly SubsidyLine[];
}

/** A month on the line where it is shown. */
interface PlacedMonth {
  result: MonthResult;
  line: SubsidyLine;
}

/** One month of one person, judged two ways. */
export interface MonthPair {
  month: Month;
  person: number;
  /** undefined: judged, but not on a line that is asked for; or not computed at all. */
  now: PlacedMonth | undefined;
  supposed: PlacedMonth | undefined;
  /** The same wherever it was judged; undefined: the quarter could not be computed that way. */
  nowAnywhere: MonthResult | undefined;
  supposedAnywhere: MonthResult | undefined;
}

/** Every month of a person that is on a line asked for, either way, beside its counterpart. */
export function* monthPairs(now: QuarterSide | null, supposed: QuarterSide | null): Generator<MonthPair> {
  const nowPlaced = placedMonths(now);
  const supposedPlaced = placedMonths(supposed);
  const nowPeople = peopleOf(now);
  const thenPeople = peopleOf(supposed);
  for (const person of new Set([...nowPlaced.keys(), ...supposedPlaced.keys()])) {
    const placed = { now: nowPlaced.get(person), supposed: supposedPlaced.get(person) };
    const anywhere = { now: nowPeople.get(person)?.months, supposed: thenPeople.get(person)?.months };
    for (let at = 0; at < 3; at++) {
      const [nowMonth, supposedMonth] = [placed.now?.[at], placed.supposed?.[at]];
      const month = (nowMonth ?? supposedMonth)?.result.month;
      if (month === undefined) continue;
      yield {
        month,
        person,
        now: nowMonth,
        supposed: supposedMonth,
        nowAnywhere: anywhere.now?.[at],
        supposedAnywhere: anywhere.supposed?.[at],
      };
    }
  }
}

/** The three months of each person, by their place in the quarter. */
function placedMonths(side: QuarterSide | null): Map<number, (PlacedMonth | undefined)[]> {
  const byPerson = new Map<number, (PlacedMonth | undefined)[]>();
  for (const line of side?.lines ?? []) {
    const months = byPerson.get(line.person.id) ?? [undefined, undefined, undefined];
    for (const result of line.months) months[(Number(result.month.slice(5)) - 1) % 3] = { result, line };
    byPerson.set(line.person.id, months);
  }
  return byPerson;
}

const peopleOf = (side: QuarterSide | null): Map<number, PersonQuarter> =>
  new Map((side?.result.people ?? []).map((each) => [each.person.id, each]));
