import BetterSqlite from 'better-sqlite3';
import { type CheckedPart, DATABASE_CHECKS, type DatabaseCheck } from '../domain/database-state.js';
import { type Finding, finding } from '../domain/finding.js';
import { connectAsItIs, requireFile } from './as-it-is.js';
import { auditChain } from './audit-chain.js';
import { chainFindings } from './audit-findings.js';
import { brokenFacts } from './fact-rules.js';
import { type Database, inUserTerms } from './open.js';
import { schemaDifferences } from './schema-differences.js';

type Look = (db: Database, subject: string) => Finding[];

/** Each check by name: what it finds is an error. */
const LOOKS: Record<DatabaseCheck, Look> = {
  pages: damagedPages,
  references: danglingReferences,
  schema: schemaDifferences,
  audit: (db, subject) => chainFindings(auditChain(db), subject),
  facts: brokenFacts,
};

/**
 * Looks at a register from its pages to its facts and changes nothing. `shownAs`: what findings call the file. Damage is
 * what it finds, not a reason to stop. Throws UserError `database.missing`, `database.newer`, `database.foreign` (the
 * database of another program), and BusyError.
 */
export function checkFile(file: string, shownAs: string = file): CheckedPart[] {
  requireFile(file);
  return inUserTerms(shownAs, () => {
    let db: Database;
    try {
      db = connectAsItIs(file, shownAs);
    } catch (error) {
      if (!isDamage(error)) throw error;
      const found = isNoDatabase(error)
        ? finding('database.header-damaged', 'error', shownAs, {})
        : finding('database.part-unreadable', 'error', shownAs, { check: 'pages' });
      return [{ check: 'pages', findings: [found] }];
    }
    try {
      return DATABASE_CHECKS.map((check) => ({ check, findings: look(db, check, shownAs) }));
    } finally {
      db.close();
    }
  });
}

function look(db: Database, check: DatabaseCheck, subject: string): Finding[] {
  try {
    return LOOKS[check](db, subject);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [finding('database.part-unreadable', 'error', subject, { check })];
  }
}

const isNoDatabase = (error: unknown): boolean =>
  error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_NOTADB');

/** SQLITE_ERROR: a table or column that a check reads is not there. */
const isDamage = (error: unknown): boolean =>
  error instanceof BetterSqlite.SqliteError && /^SQLITE_(CORRUPT|NOTADB|ERROR$|IOERR)/.test(error.code);

function damagedPages(db: Database, subject: string): Finding[] {
  const reported = db.prepare('PRAGMA integrity_check(100)').pluck().all();
  if (reported.length === 1 && reported[0] === 'ok') return [];
  return [finding('database.page-damaged', 'error', subject, { problems: reported.length })];
}

function danglingReferences(db: Database, subject: string): Finding[] {
  const rows = db
    .prepare('SELECT "table", parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1, 2')
    .all() as { table: string; parent: string; rows: number }[];
  return rows.map((dangling) => finding('database.dangling', 'error', subject, dangling));
}
