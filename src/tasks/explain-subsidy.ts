import type { Person } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { Quarter } from '../domain/quarter.js';
import { personSubject } from '../domain/subject.js';
import { linesByPerson, type SubsidyLine } from '../rules/subsidy-lines.js';
import { type KnownFile, loadFiles } from '../store/files.js';
import { computeSubsidies } from './compute-subsidies.js';
import { findPerson } from './find-person.js';
import type { Workspace } from './workspace.js';

export interface SubsidyExplanation {
  quarter: Quarter;
  person: Person;
  /** All months of the quarter; null: the person held no post in it. */
  line: SubsidyLine | null;
  /** Where facts come from, by the register's number of the file. */
  files: ReadonlyMap<number, KnownFile>;
  /** Documents stored word for word, by their short names. */
  storedDocuments: ReadonlySet<string>;
  findings: readonly Finding[];
}

/**
 * Judges every condition of every month for one person. Throws UserError `who.unknown`,
 * `who.ambiguous`, `policy.value-unset` and `policy.no-month-in-force`. 三(六)1
 */
export function explainSubsidy(workspace: Workspace, quarter: Quarter, who: string): SubsidyExplanation {
  const person = findPerson(workspace, who);
  const { result, units } = computeSubsidies(workspace, quarter, [person]);
  const line = linesByPerson(result, units)[0] ?? null;
  const documents = [...workspace.policies.documents.values()].filter(({ text }) => text !== null);
  return {
    quarter,
    person,
    line,
    files: loadFiles(workspace.db),
    storedDocuments: new Set(documents.map(({ id }) => id)),
    findings: line === null ? [...result.findings, noPost(person, quarter)] : result.findings,
  };
}

const noPost = (person: Person, quarter: Quarter): Finding =>
  finding('subsidy.no-post-in-quarter', 'info', personSubject(person), {
    quarter,
    posts: person.posts.map(({ from, until }) => ({ from, until })),
  });
