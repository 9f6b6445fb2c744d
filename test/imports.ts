import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A source file, by its path inside src (`rules/quotas.ts`). */
export interface Source {
  path: string;
  text: string;
}

/** Every TypeScript file below src. */
export const readSources = (folder: string): Source[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(folder, path), 'utf8'),
    }));

const SPECIFIERS = [
  /^\s*(?:import|export)\b[\w\s{},*$]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /\bimport\s*\(\s*['"]([^'"]+)['"]/g,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\brequire\s*\(\s*['"]([^'"]+)['"]/g,
];

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

/** What a file imports, as it is written: static, dynamic, type and re-export. */
export function specifiersOf({ text }: Source): string[] {
  const code = withoutComments(text);
  return SPECIFIERS.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] as string));
}

/** Imports whose target is worked out at run time, so that no table can keep them in check. */
export const computedImports = ({ text }: Source): string[] =>
  withoutComments(text).match(/\b(?:import|require)\s*\(\s*[^'"\s)][^)]*\)/g) ?? [];

/** The path inside src that a relative import means. */
export const targetOf = (source: Source, specifier: string): string =>
  posix.join(posix.dirname(source.path), specifier).replace(/\.js$/, '.ts');

export const roomOf = (path: string): string => path.split('/')[0] as string;
