import type { DatabaseCheck } from '../database-state.js';
import type { Day } from '../day.js';

/** What a row of facts can be that no constraint of its table forbids. */
export type FactRule =
  | 'superseded-early'
  | 'later-file'
  | 'bad-line'
  | 'bad-day'
  | 'post-of-two'
  | 'link-circle'
  | 'restored-nothing'
  | 'undo-mixed'
  | 'closing-sums';

export type SchemaObject = 'table' | 'index' | 'trigger' | 'view';

/** What `audit verify` and `db check` find. */
export interface DatabaseFindings {
  'audit.altered': { entry: number };
  'audit.unlinked': { entry: number };
  /** `missing` entries just before this one are gone. */
  'audit.gap': { entry: number; missing: number };
  'audit.time-backwards': { entry: number; at: string; before: string };
  /** `--expect`: no entry has this hash; its first eight characters. */
  'audit.hash-missing': { hash: string };
  'audit.batch-unrecorded': { batch: number };
  'database.object-missing': { type: SchemaObject; name: string };
  'database.object-changed': { type: SchemaObject; name: string };
  'database.object-extra': { type: SchemaObject; name: string };
  /** How many problems SQLite reports; it stops at a hundred. */
  'database.page-damaged': { problems: number };
  /** The file does not begin as one of SQLite does. */
  'database.header-damaged': Record<never, never>;
  /** A check could not read on. */
  'database.part-unreadable': { check: DatabaseCheck };
  'database.dangling': { table: string; parent: string; rows: number };
  /** Bank files that the replaced register handed out and the restored one knows nothing of. */
  'database.sent-since': { kept: string; files: readonly { file: string; on: Day }[] };
  'database.fact-broken': { rule: FactRule; table: string; rows: number };
}
