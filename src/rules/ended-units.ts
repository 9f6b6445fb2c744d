import type { Day } from '../domain/day.js';
import type { Person, Unit, UnitTerm } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { type UnitsOverTime, unitEndedBefore, unitTermOn } from '../domain/units.js';
import { isOpenOn } from './posts.js';

/**
 * Units that ended before a day, that nobody took over and where people still have posts: a warning
 * each, with how many. `within`: narrows the units, as they were in the end.
 */
export function findEndedUnits(
  people: Iterable<Person>,
  units: UnitsOverTime,
  on: Day,
  within: (term: UnitTerm) => boolean,
): Finding[] {
  const ended = new Map<Unit, number>();
  for (const { posts } of people) {
    const here = new Set<Unit>();
    for (const post of posts) {
      if (post.place.unit === null || !isOpenOn(post, on)) continue;
      const unit = units.unitOn(post.place.unit, on);
      if (unitEndedBefore(unit, on)) here.add(unit);
    }
    for (const unit of here) ended.set(unit, (ended.get(unit) ?? 0) + 1);
  }
  return [...ended].flatMap(([unit, count]) => {
    const term = unitTermOn(unit, on);
    if (unit.dissolved === null || !within(term)) return [];
    const subject = `${term.district} ${term.township} ${term.name}`;
    return [finding('unit.ended-with-people', 'warning', subject, { ended: unit.dissolved, people: count })];
  });
}
