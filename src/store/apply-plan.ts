import type { Statement } from 'better-sqlite3';
import type { FactChange, FactKind, OutcomeCounts, RowPlan } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import { BulkInsert } from './bulk-insert.js';
import { FACT_TABLES } from './fact-tables.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';
import { createOwnPosts } from './own-posts.js';

/** One file of an import, for the record. */
export interface ImportedFile {
  name: string;
  sha256: string;
  bytes: number;
  encoding: string;
  asOf: Day;
  /** What `--set` supplied, as JSON: the same bytes with other values are another file. */
  givenColumns: string;
  rows: number;
}

export interface PlanToApply {
  dataset: string;
  /** ISO moment. */
  recordedAt: string;
  user: string;
  counts: OutcomeCounts;
  files: readonly ImportedFile[];
  rows: readonly RowPlan[];
  newPeople: readonly string[];
  newUnits: readonly string[];
}

/**
 * Writes a plan: the batch, its files, the refused rows and every fact, superseding what stood before.
 * Returns the batch's number. Call inside a transaction: all of it, or nothing.
 */
export function applyPlan(db: Database, plan: PlanToApply): number {
  const batch = insertBatch(db, plan);
  const files = plan.files.map((file) => insertFile(db, batch, file));
  const people = insertIdentities(db, 'person', 'id_number', plan.newPeople);
  const units = insertIdentities(db, 'unit', 'code', plan.newUnits);
  const posts = db.prepare('SELECT coalesce(max(post), 0) FROM post').pluck().get() as number;
  const writer = new FactWriter(db, batch);
  const ownPost = createOwnPosts(db, batch, () => posts + newPosts(plan));
  const refused = new BulkInsert(db, 'refused_row', ['file', 'line']);
  const ownerOf = ({ fact, owner }: FactChange) =>
    owner !== null && owner < 0 ? (fact === 'unit' || fact === 'succession' ? units : people)(-owner) : owner;
  for (const { file, line, outcome } of plan.rows) {
    if (outcome === 'conflict' || outcome === 'rejected') refused.add([files[file] as number, line]);
  }
  // In order of the owner, so that every index grows at its end.
  const writing = plan.rows.filter(({ changes }) => changes.length > 0);
  const inOrder = writing
    .map((row) => ({ row, owner: ownerOf(row.changes[0] as FactChange) ?? 0 }))
    .sort((a, b) => a.owner - b.owner);
  for (const { row } of inOrder) {
    const { file, line, changes } = row;
    for (const change of changes) {
      const owner = ownerOf(change);
      let post = change.post !== undefined && change.post < 0 ? posts - change.post : (change.post ?? 0);
      if (owner !== null && post > 0 && writer.isJoined(owner)) post = ownPost(changes, owner, post);
      writer.write(change, owner, post, files[file] as number, line);
    }
  }
  refused.flush();
  writer.flush();
  return batch;
}

/** How many posts a plan gives numbers to. */
const newPosts = ({ rows }: PlanToApply): number =>
  rows.reduce((most, { changes }) => changes.reduce((max, { post = 0 }) => Math.max(max, -post), most), 0);

class FactWriter {
  private readonly inserts = new Map<FactKind, BulkInsert>();
  private readonly supersedes = new Map<FactKind, Statement>();
  /** Whether facts of other numbers are shown as those of this person. */
  readonly isJoined: (owner: number | null) => boolean;

  constructor(
    private readonly db: Database,
    private readonly batch: number,
  ) {
    const joined = new Set(
      loadLinks(db)
        .groups()
        .map(([kept]) => kept),
    );
    this.isJoined = (owner) => owner !== null && joined.has(owner);
  }

  write(change: FactChange, owner: number | null, post: number, file: number, line: number): void {
    // The table fits the change by its kind; the compiler cannot follow that through the map.
    const spec = FACT_TABLES[change.fact] as (typeof FACT_TABLES)['details'];
    if (change.before !== null) {
      const { changes } = this.supersede(change.fact).run(
        this.batch,
        spec.key(change.before as never, owner, post),
      );
      // What people who are one know may be recorded under the other number, and stays there.
      if (changes !== 1 && !(changes === 0 && this.isJoined(owner)))
        throw new Error(`${change.fact}: ${changes} standing facts where the plan saw one`);
    }
    this.insert(change.fact).add(spec.values(change.after as never, owner, post), [file, line]);
  }

  flush(): void {
    for (const insert of this.inserts.values()) insert.flush();
  }

  private insert(fact: FactKind): BulkInsert {
    let insert = this.inserts.get(fact);
    if (!insert) {
      const { table, columns } = FACT_TABLES[fact];
      insert = new BulkInsert(this.db, table, [...columns, 'file', 'line'], { recorded: this.batch });
      this.inserts.set(fact, insert);
    }
    return insert;
  }

  private supersede(fact: FactKind): Statement {
    let statement = this.supersedes.get(fact);
    if (!statement) {
      const { table, standing } = FACT_TABLES[fact];
      statement = this.db.prepare(
        `UPDATE ${table} SET superseded = ? WHERE superseded IS NULL AND ${standing}`,
      );
      this.supersedes.set(fact, statement);
    }
    return statement;
  }
}

function insertBatch(db: Database, { dataset, recordedAt, user, counts }: PlanToApply): number {
  const inserted = db
    .prepare(
      `INSERT INTO batch (dataset, recorded_at, user, read, new, changed, same, conflict, rejected, skipped)
       VALUES (@dataset, @recordedAt, @user, @read, @new, @changed, @same, @conflict, @rejected, @skipped)`,
    )
    .run({ dataset, recordedAt, user, ...counts });
  return Number(inserted.lastInsertRowid);
}

function insertFile(db: Database, batch: number, file: ImportedFile): number {
  const inserted = db
    .prepare(
      `INSERT INTO file (batch, name, sha256, bytes, encoding, as_of, given_columns, rows)
       VALUES (@batch, @name, @sha256, @bytes, @encoding, @asOf, @givenColumns, @rows)`,
    )
    .run({ batch, ...file });
  return Number(inserted.lastInsertRowid);
}

/**
 * Gives new identities numbers in order of their names, so that the index on names grows at its end; one that
 * is there already, because what was known of it has been taken back, keeps its number.
 * Returns the number given to the nth of them, from 1.
 */
function insertIdentities(
  db: Database,
  table: 'person' | 'unit',
  column: string,
  names: readonly string[],
): (nth: number) => number {
  let highest = db.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() as number;
  const insert = new BulkInsert(db, table, ['id', column]);
  const numberOf = db.prepare(`SELECT id FROM ${table} WHERE ${column} = ?`).pluck();
  const numbers: number[] = [];
  // an empty register, the largest import there is, has nobody to look for
  const mayBeThere = highest > 0;
  const positions = names.map((_, position) => position);
  positions.sort((a, b) => ((names[a] as string) < (names[b] as string) ? -1 : 1));
  for (const position of positions) {
    const name = names[position] as string;
    const there = mayBeThere ? (numberOf.get(name) as number | undefined) : undefined;
    numbers[position] = there ?? ++highest;
    if (there === undefined) insert.add([highest, name]);
  }
  insert.flush();
  return (nth) => numbers[nth - 1] as number;
}
