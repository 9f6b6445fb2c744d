import type { Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import { gradeOf, gradeTable, type TitleGrade } from '../rules/grades.js';
import type { PolicyWorkspace } from './policy-workspace.js';
import { exampleFindings } from './standing.js';

/** What the policy says about post titles on a day. */
export interface GradeMap {
  on: Day;
  rows: readonly TitleGrade[];
  findings: readonly Finding[];
  /** The title of a cited document. */
  documentTitle: (document: string) => string;
}

/**
 * The grades of the titles asked for, in the order asked; of all titles when none is. A title without
 * a grade is a finding. Throws UserError `policy.none-in-force`. 三(四)2
 */
export function mapGrades({ policies }: PolicyWorkspace, titles: readonly string[], on: Day): GradeMap {
  const documentTitle = (document: string) => policies.documents.get(document)?.title ?? document;
  const example = exampleFindings(policies, ['grade.map', 'grade.certificate'], on);
  if (titles.length === 0) return { on, rows: gradeTable(policies, on), findings: example, documentTitle };
  const rows: TitleGrade[] = [];
  const findings: Finding[] = [];
  for (const title of titles) {
    const answer = gradeOf(policies, title, on);
    if ('problem' in answer) findings.push(answer.problem);
    else rows.push(answer);
  }
  return { on, rows, findings: [...findings, ...example], documentTitle };
}
