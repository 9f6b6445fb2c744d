import { stringify } from 'csv-stringify/sync';
import { cellText, paperColumns } from './cell.js';
import type { CellKind, Column, Report } from './column.js';
import type { Reader } from './format.js';

const BATCH = 2000;

/** What a spreadsheet would run; the full-width signs too, which input methods and imports turn into the others. */
const FORMULA = /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Keeps a cell of free text from running as a formula: an apostrophe, which imports strip again. */
export const guardFormula = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** The same for lines around the rows, where sums may be negative. */
const guardWords = (cell: string): string => (/^-?[\d.]+$/.test(cell) ? cell : guardFormula(cell));

/** A number for Excel to leave alone: the tab makes it text, and imports strip it. What is no number may be a formula. */
const asText = (cell: string): string => (cell === '' ? '' : `${guardFormula(cell.replace(/\t+$/, ''))}\t`);

const GUARDS: Partial<Record<CellKind, (cell: string) => string>> = {
  free: guardFormula,
  digits: asText,
  code: asText,
};

/**
 * CSV. In a pipe plain, with line feeds. As a file for people: a byte order mark, CRLF, numbers that
 * Excel leaves alone and free text that cannot run.
 */
export function* renderCsv<Row>(report: Report<Row>, reader: Reader): Generator<string> {
  const columns = paperColumns(report.columns);
  const lines = recordWriter(reader.forFile ? '\r\n' : '\n');
  const paperLines = (cells: readonly (readonly string[])[] = []) =>
    cells.map((line) => line.map(reader.forFile ? guardWords : String));
  const top = [...paperLines(report.above), columns.map(({ heading }) => heading)];
  yield (reader.forFile ? '\uFEFF' : '') + lines(top);
  const writers = columns.map((column) => cellWriter(column, reader));
  let batch: string[][] = [];
  for (const row of report.rows) {
    batch.push(writers.map((write) => write(row)));
    if (batch.length === BATCH) {
      yield lines(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield lines(batch);
  if (report.below) yield lines(paperLines(report.below));
}

/**
 * Writes records as lines. The library does the quoting; records without anything to quote, nearly all
 * of them, are joined here: it halves the time of a whole file.
 */
function recordWriter(lineEnd: string): (records: readonly (readonly string[])[]) => string {
  const quoted = (record: readonly string[]) =>
    stringify([[...record]], {
      record_delimiter: lineEnd,
      // with CRLF the library leaves a lone line feed unquoted, which breaks the file
      quoted_match: /[\r\n]/,
    });
  const plain = (record: readonly string[]) => !record.some((cell) => /[",\r\n]/.test(cell));
  return (records) =>
    records.map((record) => (plain(record) ? record.join(',') + lineEnd : quoted(record))).join('');
}

/** Records as text, with nothing but the quotes that CSV needs. */
export const plainRecords = (records: readonly (readonly string[])[], lineEnd: string): string =>
  recordWriter(lineEnd)(records);

function cellWriter<Row>(column: Column<Row>, reader: Reader): (row: Row) => string {
  const guard = reader.forFile ? GUARDS[column.kind] : undefined;
  return guard ? (row) => guard(cellText(column, row, reader)) : (row) => cellText(column, row, reader);
}
