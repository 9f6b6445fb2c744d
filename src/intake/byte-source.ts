import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { UserError } from '../domain/user-error.js';

const CHUNK_BYTES = 1 << 20;

/** The bytes of a file, to be read as often as needed in chunks of at most 1 MiB. */
export interface ByteSource {
  chunks(): Generator<Buffer>;
  /** Changes when somebody writes to the file; a pipe never does. */
  version(): string;
}

/**
 * Opens a path (`-`: standard input), hands its bytes to `work`, and closes it whatever happens.
 * A file is read again each time; a pipe cannot be, so its bytes are kept. Throws UserError `file.missing`,
 * `file.is-folder` or `file.unreadable`.
 */
export function withBytes<Result>(path: string, work: (source: ByteSource) => Result): Result {
  const descriptor = path === '-' ? 0 : asking(path, () => openSync(path, 'r'));
  try {
    const stats = asking(path, () => fstatSync(descriptor));
    if (stats.isDirectory()) throw new UserError('file.is-folder', { file: path });
    return work(
      stats.isFile() && descriptor !== 0 ? fileSource(path, descriptor) : pipeSource(path, descriptor),
    );
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

/** Bytes that were read before, as a source; they never change. */
export const bytesAsSource = (bytes: Buffer): ByteSource => ({
  *chunks() {
    yield bytes;
  },
  version: () => '',
});

function fileSource(path: string, descriptor: number): ByteSource {
  return {
    *chunks() {
      for (let position = 0; ; ) {
        const chunk = readChunk(path, descriptor, position);
        if (chunk.length === 0) return;
        position += chunk.length;
        yield chunk;
      }
    },
    version() {
      const { mtimeMs, size } = fstatSync(descriptor);
      return `${mtimeMs} ${size}`;
    },
  };
}

function pipeSource(path: string, descriptor: number): ByteSource {
  const kept: Buffer[] = [];
  let ended = false;
  return {
    *chunks() {
      yield* kept;
      while (!ended) {
        const chunk = readChunk(path, descriptor, null);
        ended = chunk.length === 0;
        if (ended) return;
        kept.push(chunk);
        yield chunk;
      }
    },
    version: () => '',
  };
}

function readChunk(path: string, descriptor: number, position: number | null): Buffer {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    try {
      return buffer.subarray(0, readSync(descriptor, buffer, 0, CHUNK_BYTES, position));
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EOF') return buffer.subarray(0, 0);
      // A pipe without data yet: the writer on its other end needs a moment.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      else throw asUserError(path, error);
    }
  }
}

function asking<Answer>(path: string, ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    throw asUserError(path, error);
  }
}

function asUserError(path: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new UserError('file.missing', { file: path });
  if (code === 'EISDIR') return new UserError('file.is-folder', { file: path });
  return new UserError('file.unreadable', { file: path, reason: code });
}

const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
