import type { BatchContents, BatchRecord } from '../domain/batches.js';
import { UserError } from '../domain/user-error.js';
import { batchContents } from '../store/batch-contents.js';
import { lastBatch, loadBatches } from '../store/batches.js';
import type { Workspace } from './workspace.js';

/** Every batch, the latest first. */
export const listBatches = ({ db, knownAt }: Workspace): BatchRecord[] => loadBatches(db, knownAt).reverse();

export interface ShownBatch {
  record: BatchRecord;
  contents: BatchContents;
}

/** One batch: its files, and what it did to whom. Throws UserError `batch.unknown`. */
export function showBatch(workspace: Workspace, batch: number): ShownBatch {
  return { record: findBatch(workspace, batch), contents: batchContents(workspace.db, batch) };
}

/** Throws UserError `batch.unknown` for a number that no batch has. */
export function findBatch({ db }: Workspace, batch: number): BatchRecord {
  const [record] = loadBatches(db, undefined, batch);
  if (record === undefined) throw new UserError('batch.unknown', { batch, last: lastBatch(db) });
  return record;
}
