import { compareText } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import type { Messages } from '../messages/messages.js';
import { type ComplaintRow, isOpen, monthsStopped } from '../rules/complaint-row.js';
import type { ComplaintCheck } from '../rules/complaints.js';
import type { Column, Report } from './column.js';

/** Every complaint as it stood on a day. */
export function complaintListReport(text: Messages, on: Day, check: ComplaintCheck): Report<ComplaintRow> {
  const columns = withoutRoomFor('daysLate', complaintColumns(text));
  return { command: 'complaint list', ...reportOf(text, on, check), columns, rows: check.rows };
}

/** The complaints that wait for an answer, the nearest deadline first. */
export function complaintCheckReport(text: Messages, on: Day, check: ComplaintCheck): Report<ComplaintRow> {
  const last = '9999';
  const rows = check.rows
    .filter(isOpen)
    .sort(
      (a, b) => compareText(a.deadline ?? last, b.deadline ?? last) || compareText(a.received, b.received),
    );
  const columns = withoutRoomFor('stopsMonths', complaintColumns(text));
  return { command: 'complaint check', ...reportOf(text, on, check), columns, rows };
}

/** What a terminal of 80 columns cannot show besides, or days would be broken in two. */
const withoutRoomFor = (key: string, columns: readonly Column<ComplaintRow>[]): Column<ComplaintRow>[] =>
  columns.map((column) => (column.key === key ? { ...column, secondary: true } : column));

const reportOf = (text: Messages, on: Day, { rows, totals, findings }: ComplaintCheck) => ({
  on,
  totals: { ...totals },
  findings,
  summary: complaintSummary(text, on, rows, totals),
});

function complaintColumns(text: Messages): Column<ComplaintRow>[] {
  const { headings, states, deadlines, noDeadline } = text.complaints;
  const secondary = true;
  return [
    { key: 'number', heading: headings.number, kind: 'free', value: ({ number }) => number },
    {
      key: 'received',
      heading: headings.received,
      kind: 'text',
      value: ({ received }) => received,
      secondary,
    },
    { key: 'category', heading: headings.category, kind: 'free', value: ({ category }) => category },
    { key: 'name', heading: headings.name, kind: 'free', value: ({ person }) => person?.name },
    { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: ({ person }) => person?.idNumber },
    {
      key: 'district',
      heading: headings.district,
      kind: 'free',
      value: ({ place }) => place?.district,
      secondary,
    },
    {
      key: 'township',
      heading: headings.township,
      kind: 'free',
      value: ({ place }) => place?.township,
      secondary,
    },
    { key: 'unit', heading: headings.unit, kind: 'free', value: ({ place }) => place?.name, secondary },
    {
      key: 'organisation',
      heading: headings.organisation,
      kind: 'free',
      value: ({ organisation }) => organisation,
      secondary,
    },
    {
      key: 'state',
      heading: headings.state,
      kind: 'text',
      value: ({ state }) => state,
      text: ({ state }) => states[state],
    },
    {
      key: 'deadline',
      heading: headings.deadline,
      kind: 'text',
      value: ({ deadline }) => deadline,
      text: ({ deadline }) => deadline ?? noDeadline,
    },
    {
      key: 'deadlineFrom',
      heading: headings.deadlineFrom,
      kind: 'text',
      value: ({ deadlineFrom }) => deadlineFrom,
      text: ({ deadlineFrom }) => (deadlineFrom === null ? '' : deadlines[deadlineFrom]),
      secondary,
    },
    { key: 'daysLate', heading: headings.daysLate, kind: 'number', value: ({ daysLate }) => daysLate },
    {
      key: 'settled',
      heading: headings.settled,
      kind: 'text',
      value: ({ settled }) => settled,
      secondary,
    },
    { key: 'result', heading: headings.result, kind: 'free', value: ({ result }) => result, secondary },
    {
      key: 'ofRespondent',
      heading: headings.ofRespondent,
      kind: 'number',
      value: ({ ofRespondent }) => ofRespondent,
      secondary,
    },
    {
      key: 'suspendedFrom',
      heading: headings.suspendedFrom,
      kind: 'text',
      value: ({ suspendedFrom }) => suspendedFrom,
      secondary,
    },
    {
      key: 'suspendedUntil',
      heading: headings.suspendedUntil,
      kind: 'text',
      value: ({ suspendedUntil }) => suspendedUntil,
      secondary,
    },
    {
      key: 'stopsMonths',
      heading: headings.stopsMonths,
      kind: 'text',
      value: monthsStopped,
      text: (row) => monthsStopped(row).join(text.shell.listSeparator),
    },
    { key: 'stops', heading: '', kind: 'json', value: ({ stops }) => stops },
    { key: 'citation', heading: '', kind: 'json', value: ({ citation }) => citation },
  ];
}

function complaintSummary(
  { complaints: words, shell }: Messages,
  on: Day,
  rows: readonly ComplaintRow[],
  totals: ComplaintCheck['totals'],
): string[] {
  if (rows.length === 0) return [words.nothing(on)];
  const { byCategory, suspensions } = totals;
  return [
    words.found(on, totals),
    words.byCategory(
      byCategory.map((sums) => words.category(sums.category, sums)).join(shell.sentenceSeparator),
    ),
    ...(suspensions > 0 ? [words.suspensions(suspensions)] : []),
  ];
}
