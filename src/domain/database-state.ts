import type { FactCount } from './batches.js';
import type { Finding } from './finding.js';

/** What `db check` looks at, in this order. */
export const DATABASE_CHECKS = ['pages', 'references', 'schema', 'audit', 'facts'] as const;
export type DatabaseCheck = (typeof DATABASE_CHECKS)[number];

export interface CheckedPart {
  check: DatabaseCheck;
  findings: readonly Finding[];
}

/** Facts of one kind: how many stand today, and how many rows there are with those that were replaced. */
export interface HeldFacts {
  fact: FactCount['fact'];
  standing: number;
  recorded: number;
}

export interface DatabaseInfo {
  file: string;
  bytes: number;
  /** What is still in the write-ahead log beside the file. */
  walBytes: number;
  schemaVersion: number;
  /** The version that this program brings a database to. */
  supportedVersion: number;
  journalMode: string;
  pageSize: number;
  pages: number;
  freePages: number;
  people: number;
  units: number;
  facts: readonly HeldFacts[];
  batches: number;
  lastBatch: { batch: number; dataset: string; at: string; user: string } | null;
  auditEntries: number;
}

/** A copy of the register that has been checked. */
export interface BackupDone {
  file: string;
  bytes: number;
  sha256: string;
  schemaVersion: number;
  auditEntries: number;
}

export interface RestoreDone {
  /** The database as it is now. */
  file: string;
  /** The backup that it was made from. */
  backup: string;
  backupSha256: string;
  /** The database that was there before and stays beside; null: there was none. */
  kept: string | null;
  keptSha256: string | null;
  /** What whoever goes on with it has to know. */
  findings: readonly Finding[];
  schemaVersion: number;
}
