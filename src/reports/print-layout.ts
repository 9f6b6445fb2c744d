import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { displayWidth } from './width.js';
import type { WorksheetCell } from './workbook.js';

/** What stands on a sheet, as far as its layout depends on it. */
interface Laid {
  above: readonly (readonly WorksheetCell[])[];
  headings: readonly string[];
  rowCount: number;
  below: readonly (readonly WorksheetCell[])[];
  /** Number formats of the columns; undefined: none. */
  numberFormats: readonly (string | undefined)[];
  /** Of the columns, in characters. */
  widths: readonly number[];
}

/** Words that go across several columns. */
interface Across {
  row: number;
  from: number;
  until: number;
  value: WorksheetCell;
  style: CellStyle;
  height: number;
}

const LINE = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const WRAPPED = { vertical: 'center', wrapText: true } as const;
const LINE_HEIGHT = 16;
const TITLE_HEIGHT = 32;
const SIGNATURE_HEIGHT = 28;

/**
 * Lays a sheet out for A4 paper across: the title over all columns, words above and below across the page, a
 * border around every cell of the table, headings and page numbers on each page, one page wide.
 */
export function printLayout(laid: Laid, { footer }: { footer: string }) {
  const headingRow = laid.above.length;
  const across = [...linesAbove(laid), ...linesBelow(laid)];
  const headings = laid.headings.map((value, column) =>
    cellAt(headingRow, column, value, {
      font: { bold: true },
      border: BORDER,
      alignment: { ...WRAPPED, horizontal: 'center' },
    }),
  );
  return {
    column: { style: { border: BORDER, alignment: WRAPPED } },
    cells: [
      ...headings,
      ...sums(laid),
      ...across.map(({ row, from, value, style }) => cellAt(row, from, value, style)),
    ],
    page: {
      merges: across
        .filter(({ from, until }) => until > from)
        .map(({ row, from, until }) => ({ startRow: row, endRow: row, startCol: from, endCol: until })),
      rowDefs: new Map(across.map(({ row, height }) => [row, { height }])),
      pageSetup: {
        ...({ paperSize: 'a4', orientation: 'landscape' } as const),
        ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
        printTitlesRow: `$${headingRow + 1}:$${headingRow + 1}`,
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      },
      headerFooter: { oddFooter: `&C${footer}` },
    } satisfies Partial<WriteSheet>,
  };
}

function cellAt(
  row: number,
  column: number,
  value: WorksheetCell,
  style: CellStyle,
): readonly [string, Partial<Cell>] {
  const empty = value === null || value === '';
  const type = empty ? 'empty' : typeof value === 'number' ? 'number' : 'string';
  return [`${row},${column}`, { value: empty ? null : value, type, style }];
}

/** The title in the middle, the unit of money at the right edge, what else there is at the left. */
function linesAbove({ above, widths }: Laid): Across[] {
  const until = widths.length - 1;
  return above.map(([value = null], row) => {
    const isTitle = row === 0;
    const horizontal = isTitle ? 'center' : row === above.length - 1 ? 'right' : 'left';
    const font = isTitle ? { bold: true, size: 16 } : {};
    const height = isTitle ? TITLE_HEIGHT : heightOf(value, widths);
    return { row, from: 0, until, value, style: { font, alignment: { ...WRAPPED, horizontal } }, height };
  });
}

/** Lines under the table that are no row of it: notes over all columns, several words side by side. */
function linesBelow({ above, rowCount, below, widths }: Laid): Across[] {
  return below.flatMap((line, index): Across[] => {
    if (line.length === widths.length) return [];
    const row = above.length + 1 + rowCount + index;
    const style: CellStyle = { alignment: { ...WRAPPED, horizontal: 'left' } };
    const starts = line.length === 2 ? [0, columnsFor(line[0] ?? null, widths)] : evenly(line.length, widths);
    const height =
      line.length === 1
        ? heightOf(line[0] ?? null, widths)
        : line.length > 2
          ? SIGNATURE_HEIGHT
          : LINE_HEIGHT * 1.25;
    return line.map((value, at) => ({
      ...{ row, value, style, height },
      from: starts[at] as number,
      until: (starts[at + 1] ?? widths.length) - 1,
    }));
  });
}

/** Sums are rows of the table, in bold. */
function sums({ above, rowCount, below, widths, numberFormats }: Laid): (readonly [string, Partial<Cell>])[] {
  return below.flatMap((line, index) =>
    line.length === widths.length
      ? line.map((value, column) => {
          const numFmt = numberFormats[column];
          return cellAt(above.length + 1 + rowCount + index, column, value, {
            ...{ font: { bold: true }, border: BORDER, alignment: WRAPPED },
            ...(numFmt !== undefined && { numFmt }),
          });
        })
      : [],
  );
}

/** How many columns a text takes, and no more than half of them. */
function columnsFor(text: WorksheetCell, widths: readonly number[]): number {
  const needed = displayWidth(String(text ?? '')) + 2;
  let columns = 0;
  for (let width = 0; width < needed && columns < widths.length / 2; columns++) width += widths[columns] ?? 0;
  return columns;
}

/** The columns at which parts of about the same width begin. */
function evenly(parts: number, widths: readonly number[]): number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const starts: number[] = [];
  let width = 0;
  widths.forEach((own, column) => {
    if (starts.length < parts && width >= (whole * starts.length) / parts) starts.push(column);
    width += own;
  });
  return starts;
}

/** A merged cell does not grow with its text: points for as many lines as the text needs. */
function heightOf(text: WorksheetCell, widths: readonly number[]): number {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return LINE_HEIGHT * Math.max(1, Math.ceil((displayWidth(String(text ?? '')) * 1.1) / whole));
}
