import { createHash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import { UserError } from '../domain/user-error.js';
import type { ByteSource } from './byte-source.js';
import { LINE_LIMIT } from './line-blocks.js';

const LF = 0x0a;
const CR = 0x0d;

/**
 * Goes through UTF-16 (what Excel saves as “Unicode 文本”) unit by unit. Throws UserError
 * `file.broken-encoding` with the line of a half character, and `file.line-too-long`.
 */
export function checkUtf16(
  source: ByteSource,
  file: string,
  bigEndian: boolean,
): { sha256: string; size: number; valid: true } {
  const hash = createHash('sha256');
  let size = 0;
  let line = 1;
  let lineStart = 0;
  let previous = 0;
  let high = false;
  for (const chunk of evenChunks(source)) {
    hash.update(chunk);
    if (chunk.length % 2 === 1) throw new UserError('file.broken-encoding', { file, line });
    for (let at = 0; at < chunk.length; at += 2) {
      const unit = bigEndian ? chunk.readUInt16BE(at) : chunk.readUInt16LE(at);
      const isLow = unit >= 0xdc00 && unit < 0xe000;
      if (isLow !== high) throw new UserError('file.broken-encoding', { file, line });
      high = unit >= 0xd800 && unit < 0xdc00;
      if (unit === CR || unit === LF) {
        if (unit === CR || previous !== CR) line++;
        lineStart = size + at;
      }
      previous = unit;
    }
    size += chunk.length;
    if (size - lineStart > LINE_LIMIT)
      throw new UserError('file.line-too-long', { file, line, limit: LINE_LIMIT });
  }
  if (high) throw new UserError('file.broken-encoding', { file, line });
  return { sha256: hash.digest('hex'), size, valid: true };
}

export function* utf16Text(source: ByteSource, encoding: 'UTF-16LE' | 'UTF-16BE'): Generator<string> {
  const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true });
  for (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Chunks of whole units; only the last may have an odd byte. A pipe cuts where it likes. */
function* evenChunks(source: ByteSource): Generator<Buffer> {
  let odd: Buffer | null = null;
  for (const chunk of source.chunks()) {
    const whole: Buffer = odd ? Buffer.concat([odd, chunk]) : chunk;
    const even = whole.length - (whole.length % 2);
    odd = even < whole.length ? whole.subarray(even) : null;
    yield whole.subarray(0, even);
  }
  if (odd) yield odd;
}
