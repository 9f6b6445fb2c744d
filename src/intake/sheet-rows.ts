import { isBlank } from './cells/text.js';
import type { DatasetShape } from './dataset.js';
import type { HeadingRow } from './heading-row.js';
import type { HeadingIndex } from './headings.js';
import { type AreaRow, fillMergedAreas } from './merged-areas.js';
import type { CsvRecord } from './records.js';
import { RowSorter } from './row-kinds.js';
import type { SheetRow } from './sheet.js';
import type { SheetMarks } from './xlsx/sheet-marks.js';
import { unsavedIn } from './xlsx/unsaved-formulas.js';

interface SheetLayout {
  heading: HeadingRow;
  /** Columns up to the last heading. */
  width: number;
  dataset: DatasetShape;
  index: HeadingIndex;
  columns: ReadonlyMap<string, number>;
  /** What the workbook says beside its cells; null for text. */
  marks: SheetMarks | null;
  /** Positions of amounts that are merged with those of other rows, by line. */
  sharedIn: (line: number) => readonly number[];
}

/**
 * Parts the records of a sheet, heading included, into rows of data and what is skipped, and fills merged
 * area cells. A row with fewer cells than headings, or filled cells beyond them, is marked as broken. A formula
 * without a result in an identifying column makes a row of data: somebody stands there, though nobody knows who.
 */
export function sortRows(
  records: Iterable<CsvRecord>,
  { heading, width, dataset, index, columns, marks, sharedIn }: SheetLayout,
): { rows: SheetRow[]; skipped: number; filled: number } {
  const identified = dataset.identifiedBy.flatMap((field) => columns.get(field) ?? []);
  const areas = Object.entries(dataset.columns).flatMap(([field, { area }]) =>
    area === null ? [] : (columns.get(field) ?? []),
  );
  const sorter = new RowSorter(heading, index, identified);
  const rows: SheetRow[] = [];
  const areaRows: AreaRow[] = [];
  const headingEnd = heading.records.at(-1)?.line ?? 0;
  let skipped = 0;
  for (const { line, cells, badQuotes } of records) {
    if (line <= headingEnd && heading.records.some((record) => record.line === line)) continue;
    const unsaved = marks ? unsavedIn(marks, line).filter((at) => isBlank(cells[at] ?? '')) : [];
    const sorted = badQuotes ? 'data' : sorter.kindOf(cells);
    const hidesSomebody = identified.some((position) => unsaved.includes(position));
    const kind = hidesSomebody && (sorted === 'blank' || sorted === 'caption') ? 'data' : sorted;
    if (kind === 'blank') continue;
    if (line < headingEnd || kind !== 'data') {
      skipped++;
      // A caption may name the area of the rows below it, and never that of the rows above.
      if (kind === 'caption' && line > headingEnd) areaRows.push({ cells, kind });
      continue;
    }
    const broken = badQuotes ? 'quotes' : hasWrongWidth(cells, width) ? 'width' : null;
    const shared = sharedIn(line);
    const row: SheetRow = unsaved.length === 0 ? { line, cells, broken } : { line, cells, broken, unsaved };
    rows.push(shared.length === 0 ? row : { ...row, shared });
    // An area that nobody knows is neither filled nor carried on.
    const unsure = broken !== null || areas.some((position) => unsaved.includes(position));
    areaRows.push({ cells, kind: unsure ? 'broken' : 'data' });
  }
  return { rows, skipped, filled: fillMergedAreas(areaRows, dataset, columns) };
}

function hasWrongWidth(cells: readonly string[], width: number): boolean {
  if (cells.length === width) return false;
  return cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '');
}
