import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Layer } from './policy-book.js';

/** One file of a policy folder, as bytes; `bytes` is null when it may not be read. */
export interface FolderFile {
  /** What people are shown. */
  file: string;
  /** The part of it below its folder, with `/`: what the fingerprint covers. */
  relative: string;
  layer: Layer;
  /** The district by the name of the file; null for city.yaml. */
  district: string | null;
  bytes: Buffer | null;
}

const YAML_NAME = /^(?<name>[^.].*)\.ya?ml$/i;

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The shipped pack: its city.yaml, shown under the pack's name (`chengdu/city.yaml`). */
export function shippedFiles(folder: string): FolderFile[] {
  return filesOf(folder, `${basename(folder)}/`, 'shipped');
}

/**
 * The operator's folder: city.yaml and districts/<区>.yaml (or .yml). Anything else in it is none of
 * our business: notes, README, the documents themselves.
 */
export function operatorFiles(folder: string): FolderFile[] {
  const city = filesOf(folder, join(folder, '/'), 'city');
  const districts = join(folder, 'districts');
  return isFolder(districts) ? [...city, ...filesOf(districts, join(districts, '/'), 'district')] : city;
}

function filesOf(folder: string, shownUnder: string, layer: Layer): FolderFile[] {
  const files: FolderFile[] = [];
  for (const entry of readdirSync(folder).sort()) {
    // macOS hands out names in decomposed form.
    const name = YAML_NAME.exec(entry)?.groups?.name?.normalize('NFKC');
    if (name === undefined || (layer !== 'district' && name.toLowerCase() !== 'city')) continue;
    files.push({
      file: `${shownUnder}${entry}`,
      relative: `${layer}/${entry.normalize('NFKC')}`,
      layer,
      district: layer === 'district' ? name : null,
      bytes: readIfAllowed(join(folder, entry)),
    });
  }
  return files;
}

function readIfAllowed(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
