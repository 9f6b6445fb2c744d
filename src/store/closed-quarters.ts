import type { Quarter } from '../domain/quarter.js';
import type { Database } from './open.js';

/** The quarters that have been closed for at least one district: only their payments can come back. */
export function loadClosedQuarters(db: Database): Set<Quarter> {
  return new Set(db.prepare('SELECT DISTINCT quarter FROM closed_quarter').pluck().all() as Quarter[]);
}
