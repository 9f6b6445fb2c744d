import type { Day } from '../domain/day.js';
import { findRegistrationsDue, type RegistrationsDue } from '../rules/registrations-due.js';
import type { AskedArea } from './area.js';
import { peopleOnDay } from './people-on-day.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/**
 * Everybody in an area whose registration needs doing on a day. Throws UserError `area.unknown` and
 * `policy.none-in-force`. 三(二)2
 */
export function registrationsDue(workspace: Workspace, on: Day, asked: AskedArea): RegistrationsDue {
  const { policies } = workspace;
  const people = peopleOnDay(workspace, on, asked, ['certificates', 'registrations']);
  const found = findRegistrationsDue(people, policies, on);
  const example = exampleFindings(policies, ['registration.term', 'subsidy.rate'], on);
  return { ...found, findings: [...found.findings, ...example] };
}
