import { firstDayOf } from '../domain/day.js';
import type { Post, Unit, UnitTerm } from '../domain/facts.js';
import { type UnitsOverTime, unitsOverTime, unitTermOn } from '../domain/units.js';
import type { MonthResult } from './subsidy-result.js';

/** Where a line belongs on paper. */
export interface Placement {
  /** The managing district that judged the months, and pays them. */
  district: string;
  /** Empty for a workplace whose township nobody stated. */
  township: string;
  /** The unit, or the 工作单位 of a post outside the units. */
  unit: string;
  /** Empty for posts outside the units. */
  unitCode: string;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** District, township, unit code, unit name, by code point: the order of every list and paper. */
export const comparePlacements = (a: Placement, b: Placement): number =>
  compareText(a.district, b.district) ||
  compareText(a.township, b.township) ||
  compareText(a.unitCode, b.unitCode) ||
  compareText(a.unit, b.unit);

/**
 * Finds district, township and unit of the latest month with a post, as the unit was on the deciding day.
 * The same place is the same object, so that a city of people need not be compared name by name.
 */
export function placing(units: readonly Unit[]): (months: readonly MonthResult[]) => Placement {
  const overTime = unitsOverTime(units);
  const known = new Map<UnitTerm | string, Placement[]>();
  const one = (key: UnitTerm | string, placement: Placement): Placement => {
    const alike = known.get(key) ?? [];
    const same = alike.find((each) => comparePlacements(each, placement) === 0);
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
