import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { DatasetShape } from '../../src/intake/dataset.js';
import { roster } from '../../src/intake/datasets/roster.js';
import { openFile } from '../../src/intake/open-file.js';
import { readSheet, type Sheet, type SheetRequest } from '../../src/intake/sheet.js';
import { temporaryFolder } from './support.js';

/** A file of these bytes in a folder that is gone after the test. */
export function fileOf(bytes: Uint8Array, name = '花名册.xlsx'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** A workbook as the library writes it. */
export const workbookOf = async (...sheets: WriteSheet[]): Promise<string> =>
  fileOf(await writeXlsx({ sheets }));

/** Opens and reads a file as the import does. */
export async function readFile(
  path: string,
  request: SheetRequest = {},
  dataset: DatasetShape = roster,
): Promise<Sheet> {
  const opened = (await openFile(path)) ?? undefined;
  return readSheet(path, dataset, { ...request, opened });
}

export interface Part {
  name: string;
  content: string | Buffer;
  /** What the directory says of the unpacked size; left out: the truth. */
  declared?: number;
}

/** A ZIP archive with every byte in our hands. */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, packed);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, where, title);
    offset += 4 + common.length + title.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one worksheet, as spreadsheets write them: `rows` is what stands in sheetData. */
export const partsOf = (rows: string, after = '', before = ''): Part[] => [
  { name: '[Content_Types].xml', content: '<Types/>' },
  {
    name: '_rels/.rels',
    content: `<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    content: `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="花名册" sheetId="1" r:id="rId7"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships><Relationship Id="rId7" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId8" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  },
  {
    name: 'xl/styles.xml',
    content:
      '<styleSheet><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>',
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
  },
];

/** A row of inline text cells, from column A. */
export const textRow = (line: number, cells: readonly string[], attributes = ''): string =>
  `<row r="${line}"${attributes}>${cells
    .map((cell, column) => (cell === '' ? '' : textCell(`${letterOf(column)}${line}`, cell)))
    .join('')}</row>`;

export const textCell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

export const letterOf = (column: number): string => String.fromCharCode(65 + column);
