import type { Day } from '../domain/day.js';
import { formatHours } from '../domain/hours.js';
import type { ServiceGroup } from '../domain/service-groups.js';
import type { Messages } from '../messages/messages.js';
import type { ServiceRow, ServiceSummary } from '../rules/service-summary.js';
import type { Column, Report } from './column.js';

/** Service records by field, worker, unit or month. Hours are hours in json too. */
export function serviceReport(
  text: Messages,
  on: Day,
  by: ServiceGroup,
  { rows, totals, findings }: ServiceSummary,
): Report<ServiceRow> {
  const { services: words } = text;
  return {
    command: 'service summary',
    on,
    columns: [...ABOUT[by](text), ...sumColumns(text, by)],
    rows,
    totals: { ...totals, hours: totals.hours / 100 },
    findings,
    summary: [
      words.counted(totals.from, totals.until, totals.records, formatHours(totals.hours), totals.people),
      ...(totals.records === 0 ? [words.nothing] : [words.spread(totals.units, totals.fields)]),
      ...(totals.withoutField > 0 ? [words.withoutField(totals.withoutField)] : []),
      ...(totals.withoutHours > 0 ? [words.withoutHours(totals.withoutHours)] : []),
    ],
  };
}

const placeColumns = ({ worker, grade, services: { offPost } }: Messages): Column<ServiceRow>[] => [
  {
    key: 'district',
    heading: worker.headings.district,
    kind: 'free',
    value: ({ place }) => place?.district ?? null,
    text: ({ place }) => place?.district ?? offPost,
  },
  {
    key: 'township',
    heading: worker.headings.township,
    kind: 'free',
    value: ({ place }) => place?.township ?? null,
  },
  { key: 'unit', heading: grade.headings.unit, kind: 'free', value: ({ place }) => place?.name ?? null },
];

/** What a row is about. */
const ABOUT: Readonly<Record<ServiceGroup, (text: Messages) => Column<ServiceRow>[]>> = {
  field: ({ services: { headings, noField } }) => [
    {
      key: 'field',
      heading: headings.field,
      kind: 'text',
      value: ({ field }) => field,
      text: ({ field }) => field ?? noField,
    },
  ],
  worker: (text) => [
    { key: 'name', heading: text.worker.headings.name, kind: 'free', value: ({ person }) => person?.name },
    {
      key: 'idNumber',
      heading: text.worker.headings.idNumber,
      kind: 'digits',
      value: ({ person }) => person?.idNumber,
    },
    ...placeColumns(text),
  ],
  unit: (text) => [
    {
      key: 'code',
      heading: text.quota.headings.code,
      kind: 'code',
      value: ({ place }) => place?.code,
      secondary: true,
    },
    ...placeColumns(text),
  ],
  month: ({ services: { headings } }) => [
    { key: 'month', heading: headings.month, kind: 'text', value: ({ month }) => month },
  ],
};

function sumColumns({ services: { headings } }: Messages, by: ServiceGroup): Column<ServiceRow>[] {
  return [
    { key: 'records', heading: headings.records, kind: 'number', value: ({ records }) => records },
    {
      key: 'hours',
      heading: headings.hours,
      kind: 'number',
      value: ({ hours }) => hours / 100,
      text: ({ hours }) => formatHours(hours),
    },
    {
      key: 'withoutHours',
      heading: headings.withoutHours,
      kind: 'number',
      value: ({ withoutHours }) => withoutHours,
      secondary: true,
    },
    {
      key: 'people',
      heading: headings.people,
      kind: by === 'worker' ? 'json' : 'number',
      value: ({ people }) => people,
    },
    {
      key: 'fields',
      heading: headings.fields,
      kind: by === 'field' ? 'json' : 'number',
      value: ({ fields }) => fields,
    },
  ];
}
