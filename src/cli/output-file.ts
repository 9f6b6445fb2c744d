import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../domain/user-error.js';

/** Files with whole or masked numbers of people are for their owner alone. */
export const PRIVATE = 0o600;

/** A file that is on the disk and has yet to take its name. */
export interface StagedFile {
  /** Takes the name, in place of what had it. Throws UserError `file.unwritable`. */
  keep(): void;
  /** Leaves no trace; what has the name stays. */
  drop(): void;
}

/**
 * Writes a file whole or not at all: into a neighbour that takes its name once everything is on the
 * disk. A device or a pipe is written as it is. `mode`: of the new file; null: as it was, or as usual.
 * Throws UserError `file.is-folder` or `file.unwritable`.
 */
export function writeWhole(file: string, chunks: Iterable<string | Uint8Array>, mode: number | null): void {
  stageWhole(file, chunks, mode).keep();
}

/** As `writeWhole`, in two steps: so that something else can happen, or fail, in between. */
export function stageWhole(
  file: string,
  chunks: Iterable<string | Uint8Array>,
  mode: number | null,
): StagedFile {
  return inUserTerms(file, () => {
    const there = existsSync(file) ? statSync(file) : undefined;
    if (there?.isDirectory()) throw new UserError('file.is-folder', { file });
    if (there && !there.isFile()) {
      writeInto(openSync(file, constants.O_WRONLY), chunks);
      return { keep() {}, drop() {} };
    }
    const target = there ? realpathSync(file) : file;
    const neighbour = writeNeighbour(target, chunks, mode ?? (there ? there.mode & 0o777 : 0o666));
    const drop = () => rmSync(neighbour, { force: true });
    return { keep: () => inUserTerms(file, () => rename(neighbour, target)), drop };
  });
}

/**
 * Makes sure that a file can be written, before something is done that cannot be taken back. A device or a pipe
 * is not touched. Throws UserError `file.is-folder` or `file.unwritable`.
 */
export function requireWritable(file: string): void {
  inUserTerms(file, () => {
    const there = existsSync(file) ? statSync(file) : undefined;
    if (there?.isDirectory()) throw new UserError('file.is-folder', { file });
    if (there && !there.isFile()) return;
    rmSync(writeNeighbour(there ? realpathSync(file) : file, [], PRIVATE), { force: true });
  });
}

function inUserTerms<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const { code, path, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || (path === undefined && syscall !== 'write' && syscall !== 'fsync')) throw error;
    throw new UserError('file.unwritable', { file, reason: code });
  }
}

/**
 * Throws UserError `usage.would-overwrite` when the file that an option names is one of `others`, by
 * whatever path; `-` and what does not exist yet are compared by name alone.
 */
export function requireAnother(option: string, file: string, others: readonly string[]): void {
  const real = (path: string) => (existsSync(path) ? realpathSync(path) : resolve(path));
  if (others.some((other) => real(other) === real(file))) {
    throw new UserError('usage.would-overwrite', { option, file });
  }
}

function writeNeighbour(file: string, chunks: Iterable<string | Uint8Array>, mode: number): string {
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeInto(openSync(temporary, 'wx', mode), chunks, true);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return temporary;
}

function rename(temporary: string, file: string): void {
  try {
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(file));
}

function writeInto(descriptor: number, chunks: Iterable<string | Uint8Array>, sync = false): void {
  try {
    for (const chunk of chunks) writeAll(descriptor, typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    if (sync) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** Makes the new name as safe as the content, where folders can be synced at all. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
