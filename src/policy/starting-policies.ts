import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `data/policies/starting` holds: every name below the new folder. */
const FILES = ['city.yaml', 'districts/README.md'];

/** A file of the folder that `init` writes; `path` is relative to the folder, with `/`. */
export interface StartingFile {
  path: string;
  text: string;
}

/**
 * The commented `policies/` folder for a new office: every value that it has to set, explained and
 * switched off, so that the folder loads as if nothing were set. `dataFolder`: `data` of the package.
 */
export function startingPolicies(dataFolder: string): StartingFile[] {
  return FILES.map((path) => ({
    path,
    text: readFileSync(join(dataFolder, 'policies', 'starting', path), 'utf8'),
  }));
}
