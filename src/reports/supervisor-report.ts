import type { Day } from '../domain/day.js';
import { SUPERVISOR_LEVELS } from '../domain/terms.js';
import type { Messages } from '../messages/messages.js';
import type { SupervisorList, SupervisorRow } from '../rules/supervisors.js';
import type { Column, Report } from './column.js';
import { workerColumns } from './worker-columns.js';

/** Supervisors and experts with their terms. */
export function supervisorReport(
  text: Messages,
  on: Day,
  { rows, totals, findings }: SupervisorList,
): Report<SupervisorRow> {
  const { supervisor: words, shell } = text;
  const { people, byLevel, expired, holdersPerSupervisor } = totals;
  const levels = SUPERVISOR_LEVELS.map((level) => words.count(level, byLevel[level]));
  return {
    command: 'supervisor list',
    on,
    columns: supervisorColumns(text),
    rows,
    totals: { ...totals },
    findings,
    summary:
      rows.length === 0 && people === 0
        ? [words.nothing(on)]
        : [
            words.counts(on, people, levels.join(shell.listSeparator), expired),
            ...(holdersPerSupervisor === null ? [] : [words.ratio(holdersPerSupervisor)]),
          ],
  };
}

function supervisorColumns(text: Messages): Column<SupervisorRow>[] {
  const { headings, states, openEnded } = text.supervisor;
  return [
    ...workerColumns<SupervisorRow>(text, ({ worker }) => worker),
    { key: 'level', heading: headings.level, kind: 'text', value: ({ term }) => term.level },
    { key: 'from', heading: headings.from, kind: 'text', value: ({ term }) => term.from },
    {
      key: 'until',
      heading: headings.until,
      kind: 'text',
      value: ({ term }) => term.until,
      text: ({ term }) => term.until ?? openEnded,
    },
    {
      key: 'document',
      heading: headings.document,
      kind: 'free',
      value: ({ term }) => term.document,
      secondary: true,
    },
    {
      key: 'state',
      heading: headings.state,
      kind: 'text',
      value: ({ state }) => state,
      text: ({ state }) => states[state],
    },
  ];
}
