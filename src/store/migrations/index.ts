import { register } from './0001-register.js';
import { datasets } from './0002-datasets.js';
import { identity } from './0003-identity.js';
import { undo } from './0004-undo.js';
import { profiles } from './0005-profiles.js';
import { closings } from './0006-closings.js';
import { rewards } from './0007-rewards.js';

/**
 * Every step from an empty file to today's schema, in order. Append only: a step that has been released
 * is never edited (a test holds their checksums).
 */
export const MIGRATIONS: readonly string[] = [
  register,
  datasets,
  identity,
  undo,
  profiles,
  closings,
  rewards,
];
