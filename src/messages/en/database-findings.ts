import type { DatabaseCheck } from '../../domain/database-state.js';
import { minuteInChengdu } from '../../domain/day.js';
import type { DatabaseFindings, FactRule } from '../../domain/findings/database.js';
import type { Wording } from '../messages.js';
import { counted } from './counted.js';

/** What `db check` looks at. */
export const databaseChecks: Record<DatabaseCheck, string> = {
  pages: 'the file is whole',
  references: 'nothing points nowhere',
  schema: 'structure as made',
  audit: 'audit log unbroken',
  facts: 'facts keep their rules',
};

const RULES: Record<FactRule, string> = {
  'superseded-early': 'superseded by a batch that is not later than the one that recorded it',
  'later-file': 'the file it names came later than the batch that recorded it',
  'bad-line': 'the line it names is not a positive number',
  'bad-day': 'a day that no calendar has',
  'post-of-two': 'one post is held by two people',
  'closing-sums': 'a closed line does not add up to what its months were settled at',
  'link-circle': 'links of identity numbers run in a circle, and none of them is kept',
  'restored-nothing': 'restored from an entry that does not exist',
  'undo-mixed': 'an undo that is no undo by its batch',
};

const KEEP = 'Write nothing more to it, keep a copy, and restore the latest backup (shegong db restore).';

export const databaseFindings: Wording<DatabaseFindings> = {
  'audit.altered': ({ entry }) =>
    `Entry ${entry} of the audit log does not fit its hash: it was altered after it was written. Keep the file and compare the entry with a backup.`,
  'audit.unlinked': ({ entry }) =>
    `Entry ${entry} of the audit log does not carry the hash of the entry before: something before it was altered, removed or put in. Keep the file and compare it with a backup.`,
  'audit.gap': ({ entry, missing }) =>
    `Before entry ${entry} of the audit log ${missing === 1 ? 'one entry is' : `${missing} entries are`} missing: removed. Keep the file and compare it with a backup.`,
  'audit.time-backwards': ({ entry, at, before }) =>
    `Entry ${entry} of the audit log has an earlier time (${minuteInChengdu(at)}) than the one before (${minuteInChengdu(before)}). Usually a clock was set back, or SHEGONG_NOW was used.`,
  'audit.hash-missing': ({ hash }) =>
    `No entry of the audit log has a hash that begins with ${hash}: the log was altered or shortened since it was noted, or it was noted wrongly. Check the note first, then compare with a backup.`,
  'audit.batch-unrecorded': ({ batch }) =>
    `Batch ${batch} was recorded and no entry of the audit log tells of it: entries may have been cut off its end. Keep the file and compare it with a backup.`,
  'database.object-missing': ({ type, name }) =>
    `The ${type} ${name} is missing from the database. It keeps records from being edited or wrong; somebody removed it from outside. ${KEEP}`,
  'database.object-changed': ({ type, name }) =>
    `The ${type} ${name} of the database is not as this program made it; somebody changed it from outside. ${KEEP}`,
  'database.object-extra': ({ type, name }) =>
    `The database has ${type === 'index' ? 'an' : 'a'} ${type} ${name} that this program did not make. Find out where it comes from; if it is not needed, have it removed and check again.`,
  'database.page-damaged': ({ problems }) =>
    `The database file is damaged in ${counted(problems, 'place')}. ${KEEP}`,
  'database.header-damaged': () =>
    'The file does not begin as a database does: it is none, or its beginning was destroyed. Check --db; if it is the register, move it away under another name and restore the latest backup (shegong db restore).',
  'database.part-unreadable': ({ check }) =>
    `The check “${databaseChecks[check]}” could not be finished: some of the file cannot be read, it is damaged. ${KEEP}`,
  'database.dangling': ({ table, parent, rows }) =>
    `In table ${table}, ${counted(rows, 'row points', 'rows point')} to entries of ${parent} that do not exist. ${KEEP}`,
  'database.sent-since': ({ kept, files }) =>
    `${files.length === 1 ? 'A bank file was' : `${files.length} bank files were`} written since the backup (${files
      .slice(0, 3)
      .map(({ file, on }) => `${on} ${file}`)
      .join(
        ', ',
      )}${files.length > 3 ? ' …' : ''}). The restored database knows nothing of it, and writing it again would pay twice: do not send to the bank what was sent already. The old records are in ${kept}.`,
  'database.fact-broken': ({ rule, table, rows }) =>
    `In table ${table}, ${counted(rows, 'row breaks', 'rows break')} a rule: ${RULES[rule]}. This program does not write such rows; something else changed the file. ${KEEP}`,
};
