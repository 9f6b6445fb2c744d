import { UserError } from '../domain/user-error.js';
import type { ByteSource } from './byte-source.js';

/** A line this long is no row of a table; reading on would only fill the memory. */
export const LINE_LIMIT = 4 << 20;

const LF = 0x0a;
const CR = 0x0d;

/**
 * The bytes in blocks that end where a line ends (but for the last), so that no character of UTF-8 or
 * GB18030 is cut in two. Throws UserError `file.line-too-long` once more than LINE_LIMIT bytes came
 * without a line end, before more of them are read.
 */
export function* lineBlocks(source: ByteSource, file: string): Generator<Buffer> {
  let carried: Buffer[] = [];
  let carriedBytes = 0;
  for (const chunk of source.chunks()) {
    const end = Math.max(chunk.lastIndexOf(LF), chunk.lastIndexOf(CR)) + 1;
    if (end === 0) {
      carried.push(chunk);
      carriedBytes += chunk.length;
    } else {
      const block = Buffer.concat([...carried, chunk.subarray(0, end)]);
      if (carriedBytes > 0 && firstLineLength(block) > LINE_LIMIT) tooLong(source, file);
      yield block;
      carried = [chunk.subarray(end)];
      carriedBytes = chunk.length - end;
    }
    if (carriedBytes > LINE_LIMIT) tooLong(source, file);
  }
  if (carriedBytes > 0) yield Buffer.concat(carried);
}

/** The lines of a block without their ends, for `\r\n`, `\n` and `\r`. */
export function* linesOf(block: Buffer): Generator<Buffer> {
  let start = 0;
  for (let at = 0; at < block.length; at++) {
    const byte = block[at];
    if (byte !== LF && byte !== CR) continue;
    yield block.subarray(start, at);
    if (byte === CR && block[at + 1] === LF) at++;
    start = at + 1;
  }
  if (start < block.length) yield block.subarray(start);
}

function firstLineLength(block: Buffer): number {
  const ends = [block.indexOf(LF), block.indexOf(CR)].filter((at) => at >= 0);
  return Math.min(block.length, ...ends);
}

/** Goes over the bytes again, to say which line it was: only now does anybody need to know. */
function tooLong(source: ByteSource, file: string): never {
  let line = 1;
  let length = 0;
  let previous = 0;
  for (const chunk of source.chunks()) {
    for (const byte of chunk) {
      if (byte === LF || byte === CR) {
        if (byte === CR || previous !== CR) line++;
        length = 0;
      } else if (++length > LINE_LIMIT)
        throw new UserError('file.line-too-long', { file, line, limit: LINE_LIMIT });
      previous = byte;
    }
  }
  throw new UserError('file.line-too-long', { file, line, limit: LINE_LIMIT });
}
