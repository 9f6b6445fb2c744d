import { maskDigits } from '../domain/mask.js';
import { UserError } from '../domain/user-error.js';
import { unknownColumn } from './column-map.js';
import { oneLine } from './column-positions.js';
import { type DatasetShape, missingColumns, requiredHeadings } from './dataset.js';
import { HEADING_DEPTH } from './delimiter.js';
import { findHeadingRow, guessHeadingRow, type HeadingRow } from './heading-row.js';
import type { HeadingIndex } from './headings.js';
import type { CsvRecord } from './records.js';
import type { Table } from './table.js';

/** How strictly a sheet is read, and with what beside its cells. */
export interface Reading {
  supplied: ReadonlyMap<string, string>;
  lenient: boolean;
}

/** Headings of the required columns that a heading row lacks and nothing supplies. */
export const missingIn = (
  heading: HeadingRow | undefined,
  dataset: DatasetShape,
  index: HeadingIndex,
  supplied: ReadonlyMap<string, string>,
): string[] => {
  const fields = new Set(heading?.headings.map((text) => index.field(text)));
  return missingColumns(dataset, (field) => fields.has(field) || supplied.has(field));
};

/** The heading row of a table. Throws UserError `file.empty` and `file.no-heading-row`. */
export function requireHeading(
  file: Table,
  first: readonly CsvRecord[],
  dataset: DatasetShape,
  index: HeadingIndex,
  { supplied, lenient }: Reading,
): HeadingRow {
  if (first.length === 0) throw new UserError('file.empty', { file: file.path });
  const top = first.slice(0, HEADING_DEPTH);
  const heading = findHeadingRow(top, index) ?? (lenient ? guessHeadingRow(top) : undefined);
  const missing = missingIn(heading, dataset, index, supplied);
  if (heading && (lenient || missing.length === 0)) return heading;
  const seen = (heading?.headings ?? first[0]?.cells ?? []).map((cell) =>
    maskDigits(oneLine(cell).slice(0, 40)),
  );
  throw new UserError('file.no-heading-row', {
    file: file.path,
    looked: requiredHeadings(dataset),
    missing,
    seen: seen.filter((text) => text !== ''),
  });
}

/** `--set` by field. Throws UserError `usage.unknown-column`. */
export function suppliedFields(
  dataset: DatasetShape,
  index: HeadingIndex,
  set: ReadonlyMap<string, string>,
): Map<string, string> {
  const supplied = new Map<string, string>();
  for (const [column, value] of set) {
    const field = index.named(column);
    if (field === undefined) throw unknownColumn(dataset, column);
    supplied.set(field, value);
  }
  return supplied;
}
