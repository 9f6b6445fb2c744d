import { areaOrder } from '../domain/area-order.js';
import type { Placement } from '../domain/closing.js';
import type { Person, Unit } from '../domain/facts.js';
import type { Fen } from '../domain/money.js';
import { placementOrder, placing } from './subsidy-placement.js';
import type { MonthResult, PersonQuarter, QuarterResult } from './subsidy-result.js';

/** One person's months of the quarter in one place: what a row of a list or a sheet shows. */
export interface SubsidyLine extends Placement {
  person: Person;
  months: readonly MonthResult[];
  totalFen: Fen;
}

/**
 * One line per person: all months, placed by the latest month that has a post. In order of district,
 * township, unit code and identity number.
 */
export function linesByPerson({ people }: QuarterResult, units: readonly Unit[]): SubsidyLine[] {
  return inOrder(people, units);
}

/**
 * One line per person and paying district, each with that district's months alone: whoever moved to
 * another district inside the quarter has two. Months without any post make no line of their own.
 */
export function linesByDistrict({ people }: QuarterResult, units: readonly Unit[]): SubsidyLine[] {
  return inOrder(people.flatMap(splitByDistrict), units);
}

function splitByDistrict(quarter: PersonQuarter): PersonQuarter | PersonQuarter[] {
  const { person, months } = quarter;
  const first = months[0]?.district;
  if (months.every(({ district }) => district === first)) return quarter;
  const districts = new Set(months.filter(({ post }) => post !== null).map(({ district }) => district));
  return Array.from(districts, (asked) => {
    const own = months.filter(({ district }) => district === asked);
    return { person, months: own, totalFen: own.reduce((sum, { amountFen }) => sum + amountFen, 0) };
  });
}

/** Puts people into their places first: places are few, and comparing them once is enough. */
function inOrder(people: readonly PersonQuarter[], units: readonly Unit[]): SubsidyLine[] {
  const placeOf = placing(units);
  const compare = placementOrder(areaOrder(units));
  const places = new Map<Placement, SubsidyLine[]>();
  for (const { person, months, totalFen } of people) {
    const place = placeOf(months);
    const { district, township, unit, unitCode } = place;
    const line = { person, district, township, unit, unitCode, months, totalFen };
    const lines = places.get(place);
    if (lines) lines.push(line);
    else places.set(place, [line]);
  }
  return [...places]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, lines]) => lines.sort((a, b) => (a.person.idNumber < b.person.idNumber ? -1 : 1)));
}
