import type { BatchFile, BatchRecord } from '../domain/batches.js';
import type { OutcomeCounts } from '../domain/changes.js';
import type { Database } from './open.js';
import type { KnownAt } from './standing.js';

/**
 * The last batch recorded by a moment: what `KnownAt` means by that moment. 0: nothing was known yet. Batches
 * after one that is later than the moment are later too, also where the clock was set back in between.
 */
export function batchKnownAt(db: Database, moment: Date): number {
  return db
    .prepare(
      `SELECT coalesce(max(id), 0) FROM batch
       WHERE id < (SELECT coalesce(min(id), :endless) FROM batch WHERE recorded_at > :moment)`,
    )
    .pluck()
    .get({ moment: moment.toISOString(), endless: Number.MAX_SAFE_INTEGER }) as number;
}

type BatchRow = Omit<BatchRecord, 'counts' | 'files' | 'undoneBy'> & OutcomeCounts;
type FileRow = BatchFile & { batch: number };

/** Every batch in the order recorded, as known after `knownAt`; of one batch alone where that is asked. */
export function loadBatches(db: Database, knownAt?: KnownAt, only?: number): BatchRecord[] {
  const last = knownAt ?? Number.MAX_SAFE_INTEGER;
  const batches = db
    .prepare(
      `SELECT id AS batch, dataset, recorded_at AS recordedAt, user, read, new, changed, same, conflict, rejected,
         skipped, undoes
       FROM batch LEFT JOIN undo ON undo.batch = batch.id WHERE id <= :last AND id = coalesce(:only, id)
       ORDER BY id`,
    )
    .all({ last, only: only ?? null }) as BatchRow[];
  const files = db
    .prepare(
      `SELECT batch, name, sha256, encoding, as_of AS asOf, rows FROM file
       WHERE batch <= :last AND batch = coalesce(:only, batch) ORDER BY id`,
    )
    .all({ last, only: only ?? null }) as FileRow[];
  const undoneBy = undoneBatches(db, knownAt);
  return batches.map(({ batch, dataset, recordedAt, user, undoes, ...counts }) => ({
    batch,
    dataset,
    recordedAt,
    user,
    counts,
    files: files.filter((file) => file.batch === batch).map(({ batch: _, ...file }) => file),
    undoes,
    undoneBy: undoneBy.get(batch) ?? null,
  }));
}

/** Every batch that is taken back, by the batch that did it; an undo that was undone itself does not count. */
export function undoneBatches(db: Database, knownAt?: KnownAt): Map<number, number> {
  const undoneBy = new Map<number, number>();
  const undos = db
    .prepare('SELECT batch, undoes FROM undo WHERE batch <= ? ORDER BY batch DESC')
    .raw()
    .all(knownAt ?? Number.MAX_SAFE_INTEGER) as [number, number][];
  for (const [batch, undoes] of undos) if (!undoneBy.has(batch)) undoneBy.set(undoes, batch);
  return undoneBy;
}

/** The number of the last batch; 0: there is none. */
export const lastBatch = (db: Database): number =>
  db.prepare('SELECT coalesce(max(id), 0) FROM batch').pluck().get() as number;
