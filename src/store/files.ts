import type { Day } from '../domain/day.js';
import { batchContents } from './batch-contents.js';
import { undoneBatches } from './batches.js';
import { loadLinks } from './links.js';
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
  /** What has been taken back, or parted, since that was known when it was planned. */
  disturbed: Disturbance;
}

/**
 * Whom that touched: what a row says of them, and said nothing new then, may be news now. Of others it would
 * only bring back what has been corrected since.
 */
interface Disturbance {
  /** Anything at all. */
  any: boolean;
  /** Identity numbers and codes of units. */
  subjects: ReadonlySet<string>;
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
  const parted = db
    .prepare('SELECT recorded, superseded FROM person_link WHERE superseded IS NOT NULL')
    .raw()
    .all() as [number, number][];
  const takenBack = [...undone, ...parted];
  return standing.map(([file, batch, asOf]) => ({
    file,
    batch,
    asOf,
    disturbed: disturbanceOf(
      db,
      takenBack.filter(([before, by]) => before < batch && batch < by).map(([, by]) => by),
    ),
    refused: new Set(refusedLines.all(file) as number[]),
  }));
}

function disturbanceOf(db: Database, batches: readonly number[]): Disturbance {
  const kept = db
    .prepare(
      `SELECT id_number FROM person_link JOIN person ON person.id = kept
       WHERE recorded = :batch OR superseded = :batch`,
    )
    .pluck();
  const links = loadLinks(db);
  const subjects = new Set<string>();
  for (const batch of new Set(batches)) {
    for (const number of kept.all({ batch }) as string[]) subjects.add(number);
    for (const { idNumber, code } of batchContents(db, batch).touched) {
      const number = idNumber ?? code ?? '';
      subjects.add(number).add(links.keptNumber(number) ?? number);
    }
  }
  return { any: batches.length > 0, subjects };
}

/**
 * Finds the file of a dataset that refused a row: the register's number of the latest one of the name that refused
 * the line, of imports that stand; null when there is none.
 */
export function refusedRows(db: Database, dataset: string): (name: string, line: number) => number | null {
  const undone = new Set([...undoneBatches(db)].map(([batch]) => batch));
  const refused = db
    .prepare(
      `SELECT file.id, batch FROM refused_row JOIN file ON file.id = file JOIN batch ON batch.id = batch
       WHERE dataset = ? AND file.name = ? AND refused_row.line = ? ORDER BY file.id DESC`,
    )
    .raw();
  return (name, line) => {
    const found = refused.all(dataset, name, line) as [number, number][];
    return found.find(([, batch]) => !undone.has(batch))?.[0] ?? null;
  };
}
