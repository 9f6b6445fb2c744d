import { UserError } from '../domain/user-error.js';
import { readSheet } from '../intake/sheet.js';
import { type ColumnWords, understandColumns } from './column-words.js';
import { IMPORTS, type ImportableDataset } from './imports.js';
import type { OpenedFiles } from './open-files.js';
import type { Workspace } from './workspace.js';

/** A worksheet that could be meant; `rows`: of data, null where they cannot be read. */
export interface SheetChoice {
  name: string;
  rows: number | null;
}

type Reading = ColumnWords & { dataset: ImportableDataset; opened: OpenedFiles };

/** How many rows of data each of some sheets of a workbook has, read as the import would read it. */
export function sheetChoices(
  workspace: Workspace,
  { dataset, opened, ...words }: Reading,
  file: string,
  sheets: readonly string[],
): SheetChoice[] {
  const { shape } = IMPORTS[dataset];
  const { given: set, map } = understandColumns(workspace, shape, words);
  const rowsOf = (sheet: string): number | null => {
    try {
      return readSheet(file, shape, { set, map, sheet, opened: opened.get(file) }).rows.length;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return error.problem === 'file.no-rows' ? 0 : null;
    }
  };
  return sheets.map((name) => ({ name, rows: rowsOf(name) }));
}

/** The opened files, of which one workbook is to be read by the sheet that somebody chose. */
export function withChosenSheet(opened: OpenedFiles, file: string, sheet: string): OpenedFiles {
  const workbook = opened.get(file);
  return workbook?.kind === 'workbook'
    ? new Map([...opened, [file, { ...workbook, chosen: sheet }]])
    : opened;
}
