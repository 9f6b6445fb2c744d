import type { Finding } from '../domain/finding.js';
import { UserError } from '../domain/user-error.js';
import type { ColumnMap } from './column-map.js';
import { findColumns } from './column-positions.js';
import type { DatasetShape } from './dataset.js';
import { findHeadingRow } from './heading-row.js';
import { HeadingIndex } from './headings.js';
import type { OpenedFile } from './open-file.js';
import type { CsvRecord } from './records.js';
import {
  filledAreas,
  hiddenParts,
  howItWasRead,
  setAsideColumns,
  strangeHeadings,
} from './sheet-findings.js';
import { missingIn, type Reading, requireHeading, suppliedFields } from './sheet-heading.js';
import { sortRows } from './sheet-rows.js';
import { type Table, withTable } from './table.js';
import { MergedCells } from './xlsx/merged-cells.js';

/** A row of data, not read yet. */
export interface SheetRow {
  /** Physical line from 1 where the record begins. */
  line: number;
  /** As they stood, merged area cells filled in. */
  cells: readonly string[];
  /** Why the cells cannot be trusted to stand under their headings. */
  broken: 'width' | 'quotes' | null;
  /** Positions of formulas that have no result in the workbook; left out where there are none. */
  unsaved?: readonly number[];
  /** Positions of amounts that are merged with those of other rows; left out where there are none. */
  shared?: readonly number[];
}

/** A file of a dataset, its cells still text. */
export interface Sheet {
  /** Without folders, as findings name it. */
  name: string;
  sha256: string;
  /** In bytes. */
  size: number;
  /** `XLSX` for a workbook. */
  encoding: string;
  /** Empty for a workbook. */
  delimiter: string;
  /** Which sheet of a workbook that has several; null: there is only one, or none at all. */
  worksheet: string | null;
  /** Serial numbers of days count from 1904; left out: from 1900. */
  date1904?: boolean;
  /** Physical line of the (first) heading row. */
  headingLine: number;
  /** As they stood; two-row headings joined. Columns after the last heading are not counted. */
  headings: readonly string[];
  /** Position by field. */
  columns: ReadonlyMap<string, number>;
  /** What the user's word on headings (`--map`) changed: column (empty: ignored) by heading of the file. */
  mapped: ReadonlyMap<string, string>;
  /** Positions of columns that are not read: by the user's word, or because nobody may keep them. */
  setAside: ReadonlySet<number>;
  /** Values for cells that are blank or absent, by field (`--set`). */
  supplied: ReadonlyMap<string, string>;
  rows: readonly SheetRow[];
  /** Titles, totals, repeated headings, signatures. Blank rows are not counted. */
  skipped: number;
  findings: readonly Finding[];
}

/** What the user says of a file beside its name. */
export interface SheetRequest {
  /** Values by heading for columns that the file lacks; they never override a filled cell. */
  set?: ReadonlyMap<string, string>;
  /** What headings mean, before their own names. */
  map?: ColumnMap;
  /** What `openFile` made of the file; without it the file must be text. */
  opened?: OpenedFile | undefined;
  /** Name or number of the worksheet; null: the one that has the headings. Text has none and ignores it. */
  sheet?: string | null;
  /** Only to look at the first rows: missing columns and two for one field are no problem yet. */
  lenient?: boolean;
}

/**
 * Reads a CSV or XLSX file (`-`: standard input) as people make them: finds encoding, delimiter, sheet and heading
 * row, drops what is no data, fills merged area cells. Throws UserError: `file.*` or `workbook.*` when the file is no table of this dataset,
 * `usage.unknown-column` for a heading in `set` that the dataset does not have.
 */
export function readSheet(
  path: string,
  dataset: DatasetShape,
  { set = new Map(), map = new Map(), lenient = false, opened, sheet = null }: SheetRequest = {},
): Sheet {
  const index = new HeadingIndex(dataset, map);
  const supplied = suppliedFields(dataset, index, set);
  const request = {
    opened,
    sheet,
    score: (records: readonly CsvRecord[]) => findHeadingRow(records, index)?.known ?? 0,
    fits: (records: readonly CsvRecord[]) => {
      const heading = findHeadingRow(records, index);
      return heading !== undefined && missingIn(heading, dataset, index, supplied).length === 0;
    },
  };
  return withTable(path, request, (table) => readTable(table, dataset, index, { supplied, lenient }));
}

