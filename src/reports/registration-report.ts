import type { Day } from '../domain/day.js';
import { formatYuan } from '../domain/money.js';
import type { Messages } from '../messages/messages.js';
import type { DueRow, RegistrationsDue } from '../rules/registrations-due.js';
import type { Column, Report } from './column.js';
import { workerColumns } from './worker-columns.js';

/** People whose registration needs doing. */
export function registrationReport(
  text: Messages,
  on: Day,
  { rows, totals, findings }: RegistrationsDue,
): Report<DueRow> {
  const { registration: words } = text;
  const { people, due, expired, never, notYet, monthlyFen, withoutRate } = totals;
  return {
    command: 'registration due',
    on,
    columns: dueColumns(text),
    rows,
    totals: { ...totals },
    findings,
    summary: [
      people === 0 ? words.nothing(on) : words.counts(on, due, expired, never),
      ...(notYet > 0 ? [words.notYet(notYet)] : []),
      ...(monthlyFen > 0 ? [words.money(formatYuan(monthlyFen))] : []),
      ...(withoutRate > 0 ? [words.withoutRate(withoutRate)] : []),
    ],
  };
}

function dueColumns(text: Messages): Column<DueRow>[] {
  const { registration: words, worker } = text;
  const { headings, states, rateUnset } = words;
  const secondary = true;
  return [
    ...workerColumns<DueRow>(text, (row) => row),
    { key: 'level', heading: worker.headings.level, kind: 'text', value: ({ level }) => level },
    { key: 'issued', heading: headings.issued, kind: 'text', value: ({ issued }) => issued, secondary },
    { key: 'until', heading: headings.until, kind: 'text', value: ({ registeredUntil }) => registeredUntil },
    {
      key: 'deadline',
      heading: headings.deadline,
      kind: 'text',
      value: ({ deadline }) => deadline,
      secondary,
    },
    {
      key: 'state',
      heading: headings.state,
      kind: 'text',
      value: ({ state }) => state,
      text: ({ state }) => states[state],
    },
    { key: 'onPost', heading: headings.onPost, kind: 'flag', value: ({ onPost }) => onPost, secondary },
    {
      key: 'monthlyFen',
      heading: headings.monthly,
      kind: 'fen',
      value: ({ monthlyFen }) => monthlyFen,
      text: ({ monthlyFen }) => (monthlyFen === null ? rateUnset : formatYuan(monthlyFen)),
    },
    {
      key: 'lostFrom',
      heading: headings.lostFrom,
      kind: 'text',
      value: ({ lostFrom }) => lostFrom,
      secondary,
    },
  ];
}
