import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { TextDecoder } from 'node:util';
import { UserError } from '../domain/user-error.js';
import { type ByteSource, bytesAsSource, withBytes } from './byte-source.js';
import { binaryKind } from './file-kind.js';
import { lineBlocks, linesOf } from './line-blocks.js';
import { checkUtf16, utf16Text } from './utf16.js';

type Encoding = 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';

/** A file known to be text from its first byte to its last. */
export interface TextFile {
  /** As the user named it. */
  path: string;
  /** Without folders; `stdin` for standard input. */
  name: string;
  sha256: string;
  /** In bytes. */
  size: number;
  encoding: Encoding;
  /** The text without byte order mark, piece by piece. */
  text(): Generator<string>;
}

/**
 * Opens a file (`-`: standard input) as text. The encoding is told by the byte order mark, else UTF-8 if
 * every byte of the file is, else GB18030 likewise: what Excel and WPS call CSV in China. Throws UserError
 * with a `file.*` problem for anything that is not readable text. `bytes`: what the file holds, if it was read
 * before (a pipe is read only once).
 */
export function withText<Result>(path: string, work: (file: TextFile) => Result, bytes?: Buffer): Result {
  if (bytes !== undefined) return work(examine(path, bytesAsSource(bytes)));
  return withBytes(path, (source) => {
    const version = source.version();
    const file = examine(path, source);
    const result = work(file);
    if (source.version() !== version)
      throw new UserError('file.unreadable', { file: path, reason: 'CHANGED' });
    return result;
  });
}

function examine(path: string, source: ByteSource): TextFile {
  const name = path === '-' ? 'stdin' : basename(path);
  const marked = examineStart(path, source);
  const { sha256, size, valid } = marked?.startsWith('UTF-16')
    ? checkUtf16(source, path, marked === 'UTF-16BE')
    : checkBytes(source, path);
  if (size === 0) throw new UserError('file.empty', { file: path });
  const encoding = marked ?? (valid ? 'UTF-8' : 'GB18030');
  if (!valid) {
    const line = marked ? firstBrokenLine(source, path, 'utf-8') : brokenUnlessGb18030(source, path);
    if (line !== null) throw new UserError('file.broken-encoding', { file: path, line });
  }
  return { path, name, sha256, size, encoding, text: () => textOf(source, path, encoding) };
}

function examineStart(path: string, source: ByteSource): Encoding | null {
  const start = source.chunks().next().value ?? Buffer.alloc(0);
  const looksLike = binaryKind(start);
  // a mistake of ours: whoever takes files from people opens them first
  if (looksLike === 'xlsx') throw new Error(`${path} is a workbook: openFile comes before readSheet`);
  if (looksLike !== null) throw new UserError('file.binary', { file: path, looksLike });
  if (start[0] === 0xff && start[1] === 0xfe) return 'UTF-16LE';
  if (start[0] === 0xfe && start[1] === 0xff) return 'UTF-16BE';
  if (start.includes(0)) throw new UserError('file.binary', { file: path, looksLike: 'unknown' });
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 'UTF-8 BOM' : null;
}

function checkBytes(source: ByteSource, file: string): { sha256: string; size: number; valid: boolean } {
  const hash = createHash('sha256');
  let size = 0;
  let valid = true;
  for (const block of lineBlocks(source, file)) {
    if (block.includes(0)) throw new UserError('file.binary', { file, looksLike: 'unknown' });
    hash.update(block);
    size += block.length;
    valid &&= isUtf8(block);
  }
  return { sha256: hash.digest('hex'), size, valid };
}

/**
 * For bytes that are not UTF-8 throughout: null when they are GB18030, else the first broken line. A
 * file of which most lines with Chinese are sound UTF-8 is UTF-8 with damage, even where the bytes happen
 * to make some sense in GB18030.
 */
function brokenUnlessGb18030(source: ByteSource, file: string): number | null {
  if (mostlyUtf8(source, file, SAMPLE) && mostlyUtf8(source, file, Infinity)) {
    return firstBrokenLine(source, file, 'utf-8');
  }
  return firstBrokenLine(source, file, 'gb18030');
}

/** Lines that tell GB18030 from damaged UTF-8 in nearly every file; the rest is only read where they do not. */
const SAMPLE = 200;

/** Whether most of the first lines that are not plain ASCII are sound UTF-8. */
function mostlyUtf8(source: ByteSource, file: string, most: number): boolean {
  let sound = 0;
  let unsound = 0;
  for (const block of lineBlocks(source, file)) {
    for (const line of linesOf(block)) {
      if (!isUtf8(line)) unsound++;
      else if (line.some((byte) => byte > 0x7f)) sound++;
      if (sound + unsound >= most) return sound > unsound;
    }
  }
  return sound > unsound;
}

/** Physical line of the first bytes that are not of the encoding; null when all are. */
function firstBrokenLine(source: ByteSource, file: string, encoding: 'utf-8' | 'gb18030'): number | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const blocks = () => lineBlocks(source, file);
  let position = 0;
  for (const block of blocks()) {
    if (!decodes(decoder, block)) return brokenLineIn(blocks(), position, decoder);
    position++;
  }
  return null;
}

/** Counts lines only now that somebody needs to know. `broken`: the position of the first broken block. */
function brokenLineIn(blocks: Iterable<Buffer>, broken: number, decoder: TextDecoder): number {
  let line = 0;
  let position = 0;
  for (const block of blocks) {
    for (const bytes of linesOf(block)) {
      line++;
      if (position === broken && !decodes(decoder, bytes)) return line;
    }
    position++;
  }
  return line;
}

function decodes(decoder: TextDecoder, bytes: Buffer): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function* textOf(source: ByteSource, file: string, encoding: Encoding): Generator<string> {
  if (encoding === 'UTF-16LE' || encoding === 'UTF-16BE') return yield* utf16Text(source, encoding);
  const decoder = new TextDecoder(encoding === 'GB18030' ? 'gb18030' : 'utf-8', { fatal: true });
  for (const block of lineBlocks(source, file)) yield decoder.decode(block);
}
