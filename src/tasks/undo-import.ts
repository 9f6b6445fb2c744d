import type { BatchContents, BatchRecord } from '../domain/batches.js';
import { type Finding, finding } from '../domain/finding.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { recordAudit } from '../store/audit.js';
import { batchContents } from '../store/batch-contents.js';
import { type StandingOnIt, undoBatch } from '../store/undo.js';
import { findBatch } from './batches.js';
import type { Workspace } from './workspace.js';

export interface UndoRequest {
  batch: number;
  /** Who answers for it; null: the user of the machine. */
  by: string | null;
  dryRun: boolean;
}

export interface UndoResult {
  /** The batch that was taken back. */
  undone: BatchRecord;
  /** The batch that did it; null: nothing was written. */
  batch: number | null;
  /** What stands again counts as recorded, what was taken back as superseded. */
  contents: BatchContents;
}

/** Ends a transaction that was only a trial. */
class TrialEnds extends Error {}

/**
 * Takes back exactly what a batch did, in one transaction or not at all: what it recorded is superseded, what
 * it superseded stands again. Throws UserError `batch.unknown`, `batch.undone`, `batch.stood-on` (with a finding
 * for each entry that stands on it), and BusyError.
 */
export function undoImport(workspace: Workspace, request: UndoRequest): UndoResult {
  const { db } = workspace;
  let trial: UndoResult | undefined;
  const run = db.transaction(() => {
    const result = takeBack(workspace, request);
    if (!request.dryRun) return result;
    trial = { ...result, batch: null };
    throw new TrialEnds();
  });
  try {
    return run.immediate();
  } catch (error) {
    if (error instanceof TrialEnds && trial) return trial;
    throw error;
  }
}

function takeBack(workspace: Workspace, { batch: undoes, by }: UndoRequest): UndoResult {
  const { db, now, user } = workspace;
  const undone = findBatch(workspace, undoes);
  if (undone.undoneBy !== null) throw new UserError('batch.undone', { batch: undoes, by: undone.undoneBy });
  const { batch, standing } = undoBatch(db, { undoes, recordedAt: now.toISOString(), user: by ?? user });
  if (standing.length > 0) {
    const later = [...new Set(standing.map((each) => each.batch))].sort((a, b) => b - a);
    throw new UserError(
      'batch.stood-on',
      { batch: undoes, later, facts: standing.length },
      standing.map((each) => standsOn(undoes, each)),
    );
  }
  const contents = batchContents(db, batch);
  recordAudit(db, {
    at: now,
    user,
    command: 'import undo',
    details: { batch, undoes, by, facts: contents.facts },
  });
  return { undone, batch, contents };
}

function standsOn(batch: number, { batch: later, file, line, name, idNumber, code }: StandingOnIt): Finding {
  const subject =
    idNumber === null
      ? [name, code].filter(Boolean).join(' ')
      : personSubject({ name: name ?? '', idNumber });
  return finding(
    'batch.stands-on',
    'error',
    subject,
    { batch, later },
    {
      file: file ?? undefined,
      line: line ?? undefined,
    },
  );
}
