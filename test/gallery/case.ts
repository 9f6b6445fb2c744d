import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell, WriteSheet } from 'hucre/xlsx';
import { packageFolder } from '../../fixtures/city/package-folder.js';

export const GALLERY = join(packageFolder(), 'fixtures/findings');
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sheet as the library takes it; cells of their own by `row,column`, from 0. */
export type SheetRecipe = Omit<WriteSheet, 'cells'> & { cells?: Record<string, Partial<Cell>> };

/** How a file is made that cannot stand in the repository as it is; see fixtures/findings/README.md. */
export type Recipe =
  | { file: string; text: string; repeat?: number }
  | { file: string; hex: string; repeat?: number }
  | { file: string; workbook: SheetRecipe[] }
  | { file: string; folder: true }
  | { file: string; link: string }
  | { file: string; at: number; hex: string; repeat?: number };

/** How a message is provoked: what stands in the office's folder, what the clerk types, how the last command ends. */
export interface Case {
  steps: readonly string[];
  exit: number;
  /** A policy folder of the package that becomes `policies`. */
  policies?: string;
  /** false: no database has been made yet. */
  database?: false;
  recipes?: readonly Recipe[];
  environment?: Readonly<Record<string, string>>;
  /** Somebody else is writing to the database. */
  busy?: true;
}

/** The folders of the gallery: a code, or `code+word` for another wording of the same code. */
export const caseNames = (): string[] =>
  readdirSync(GALLERY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

export const codeOf = (name: string): string => name.split('+')[0] as string;

export const readCase = (name: string): Case =>
  JSON.parse(readFileSync(join(GALLERY, name, 'case.json'), 'utf8')) as Case;

export const expectedFile = (name: string, language: Language): string =>
  join(GALLERY, name, `${language}.txt`);
