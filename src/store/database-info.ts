import { existsSync, statSync } from 'node:fs';
import type { DatabaseInfo, HeldFacts } from '../domain/database-state.js';
import { MIGRATIONS } from './migrations/index.js';
import { type Database, schemaVersion } from './open.js';
import { storedTables } from './stored-tables.js';

/** What a register holds and how it lies on the disk. */
export function databaseInfo(db: Database, file: string): DatabaseInfo {
  const count = (from: string) => db.prepare(`SELECT count(*) FROM ${from}`).pluck().get() as number;
  const pragma = (name: string) => db.pragma(name, { simple: true });
  const last = db
    .prepare('SELECT id AS batch, dataset, recorded_at AS at, user FROM batch ORDER BY id DESC LIMIT 1')
    .get() as DatabaseInfo['lastBatch'] | undefined;
  const facts = storedTables(db).map(({ table, fact }) => ({
    fact,
    standing: count(`${table} WHERE superseded IS NULL`),
    recorded: count(table),
  }));
  const standing = (kind: HeldFacts['fact']) => facts.find(({ fact }) => fact === kind)?.standing ?? 0;
  return {
    file,
    bytes: statSync(file).size,
    walBytes: existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0,
    schemaVersion: schemaVersion(db),
    supportedVersion: MIGRATIONS.length,
    journalMode: pragma('journal_mode') as string,
    pageSize: pragma('page_size') as number,
    pages: pragma('page_count') as number,
    freePages: pragma('freelist_count') as number,
    // a number that was corrected or joined to another is nobody of its own
    people: standing('details') - standing('link'),
    units: count('(SELECT DISTINCT unit FROM unit_term WHERE superseded IS NULL)'),
    facts,
    batches: count('batch'),
    lastBatch: last ?? null,
    auditEntries: count('audit'),
  };
}
