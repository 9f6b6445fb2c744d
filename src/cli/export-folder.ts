import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../domain/user-error.js';
import { PRIVATE } from './output-file.js';

/** A file of an export as it is to stand in the folder. */
export interface ExportFile {
  name: string;
  bytes: Uint8Array;
  /** For its owner alone. */
  confidential: boolean;
}

/** How a set of files is put into a folder. */
interface Manner {
  /** Replace files of the same names that have other contents. */
  force: boolean;
  /** Called with the files that are new, once all of them are on the disk and before any has its name. */
  beforeHandingOut(files: readonly ExportFile[]): void;
}

/**
 * Puts all files into a folder or none: they are written beside their places first and then take their
 * names; if that fails half-way, everything is put back. Files that stand there with the same bytes stay
 * as they are. Creates the folder where the one above it exists. Returns the files that are new. Throws
 * UserError `export.folder-missing`, `export.not-a-folder`, `export.files-exist`, `file.is-folder`, `file.unwritable`.
 */
export function putIntoFolder(folder: string, files: readonly ExportFile[], manner: Manner): ExportFile[] {
  const created = prepareFolder(folder);
  try {
    const standing = files.map((file) => comparedWith(join(folder, file.name), file));
    const different = files.filter((_, index) => standing[index] === 'different');
    if (different.length > 0 && !manner.force) {
      throw new UserError('export.files-exist', { folder, files: different.map(({ name }) => name) });
    }
    files.forEach((file, index) => {
      if (standing[index] === 'same' && file.confidential) chmodSync(join(folder, file.name), PRIVATE);
    });
    const fresh = files.filter((_, index) => standing[index] !== 'same');
    replaceAll(folder, fresh, manner);
    return fresh;
  } catch (error) {
    if (created) removeEmpty(folder);
    throw explained(error, folder);
  }
}

/** Makes sure that the folder is there; true if it had to be created. */
function prepareFolder(folder: string): boolean {
  try {
    if (existsSync(folder)) {
      if (!statSync(folder).isDirectory()) throw new UserError('export.not-a-folder', { folder });
      return false;
    }
    if (!existsSync(dirname(folder))) throw new UserError('export.folder-missing', { folder });
    mkdirSync(folder);
    return true;
  } catch (error) {
    throw explained(error, folder);
  }
}

function comparedWith(path: string, { bytes }: ExportFile): 'absent' | 'same' | 'different' {
  if (!existsSync(path)) return 'absent';
  const there = statSync(path);
  if (there.isDirectory()) throw new UserError('file.is-folder', { file: path });
  return there.isFile() && there.size === bytes.length && readFileSync(path).equals(bytes)
    ? 'same'
    : 'different';
}

/** Where a new file waits, and where the one it replaces is kept until all is well. */
interface Move {
  path: string;
  waiting: string;
  kept: string | null;
}

function replaceAll(folder: string, files: readonly ExportFile[], manner: Manner): void {
  const mark = `.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  const moves = files.map(({ name }): Move => {
    const path = join(folder, name);
    return { path, waiting: `${path}${mark}`, kept: existsSync(path) ? `${path}.old${mark}` : null };
  });
  const done: Move[] = [];
  try {
    files.forEach((file, index) => {
      writeSynced((moves[index] as Move).waiting, file);
    });
    manner.beforeHandingOut(files);
    for (const move of moves) {
      if (move.kept !== null) renameSync(move.path, move.kept);
      done.push(move);
      renameSync(move.waiting, move.path);
    }
  } catch (error) {
    for (const { path, kept } of done) {
      rmSync(path, { force: true });
      if (kept !== null) renameSync(kept, path);
    }
    throw error;
  } finally {
    for (const { waiting } of moves) rmSync(waiting, { force: true });
  }
  for (const { kept } of done) if (kept !== null) rmSync(kept, { force: true });
}

function writeSynced(path: string, { bytes, confidential }: ExportFile): void {
  const descriptor = openSync(path, 'wx', confidential ? PRIVATE : 0o666);
  try {
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // something else was put there meanwhile: it is not ours to remove
  }
}

/** A failure of the file system as the user's problem; anything else as it is. */
function explained(error: unknown, folder: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof UserError || code === undefined || syscall === undefined) return error;
  return new UserError('file.unwritable', { file: folder, reason: code });
}
