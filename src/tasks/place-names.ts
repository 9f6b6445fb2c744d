import type { Day } from '../domain/day.js';
import type { Place, Unit } from '../domain/facts.js';
import { unitTermOn } from '../domain/units.js';

/** Writes places the way an office does: 锦江区 锦官驿街道 水井坊社区居委会, or the workplace. */
export function placeNames(units: readonly Unit[], on: Day): (place: Place) => string {
  const byNumber = new Map(units.map((unit) => [unit.id, unit]));
  return (place) => {
    if (place.unit === null)
      return [place.district, place.township, place.workplace].filter(Boolean).join(' ');
    const unit = byNumber.get(place.unit);
    if (!unit) return '';
    const { district, township, name } = unitTermOn(unit, on);
    return `${district} ${township} ${name}`;
  };
}
