import { type Finding, finding } from '../domain/finding.js';
import type { ImportProfile } from '../domain/import-profile.js';
import { maskDigits } from '../domain/mask.js';
import { type ColumnMap, pairsOf, readColumnMap } from '../intake/column-map.js';
import { oneLine } from '../intake/column-positions.js';
import type { DatasetShape } from '../intake/dataset.js';
import { HeadingIndex, headingKey } from '../intake/headings.js';
import type { Sheet } from '../intake/sheet.js';
import { findProfile } from './import-profiles.js';
import type { Workspace } from './workspace.js';

/** What the user says of the columns of the files, beside the files themselves. */
export interface ColumnWords {
  /** `--map`, and what was answered on a terminal. */
  map: readonly (readonly [heading: string, column: string])[];
  /** Columns that the files lack: `--set`. */
  given: ReadonlyMap<string, string>;
  /** `--sheet` */
  sheet: string | null;
  /** `--profile` */
  profile: string | null;
}

/** The same, understood: how every file of the command is read. */
export interface UnderstoodColumns {
  map: ColumnMap;
  given: ReadonlyMap<string, string>;
  sheet: string | null;
  /** All of it, as a profile would keep it. */
  asProfile: ImportProfile;
}

const EMPTY: ImportProfile = { map: [], given: [], sheet: null };

/**
 * Joins what the profile says with what the command line says, which goes before it. Throws UserError
 * `profile.*`, `usage.unknown-column`, `usage.map-twice`.
 */
export function understandColumns(
  workspace: Workspace,
  dataset: DatasetShape,
  words: ColumnWords,
): UnderstoodColumns {
  const saved = words.profile === null ? EMPTY : findProfile(workspace, dataset.name, words.profile);
  const map = readColumnMap(dataset, { typed: words.map, saved: saved.map });
  const given = inNamesOf(dataset, [...saved.given, ...words.given]);
  const sheet = words.sheet ?? saved.sheet;
  return { map, given, sheet, asProfile: { map: pairsOf(dataset, map), given: [...given], sheet } };
}

/** Values by the dataset's own names of the columns, later ones before earlier ones; unknown names stay, to be refused. */
function inNamesOf(
  dataset: DatasetShape,
  given: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const index = new HeadingIndex(dataset);
  return new Map(
    given.map(([column, value]) => {
      const field = index.named(column);
      return [field === undefined ? column : (dataset.columns[field]?.heading ?? column), value];
    }),
  );
}

/**
 * What `--set`, `--map` and the choice of a worksheet did to the reading of a file, as JSON: the same whichever synonyms were used. The
 * same bytes read another way are another file.
 */
export function readingOf(dataset: DatasetShape, { supplied, mapped, worksheet }: Sheet): string {
  const given = [...supplied].map(([field, value]) => [dataset.columns[field]?.heading ?? field, value]);
  const map = [...mapped].map(([heading, column]) => ['map', heading, column]);
  const sheet = worksheet === null ? [] : [['sheet', worksheet]];
  return JSON.stringify([...given.sort(), ...map.sort(), ...sheet]);
}

/** A warning for each heading of `--map` that none of the files has. */
export function unusedMappings(map: ColumnMap, sheets: readonly Sheet[]): Finding[] {
  const headings = sheets.flatMap((sheet) => sheet.headings.filter((heading) => heading.trim() !== ''));
  const keys = new Set(headings.map(headingKey));
  const seen = [...new Set(headings.map((heading) => maskDigits(oneLine(heading).slice(0, 40))))];
  return [...map]
    .filter(([key, { typed }]) => typed && !keys.has(key))
    .map(([, { heading }]) => finding('file.map-unused', 'warning', heading, { heading, seen }));
}
