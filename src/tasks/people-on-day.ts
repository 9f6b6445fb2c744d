import type { Day } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import type { FoundWorker } from '../domain/history.js';
import { inForce } from '../policy/in-force.js';
import { placesOf } from '../rules/posts.js';
import { byPlace, workerOnDay } from '../rules/worker-on-day.js';
import type { PersonPart } from '../store/person-building.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import type { Workspace } from './workspace.js';

/**
 * Everybody known in an area as they are on a day, by place and identity number; without an area also people
 * whose place nobody has told. `units`: where they are loaded already. Throws UserError `area.unknown`.
 */
export function peopleOnDay(
  { db, policies, knownAt }: Workspace,
  on: Day,
  asked: AskedArea,
  parts: readonly PersonPart[],
  units: readonly Unit[] = loadUnits(db, knownAt),
): FoundWorker[] {
  const { district, township } = resolveArea(units, asked);
  const places = placesOf(units);
  const renewal = inForce(policies, 'registration.term', null, on)?.value.renewalMonths ?? null;
  return loadPeople(db, { knownAt, parts })
    .map((person) => workerOnDay(person, on, places, renewal))
    .filter(
      ({ place }) =>
        (district === null || place?.district === district) &&
        (township === null || place?.township === township),
    )
    .sort(byPlace(places.order));
}
