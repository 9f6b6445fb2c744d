import type { DatabaseProblems } from '../../domain/problems/database.js';
import type { Wording } from '../messages.js';
import { because } from './reasons.js';

export const databaseProblems: Wording<DatabaseProblems> = {
  'database.missing': ({ file }) =>
    `There is no database ${file}. Run shegong init first; if it is elsewhere, name it with --db.`,
  'database.foreign': ({ file }) =>
    `${file} is not a database of this program and was left as it is. Check --db, or choose another name.`,
  'database.newer': ({ file, version, supported }) =>
    `The database ${file} was written by a newer program (schema ${version}; this one knows up to ${supported}). Upgrade shegong.`,
  'database.read-only': ({ file }) =>
    `The database ${file} is read-only and cannot be written. Check the permissions of the file and its folder.`,
  'database.damaged': ({ file }) =>
    `The database ${file} is damaged. Write nothing more to it, keep a copy, and restore the latest backup.`,
  'database.unwritable': ({ file, reason }) =>
    `The database ${file} cannot be written (${because(reason)}). Choose another place, or check it and try again.`,
  'database.backup-exists': ({ file }) =>
    `${file} exists already, nothing was backed up. Choose another name, or add --force to replace it.`,
  'database.unsound': ({ file }) =>
    `The database ${file} is not sound (see above): nothing was backed up, and earlier backups were left as they are. Run shegong db check first.`,
  'database.backup-unsound': ({ file }) =>
    `The backup ${file} is not sound (see above): nothing was restored, and the database was left as it is. Use another backup.`,
  'who.unknown': ({ who }) =>
    `Nobody in the register is “${who}”. Use a whole or masked identity number, its last six, or a name.`,
  'who.ambiguous': ({ who, candidates }) =>
    `“${who}” is more than one person; use the identity number: ${candidates.join('; ')}.`,
  'area.unknown': ({ what, value, nearest }) =>
    `The register has no ${what} “${value}”.` +
    (nearest.length > 0 ? ` Near: ${nearest.join(', ')}.` : ' Check the name.'),
};
