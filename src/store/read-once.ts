import type { Database } from './open.js';

/** Answers by question, of the databases that are being read once. */
const reading = new WeakMap<Database, Map<string, unknown>>();

/**
 * Runs work that asks many questions of one moment: what `once` reads is read a single time, and everything
 * else inside one read transaction, so that all answers fit together. Nothing may be written meanwhile. Work that
 * is part of such work shares what has been read.
 */
export function readOnce<Result>(db: Database, work: () => Result): Result {
  if (isReadOnce(db)) return work();
  reading.set(db, new Map());
  try {
    return db.transaction(work).deferred();
  } finally {
    reading.delete(db);
  }
}

/** Whether several questions are being asked of one moment. */
export const isReadOnce = (db: Database): boolean => reading.has(db);

/** The answer that is known already inside `readOnce`; elsewhere it is read anew each time. */
export function once<Answer>(db: Database, question: string, read: () => Answer): Answer {
  const known = reading.get(db);
  if (!known) return read();
  if (!known.has(question)) known.set(question, read());
  return known.get(question) as Answer;
}
