import type { Day } from '../domain/day.js';
import type { Messages } from '../messages/messages.js';
import type { Evidence, GoalRow } from '../rules/goals.js';
import { citationColumns } from './citation-columns.js';
import type { Report } from './column.js';

/** The goals of the document, each with its status and what the register counts. */
export function goalReport(
  text: Messages,
  on: Day,
  { rows, findings }: { rows: readonly GoalRow[]; findings: Report<GoalRow>['findings'] },
): Report<GoalRow> {
  const { headings, whole, statuses, measures, nothing, summary } = text.goals;
  const listed = (evidence: readonly Evidence[]) =>
    evidence.map(({ measure, value, of }) => measures[measure](value, of)).join(text.shell.listSeparator);
  const count = (...asked: readonly GoalRow['status'][]) =>
    rows.filter(({ status }) => asked.includes(status)).length;
  const totals = {
    goals: rows.length,
    reached: count('reached'),
    missed: count('missed'),
    underWay: count('under-way'),
    notProvable: count('not-provable'),
  };
  return {
    command: 'policy goals',
    on,
    columns: [
      { key: 'year', heading: headings.year, kind: 'text', value: ({ year }) => year },
      {
        key: 'system',
        heading: headings.system,
        kind: 'text',
        value: ({ system }) => system,
        text: ({ system }) => system ?? whole,
      },
      { key: 'goal', heading: headings.goal, kind: 'text', value: ({ goal }) => goal },
      {
        key: 'status',
        heading: headings.status,
        kind: 'text',
        value: ({ status }) => status,
        text: ({ status }) => statuses[status],
      },
      { key: 'seenOn', heading: headings.seenOn, kind: 'text', value: ({ seenOn }) => seenOn },
      {
        key: 'evidence',
        heading: headings.evidence,
        kind: 'text',
        value: ({ evidence }) => evidence,
        text: ({ evidence }) => (evidence.length === 0 ? nothing : listed(evidence)),
      },
      {
        key: 'now',
        heading: headings.now(on),
        kind: 'text',
        value: ({ now }) => now,
        text: ({ now }) => listed(now),
        secondary: true,
      },
      ...citationColumns<GoalRow>(headings.article),
    ],
    rows,
    totals,
    findings,
    summary: [summary(on, totals)],
  };
}
