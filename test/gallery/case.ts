import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../fixtures/city/package-folder.js';

export const GALLERY = join(packageFolder(), 'fixtures/findings');
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How a file is made that cannot stand in the repository as it is; see fixtures/findings/README.md. */
export type Recipe =
  | { file: string; text: string; repeat?: number }
  | { file: string; hex: string; repeat?: number }
  | { file: string; folder: true }
  | { file: string; link: string }
  | { file: string; at: number; hex: string; repeat?: number };

/** One message: what stands in the office's folder, what the clerk types, how the last command ends. */
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

export const readCase = (code: string): Case =>
  JSON.parse(readFileSync(join(GALLERY, code, 'case.json'), 'utf8')) as Case;

export const expectedFile = (code: string, language: Language): string =>
  join(GALLERY, code, `${language}.txt`);
