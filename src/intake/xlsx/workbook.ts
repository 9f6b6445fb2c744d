import { createHash } from 'node:crypto';
import { UserError } from '../../domain/user-error.js';
import type { CsvRecord } from '../records.js';
import { textOfCell } from './cell-text.js';
import { Parts, type SheetPart } from './parts.js';
import { readSheetMarks, type SheetMarks } from './sheet-marks.js';
import { readZipDirectory, type ZipPart } from './zip-directory.js';

/** A worksheet, its cells as text. */
export interface WorkbookSheet extends SheetMarks {
  name: string;
  /** The tab is not shown. */
  hidden: boolean;
  /** Days without the format of a date count from 1904. */
  date1904: boolean;
  /** Rows that have cells; `line` is the row of the sheet. */
  records: readonly CsvRecord[];
}

/** An XLSX file, read whole. */
export interface Workbook {
  kind: 'workbook';
  sha256: string;
  /** In bytes. */
  size: number;
  sheets: readonly WorkbookSheet[];
  /** The sheet that somebody chose where several fit. */
  chosen?: string;
}

const MEGABYTE = 1 << 20;
/** XML of some 200,000 rows of a roster; more would not fit into the memory of an office computer. */
const UNPACKED_LIMIT = 200 * MEGABYTE;
/** Real sheets shrink to a tenth, a thirtieth at most; a bomb to a thousandth. */
const RATIO_LIMIT = 200;
const RATIO_MATTERS_FROM = 20 * MEGABYTE;

/**
 * Reads the worksheets of an XLSX file; formulas by the value that was stored with them. Throws UserError
 * `workbook.damaged` for a file that was cut off or is broken inside, `workbook.too-large` for one that
 * unpacks beyond measure, `file.binary` for an archive that is no workbook. `file`: as the user named it.
 */
export async function readWorkbook(bytes: Buffer, file: string): Promise<Workbook> {
  const directory = readZipDirectory(bytes);
  if (directory === undefined) throw new UserError('workbook.damaged', { file });
  refuseBombs(directory, file);
  const parts = new Parts(bytes, directory);
  const listed = await guarded(file, async () => parts.sheets());
  if (listed === undefined) {
    const looksLike = directory.has('[Content_Types].xml') || directory.has('mimetype') ? 'document' : 'zip';
    throw new UserError('file.binary', { file, looksLike });
  }
  const sheets: WorkbookSheet[] = [];
  for (const sheet of listed) sheets.push(await guarded(file, () => readWorksheet(bytes, parts, sheet)));
  return {
    kind: 'workbook',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    sheets,
  };
}

/** Judges by what the directory declares; while unpacking, no part may hold more than that. */
function refuseBombs(directory: ReadonlyMap<string, ZipPart>, file: string): void {
  let packed = 0;
  let unpacked = 0;
  for (const part of directory.values()) {
    // pictures are never unpacked
    if (!/\.(xml|rels|vml)$/i.test(part.name)) continue;
    if (part.unpacked === 0 && part.packed > 2) throw new UserError('workbook.damaged', { file });
    packed += part.packed;
    unpacked += part.unpacked;
  }
  const isBomb = unpacked > RATIO_MATTERS_FROM && unpacked > packed * RATIO_LIMIT;
  if (unpacked > UNPACKED_LIMIT || isBomb) {
    throw new UserError('workbook.too-large', {
      file,
      unpacked: Math.ceil(unpacked / MEGABYTE),
      limit: UNPACKED_LIMIT / MEGABYTE,
    });
  }
}

async function readWorksheet(bytes: Buffer, parts: Parts, sheet: SheetPart): Promise<WorkbookSheet> {
  // loaded only now: most imports read CSV
  const { streamXlsxRows } = await import('hucre/xlsx');
  const marks = marksOf(parts, sheet);
  const records: CsvRecord[] = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet.index })) {
    if (values.length > 0) records.push({ line: index + 1, cells: values.map(textOfCell), badQuotes: false });
  }
  const { name, hidden, date1904 } = sheet;
  return { name, hidden, date1904, records, ...marks };
}

/** On its own, so that the unpacked bytes are gone before the rows come. */
function marksOf(parts: Parts, { part }: SheetPart): SheetMarks {
  const xml = parts.of(part);
  if (xml === undefined) throw new RangeError(part);
  return readSheetMarks(xml);
}

/** Whatever goes wrong inside the archive or its XML: the file is damaged. */
async function guarded<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('workbook.damaged', { file });
  }
}
