/** One entry of the audit log as it stands in the database. */
export interface AuditRecord {
  entry: number;
  /** ISO moment. */
  at: string;
  /** The user of the machine. */
  user: string;
  command: string;
  /** JSON, as it was hashed. */
  details: string;
  /** The hash of the entry before; empty for the first. */
  previous: string;
  hash: string;
}

/**
 * `altered`: the hash is not that of the content. `unlinked`: it does not carry the hash of the entry before.
 * `gap`: the entries just before it are not there.
 */
export type AuditBreak = 'altered' | 'unlinked' | 'gap';

export interface BrokenEntry {
  record: AuditRecord;
  breaks: readonly AuditBreak[];
  /** How many numbers are missing just before it. */
  missing: number;
}

/** What reading the whole log from its first entry shows. */
export interface AuditChain {
  entries: number;
  last: AuditRecord | null;
  broken: readonly BrokenEntry[];
  /** Entries with an earlier time than the one before: a clock that was set back, or SHEGONG_NOW. */
  backwards: readonly { entry: number; at: string; before: string }[];
  /** Batches that no entry tells of: the end of the log was cut off. */
  unrecordedBatches: readonly number[];
  /** The entry whose hash begins as asked; null: there is none, or nobody asked. */
  expected: AuditRecord | null;
}

/** An entry with what its details say. */
export interface ReadEntry {
  record: AuditRecord;
  by: string | null;
  /** null: the text is no JSON any more. */
  details: Readonly<Record<string, unknown>> | null;
}
