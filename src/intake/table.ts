import { basename } from 'node:path';
import { UserError } from '../domain/user-error.js';
import { withText } from './decode.js';
import { firstRecords, sniffDelimiter } from './delimiter.js';
import type { OpenedFile } from './open-file.js';
import { type CsvRecord, readRecords } from './records.js';
import type { SheetMarks } from './xlsx/sheet-marks.js';
import type { Workbook, WorkbookSheet } from './xlsx/workbook.js';

/** A file cut into records, whatever kind of file it is. */
export interface Table {
  /** As the user named it. */
  path: string;
  /** Without folders; `stdin` for standard input. */
  name: string;
  sha256: string;
  /** In bytes. */
  size: number;
  /** `XLSX` for a workbook. */
  encoding: string;
  /** Empty for a workbook. */
  delimiter: string;
  /** The worksheet that was read; null for text. */
  worksheet: { name: string; alone: boolean; date1904: boolean; marks: SheetMarks } | null;
  /** The first records that are not blank, among which the headings are. */
  first: readonly CsvRecord[];
  /** Every record, those too; to be read once. */
  records: Iterable<CsvRecord>;
}

interface TableRequest {
  /** What `openFile` found; undefined: read the file itself, as text. */
  opened: OpenedFile | undefined;
  /** Name of a worksheet, or its number among the visible ones, from 1; text has none and ignores it. */
  sheet: string | null;
  /** How many columns of the dataset some records name. */
  score: (records: readonly CsvRecord[]) => number;
  /** Whether the records have all headings that the dataset needs. */
  fits: (records: readonly CsvRecord[]) => boolean;
}

/**
 * Opens a file as a table. Throws UserError `file.*` for text that cannot be read, `workbook.several-sheets`
 * when nothing tells which sheet is meant, `workbook.no-such-sheet`.
 */
export function withTable<Result>(
  path: string,
  request: TableRequest,
  work: (table: Table) => Result,
): Result {
  const { opened } = request;
  if (opened?.kind === 'workbook') return work(workbookTable(path, opened, request));
  return withText(
    path,
    (file) => {
      const pieces = file.text();
      const start = pieces.next().value ?? '';
      const delimiter = sniffDelimiter(start, request.score);
      const rest = readRecords(chain([start], pieces), delimiter, file.path);
      const { name, sha256, size, encoding } = file;
      const first = firstRecords(rest);
      return work({
        path,
        name,
        sha256,
        size,
        encoding,
        delimiter,
        worksheet: null,
        first,
        records: chain(first, rest),
      });
    },
    opened?.bytes,
  );
}

function workbookTable(path: string, workbook: Workbook, request: TableRequest): Table {
  const sheet = chooseSheet(path, workbook, request);
  const { sha256, size, sheets } = workbook;
  return {
    ...{ path, sha256, size, encoding: 'XLSX', delimiter: '' },
    name: path === '-' ? 'stdin' : basename(path),
    worksheet: { name: sheet.name, alone: sheets.length === 1, date1904: sheet.date1904, marks: sheet },
    first: firstRecords(sheet.records[Symbol.iterator]()),
    records: sheet.records,
  };
}

/** The sheet that was asked for; else the one that has the headings, hidden ones only where no other has. */
function chooseSheet(
  file: string,
  { sheets, chosen }: Workbook,
  { sheet: named, fits }: TableRequest,
): WorkbookSheet {
  const sheet = named ?? chosen ?? null;
  const visible = sheets.filter(({ hidden }) => !hidden);
  const names = (of: readonly WorkbookSheet[]) => of.map(({ name }) => name);
  if (sheet !== null) {
    const asked =
      sheets.find(({ name }) => name === sheet) ??
      sheets.find(({ name }) => name.trim() === sheet.trim()) ??
      (/^\d+$/.test(sheet) ? visible[Number(sheet) - 1] : undefined);
    if (asked) return asked;
    throw new UserError('workbook.no-such-sheet', { file, sheet, sheets: names(sheets) });
  }
  const fitting = (of: readonly WorkbookSheet[]) =>
    of.filter(({ records }) => fits(firstRecords(records[Symbol.iterator]())));
  const shown = fitting(visible);
  const found = shown.length > 0 ? shown : fitting(sheets.filter(({ hidden }) => hidden));
  if (found.length > 1) throw new UserError('workbook.several-sheets', { file, sheets: names(found) });
  // Where none has the headings, the fullest one shows what is missing.
  const fullest = [...sheets].sort((a, b) => b.records.length - a.records.length)[0];
  const taken = found[0] ?? fullest;
  if (taken === undefined) throw new UserError('file.empty', { file });
  return taken;
}

function* chain<Item>(first: Iterable<Item>, rest: Iterable<Item>): Generator<Item> {
  yield* first;
  yield* rest;
}
