import { UserError } from '../domain/user-error.js';
import { type ByteSource, withBytes } from './byte-source.js';
import { binaryKind } from './file-kind.js';
import type { Workbook } from './xlsx/workbook.js';

/** A file whose bytes were read before its rows are: a workbook, or text that came through a pipe. */
export type OpenedFile = Workbook | { kind: 'text'; bytes: Buffer };

/** A workbook larger than this holds pictures or is none. */
const SIZE_LIMIT = 200 << 20;

/**
 * Looks at the beginning of a file (`-`: standard input): reads it whole if it is a workbook, which its
 * content tells and not its name. null: text, to be read from the file itself. Throws UserError `file.*` and
 * `workbook.*`.
 */
export async function openFile(path: string): Promise<OpenedFile | null> {
  const { isWorkbook, bytes } = withBytes(path, (source) => {
    const start = source.chunks().next().value ?? Buffer.alloc(0);
    const isWorkbook = ['xlsx', 'zip'].includes(binaryKind(start) ?? '');
    return { isWorkbook, bytes: isWorkbook || path === '-' ? wholeOf(source, path, isWorkbook) : null };
  });
  if (bytes === null) return null;
  if (!isWorkbook) return { kind: 'text', bytes };
  const { readWorkbook } = await import('./xlsx/workbook.js');
  return readWorkbook(bytes, path);
}

function wholeOf(source: ByteSource, file: string, isWorkbook: boolean): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  for (const chunk of source.chunks()) {
    size += chunk.length;
    if (isWorkbook && size > SIZE_LIMIT) {
      const megabytes = SIZE_LIMIT >> 20;
      throw new UserError('workbook.too-large', { file, unpacked: megabytes + 1, limit: megabytes });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
