import type { Day } from '../domain/day.js';
import type { Messages } from '../messages/messages.js';
import type { QuotaSums } from '../rules/quota-totals.js';
import type { QuotaCheck, QuotaRow } from '../rules/quotas.js';
import type { Column, Report } from './column.js';

/** Every unit against its minimum of posts. */
export function quotaReport(
  text: Messages,
  on: Day,
  { rows, totals, findings }: QuotaCheck,
): Report<QuotaRow> {
  return {
    command: 'quota check',
    on,
    columns: quotaColumns(text),
    rows,
    totals: { ...totals },
    findings,
    summary: quotaSummary(text, on, rows, totals),
  };
}

function quotaColumns({ quota }: Messages): Column<QuotaRow>[] {
  const { headings, establishedFrom: sources, unknownKind } = quota;
  const secondary = true;
  const orUnknown = (value: string | number | null) => (value === null ? unknownKind : String(value));
  return [
    { key: 'code', heading: headings.code, kind: 'code', value: ({ code }) => code, secondary },
    { key: 'district', heading: headings.district, kind: 'free', value: ({ district }) => district },
    { key: 'county', heading: headings.county, kind: 'free', value: ({ county }) => county, secondary },
    { key: 'township', heading: headings.township, kind: 'free', value: ({ township }) => township },
    { key: 'unit', heading: headings.unit, kind: 'free', value: ({ unit }) => unit },
    {
      key: 'kind',
      heading: headings.kind,
      kind: 'text',
      value: ({ kind }) => kind,
      text: ({ kind }) => orUnknown(kind),
    },
    {
      key: 'required',
      heading: headings.required,
      kind: 'number',
      value: ({ required }) => required,
      text: ({ required }) => orUnknown(required),
    },
    { key: 'established', heading: headings.established, kind: 'number', value: (row) => row.established },
    {
      key: 'establishedFrom',
      heading: headings.establishedFrom,
      kind: 'text',
      value: ({ establishedFrom }) => establishedFrom,
      text: ({ establishedFrom }) => sources[establishedFrom],
      secondary,
    },
    { key: 'filled', heading: headings.filled, kind: 'number', value: ({ filled }) => filled },
    { key: 'certified', heading: headings.certified, kind: 'number', value: ({ certified }) => certified },
    {
      key: 'shortfall',
      heading: headings.shortfall,
      kind: 'number',
      value: ({ shortfall }) => shortfall,
      text: ({ shortfall }) => orUnknown(shortfall),
    },
    { key: 'citation', heading: '', kind: 'json', value: ({ citation }) => citation },
  ];
}

function quotaSummary(
  { quota: words }: Messages,
  on: Day,
  rows: readonly QuotaRow[],
  totals: QuotaCheck['totals'],
): string[] {
  if (totals.units === 0) return [words.nothing(on)];
  const short = rows.filter(({ shortfall }) => shortfall !== null && shortfall > 0).length;
  const { byDistrict, byTownship } = totals;
  const parts: (QuotaSums & { name: string })[] =
    byDistrict.length > 1
      ? byDistrict.map((sums) => ({ ...sums, name: sums.district }))
      : byTownship.map((sums) => ({ ...sums, name: sums.township }));
  return [
    ...(parts.length > 1 ? parts.map((sums) => words.part(sums.name, sums)) : []),
    words.checked(on, totals.units, short, totals.shortfall),
    words.counts(totals.required, totals.established, totals.filled, totals.certified),
    ...(totals.unknownKind > 0 ? [words.unknownKinds(totals.unknownKind)] : []),
  ];
}
