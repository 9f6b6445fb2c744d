import type { ManifestEntry } from '../domain/papers.js';
import type { Quarter } from '../domain/quarter.js';
import { BulkInsert } from './bulk-insert.js';
import type { Database } from './open.js';

/** A paper of a frozen quarter as it was handed out first. */
export interface IssuedPaper {
  id: number;
  /** With its ending. */
  name: string;
  bytes: Uint8Array;
  /** What the manifest says of it. */
  entry: ManifestEntry;
  /** Holds whole identity and card numbers. */
  whole: boolean;
  /** For its owner alone. */
  confidential: boolean;
  /** What the manifest says of it beside its row. */
  notes: readonly string[];
}

/** A paper that is about to be handed out for the first time. */
export interface NewIssuedPaper extends Omit<IssuedPaper, 'id' | 'notes'> {
  notes?: readonly string[];
  /** The lines that a bank file sends. */
  sent?: readonly BankEntry[];
  quarter: Quarter;
  /** What was asked for: asking for the same again gives the same bytes. */
  request: string;
  at: Date;
  user: string;
  knownBatch: number;
}

interface Row {
  id: number;
  name: string;
  entry: string;
  bytes: Uint8Array;
}

/** What was handed out for a request; null: nothing yet. */
export function loadIssued(db: Database, request: string): IssuedPaper | null {
  const row = db.prepare('SELECT id, name, entry, bytes FROM issued_paper WHERE request = ?').get(request) as
    | Row
    | undefined;
  return row ? asIssued(row) : null;
}

function asIssued({ id, name, entry, bytes }: Row): IssuedPaper {
  const stored = JSON.parse(entry) as Pick<IssuedPaper, 'entry' | 'whole' | 'confidential' | 'notes'>;
  // what was issued before there were rewards had none
  const rewardFen = stored.entry.dueFen === null ? null : 0;
  return {
    ...stored,
    entry: { ...stored.entry, rewardFen: stored.entry.rewardFen ?? rewardFen },
    id,
    name,
    bytes,
  };
}

/** The papers of one repeated sending of a quarter (补1, 补2 …), the manifest last. */
export const loadRepeated = (db: Database, quarter: Quarter, number: number): IssuedPaper[] =>
  (
    db
      .prepare(
        `SELECT id, name, entry, bytes FROM issued_paper
         WHERE quarter = ? AND json_extract(request, '$.retry') = ? ORDER BY id`,
      )
      .all(quarter, number) as Row[]
  ).map(asIssued);

/** How many repeated sendings a quarter has had. */
export const lastRepeated = (db: Database, quarter: Quarter): number =>
  db
    .prepare("SELECT coalesce(max(json_extract(request, '$.retry')), 0) FROM issued_paper WHERE quarter = ?")
    .pluck()
    .get(quarter) as number;

/** The bank file in which a line was sent last: its name and when it was handed out. */
export const lastBankFile = (db: Database, line: number): { file: string; at: string } | undefined =>
  db
    .prepare(
      `SELECT name AS file, at FROM bank_entry JOIN issued_paper ON issued_paper.id = paper
       WHERE line = ? ORDER BY attempt DESC LIMIT 1`,
    )
    .get(line) as { file: string; at: string } | undefined;

/** Whether a bank file is recorded as sending lines; another layout of one that is does not. */
export const sendsLines = (db: Database, paper: number): boolean =>
  db.prepare('SELECT EXISTS (SELECT 1 FROM bank_entry WHERE paper = ?)').pluck().get(paper) === 1;

/** Every bank file that sends lines: its name, when it was handed out, and what tells it from others. */
export const sentBankFiles = (db: Database): { file: string; at: string; sha256: string }[] =>
  db
    .prepare(
      `SELECT name AS file, at, sha256 FROM issued_paper
       WHERE id IN (SELECT paper FROM bank_entry) ORDER BY id`,
    )
    .all() as { file: string; at: string; sha256: string }[];

/** A line that a bank file sends for the so-many-th time, after the payment that failed. */
export interface BankEntry {
  line: number;
  attempt: number;
  answer: number | null;
}

/** Records which lines a bank file sends. The database refuses a line that is under way. */
function insertBankEntries(db: Database, paper: number, entries: readonly BankEntry[]): void {
  const insert = new BulkInsert(db, 'bank_entry', ['line', 'attempt', 'answer'], { paper });
  for (const { line, attempt, answer } of entries) insert.add([line, attempt, answer]);
  insert.flush();
}

/** Keeps a paper for ever. Returns its number. */
export function insertIssued(db: Database, paper: NewIssuedPaper): number {
  const {
    quarter,
    request,
    name,
    entry,
    whole,
    confidential,
    notes = [],
    bytes,
    at,
    user,
    knownBatch,
  } = paper;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO issued_paper (quarter, request, name, sha256, entry, bytes, at, user, known_batch)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[quarter, request, name, entry.sha256, JSON.stringify({ entry, whole, confidential, notes })],
      ...[Buffer.from(bytes), at.toISOString(), user, knownBatch],
    );
  const id = Number(lastInsertRowid);
  if (paper.sent) insertBankEntries(db, id, paper.sent);
  return id;
}
