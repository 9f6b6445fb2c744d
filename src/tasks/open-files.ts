import { type OpenedFile, openFile } from '../intake/open-file.js';

/** Files of a command that had to be read before their rows are: workbooks, and what came through a pipe. */
export type OpenedFiles = ReadonlyMap<string, OpenedFile>;

/** Opens the files of a command, by path; plain text files are left alone. Throws UserError `file.*`, `workbook.*`. */
export async function openFiles(paths: readonly string[]): Promise<OpenedFiles> {
  const opened = new Map<string, OpenedFile>();
  for (const path of new Set(paths)) {
    const file = await openFile(path);
    if (file !== null) opened.set(path, file);
  }
  return opened;
}
