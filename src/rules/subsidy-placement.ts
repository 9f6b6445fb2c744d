import { type AreaOrder, compareText } from '../domain/area-order.js';
import type { Placement } from '../domain/closing.js';
import { firstDayOf } from '../domain/day.js';
import type { Post, Unit, UnitTerm } from '../domain/facts.js';
import { type UnitsOverTime, unitsOverTime, unitTermOn } from '../domain/units.js';
import type { MonthResult } from './subsidy-result.js';

export type { Placement } from '../domain/closing.js';

/** District, township, unit code, unit name: the order of every list and paper. */
export const placementOrder =
  ({ compareDistricts, compareTownships }: AreaOrder) =>
  (a: Placement, b: Placement): number =>
    compareDistricts(a.district, b.district) ||
    compareTownships(a.district, a.township, b.township) ||
    compareText(a.unitCode, b.unitCode) ||
    compareText(a.unit, b.unit);

const isSame = (a: Placement, b: Placement): boolean =>
  a.district === b.district && a.township === b.township && a.unitCode === b.unitCode && a.unit === b.unit;

/**
 * Finds district, township and unit of the latest month with a post, as the unit was on the deciding day.
 * The same place is the same object, so that a city of people need not be compared name by name.
 */
export function placing(units: readonly Unit[]): (months: readonly MonthResult[]) => Placement {
  const overTime = unitsOverTime(units);
  const known = new Map<UnitTerm | string, Placement[]>();
  const one = (key: UnitTerm | string, placement: Placement): Placement => {
    const alike = known.get(key) ?? [];
    const same = alike.find((each) => isSame(each, placement));
    if (same) return same;
    known.set(key, [...alike, placement]);
    return placement;
  };
  const placementOf = ({ place }: Post, month: MonthResult): Placement => {
    const { district } = month;
    if (place.unit === null) {
      return one(place.workplace, {
        district,
        township: place.township ?? '',
        unit: place.workplace,
        unitCode: '',
      });
    }
    const term = unitTerm(overTime, place.unit, month);
    return one(term, { district, township: term.township, unit: term.name, unitCode: term.code });
  };
  return (months) => {
    for (let index = months.length - 1; index >= 0; index--) {
      const month = months[index] as MonthResult;
      if (month.post !== null) return placementOf(month.post, month);
    }
    return one('', { district: months[0]?.district ?? '', township: '', unit: '', unitCode: '' });
  };
}

function unitTerm(units: UnitsOverTime, id: number, month: MonthResult): UnitTerm {
  const { terms, successor } = units.unit(id);
  if (terms.length === 1 && successor === undefined) return terms[0];
  const on = month.decidedOn ?? firstDayOf(month.month);
  return unitTermOn(units.unitOn(id, on), on);
}
