import type { Day } from './day.js';
import type { Unit, UnitTerm } from './facts.js';

/** The state of a unit on a day, whether or not it existed then. */
export function unitTermOn(unit: Unit, on: Day): UnitTerm {
  let found = unit.terms[0];
  for (const term of unit.terms) if (term.from === null || term.from <= on) found = term;
  return found;
}

/** Whether the unit existed on a day; a missing date is no limit. */
export const unitExistsOn = (unit: Unit, on: Day): boolean =>
  (unit.founded === null || unit.founded <= on) && (unit.dissolved === null || on <= unit.dissolved);

/** Whether the unit has ended before a day. */
export const unitEndedBefore = (unit: Unit, on: Day): boolean =>
  unit.dissolved !== null && unit.dissolved < on;

/** The units of the register by number, and what became of them. */
export interface UnitsOverTime {
  /** Throws RangeError for a number that the register does not have. */
  unit(id: number): Unit;
  /** The unit that stands for a unit on a day: itself, or whatever it was merged into by then (并入). */
  unitOn(id: number, on: Day): Unit;
  /** The unit and all that it was ever merged into, in order of time. */
  line(id: number): readonly Unit[];
}

/** Indexes the units once. */
export function unitsOverTime(units: readonly Unit[]): UnitsOverTime {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const unit = (id: number): Unit => {
    const found = byId.get(id);
    if (!found) throw new RangeError(`no unit ${id}`);
    return found;
  };
  const line = (id: number): readonly Unit[] => {
    const found = [unit(id)];
    for (let next = found[0]?.successor; next !== undefined; next = found.at(-1)?.successor) {
      const successor = unit(next);
      // Imports refuse a circle; a register that has one all the same must still answer.
      if (found.includes(successor)) break;
      found.push(successor);
    }
    return found;
  };
  return {
    unit,
    line,
    unitOn: (id, on) => {
      const first = unit(id);
      if (first.successor === undefined) return first;
      const all = line(id);
      return all.find((each) => !unitEndedBefore(each, on)) ?? (all.at(-1) as Unit);
    },
  };
}
