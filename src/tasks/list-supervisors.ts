import type { Day } from '../domain/day.js';
import { groupBy } from '../domain/group-by.js';
import type { SupervisorLevel } from '../domain/terms.js';
import { listSupervisors, type SupervisorList } from '../rules/supervisors.js';
import { loadKnownFacts } from '../store/known-facts.js';
import type { AskedArea } from './area.js';
import { peopleOnDay } from './people-on-day.js';
import type { Workspace } from './workspace.js';

/** Supervisors and experts of an area with their terms on a day. Throws UserError `area.unknown`. 三(一)2 */
export function registerSupervisors(
  workspace: Workspace,
  on: Day,
  { level, ...area }: AskedArea & { level: SupervisorLevel | null },
): SupervisorList {
  const people = peopleOnDay(workspace, on, area, ['certificates']);
  const facts = loadKnownFacts(workspace.db, 'supervisor', workspace.knownAt);
  const byOwner = groupBy(facts, ({ owner }) => owner);
  const termsOf = (person: number) => {
    // of people who are one, the term told last of a level and day
    const own = (byOwner.get(person) ?? []).map(({ values }) => values);
    return [...new Map(own.map((values) => [`${values.level} ${values.from}`, values])).values()];
  };
  return listSupervisors(people, termsOf, workspace.policies, on, level === null ? undefined : [level]);
}
