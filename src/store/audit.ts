import { createHash } from 'node:crypto';
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
    const moment = at.toISOString();
    const text = JSON.stringify(details);
    const hash = createHash('sha256')
      .update([previous, moment, user, command, text].join('\n'))
      .digest('hex');
    db.prepare(
      'INSERT INTO audit (at, user, command, details, previous, hash) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(moment, user, command, text, previous, hash);
  }).immediate();
}
