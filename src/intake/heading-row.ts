import type { HeadingIndex } from './headings.js';
import type { CsvRecord } from './records.js';

/** The heading of a sheet: one record, or two of which the upper one groups columns. */
export interface HeadingRow {
  /** Position of the first of its records. */
  start: number;
  records: readonly CsvRecord[];
  /** A heading for each column, by which the column is recognised. */
  headings: readonly string[];
  known: number;
}

/** A row that names a single column may be anything; two are no accident. A dataset of one column says so. */
const FEWEST_KNOWN = 2;

/**
 * The row, among the first records, that names most columns of the dataset, or undefined when none names
 * enough. Two rows count as one heading where that names more columns than either alone.
 */
export function findHeadingRow(records: readonly CsvRecord[], index: HeadingIndex): HeadingRow | undefined {
  const fewest = index.dataset.fewestHeadings ?? FEWEST_KNOWN;
  let best: HeadingRow | undefined;
  for (const [start, record] of records.entries()) {
    const single = { start, records: [record], headings: record.cells, known: index.count(record.cells) };
    const double = twoRowHeading(start, record, records[start + 1], index);
    const better = double && double.known > single.known ? double : single;
    if (better.known >= fewest && better.known > (best?.known ?? 0)) best = better;
  }
  return best;
}

/** So many words side by side look like headings, when nothing names a column of the dataset. */
const FEWEST_WORDS = 3;

/**
 * The first record that looks like headings by itself: several different short words without long numbers.
 * Only for asking what they mean.
 */
export function guessHeadingRow(records: readonly CsvRecord[]): HeadingRow | undefined {
  const start = records.findIndex(({ cells }) => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const areWords = filled.every((cell) => cell.length <= 20 && !/\d{4}/.test(cell));
    return filled.length >= FEWEST_WORDS && areWords && new Set(filled).size === filled.length;
  });
  const record = records[start];
  return record && { start, records: [record], headings: record.cells, known: 0 };
}

function twoRowHeading(
  start: number,
  upper: CsvRecord,
  lower: CsvRecord | undefined,
  index: HeadingIndex,
): HeadingRow | undefined {
  if (lower === undefined) return undefined;
  const headings: string[] = [];
  let group = '';
  for (let column = 0; column < Math.max(upper.cells.length, lower.cells.length); column++) {
    const above = (upper.cells[column] ?? '').trim();
    const below = (lower.cells[column] ?? '').trim();
    if (above !== '') group = above;
    const joined = [group + below, below].find(
      (text) => index.field(text) !== undefined || index.mappedTo(text) !== undefined,
    );
    // Under a known heading that is no group, a cell that names nothing is data.
    if (below !== '' && joined === undefined && index.field(above) !== undefined) return undefined;
    if (below === '') headings.push(above);
    else headings.push(joined ?? `${group}${below}`);
  }
  const known = index.count(headings);
  return known > index.count(lower.cells) ? { start, records: [upper, lower], headings, known } : undefined;
}
