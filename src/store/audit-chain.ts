import type { AuditBreak, AuditChain, AuditRecord, BrokenEntry } from '../domain/audit.js';
import { hashOf, readAudit } from './audit.js';
import type { Database } from './open.js';

/**
 * Reads the audit log from its first entry and proves every hash and every link. `expect`: the beginning of a
 * hash that was noted, to be found again. Who rewrites the whole log with new hashes is found out only by that.
 */
export function auditChain(db: Database, expect: string | null = null): AuditChain {
  const broken: BrokenEntry[] = [];
  const backwards: AuditChain['backwards'][number][] = [];
  const told = new ToldBatches();
  let entries = 0;
  let last: AuditRecord | null = null;
  let expected: AuditRecord | null = null;
  for (const record of readAudit(db)) {
    const missing = record.entry - (last?.entry ?? 0) - 1;
    const breaks: AuditBreak[] = [];
    if (missing > 0) breaks.push('gap');
    if (record.previous !== (last?.hash ?? '')) breaks.push('unlinked');
    if (record.hash !== hashOf(record)) breaks.push('altered');
    if (breaks.length > 0) broken.push({ record, breaks, missing: Math.max(missing, 0) });
    if (last && record.at < last.at) backwards.push({ entry: record.entry, at: record.at, before: last.at });
    if (expect !== null && record.hash.startsWith(expect)) expected = record;
    told.hear(record);
    last = record;
    entries++;
  }
  return { entries, last, broken, backwards, unrecordedBatches: told.missingFrom(db), expected };
}

/** Which batches the log tells of: by number, or by the moment that both were recorded at. */
class ToldBatches {
  private readonly numbers = new Set<unknown>();
  private readonly moments = new Set<string>();

  hear({ at, details }: AuditRecord): void {
    this.moments.add(at);
    try {
      this.numbers.add((JSON.parse(details) as { batch?: unknown } | null)?.batch);
    } catch {
      // altered, and told so
    }
  }

  missingFrom(db: Database): number[] {
    const batches = db.prepare('SELECT id, recorded_at FROM batch ORDER BY id').raw().all() as [
      number,
      string,
    ][];
    return batches
      .filter(([batch, at]) => !this.numbers.has(batch) && !this.moments.has(at))
      .map(([batch]) => batch);
  }
}