/** So many records are enough to ask what a file means. */
const LOOKED_AT = 500;

function readTable(file: Table, dataset: DatasetShape, index: HeadingIndex, reading: Reading): Sheet {
  const { first, worksheet } = file;
  const heading = requireHeading(file, first, dataset, index, reading);
  const headingLine = heading.records[0]?.line ?? 1;
  const about = { file: file.name, line: headingLine };
  const source = { path: file.path, line: headingLine, headings: heading.headings };
  const found = findColumns(source, dataset, index, { about, lenient: reading.lenient });
  const { columns, mapped, setAside } = found;
  const width = lastFilled(heading.headings) + 1;
  const areas = new Set(Object.keys(dataset.columns).flatMap((field) => areaAt(dataset, columns, field)));
  const below = heading.records.at(-1)?.line ?? 0;
  const isAmount = amountsIn(dataset, columns);
  const merged = worksheet && new MergedCells(worksheet.marks.merges, { below, width, areas, isAmount });
  const records = reading.lenient ? upTo(LOOKED_AT, file.records) : file.records;
  const sorted = sortRows(merged ? merged.fill(records) : records, {
    heading,
    width,
    dataset,
    index,
    columns,
    marks: worksheet?.marks ?? null,
    sharedIn: (line) => merged?.sharedIn(line) ?? [],
  });
  if (sorted.rows.length === 0) throw new UserError('file.no-rows', { file: file.path, headingLine });
  const headings = heading.headings.slice(0, width);
  const strange = strangeHeadings(headings, dataset, index);
  const { name, sha256, size, encoding, delimiter } = file;
  const filled = sorted.filled + (merged?.filledRows ?? 0);
  const findings = [
    ...howItWasRead(file, headingLine),
    ...hiddenParts(file, sorted.rows, headings),
    ...setAsideColumns(strange, about),
    ...found.findings,
    ...filledAreas(filled, name),
  ];
  const { rows, skipped } = sorted;
  return {
    name,
    sha256,
    size,
    encoding,
    delimiter,
    worksheet: worksheet && !worksheet.alone ? worksheet.name : null,
    ...(worksheet?.date1904 ? { date1904: true } : {}),
    headingLine,
    headings,
    columns,
    mapped,
    setAside: new Set([
      ...setAside,
      ...headings.flatMap((text, at) => (strange.forbidden.includes(text) ? [at] : [])),
    ]),
    supplied: reading.supplied,
    rows,
    skipped,
    findings,
  };
}

/** Tells amounts: what money, hours and counts hold; 服务记录 where it holds a number. */
function amountsIn(dataset: DatasetShape, columns: ReadonlyMap<string, number>) {
  const kinds = new Map(
    [...columns].map(([field, position]) => [position, dataset.columns[field]?.content.kind]),
  );
  return (position: number, text: string): boolean => {
    const kind = kinds.get(position);
    return kind === 'services' ? /\d/.test(text) : kind === 'money' || kind === 'hours' || kind === 'count';
  };
}

/** Position of a column that says where, as a list of one or none. */
const areaAt = (dataset: DatasetShape, columns: ReadonlyMap<string, number>, field: string): number[] => {
  const position = columns.get(field);
  return dataset.columns[field]?.area && position !== undefined ? [position] : [];
};

function lastFilled(cells: readonly string[]): number {
  for (let position = cells.length - 1; position >= 0; position--) {
    if ((cells[position] ?? '').trim() !== '') return position;
  }
  return -1;
}

function* upTo<Item>(count: number, items: Iterable<Item>): Generator<Item> {
  let taken = 0;
  for (const item of items) {
    if (taken++ >= count) return;
    yield item;
  }
}
