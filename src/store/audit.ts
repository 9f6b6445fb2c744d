import { createHash } from 'node:crypto';
import type { AuditRecord } from '../domain/audit.js';
import type { Database } from './open.js';

/** One thing that was done, for the record. `details`: counts, files and their sha256, never whole numbers. */
export interface AuditEntry {
  at: Date;
  user: string;
  command: string;
  details: Record<string, unknown>;
}

/** Appends to the audit log. Each entry carries the hash of the one before, so that a gap shows. */
export function recordAudit(db: Database, { at, user, command, details }: AuditEntry): void {
  db.transaction(() => {
    const previous = (db.prepare('SELECT hash FROM audit ORDER BY entry DESC LIMIT 1').pluck().get() ??
      '') as string;
    const entry = { at: at.toISOString(), user, command, details: JSON.stringify(details), previous };
    db.prepare(
      `INSERT INTO audit (at, user, command, details, previous, hash)
       VALUES (@at, @user, @command, @details, @previous, @hash)`,
    ).run({ ...entry, hash: hashOf(entry) });
  }).immediate();
}

/** The hash that an entry must have: sha256 of everything it says and of the hash before it. */
export const hashOf = ({ previous, at, user, command, details }: Omit<AuditRecord, 'entry' | 'hash'>) =>
  createHash('sha256').update([previous, at, user, command, details].join('\n')).digest('hex');

/** Every entry, the oldest first; of a time alone where that is asked (ISO moments, both included). */
export function readAudit(
  db: Database,
  { since = null, until = null }: { since?: string | null; until?: string | null } = {},
): IterableIterator<AuditRecord> {
  return db
    .prepare(
      `SELECT entry, at, user, command, details, previous, hash FROM audit
       WHERE (:since IS NULL OR at >= :since) AND (:until IS NULL OR at <= :until) ORDER BY entry`,
    )
    .iterate({ since, until }) as IterableIterator<AuditRecord>;
}
