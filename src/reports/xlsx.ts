import { formatYuan } from '../domain/money.js';
import { cellText, paperColumns } from './cell.js';
import type { CellKind, Column, Report } from './column.js';
import type { Reader } from './format.js';
import { type ColumnFormat, type Worksheet, type WorksheetCell, writeWorkbook } from './workbook.js';

/** A sheet of a spreadsheet has 1,048,576 rows; the rest goes to a next one. */
const ROWS_PER_SHEET = 1_000_000;

const FORMATS: Partial<Record<CellKind, ColumnFormat>> = { fen: 'money', number: 'general' };

/**
 * A report as an XLSX file: counts and money (in yuan) are numbers, everything else is text, identity, card and
 * certificate numbers too. Reads all rows before it returns, the file follows.
 */
export function renderXlsx<Row>(report: Report<Row>, reader: Reader): Promise<Uint8Array> {
  const columns = paperColumns(report.columns);
  const rows = Array.from(report.rows, (row) => columns.map((column) => cellOf(column, row, reader)));
  const { above = [], below = [] } = report;
  const sheets: Worksheet[] = [];
  do {
    const start = sheets.length * ROWS_PER_SHEET;
    sheets.push({
      name:
        sheets.length === 0
          ? reader.text.shell.worksheet
          : `${reader.text.shell.worksheet}${sheets.length + 1}`,
      formats: columns.map(({ kind }) => FORMATS[kind] ?? 'text'),
      above: start === 0 ? above.map((line) => line.map(paperCell)) : [],
      headings: columns.map(({ heading }) => heading),
      rows: rows.slice(start, start + ROWS_PER_SHEET),
      below: start + ROWS_PER_SHEET >= rows.length ? below.map((line) => line.map(paperCell)) : [],
    });
  } while (sheets.length * ROWS_PER_SHEET < rows.length);
  return writeWorkbook(sheets);
}

/** A number where people read just that number; a word in its place stays a word. */
function cellOf<Row>(column: Column<Row>, row: Row, reader: Reader): WorksheetCell {
  const shown = cellText(column, row, reader);
  const value = column.value(row);
  if (typeof value !== 'number') return shown;
  if (column.kind === 'number' && shown === String(value)) return value;
  return column.kind === 'fen' && shown === formatYuan(value) ? value / 100 : shown;
}

/** Lines around the rows are words and sums of money. */
const paperCell = (cell: string): WorksheetCell => (/^-?\d{1,12}\.\d\d$/.test(cell) ? Number(cell) : cell);
