import type { Day } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { nameKey } from '../domain/name.js';
import { personSubject } from '../domain/subject.js';
import type { Complaint } from './complaint-row.js';

/** Those whom a complaint is about: a person, an organisation, or both. */
const respondentsOf = ({ person, organisation }: Complaint): { key: string; subject: string }[] => [
  ...(person ? [{ key: `person ${person.id}`, subject: personSubject(person) }] : []),
  ...(organisation === null ? [] : [{ key: `organisation ${nameKey(organisation)}`, subject: organisation }]),
];

/** The same by key alone. */
export const respondentKeys = (complaint: Complaint): string[] =>
  respondentsOf(complaint).map(({ key }) => key);

/** How many complaints there are about each, by key. */
export function countByRespondent(complaints: readonly Complaint[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const complaint of complaints)
    for (const key of respondentKeys(complaint)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** One for everybody in the answer whom two complaints or more are about, counting all of them; the most first. */
export function repeatFindings(
  received: readonly Complaint[],
  shown: ReadonlySet<string>,
  on: Day,
): Finding[] {
  const byRespondent = groupBy(
    received.flatMap((complaint) =>
      respondentsOf(complaint).map((respondent) => ({ ...respondent, complaint })),
    ),
    ({ key }) => key,
  );
  return [...byRespondent]
    .filter(([key, of]) => of.length > 1 && shown.has(key))
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([, of]) => {
      const { subject } = of[0] as (typeof of)[number];
      const open = of.filter(({ complaint: { settled } }) => settled === null || settled > on).length;
      return finding('complaint.repeated', 'warning', subject, { complaints: of.length, open });
    });
}
