import { isWithin } from '../domain/area.js';
import type { Day } from '../domain/day.js';
import { nameKey } from '../domain/name.js';
import { type ComplaintRow, type ComplaintState, isOpen } from '../rules/complaint-row.js';
import { type ComplaintCheck, checkComplaints, requireDeadlines } from '../rules/complaints.js';
import { loadKnownFacts } from '../store/known-facts.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/** What `complaint list --state` can ask for: the states, and `suspended` for whoever has a 停发 on record. */
export const COMPLAINT_CHOICES = ['open', 'overdue', 'settled', 'settled-late', 'suspended'] as const;
export type ComplaintChoice = (typeof COMPLAINT_CHOICES)[number];

export interface ComplaintQuery extends AskedArea {
  on: Day;
  state?: ComplaintChoice | undefined;
  category?: string | undefined;
}

/**
 * Complaints of the register as they stood on a day. An area is that of the person complained about, so that
 * complaints about organisations alone belong to none. Throws UserError `area.unknown`. 三(五)
 */
export function checkRegisterComplaints(
  { db, policies, knownAt }: Workspace,
  { on, state, category, ...asked }: ComplaintQuery,
): ComplaintCheck {
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  const people = new Map(loadPeople(db, { knownAt, parts: [] }).map((person) => [person.id, person]));
  const complaints = loadKnownFacts(db, 'complaint', knownAt).map(({ owner, values }) => ({
    ...values,
    person: owner === null ? null : (people.get(owner) ?? null),
  }));
  const wanted = category === undefined ? null : nameKey(category);
  const check = checkComplaints({
    complaints,
    units,
    book: policies,
    on,
    within: (row) =>
      isWithin(area, row.place) &&
      (wanted === null || nameKey(row.category) === wanted) &&
      (state === undefined || fits(row, state)),
  });
  const example = exampleFindings(policies, ['complaint.days'], on);
  return { ...check, findings: [...check.findings, ...example] };
}

/**
 * The same where somebody has to know what is overdue. Throws UserError `policy.value-unset` where no open
 * complaint has a deadline, besides. 三(五)
 */
export const checkOpenComplaints: typeof checkRegisterComplaints = (workspace, query) => {
  const check = checkRegisterComplaints(workspace, query);
  requireDeadlines(check);
  return check;
};

/** `open` holds the overdue ones too, `settled` the late ones. */
function fits(row: ComplaintRow, asked: ComplaintChoice): boolean {
  if (asked === 'suspended') return row.suspendedFrom !== null;
  if (asked === 'open') return isOpen(row);
  const among: readonly ComplaintState[] = asked === 'settled' ? ['settled', 'settled-late'] : [asked];
  return among.includes(row.state);
}
