import type { Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import {
  LIST_ANSWERS,
  type ListAnswer,
  type ListedWorker,
  type ServiceStatus,
} from '../domain/listed-worker.js';
import type { Messages } from '../messages/messages.js';
import type { Column, Report } from './column.js';

interface ListInput {
  rows: readonly ListedWorker[];
  skipped: number;
  findings: readonly Finding[];
}

/** A list of people, each row answered. */
export function listReport(
  text: Messages,
  on: Day,
  { rows, skipped, findings }: ListInput,
): Report<ListedWorker> {
  const { list: words } = text;
  const found = rows.filter(({ answer }) => answer === 'found');
  const count = (has: (row: ListedWorker) => boolean) => peopleOf(found.filter(has));
  const people = peopleOf(found);
  const certified = count(({ worker }) => worker?.level !== null);
  const registered = count(
    ({ worker }) => worker?.registration === 'valid' || worker?.registration === 'due',
  );
  const served = count(({ services }) => services !== null && hasServed(services));
  const answers = LIST_ANSWERS.map((each) => [
    KEYS[each],
    rows.filter(({ answer }) => answer === each).length,
  ]);
  return {
    command: 'worker check',
    on,
    columns: listColumns(text),
    rows,
    totals: {
      rows: rows.length,
      skipped,
      ...Object.fromEntries(answers),
      people,
      certified,
      registered,
      served,
    },
    findings,
    summary: [
      words.checked(on, rows.length, found.length, people),
      ...(skipped > 0 ? [words.skipped(skipped)] : []),
      ...(found.length > 0 ? [words.status(certified, registered, served)] : []),
    ],
  };
}

/** Keys of the totals. */
const KEYS = {
  found: 'found',
  unknown: 'unknown',
  ambiguous: 'ambiguous',
  'other-name': 'otherName',
  'bad-number': 'badNumber',
  empty: 'empty',
  unreadable: 'unreadable',
} as const satisfies Record<ListAnswer, string>;

const peopleOf = (rows: readonly ListedWorker[]): number =>
  new Set(rows.map(({ worker }) => worker?.person.id)).size;

/** By the records of the year; where there are none, by what the roster says of the quarter. */
const hasServed = ({ ofYear, claim }: ServiceStatus): boolean =>
  ofYear > 0 || claim === '是' || (typeof claim === 'number' && claim > 0);

function listColumns({ list: words, worker: workers }: Messages): Column<ListedWorker>[] {
  const { headings, answers, noCertificate } = words;
  const secondary = true;
  return [
    { key: 'line', heading: headings.line, kind: 'number', value: ({ line }) => line },
    {
      key: 'name',
      heading: headings.name,
      kind: 'free',
      value: ({ name, worker }) => worker?.person.name ?? name,
    },
    {
      key: 'idNumber',
      heading: headings.idNumber,
      kind: 'digits',
      value: ({ idNumber, worker }) => worker?.person.idNumber ?? idNumber,
    },
    {
      key: 'answer',
      heading: headings.answer,
      kind: 'text',
      value: ({ answer }) => answer,
      text: ({ answer }) => answers[answer],
    },
    {
      key: 'district',
      heading: workers.headings.district,
      kind: 'free',
      value: ({ worker }) => worker?.place?.district,
      secondary,
    },
    {
      key: 'township',
      heading: workers.headings.township,
      kind: 'free',
      value: ({ worker }) => worker?.place?.township,
      secondary,
    },
    {
      key: 'unit',
      heading: workers.headings.unit,
      kind: 'free',
      value: ({ worker }) => worker?.place?.unit,
    },
    {
      key: 'onPost',
      heading: headings.onPost,
      kind: 'flag',
      value: ({ worker }) => worker?.onPost ?? null,
      secondary,
    },
    {
      key: 'level',
      heading: headings.level,
      kind: 'text',
      value: ({ worker }) => worker?.level,
      text: ({ worker }) => (worker === null ? '' : (worker.level ?? noCertificate)),
    },
    { key: 'issued', heading: headings.issued, kind: 'text', value: ({ issued }) => issued, secondary },
    {
      key: 'registration',
      heading: workers.headings.registration,
      kind: 'text',
      value: ({ worker }) => worker?.registration,
      text: ({ worker }) =>
        worker === null || worker.registration === null ? '' : workers.registrations[worker.registration],
    },
    {
      key: 'registeredUntil',
      heading: workers.headings.registeredUntil,
      kind: 'text',
      value: ({ worker }) => worker?.registeredUntil,
    },
    {
      key: 'services',
      heading: headings.services,
      kind: 'number',
      value: ({ services }) => services?.ofYear,
    },
    {
      key: 'lastService',
      heading: headings.lastService,
      kind: 'text',
      value: ({ services }) => services?.last,
      secondary,
    },
    {
      key: 'serviceClaim',
      heading: headings.serviceClaim,
      kind: 'text',
      value: ({ services }) => services?.claim,
      secondary,
    },
  ];
}
