import type { CheckedPart, DatabaseInfo } from '../domain/database-state.js';
import { lookAt } from '../store/as-it-is.js';
import { databaseInfo } from '../store/database-info.js';
import { checkFile } from '../store/soundness.js';

/** What the register holds and how it lies on the disk. Throws UserError `database.*` and BusyError. */
export const lookAtDatabase = (dbFile: string): DatabaseInfo =>
  lookAt(dbFile, (db) => databaseInfo(db, dbFile));

/**
 * Everything that can be wrong with the file and that no command would notice by itself. Throws UserError
 * `database.missing`, `database.foreign`, `database.newer`, and BusyError.
 */
export const checkDatabase = (dbFile: string): CheckedPart[] => checkFile(dbFile);
