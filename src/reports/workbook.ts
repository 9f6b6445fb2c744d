import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import stringWidth from 'string-width';
import { printLayout } from './print-layout.js';

/** A cell of a worksheet: text, a number, or nothing. */
export type WorksheetCell = string | number | null;

/** How the cells of a column read: as text whatever they look like, as money in yuan, as they are. */
export type ColumnFormat = 'text' | 'money' | 'general';

export interface Worksheet {
  name: string;
  /** One for each column. */
  formats: readonly ColumnFormat[];
  /** Lines over the headings. */
  above: readonly (readonly WorksheetCell[])[];
  headings: readonly string[];
  rows: readonly (readonly WorksheetCell[])[];
  below: readonly (readonly WorksheetCell[])[];
  /** Words to choose from, by column; they hold for every row under the headings. */
  choices?: readonly { column: number; words: readonly string[] }[];
  /** Empty rows under the last, made ready to be filled in. */
  blankRows?: number;
  /** Laid out for paper: title across, borders, headings on each page, this line at its foot. */
  print?: { footer: string } | undefined;
}

const NUMBER_FORMATS: Record<ColumnFormat, string | undefined> = {
  text: '@',
  money: '0.00',
  general: undefined,
};
const BOLD: CellStyle = { font: { bold: true } };
/** A spreadsheet opens no file with a longer text in a cell. */
const LONGEST_TEXT = 32_767;
const NARROWEST = 6;
const WIDEST = 50;
/** So many rows tell how wide a column has to be. */
const MEASURED_ROWS = 500;
/** The choices of a cell may not be longer than this, commas and all. */
const LONGEST_LIST = 255;
/** The same content is the same file, whenever it is written. */
const NO_MOMENT = new Date(Date.UTC(2000, 0, 1));

/**
 * An XLSX file of these sheets: headings bold and in view however far one scrolls, columns as wide as their
 * content. Every cell is a value and none a formula, whatever stands in it.
 */
export async function writeWorkbook(sheets: readonly Worksheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(worksheet),
    properties: { created: NO_MOMENT, modified: NO_MOMENT },
  });
}

function worksheet(sheet: Worksheet): WriteSheet {
  const { name, formats, above, headings, rows, below, choices = [], blankRows = 0 } = sheet;
  const ready = Array.from({ length: blankRows }, () => headings.map(() => null));
  const lines = [...above, headings, ...rows, ...ready, ...below];
  const headingRow = above.length;
  const lastRow = headingRow + rows.length + blankRows;
  const bold = headings.map(
    (value, column) => [`${headingRow},${column}`, { value, type: 'string' as const, style: BOLD }] as const,
  );
  const widths = formats.map((format, column) =>
    widthOf(
      [
        headings[column] ?? '',
        ...rows.slice(0, MEASURED_ROWS).map((row) => row[column]),
        ...below.filter((line) => line.length === formats.length).map((line) => line[column]),
      ],
      format,
    ),
  );
  const numberFormats = formats.map((format) => NUMBER_FORMATS[format]);
  const layout =
    sheet.print &&
    printLayout({ above, below, headings, rowCount: rows.length, widths, numberFormats }, sheet.print);
  return {
    name,
    rows: lines.map((line) =>
      (line.length < formats.length && layout ? line.slice(0, 1) : line).map(shortened),
    ),
    columns: numberFormats.map((numFmt, column) => {
      return { width: widths[column] as number, ...(numFmt !== undefined && { numFmt }), ...layout?.column };
    }),
    cells: new Map([...bold, ...(layout?.cells ?? [])]),
    ...layout?.page,
    freezePane: { rows: headingRow + 1 },
    dataValidations: choices
      .filter(({ words }) => words.join(',').length <= LONGEST_LIST)
      .map(({ column, words }) => {
        const letters = lettersOf(column);
        return {
          type: 'list' as const,
          values: [...words],
          range: `${letters}${headingRow + 2}:${letters}${lastRow + 1}`,
          allowBlank: true,
          showErrorMessage: true,
        };
      }),
  };
}

const shortened = (cell: WorksheetCell): WorksheetCell =>
  typeof cell === 'string' ? (cell === '' ? null : cell.slice(0, LONGEST_TEXT)) : cell;

function widthOf(cells: readonly (WorksheetCell | undefined)[], format: ColumnFormat): number {
  const widest = cells.reduce<number>(
    (width, cell) => Math.max(width, cell === null || cell === undefined ? 0 : shownWidth(cell, format)),
    NARROWEST,
  );
  return Math.min(widest, WIDEST) + 2;
}

/** As a spreadsheet shows it: a number that is wider than its column becomes a row of #. */
const shownWidth = (cell: string | number, format: ColumnFormat): number =>
  typeof cell === 'number' && format === 'money' ? cell.toFixed(2).length + 1 : stringWidth(String(cell));

/** 0 -> A, 25 -> Z, 26 -> AA. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}
