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
export const renderXlsx = <Row>(report: Report<Row>, reader: Reader): Promise<Uint8Array> =>
  asWorkbook(report, reader, { name: reader.text.shell.worksheet });

/** The same, under a name of its own, ready to print where that is asked. */
export function asWorkbook<Row>(
  report: Report<Row>,
  reader: Reader,
  { name, print }: { name: string } & Pick<Worksheet, 'print'>,
): Promise<Uint8Array> {
  const columns = paperColumns(report.columns);
  const rows = Array.from(report.rows, (row) => columns.map((column) => cellOf(column, row, reader)));
  const formats = columns.map(({ kind }) => FORMATS[kind] ?? 'text');
  const { above = [], below = [] } = report;
  const sheets: Worksheet[] = [];
  do {
    const start = sheets.length * ROWS_PER_SHEET;
    sheets.push({
      name: sheets.length === 0 ? name : `${name}${sheets.length + 1}`,
      formats,
      print,
      above: start === 0 ? above.map((line) => line.map((cell) => paperCell(cell, 'money'))) : [],
      headings: columns.map(({ heading }) => heading),
      rows: rows.slice(start, start + ROWS_PER_SHEET),
      below: start + ROWS_PER_SHEET >= rows.length ? below.map((line) => lineUnder(line, formats)) : [],
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

/** Under the rows stand words and sums; what stands under a count is a count. */
const lineUnder = (line: readonly string[], formats: readonly ColumnFormat[]): WorksheetCell[] =>
  line.map((cell, column) => paperCell(cell, line.length === formats.length ? formats[column] : undefined));

const paperCell = (cell: string, format: ColumnFormat = 'money'): WorksheetCell =>
  /^-?\d{1,12}\.\d\d$/.test(cell) || (format === 'general' && /^\d{1,12}$/.test(cell)) ? Number(cell) : cell;
