import type { Closing } from '../domain/closing.js';
import type { ManifestEntry } from '../domain/papers.js';
import type { Quarter } from '../domain/quarter.js';
import { canMove } from '../domain/quarter-life.js';
import { BusyError } from '../domain/user-error.js';
import { recordAudit } from '../store/audit.js';
import { loadClosings } from '../store/closings.js';
import { insertIssued, loadIssued, type NewIssuedPaper } from '../store/issued-papers.js';
import { mayBeSent } from './bank-files.js';
import { move } from './move-quarter.js';
import type { Workspace } from './workspace.js';

export type { BankEntry, IssuedPaper } from '../store/issued-papers.js';

/** A paper that is kept for ever once it is handed out. */
export type FirstIssue = Omit<NewIssuedPaper, 'quarter' | 'at' | 'user'>;

/** Files that are about to be handed out, and what that does to the quarter. */
export interface HandOut {
  quarter: Quarter;
  /** Who hands them out. */
  by: string;
  /** The closings that the papers are of, as they were read. */
  closings: readonly Closing[];
  /** Those of them whose payroll or bank file is among the papers. */
  exported: readonly Closing[];
  /** Papers of frozen quarters that were never handed out before. */
  issued: readonly FirstIssue[];
  /** Every file that is new in the folder. */
  files: readonly ManifestEntry[];
}

/** What was handed out for this request before; null: nothing. */
export const issuedBefore = ({ db }: Workspace, request: string) => loadIssued(db, request);

/**
 * Records what is handed out, before it is: approved quarters become exported, papers of frozen quarters are
 * kept byte for byte, and the audit log says which files with which sums. All of it or nothing. Returns the
 * districts that were moved. Throws BusyError where somebody else moved one of the quarters meanwhile.
 */
export function recordHandOut(workspace: Workspace, handOut: HandOut): string[] {
  const { db, dbFile, now, user } = workspace;
  const { quarter, by, closings, exported, issued } = handOut;
  const moves = exported.some(({ state }) => canMove(state, 'export'));
  // the very files stand there already: nothing is handed out
  if (!moves && issued.length === 0 && handOut.files.length === 0) return [];
  return db
    .transaction(() => {
      const standing = new Map(loadClosings(db, quarter).map((closing) => [closing.id, closing]));
      const isSame = ({ id, state }: Closing) =>
        (standing.get(id)?.state === 'closed') === (state === 'closed') && standing.has(id);
      if (!closings.every(isSame)) throw new BusyError(dbFile);
      // payroll and bank file of one closing move it once
      const wanted = new Set(exported.map(({ id }) => id));
      const moved = [...standing.values()].filter(
        ({ id, state }) => wanted.has(id) && canMove(state, 'export'),
      );
      if (moved.length > 0) move(workspace, moved, 'export', { by }, { notice: null, reason: null });
      for (const paper of issued) {
        // somebody else asked for the same meanwhile: the first one counts
        if (loadIssued(db, paper.request)) throw new BusyError(dbFile);
        // or sent one of the lines in another file, or recorded that it is paid
        if (!mayBeSent(db, closings, paper.sent ?? [])) throw new BusyError(dbFile);
        insertIssued(db, { ...paper, quarter, at: now, user });
      }
      const files = [...new Set([...issued.map(({ entry }) => entry), ...handOut.files])];
      if (files.length > 0) {
        const numbers = closings.map(({ id }) => id);
        const details = { quarter, by, closings: numbers, files };
        recordAudit(db, { at: now, user, command: 'subsidy export', details });
      }
      return moved.map(({ district }) => district);
    })
    .immediate();
}
