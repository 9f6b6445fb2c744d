import type { DatasetShape } from './dataset.js';
import type { HeadingRow } from './heading-row.js';
import type { HeadingIndex } from './headings.js';
import { type AreaRow, fillMergedAreas } from './merged-areas.js';
import type { CsvRecord } from './records.js';
import { RowSorter } from './row-kinds.js';
import type { SheetRow } from './sheet.js';

interface SheetLayout {
  heading: HeadingRow;
  /** Columns up to the last heading. */
  width: number;
  dataset: DatasetShape;
  index: HeadingIndex;
  columns: ReadonlyMap<string, number>;
}

/**
 * Parts the records of a sheet, heading included, into rows of data and what is skipped, and fills merged
 * area cells. A row with fewer cells than headings, or filled cells beyond them, is marked as broken.
 */
export function sortRows(
  records: Iterable<CsvRecord>,
  { heading, width, dataset, index, columns }: SheetLayout,
): { rows: SheetRow[]; skipped: number; filled: number } {
  const identified = dataset.identifiedBy.flatMap((field) => columns.get(field) ?? []);
  const sorter = new RowSorter(heading, index, identified);
  const rows: SheetRow[] = [];
  const areaRows: AreaRow[] = [];
  const headingEnd = heading.records.at(-1)?.line ?? 0;
  let skipped = 0;
  for (const { line, cells, badQuotes } of records) {
    if (heading.records.some((record) => record.line === line)) continue;
    const kind = badQuotes ? 'data' : sorter.kindOf(cells);
    if (kind === 'blank') continue;
    if (line < headingEnd || kind !== 'data') {
      skipped++;
      // A caption may name the area of the rows below it, and never that of the rows above.
      if (kind === 'caption' && line > headingEnd) areaRows.push({ cells, kind });
      continue;
    }
    const broken = badQuotes ? 'quotes' : hasWrongWidth(cells, width) ? 'width' : null;
    rows.push({ line, cells, broken });
    areaRows.push({ cells, kind: broken ? 'broken' : 'data' });
  }
  return { rows, skipped, filled: fillMergedAreas(areaRows, dataset, columns) };
}

function hasWrongWidth(cells: readonly string[], width: number): boolean {
  if (cells.length === width) return false;
  return cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '');
}
