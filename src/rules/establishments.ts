import { type Day, holdsOn } from '../domain/day.js';
import type { Establishment } from '../domain/facts.js';
import type { UnitsOverTime } from '../domain/units.js';
import { isProfessional, type TitleReader } from './titles.js';

/**
 * Professional posts that units have been given on a day, by number of the unit: of each title the
 * latest row in force, added up. A unit whose rows name no professional title has 0; one without any
 * row in force is not in the answer. What a unit had that was merged by the day counts at its successor.
 * 三(四)1
 */
export function establishedPosts(
  establishments: readonly Establishment[],
  titles: TitleReader,
  on: Day,
  units: UnitsOverTime,
): Map<number, number> {
  const latest = new Map<number, Map<string, Establishment>>();
  for (const row of establishments) {
    if (row.place.unit === null || !holdsOn(row, on)) continue;
    let ofUnit = latest.get(row.place.unit);
    if (!ofUnit) {
      ofUnit = new Map();
      latest.set(row.place.unit, ofUnit);
    }
    const { title } = titles.read(row.title);
    const known = ofUnit.get(title);
    if (!known || known.from <= row.from) ofUnit.set(title, row);
  }
  const posts = new Map<number, number>();
  for (const [given, rows] of latest) {
    const unit = units.unitOn(given, on).id;
    let sum = posts.get(unit) ?? 0;
    for (const row of rows.values()) if (isProfessional(titles, row.title)) sum += row.count;
    posts.set(unit, sum);
  }
  return posts;
}
