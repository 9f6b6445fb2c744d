import { type Finding, finding } from '../domain/finding.js';
import { maskDigits } from '../domain/mask.js';
import { UserError } from '../domain/user-error.js';
import { nearestWords } from './cells/choice.js';
import { type DatasetShape, missingColumns, requiredHeadings } from './dataset.js';
import { type TextFile, withText } from './decode.js';
import { firstRecords, HEADING_DEPTH, sniffDelimiter } from './delimiter.js';
import { findHeadingRow, type HeadingRow } from './heading-row.js';
import { HeadingIndex } from './headings.js';
import { type CsvRecord, readRecords } from './records.js';
import { sortRows } from './sheet-rows.js';

/** A row of data, not read yet. */
export interface SheetRow {
  /** Physical line from 1 where the record begins. */
  line: number;
  /** As they stood, merged area cells filled in. */
  cells: readonly string[];
  /** Why the cells cannot be trusted to stand under their headings. */
  broken: 'width' | 'quotes' | null;
}

/** A file of a dataset, its cells still text. */
export interface Sheet {
  /** Without folders, as findings name it. */
  name: string;
  sha256: string;
  /** In bytes. */
  size: number;
  encoding: string;
  delimiter: string;
  /** Physical line of the (first) heading row. */
  headingLine: number;
  /** As they stood; two-row headings joined. Columns after the last heading are not counted. */
  headings: readonly string[];
  /** Position by field. */
  columns: ReadonlyMap<string, number>;
  /** Values for cells that are blank or absent, by field (`--set`). */
  supplied: ReadonlyMap<string, string>;
  rows: readonly SheetRow[];
  /** Titles, totals, repeated headings, signatures. Blank rows are not counted. */
  skipped: number;
  findings: readonly Finding[];
}

/**
 * Reads a CSV file (`-`: standard input) as people make them: finds encoding, delimiter and heading row, drops
 * what is no data, fills merged area cells. `set`: values by heading for columns that the file lacks; they
 * never override a filled cell. Throws UserError: `file.*` when the file is no table of this dataset,
 * `usage.unknown-column` for a heading in `set` that the dataset does not have.
 */
export function readSheet(
  path: string,
  dataset: DatasetShape,
  { set = new Map() }: { set?: ReadonlyMap<string, string> } = {},
): Sheet {
  const index = new HeadingIndex(dataset);
  const supplied = suppliedFields(dataset, index, set);
  return withText(path, (file) => readText(file, dataset, index, supplied));
}

function readText(
  file: TextFile,
  dataset: DatasetShape,
  index: HeadingIndex,
  supplied: ReadonlyMap<string, string>,
): Sheet {
  const pieces = file.text();
  const start = pieces.next().value ?? '';
  const score = (records: readonly CsvRecord[]) => findHeadingRow(records, index)?.known ?? 0;
  const delimiter = sniffDelimiter(start, score);
  const records = readRecords(chain([start], pieces), delimiter, file.path);
  const first = firstRecords(records);
  const heading = requireHeading(file, first, dataset, index, supplied);
  const columns = columnPositions(file, heading, dataset, index);
  const width = lastFilled(heading.headings) + 1;
  const sorted = sortRows(chain(first, records), { heading, width, dataset, index, columns });
  const headingLine = heading.records[0]?.line ?? 1;
  if (sorted.rows.length === 0) throw new UserError('file.no-rows', { file: file.path, headingLine });
  const headings = heading.headings.slice(0, width);
  const unknown = headings.filter((text) => index.field(text) === undefined && !index.isIgnored(text));
  const { name, sha256, size, encoding } = file;
  const findings = [
    finding('file.read-as', 'info', name, { encoding, delimiter, headingLine }, { file: name }),
  ];
  const about = { file: name, line: headingLine };
  if (unknown.length > 0)
    findings.push(finding('file.unknown-columns', 'info', name, { columns: unknown.map(oneLine) }, about));
  if (sorted.filled > 0)
    findings.push(finding('file.area-filled', 'info', name, { rows: sorted.filled }, { file: name }));
  const { rows, skipped } = sorted;
  return {
    name,
    sha256,
    size,
    encoding,
    delimiter,
    headingLine,
    headings,
    columns,
    supplied,
    rows,
    skipped,
    findings,
  };
}

function requireHeading(
  file: TextFile,
  first: readonly CsvRecord[],
  dataset: DatasetShape,
  index: HeadingIndex,
  supplied: ReadonlyMap<string, string>,
): HeadingRow {
  if (first.length === 0) throw new UserError('file.empty', { file: file.path });
  const heading = findHeadingRow(first.slice(0, HEADING_DEPTH), index);
  const fields = new Set(heading?.headings.map((text) => index.field(text)));
  const missing = missingColumns(dataset, (field) => fields.has(field) || supplied.has(field));
  if (heading && missing.length === 0) return heading;
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

function columnPositions(
  file: TextFile,
  heading: HeadingRow,
  dataset: DatasetShape,
  index: HeadingIndex,
): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [position, text] of heading.headings.entries()) {
    const field = index.field(text);
    if (field === undefined) continue;
    const earlier = columns.get(field);
    if (earlier !== undefined) {
      throw new UserError('file.heading-twice', {
        file: file.path,
        line: heading.records[0]?.line ?? 1,
        column: dataset.columns[field]?.heading ?? text,
        headings: [heading.headings[earlier] ?? '', text].map(oneLine),
      });
    }
    columns.set(field, position);
  }
  return columns;
}

function suppliedFields(
  dataset: DatasetShape,
  index: HeadingIndex,
  set: ReadonlyMap<string, string>,
): Map<string, string> {
  const supplied = new Map<string, string>();
  for (const [column, value] of set) {
    const field = index.field(column);
    if (field === undefined) {
      const columns = Object.values(dataset.columns).map(({ heading }) => heading);
      const nearest = nearestWords(column, columns);
      throw new UserError('usage.unknown-column', { dataset: dataset.name, column, columns, nearest });
    }
    supplied.set(field, value);
  }
  return supplied;
}

/** A heading as one line of text: people break them with Alt+Enter. */
export const oneLine = (text: string): string => text.replace(/\s+/g, '');

function lastFilled(cells: readonly string[]): number {
  for (let position = cells.length - 1; position >= 0; position--) {
    if ((cells[position] ?? '').trim() !== '') return position;
  }
  return -1;
}

function* chain<Item>(first: Iterable<Item>, rest: Iterable<Item>): Generator<Item> {
  yield* first;
  yield* rest;
}
