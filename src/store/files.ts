import type { Day } from '../domain/day.js';
import { undoneBatches } from './batches.js';
import type { Database } from './open.js';

/** The file a fact was read from, and the batch that brought it. */
export interface KnownFile {
  batch: number;
  name: string;
  /** The day it spoke of. */
  asOf: Day;
}

/** Every file ever imported, by the number that facts carry. */
export function loadFiles(db: Database): Map<number, KnownFile> {
  const rows = db.prepare('SELECT id, batch, name, as_of FROM file').raw().all() as [
    number,
    number,
    string,
    Day,
  ][];
  return new Map(rows.map(([id, batch, name, asOf]) => [id, { batch, name, asOf }]));
}

/** An import of the same bytes, under any name, on any day. */
export interface EarlierImport {
  file: number;
  batch: number;
  asOf: Day;
  /** Lines that were refused then, and may be mended by now. */
  refused: ReadonlySet<number>;
  /**
   * Something that it was planned upon has been taken back since: a row that said nothing new then may do so
   * now, so that the file must be read as if for the first time.
   */
  disturbed: boolean;
}

/**
 * Earlier imports of a content into a dataset with the same supplied columns, the first one first. One that was
 * taken back is as if it had never been.
 */
export function findEarlierImports(
  db: Database,
  { dataset, sha256, givenColumns }: { dataset: string; sha256: string; givenColumns: string },
): EarlierImport[] {
  const found = db
    .prepare(
      `SELECT file.id, batch, as_of FROM file JOIN batch ON batch.id = file.batch
       WHERE sha256 = ? AND dataset = ? AND given_columns = ? ORDER BY file.id`,
    )
    .raw()
    .all(sha256, dataset, givenColumns) as [number, number, Day][];
  const refusedLines = db.prepare('SELECT line FROM refused_row WHERE file = ?').pluck();
  const undone = [...undoneBatches(db)];
  const isUndone = new Set(undone.map(([batch]) => batch));
  const standing = found.filter(([, batch]) => !isUndone.has(batch));
  return standing.map(([file, batch, asOf]) => ({
    file,
    batch,
    asOf,
    disturbed: undone.some(([before, by]) => before < batch && batch < by),
    refused: new Set(refusedLines.all(file) as number[]),
  }));
}
