import type { Day } from '../domain/day.js';
import type { Citation, Finding } from '../domain/finding.js';
import type { ParameterName } from '../domain/parameter-names.js';
import type { Messages } from '../messages/messages.js';
import type { Column, Report } from './column.js';
import { policyValue } from './policy-value.js';

type LayerName = keyof Messages['policy']['layers'];

/** A value in force, with where it stands; `version` null: there is none. */
interface PolicyRow {
  parameter: ParameterName;
  state: keyof Messages['policy']['states'];
  district: string | null;
  value: unknown;
  document: string | null;
  version: {
    from: Day;
    until: Day | null;
    layer: LayerName;
    citation: Citation;
    file: string;
    line: number;
    example: boolean;
    checked: Day | null;
  } | null;
}

interface PolicyOnDay {
  on: Day;
  district: string | null;
  rows: readonly PolicyRow[];
  findings: readonly Finding[];
}

/** What is in force on a day, and why. */
export function policyShowReport(
  text: Messages,
  { on, district, rows, findings }: PolicyOnDay,
): Report<PolicyRow> {
  const { headings, names, states, layers, wholeCity, open, source, exampleMark, shown } = text.policy;
  const secondary = true;
  const columns: Column<PolicyRow>[] = [
    {
      key: 'name',
      heading: headings.name,
      kind: 'text',
      value: ({ parameter }) => names[parameter],
      paperOnly: true,
    },
    { key: 'parameter', heading: headings.parameter, kind: 'text', value: ({ parameter }) => parameter },
    {
      key: 'district',
      heading: headings.district,
      kind: 'text',
      value: (row) => row.district,
      text: (row) => row.district ?? wholeCity,
    },
    {
      key: 'state',
      heading: headings.state,
      kind: 'text',
      value: ({ state }) => state,
      text: ({ state }) => states[state],
      secondary,
    },
    {
      key: 'value',
      heading: headings.value,
      kind: 'free',
      value: ({ value }) => value,
      text: ({ parameter, value, state }) => policyValue(text, parameter, value) || states[state],
    },
    {
      key: 'from',
      heading: headings.from,
      kind: 'text',
      value: ({ version }) => version?.from ?? null,
      secondary,
    },
    {
      key: 'until',
      heading: headings.until,
      kind: 'text',
      value: ({ version }) => version?.until ?? null,
      text: ({ version }) => (version ? (version.until ?? open) : ''),
      secondary,
    },
    {
      key: 'layer',
      heading: headings.layer,
      kind: 'text',
      value: ({ version }) => version?.layer ?? null,
      text: ({ version }) => (version ? layers[version.layer] : ''),
      secondary,
    },
    { key: 'document', heading: headings.document, kind: 'free', value: ({ document }) => document },
    {
      key: 'article',
      heading: headings.article,
      kind: 'free',
      value: ({ version }) => version?.citation.article ?? null,
    },
    {
      key: 'source',
      heading: headings.source,
      kind: 'free',
      value: ({ version }) => (version ? source(version.file, version.line) : null),
      paperOnly: true,
      secondary,
    },
    { key: 'file', heading: '', kind: 'json', value: ({ version }) => version?.file ?? null },
    { key: 'line', heading: '', kind: 'json', value: ({ version }) => version?.line ?? null },
    { key: 'quote', heading: '', kind: 'json', value: ({ version }) => version?.citation.quote ?? null },
    {
      key: 'checked',
      heading: headings.checked,
      kind: 'text',
      value: ({ version }) => version?.checked ?? null,
      secondary,
    },
    {
      key: 'example',
      heading: headings.example,
      kind: 'flag',
      value: ({ version }) => version?.example ?? false,
      text: ({ version }) => (version?.example ? exampleMark : ''),
      secondary,
    },
  ];
  const count = (state: PolicyRow['state']) => rows.filter((row) => row.state === state).length;
  const totals = {
    inForce: count('in-force'),
    notSet: count('not-set'),
    notInForce: count('not-in-force'),
  };
  const summary = [shown(on, district ?? wholeCity, totals.inForce, totals.notSet, totals.notInForce)];
  return { command: 'policy show', on, columns, rows, totals, findings, summary };
}

interface CheckedFile {
  file: string;
  layer: LayerName;
  district: string | null;
  values: number;
  errors: number;
  warnings: number;
}

/** The policy files that were read, with their findings. */
export function policyCheckReport(
  text: Messages,
  check: { on: Day; folder: string | null; files: readonly CheckedFile[]; findings: readonly Finding[] },
): Report<CheckedFile> {
  const { headings, layers, wholeCity, checked, sound, shippedAlone } = text.policy;
  const columns: Column<CheckedFile>[] = [
    { key: 'file', heading: headings.file, kind: 'free', value: ({ file }) => file },
    {
      key: 'layer',
      heading: headings.layer,
      kind: 'text',
      value: ({ layer }) => layer,
      text: ({ layer }) => layers[layer],
    },
    {
      key: 'district',
      heading: headings.district,
      kind: 'free',
      value: ({ district }) => district,
      text: ({ district }) => district ?? wholeCity,
    },
    { key: 'values', heading: headings.values, kind: 'number', value: ({ values }) => values },
    { key: 'errors', heading: headings.errors, kind: 'number', value: ({ errors }) => errors },
    { key: 'warnings', heading: headings.warnings, kind: 'number', value: ({ warnings }) => warnings },
  ];
  const { on, folder, files, findings } = check;
  const sum = (of: (file: CheckedFile) => number) => files.reduce((total, file) => total + of(file), 0);
  const totals = {
    files: files.length,
    values: sum(({ values }) => values),
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
  };
  const summary = [
    checked(totals.files, totals.values),
    ...(totals.errors === 0 ? [sound] : []),
    ...(folder === null ? [shippedAlone] : []),
  ];
  return { command: 'policy check', on, columns, rows: files, totals, findings, summary };
}
