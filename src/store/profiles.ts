import type { ImportProfile, SavedProfile } from '../domain/import-profile.js';
import type { Database } from './open.js';

/** Every profile in use, by dataset and name. */
export function loadProfiles(db: Database): SavedProfile[] {
  const rows = db
    .prepare(
      `SELECT dataset, name, content, saved_at, user FROM profile WHERE ended_at IS NULL
       ORDER BY dataset, name`,
    )
    .raw()
    .all() as [string, string, string, string, string][];
  return rows.map(([dataset, name, content, savedAt, user]) => ({
    ...(JSON.parse(content) as ImportProfile),
    ...{ dataset, name, savedAt, user },
  }));
}

/** Saves a profile in the place of one of the same name, which stays on record. Call inside a transaction. */
export function insertProfile(db: Database, profile: SavedProfile): void {
  const { dataset, name, savedAt, user, map, given, sheet } = profile;
  endProfile(db, { dataset, name, endedAt: savedAt });
  db.prepare('INSERT INTO profile (dataset, name, content, saved_at, user) VALUES (?, ?, ?, ?, ?)').run(
    dataset,
    name,
    JSON.stringify({ map, given, sheet }),
    savedAt,
    user,
  );
}

/** Takes a profile out of use; nothing happens where there is none. */
export function endProfile(
  db: Database,
  { dataset, name, endedAt }: { dataset: string; name: string; endedAt: string },
): void {
  db.prepare('UPDATE profile SET ended_at = ? WHERE dataset = ? AND name = ? AND ended_at IS NULL').run(
    endedAt,
    dataset,
    name,
  );
}
