/** The database cannot be opened or used as asked. */
export interface DatabaseProblems {
  'database.missing': { file: string };
  'database.foreign': { file: string };
  'database.newer': { file: string; version: number; supported: number };
  'database.read-only': { file: string };
  'database.damaged': { file: string };
  'database.unwritable': { file: string; reason: string };
  /** `db backup`: the file is there already. */
  'database.backup-exists': { file: string };
  /** `db backup`: a copy was made and is not sound (in `findings`). */
  'database.unsound': { file: string };
  /** `db restore`: the backup is not sound (in `findings`). */
  'database.backup-unsound': { file: string };
  'who.unknown': { who: string };
  'who.ambiguous': { who: string; candidates: readonly string[] };
  'area.unknown': { what: 'district' | 'township'; value: string; nearest: readonly string[] };
}
