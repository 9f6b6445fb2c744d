import { type Finding, finding } from '../domain/finding.js';
import { oneLine } from './column-positions.js';
import type { DatasetShape } from './dataset.js';
import type { HeadingIndex } from './headings.js';
import type { SheetRow } from './sheet.js';
import type { Table } from './table.js';

/** Headings that no column of the dataset has. */
interface StrangeHeadings {
  unknown: readonly string[];
  /** Of columns that nobody may keep. */
  forbidden: readonly string[];
}

/** The headings that mean nothing to a dataset, and that the user did not say to ignore. */
export function strangeHeadings(
  headings: readonly string[],
  dataset: DatasetShape,
  index: HeadingIndex,
): StrangeHeadings {
  const strange = headings.filter((text) => index.field(text) === undefined && !index.isIgnored(text));
  const forbidden = strange.filter((text) => dataset.neverStored?.test(oneLine(text)));
  return { forbidden, unknown: strange.filter((text) => !forbidden.includes(text)) };
}

/** By what encoding, delimiter or worksheet a file was read. */
export function howItWasRead(
  { name, encoding, delimiter, worksheet }: Table,
  headingLine: number,
): Finding[] {
  const details = { encoding, delimiter, worksheet: worksheet?.name ?? null, headingLine };
  return [finding('file.read-as', 'info', name, details, { file: name })];
}

/** Columns that are not read, and why. */
export function setAsideColumns(
  { unknown, forbidden }: StrangeHeadings,
  about: { file: string; line: number },
): Finding[] {
  const findings: Finding[] = [];
  const named = (headings: readonly string[]) => ({ columns: headings.map(oneLine) });
  if (unknown.length > 0)
    findings.push(finding('file.unknown-columns', 'info', about.file, named(unknown), about));
  if (forbidden.length > 0)
    findings.push(finding('file.never-stored', 'warning', about.file, named(forbidden), about));
  return findings;
}

/** How many rows had merged area cells filled in. */
export const filledAreas = (rows: number, name: string): Finding[] =>
  rows === 0 ? [] : [finding('file.area-filled', 'info', name, { rows }, { file: name })];

/** What nobody sees is read like the rest, and said. */
export function hiddenParts(
  { name, worksheet }: Table,
  read: readonly SheetRow[],
  headings: readonly string[],
): Finding[] {
  if (!worksheet) return [];
  const { hiddenRows, hiddenColumns } = worksheet.marks;
  const rows = read.filter(({ line }) => hiddenRows.has(line)).length;
  const columns = headings
    .filter((_, at) => hiddenColumns.some(({ first, last }) => first <= at && at <= last))
    .map(oneLine)
    .filter((heading) => heading !== '');
  if (rows === 0 && columns.length === 0) return [];
  return [finding('file.hidden', 'warning', name, { rows, columns }, { file: name })];
}
