import type { FieldChange, ImportedRow, ImportSummary } from '../domain/import-result.js';
import { maskNumber, maskPersonal } from '../domain/mask.js';
import { formatYuan } from '../domain/money.js';
import type { Messages } from '../messages/messages.js';
import type { Column, Report } from './column.js';

/** Every row that is not the same, with the cells it changes. `reveal`: whole numbers. */
export function importReport(
  { rows, ...summary }: ImportSummary & { rows: readonly ImportedRow[] },
  text: Messages,
  reveal: boolean,
): Report<ImportedRow> {
  const { counts, batch, findings, absent } = summary;
  return {
    command: 'import',
    columns: importColumns(text, reveal),
    rows: rows.filter(({ outcome }) => outcome !== 'same'),
    totals: { ...counts, ...absent, batch },
    findings,
    summary: importSummary(summary, text),
  };
}

function importColumns({ imports }: Messages, reveal: boolean): Column<ImportedRow>[] {
  const { headings } = imports;
  return [
    { key: 'file', heading: headings.file, kind: 'free', value: (row) => row.file },
    { key: 'line', heading: headings.line, kind: 'number', value: (row) => row.line },
    {
      key: 'outcome',
      heading: headings.outcome,
      kind: 'text',
      value: (row) => row.outcome,
      text: (row) => imports.outcomes[row.outcome],
    },
    { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: (row) => row.idNumber },
    { key: 'code', heading: headings.code, kind: 'text', value: (row) => row.code },
    { key: 'name', heading: headings.name, kind: 'free', value: (row) => row.name },
    {
      key: 'changes',
      heading: headings.changes,
      kind: 'json',
      value: (row) => row.changes.map((change) => asJson(change, reveal)),
    },
    {
      key: 'changesText',
      heading: headings.changes,
      kind: 'free',
      paperOnly: true,
      value: (row) =>
        row.changes.map((change) => imports.change(asText(change, reveal))).join(imports.separator),
    },
  ];
}

function cell(value: FieldChange['after'], kind: FieldChange['kind'], reveal: boolean) {
  if (reveal || value === null) return value;
  if (kind === 'digits') return maskNumber(String(value));
  return typeof value === 'string' ? maskPersonal(value) : value;
}

function asJson({ field, from, before, after, kind }: FieldChange, reveal: boolean) {
  const values = { before: cell(before, kind, reveal), after: cell(after, kind, reveal) };
  const change =
    kind === 'fen' ? { field, beforeFen: values.before, afterFen: values.after } : { field, ...values };
  return from === null ? change : { ...change, from };
}

function asText({ field, from, before, after, kind }: FieldChange, reveal: boolean) {
  const shown = (value: FieldChange['after']) =>
    value === null ? '' : kind === 'fen' ? formatYuan(Number(value)) : String(cell(value, kind, reveal));
  return { field, from, before: shown(before), after: shown(after) };
}

/** What an import did, in a few lines. */
export function importSummary(
  { counts, batch, dryRun, refused, asOf, absent, rejects }: ImportSummary,
  { imports }: Messages,
): string[] {
  const lines = [imports.counts(counts)];
  if (absent) lines.push(imports.absent(absent));
  if (asOf !== null) lines.push(imports.asOf(asOf));
  if (dryRun) lines.push(imports.dryRun);
  else if (refused) lines.push(imports.refused);
  else if (batch === null) lines.push(imports.nothingToDo);
  else lines.push(imports.recorded(batch));
  if (rejects !== null) lines.push(imports.rejectsWritten(rejects, counts.conflict + counts.rejected));
  else if (!dryRun && counts.conflict + counts.rejected > 0) lines.push(imports.rejectsHint);
  return lines;
}
