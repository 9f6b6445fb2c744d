import type { Day } from '../domain/day.js';
import type { Person, Unit, UnitTerm } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { type UnitsOverTime, unitExistsOn, unitTermOn } from '../domain/units.js';
import { isOpenOn } from './posts.js';

/**
 * Units that ended before a day and that nobody took over, or that were founded after it, where people have
 * posts on the day: a warning each, with how many. `within`: narrows the units, as they were in the end.
 */
export function findAbsentUnits(
  people: Iterable<Person>,
  units: UnitsOverTime,
  on: Day,
  within: (term: UnitTerm) => boolean,
): Finding[] {
  const absent = new Map<Unit, number>();
  for (const { posts } of people) {
    const here = new Set<Unit>();
    for (const post of posts) {
      if (post.place.unit === null || !isOpenOn(post, on)) continue;
      const unit = units.unitOn(post.place.unit, on);
      if (!unitExistsOn(unit, on)) here.add(unit);
    }
    for (const unit of here) absent.set(unit, (absent.get(unit) ?? 0) + 1);
  }
  return [...absent].flatMap(([unit, people]) => {
    const term = unitTermOn(unit, on);
    if (!within(term)) return [];
    const subject = `${term.district} ${term.township} ${term.name}`;
    const { dissolved: ended, founded } = unit;
    if (ended !== null && ended < on)
      return [finding('unit.ended-with-people', 'warning', subject, { ended, people })];
    return founded === null ? [] : [finding('unit.not-yet-founded', 'warning', subject, { founded, people })];
  });
}
