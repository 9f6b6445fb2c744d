import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../domain/user-error.js';

/** A register is for its owner alone, and so is every copy of it. */
const PRIVATE = 0o600;

/** What SQLite keeps beside a database. */
export const BESIDE = ['-wal', '-shm', '-journal'] as const;

/** A name beside a file that nobody else uses, for what is to take the file's place. */
export const waitingName = (file: string): string =>
  `${file}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;

/** The file that a symbolic link leads to, so that the link stays; any other file as it is. */
export const behindLink = (file: string): string =>
  existsSync(file) && lstatSync(file).isSymbolicLink() ? realpathSync(file) : file;

/** Creates an empty file that only its owner can read. */
export function createPrivate(file: string): void {
  closeSync(openSync(file, 'wx', PRIVATE));
}

/** Copies the bytes of a file into a new one for its owner alone, and waits until they are on the disk. */
export function copyPrivate(from: string, to: string): void {
  createPrivate(to);
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  syncFile(to);
}

/** sha256 of a file of any size, in hexadecimal. */
export function sha256Of(file: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(1 << 20);
  const descriptor = openSync(file, 'r');
  try {
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

/** Gives a file its name, in the place of what had it, so that a crash leaves the one or the other. */
export function takePlace(waiting: string, file: string): void {
  renameSync(waiting, file);
  syncFolder(dirname(file));
}

/** Removes a file that was not handed out, with whatever SQLite left beside it. */
export function discard(file: string): void {
  for (const suffix of ['', ...BESIDE]) rmSync(file + suffix, { force: true });
}

/** Runs work on files and turns the refusals of the operating system into `file.unwritable` for `file`. */
export async function onFiles<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new UserError('file.unwritable', { file, reason: code });
  }
}

export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes a new name as safe as the content, where folders can be synced at all. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
