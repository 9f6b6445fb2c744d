import { isWithin } from '../domain/area.js';
import type { Day } from '../domain/day.js';
import type { ServiceGroup } from '../domain/service-groups.js';
import { type ServiceRendered, type ServiceSummary, summarizeServices } from '../rules/service-summary.js';
import { loadKnownFacts } from '../store/known-facts.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import type { Workspace } from './workspace.js';

/**
 * Service records of the register from a day to another (both count), in an area. Throws UserError
 * `area.unknown`. 三(三)1
 */
export function summarizeRegisterServices(
  { db, policies, knownAt }: Workspace,
  { from, until, by, ...asked }: AskedArea & { from: Day; until: Day; by: ServiceGroup },
): ServiceSummary {
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  const people = new Map(loadPeople(db, { knownAt, parts: [] }).map((person) => [person.id, person]));
  const services: ServiceRendered[] = [];
  // people who are one may have had the same record under both numbers
  const seen = new Set<string>();
  for (const { owner, values } of loadKnownFacts(db, 'service', knownAt)) {
    const person = owner === null ? undefined : people.get(owner);
    const { on, field, hours, content, occurrence } = values;
    const key = [owner, on, field, hours, content, occurrence].join('\n');
    if (!person || on < from || until < on || seen.has(key)) continue;
    seen.add(key);
    services.push({ person, on, field, hours });
  }
  return summarizeServices({
    services,
    units,
    span: { from, until },
    by,
    book: policies,
    within: area.district === null && area.township === null ? null : (place) => isWithin(area, place),
  });
}
