import { cellText, paperColumns } from './cell.js';
import type { CellKind, Report } from './column.js';
import { fitColumns, WORDS } from './fit-columns.js';
import type { Reader } from './format.js';
import { printable } from './printable.js';
import { displayWidth } from './width.js';
import { wrap } from './wrap.js';

const GAP = '  ';
/** Words that are wider wrap before a secondary column is left out. */
const COMFORTABLE = 20;
const BATCH = 500;
const RIGHT: ReadonlySet<CellKind> = new Set(['number', 'fen']);

/**
 * A table for the eye, fitted to the terminal: secondary columns go where there is no room, what is still
 * too wide wraps, and nothing is cut off.
 */
export function* renderTable<Row>(report: Report<Row>, reader: Reader): Generator<string> {
  const all = paperColumns(report.columns);
  const texts = Array.from(report.rows, (row) =>
    all.map((column) => printable(cellText(column, row, reader))),
  );
  const natural = naturalWidths([all.map(({ heading }) => heading), ...texts]);
  const shown = all.map((_, index) => index);
  const comfortable = natural.map((width, index) =>
    WORDS.has(all[index]!.kind) ? Math.min(width, COMFORTABLE) : width,
  );
  const kept =
    total(comfortable) > (reader.width ?? Infinity) ? shown.filter((index) => !all[index]!.secondary) : shown;
  const columns = kept.map((index) => all[index]!);
  const headings = columns.map(({ heading }) => heading);
  const rows = kept.length === all.length ? texts : texts.map((row) => kept.map((index) => row[index]!));
  const widths = fitColumns(
    columns.map(({ kind }, index) => ({
      ...{ kind, natural: natural[kept[index]!]! },
      cells: rows.map((row) => row[index]!),
    })),
    total,
    reader.width,
  );
  const right = columns.map(({ kind }) => RIGHT.has(kind));
  yield lines(headings, widths, right, reader.paint.heading);
  yield lines(
    widths.map((width) => '-'.repeat(width)),
    widths,
    right,
    reader.paint.faint,
  );
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    yield batch.map((row) => lines(row, widths, right, String)).join('');
  }
}

/** One row, on as many lines as its highest cell. */
function lines(
  cells: readonly string[],
  widths: readonly number[],
  right: readonly boolean[],
  paint: (line: string) => string,
): string {
  const wrapped = cells.map((cell, index) => wrap(cell, widths[index] as number, displayWidth).split('\n'));
  const height = Math.max(...wrapped.map((parts) => parts.length));
  let text = '';
  for (let line = 0; line < height; line++) {
    const padded = wrapped.map((parts, index) => {
      const part = parts[line] ?? '';
      const space = ' '.repeat(Math.max(0, (widths[index] as number) - displayWidth(part)));
      return right[index] ? space + part : part + space;
    });
    text += `${paint(padded.join(GAP).trimEnd())}\n`;
  }
  return text;
}

function naturalWidths(rows: readonly (readonly string[])[]): number[] {
  const widths = (rows[0] ?? []).map(() => 1);
  for (const row of rows) {
    row.forEach((cell, index) => {
      const width = displayWidth(cell);
      if (width > (widths[index] as number)) widths[index] = width;
    });
  }
  return widths;
}

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
