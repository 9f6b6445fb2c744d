import { register } from './0001-register.js';

/**
 * Every step from an empty file to today's schema, in order. Append only: a step that has been released
 * is never edited (a test holds their checksums).
 */
export const MIGRATIONS: readonly string[] = [register];
