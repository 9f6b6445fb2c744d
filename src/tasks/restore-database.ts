import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { RestoreDone } from '../domain/database-state.js';
import { dayInChengdu, minuteInChengdu } from '../domain/day.js';
import { type Finding, finding, hasError } from '../domain/finding.js';
import { BusyError, UserError } from '../domain/user-error.js';
import { lookAt, openAsItIs } from '../store/as-it-is.js';
import { recordAudit } from '../store/audit.js';
import { sentBankFiles } from '../store/issued-papers.js';
import { inUserTerms, schemaVersion } from '../store/open.js';
import { type KeptRegister, replaceRegister } from '../store/replace.js';
import { copyBackup } from '../store/snapshot.js';
import { checkFile } from '../store/soundness.js';
import { behindLink, discard, onFiles, sha256Of, waitingName } from '../store/whole-file.js';
import type { Surroundings } from './policy-workspace.js';

export interface RestoreRequest {
  dbFile: string;
  /** The backup; it is only read. */
  from: string;
}

/**
 * Puts a backup in the place of the register: a copy of it is checked first, the old register stays beside, and the name
 * passes from the one to the other in one step. The restored register records where it came from and what it
 * replaced. Throws UserError `file.missing`, `file.is-folder`, `file.unreadable`, `database.backup-unsound` (with what is wrong),
 * `database.foreign`, `database.newer`, `file.unwritable`, and BusyError while anybody has the old one open; then nothing
 * has changed.
 */
export async function restoreDatabase(
  surroundings: Surroundings,
  request: RestoreRequest,
): Promise<RestoreDone> {
  const { dbFile, from } = request;
  requireFile(from);
  const place = behindLink(dbFile);
  const waiting = waitingName(place);
  try {
    return await onFiles(dbFile, async () => {
      await copyBackup(from, waiting);
      // before anybody opens it: what waits in its log would become part of it
      const backup = { name: basename(from), sha256: sha256Of(waiting) };
      const version = requireSound(waiting, from);
      const kept = await replaceRegister({
        file: place,
        by: waiting,
        keepAs: freeName(place, surroundings.now),
        beforeSwap: (old) => tellRestored(surroundings, waiting, backup, old),
      });
      return {
        file: dbFile,
        backup: from,
        backupSha256: backup.sha256,
        kept: kept?.file ?? null,
        keptSha256: kept?.sha256 ?? null,
        findings: kept ? aboutBankFiles(kept.file, place) : [],
        schemaVersion: version,
      };
    });
  } finally {
    discard(waiting);
  }
}

/** Warns of bank files that the register before handed out and a restored one of before them could send again. */
function aboutBankFiles(kept: string, restored: string): Finding[] {
  const known = new Set(sentIn(restored).map(keyOf));
  const files = sentIn(kept)
    .filter((each) => !known.has(keyOf(each)))
    .map(({ file, at }) => ({ file, on: dayInChengdu(new Date(at)) }));
  return files.length === 0
    ? []
    : [finding('database.sent-since', 'warning', basename(restored), { kept: basename(kept), files })];
}

type SentFile = ReturnType<typeof sentBankFiles>[number];
const keyOf = ({ file, at, sha256 }: SentFile): string => JSON.stringify([file, at, sha256]);

/** None of a damaged register, or of one from before there were any. */
function sentIn(file: string): SentFile[] {
  try {
    return lookAt(file, sentBankFiles);
  } catch (error) {
    // the restore itself is done
    if (error instanceof UserError || error instanceof BusyError) return [];
    throw error;
  }
}

function requireFile(file: string): void {
  if (!existsSync(file)) throw new UserError('file.missing', { file });
  if (statSync(file).isDirectory()) throw new UserError('file.is-folder', { file });
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new UserError('file.unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

/** Returns the version of the schema. Throws UserError `database.foreign`, `database.newer`, `database.backup-unsound`. */
function requireSound(copy: string, from: string): number {
  const findings = checkFile(copy, from).flatMap((part) => part.findings);
  if (findings.some(({ code }) => code === 'database.header-damaged')) {
    throw new UserError('database.foreign', { file: from });
  }
  if (hasError(findings)) throw new UserError('database.backup-unsound', { file: from }, findings);
  return inUserTerms(from, () => {
    const db = openAsItIs(copy);
    try {
      return schemaVersion(db);
    } finally {
      db.close();
    }
  });
}

function tellRestored(
  { now, user }: Surroundings,
  restored: string,
  { name, sha256 }: { name: string; sha256: string },
  old: KeptRegister | null,
): void {
  const db = openAsItIs(restored);
  try {
    db.pragma('query_only = OFF');
    const replaced = old && { name: basename(old.file), sha256: old.sha256 };
    recordAudit(db, { at: now, user, command: 'db restore', details: { backup: name, sha256, replaced } });
  } finally {
    db.close();
  }
}

/** `shegong.db.before-restore-20261123-1715`, or the first such name that nobody has. */
function freeName(file: string, now: Date): string {
  const moment = minuteInChengdu(now.toISOString()).replace(/[-:]/g, '').replace(' ', '-');
  const name = `${file}.before-restore-${moment}`;
  for (let nth = 1; ; nth++) {
    const candidate = nth === 1 ? name : `${name}-${nth}`;
    if (!existsSync(candidate)) return candidate;
  }
}
