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
