import { isWithin } from '../domain/area.js';
import type { AreaOrder } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import type { FoundWorker } from '../domain/history.js';
import { inForce } from '../policy/in-force.js';
import { placesOf } from '../rules/posts.js';
import { byPlace, workerOnDay } from '../rules/worker-on-day.js';
import type { PersonPart } from '../store/person-building.js';
import { once } from '../store/read-once.js';
import { loadPeople, loadUnits, SHARED_PARTS } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import type { Workspace } from './workspace.js';

/**
 * Everybody known in an area as they are on a day, by place and identity number; without an area also people
 * whose place nobody has told. Throws UserError `area.unknown`.
 */
export function peopleOnDay(
  workspace: Workspace,
  on: Day,
  asked: AskedArea,
  parts: readonly PersonPart[],
): FoundWorker[] {
  const { question, order, on: peopleOn } = peopleOverTime(workspace, asked, parts);
  return once(workspace.db, `${question} in order ${on}`, () => [...peopleOn(on)].sort(byPlace(order)));
}

/** The same for any day, read once and in no order. Throws UserError `area.unknown`. */
export function peopleOverTime(
  { db, policies, knownAt }: Workspace,
  asked: AskedArea,
  parts: readonly PersonPart[],
): { question: string; on(day: Day): readonly FoundWorker[]; order: AreaOrder } {
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  const places = placesOf(units);
  const people = loadPeople(db, { knownAt, parts });
  const more = parts.filter((part) => !SHARED_PARTS.includes(part));
  const question = ['people of', knownAt, area.district, area.township, ...more].join(' ');
  return {
    question,
    order: places.order,
    on: (day) =>
      once(db, `${question} ${day}`, () => {
        const renewal = inForce(policies, 'registration.term', null, day)?.value.renewalMonths ?? null;
        return people
          .map((person) => workerOnDay(person, day, places, renewal))
          .filter(({ place }) => isWithin(area, place));
      }),
  };
}
