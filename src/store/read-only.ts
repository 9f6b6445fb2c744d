import type { Database } from './open.js';

/** Runs work that sees one state of the register throughout, and during which every change to it is refused. */
export function withoutWrites<Result>(db: Database, work: () => Result): Result {
  db.pragma('query_only = ON');
  try {
    return db.transaction(work)();
  } finally {
    db.pragma('query_only = OFF');
  }
}
