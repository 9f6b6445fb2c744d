import type { Day } from '../domain/day.js';
import type { Place, Unit } from '../domain/facts.js';
import { unitsOverTime, unitTermOn } from '../domain/units.js';

/** Writes places the way an office does: 锦江区 锦官驿街道 水井坊社区居委会, or the workplace. */
export function placeNames(units: readonly Unit[], on: Day): (place: Place) => string {
  const overTime = unitsOverTime(units);
  return (place) => {
    if (place.unit === null)
      return [place.district, place.township, place.workplace].filter(Boolean).join(' ');
    const { district, township, name } = unitTermOn(overTime.unit(place.unit), on);
    return `${district} ${township} ${name}`;
  };
}
