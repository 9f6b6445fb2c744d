import { extname } from 'node:path';
import { UserError } from '../domain/user-error.js';
import { FILE_FORMATS, FORMAT_NAMES, type FormatName } from '../reports/format.js';
import type { GlobalOptions } from './cli.js';
import { choiceOf, type RawGlobalOptions } from './options.js';
import { requireAnother } from './output-file.js';
import type { Shell } from './shell.js';

/**
 * Weighs flags against environment and defaults. Throws UserError `usage.bad-choice` for a format that
 * does not exist, `usage.needs-file` for one that is no text without a file, `usage.missing-value` for a name that is empty, `usage.would-overwrite` for an output file that is the database.
 */
export function weighOptions(
  raw: RawGlobalOptions,
  env: Readonly<Record<string, string | undefined>>,
  shell: Shell,
  { writesFiles = false, withPage = false }: { writesFiles?: boolean; withPage?: boolean } = {},
): GlobalOptions {
  requireNames({ db: raw.db, policies: raw.policies, output: raw.output });
  const output = raw.output === undefined || raw.output === '-' ? null : raw.output;
  if (withPage && raw.format !== undefined) choiceOf('--format', ['html', ...FORMAT_NAMES])(raw.format);
  const page = withPage && asksForPage(raw.format, output);
  if (page && output === null && shell.stdoutIsTerminal) {
    throw new UserError('usage.needs-file', { format: 'html' });
  }
  const folder = raw.policies ?? (env.SHEGONG_POLICIES || undefined);
  const db = shell.path(raw.db ?? (env.SHEGONG_DB || 'shegong.db'));
  if (output !== null) requireAnother('-o', shell.path(output), databaseFiles(db));
  return {
    db,
    policies: { folder: shell.path(folder ?? 'policies'), named: folder !== undefined },
    format: formatOf(
      page ? 'table' : writesFiles && output === null ? textOnly(raw.format) : raw.format,
      output,
      shell.stdoutIsTerminal,
    ),
    page,
    output: output === null ? null : shell.path(output),
    reveal: raw.reveal === true,
    quiet: raw.quiet === true,
    mayAsk: shell.stdinIsTerminal && shell.stderrIsTerminal && raw.input !== false,
  };
}

/** The database and what SQLite keeps beside it. */
export const databaseFiles = (db: string): string[] => [db, `${db}-wal`, `${db}-shm`];

/** An empty name is a variable of a script that was never set. */
function requireNames(names: Readonly<Record<string, string | undefined>>): void {
  const empty = Object.keys(names).find((name) => names[name] === '');
  if (empty !== undefined) throw new UserError('usage.missing-value', { option: `--${empty}` });
}

/** What spreadsheets call their own files: csv under such a name would not open. */
const OF_SPREADSHEETS = ['xls', 'et', 'ods'];

/** Refuses the name of a spreadsheet's own file for what is always csv. Throws UserError `usage.bad-choice`. */
export function requireCsvName(option: string, file: string): void {
  const ending = extname(file).slice(1).toLowerCase();
  if (ending === 'xlsx' || OF_SPREADSHEETS.includes(ending)) {
    throw new UserError('usage.bad-choice', { option, value: ending, choices: ['csv'] });
  }
}

/** A page goes anywhere but into the formats of rows; `-o` names those by their ending. */
function asksForPage(format: string | undefined, output: string | null): boolean {
  if (format !== undefined) return format === 'html';
  const ending = output === null ? '' : extname(output).slice(1).toLowerCase();
  return ![...FORMAT_NAMES, ...OF_SPREADSHEETS].includes(ending);
}

/** Of a command that writes files of its own: they are in the format that was asked for, the answer is text. */
const textOnly = (asked: string | undefined): string | undefined =>
  (FILE_FORMATS as readonly (string | undefined)[]).includes(asked) ? undefined : asked;

/** The format asked for; else what the ending of the file says; else a table on a terminal and csv elsewhere. */
function formatOf(asked: string | undefined, output: string | null, onTerminal: boolean): FormatName {
  if (asked !== undefined) {
    const format = choiceOf('--format', FORMAT_NAMES)(asked);
    if (output === null && FILE_FORMATS.includes(format)) throw new UserError('usage.needs-file', { format });
    return format;
  }
  if (output === null) return onTerminal ? 'table' : 'csv';
  const ending = extname(output).slice(1).toLowerCase();
  if (OF_SPREADSHEETS.includes(ending)) {
    throw new UserError('usage.bad-choice', { option: '-o', value: ending, choices: FORMAT_NAMES });
  }
  return FORMAT_NAMES.find((name) => name === ending) ?? 'csv';
}
