import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Overview } from '../rules/overview.js';
import type { PolicyWorkspace } from './policy-workspace.js';

/** Where each district stands on the map of tiles, as shipped. */
export function readTiles({ dataFolder }: PolicyWorkspace): Overview['tiles'] {
  const file = join(dataFolder, 'units', 'district-tiles.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { tiles: Overview['tiles'] }).tiles;
}
