import type { AuditRecord, ReadEntry } from '../domain/audit.js';
import type { Day } from '../domain/day.js';
import { lookAt } from '../store/as-it-is.js';
import { readAudit, recordAudit } from '../store/audit.js';
import { inUserTerms, openDatabase } from '../store/open.js';
import type { Surroundings } from './policy-workspace.js';

export interface AuditQuestion {
  /** Days in Chengdu, both included. */
  since: Day | null;
  until: Day | null;
  /** Words of the command, such as `import` or `import undo`. */
  command: string | null;
  /** The user of the machine. */
  user: string | null;
  /** Whom `--by` named. */
  by: string | null;
}

/**
 * The entries of the audit log that are asked for, the newest last. Throws UserError `database.*` and
 * BusyError.
 */
export function listAudit(dbFile: string, question: AuditQuestion): ReadEntry[] {
  const { since, until } = question;
  return lookAt(dbFile, (db) => {
    const records = readAudit(db, { since: since && beginningOf(since), until: until && endOf(until) });
    return [...records].map(readEntry).filter((entry) => fits(entry, question));
  });
}

/** Records that somebody saw the log with whole numbers. */
export function recordReveal({ now, user }: Surroundings, dbFile: string, command: string): void {
  const db = openDatabase(dbFile);
  try {
    inUserTerms(dbFile, () => recordAudit(db, { at: now, user, command, details: { reveal: true } }));
  } finally {
    db.close();
  }
}

const beginningOf = (day: Day): string => new Date(`${day}T00:00:00+08:00`).toISOString();
const endOf = (day: Day): string => new Date(`${day}T23:59:59.999+08:00`).toISOString();

function readEntry(record: AuditRecord): ReadEntry {
  const details = parsed(record.details);
  const by = typeof details?.by === 'string' ? details.by : null;
  return { record, by, details };
}

function parsed(text: string): ReadEntry['details'] {
  try {
    const details: unknown = JSON.parse(text);
    return typeof details === 'object' && details !== null ? (details as ReadEntry['details']) : null;
  } catch {
    return null;
  }
}

function fits({ record, by }: ReadEntry, question: AuditQuestion): boolean {
  const { command, user } = question;
  return (
    (command === null || ` ${record.command} `.includes(` ${command.trim()} `)) &&
    (user === null || record.user === user) &&
    (question.by === null || by === question.by.trim())
  );
}
