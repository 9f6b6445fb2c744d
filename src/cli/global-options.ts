import { extname } from 'node:path';
import { FORMAT_NAMES, type FormatName } from '../reports/format.js';
import type { GlobalOptions } from './cli.js';
import { choiceOf, type RawGlobalOptions } from './options.js';
import type { Shell } from './shell.js';

/**
 * Weighs flags against environment and defaults. Throws UserError `usage.bad-choice` for a format that
 * does not exist.
 */
export function weighOptions(
  raw: RawGlobalOptions,
  env: Readonly<Record<string, string | undefined>>,
  shell: Shell,
): GlobalOptions {
  const output = raw.output === undefined || raw.output === '-' ? null : raw.output;
  const folder = raw.policies ?? (env.SHEGONG_POLICIES || undefined);
  return {
    db: shell.path(raw.db ?? (env.SHEGONG_DB || 'shegong.db')),
    policies: { folder: shell.path(folder ?? 'policies'), named: folder !== undefined },
    format: formatOf(raw.format, output, shell.stdoutIsTerminal),
    output: output === null ? null : shell.path(output),
    reveal: raw.reveal === true,
    quiet: raw.quiet === true,
    mayAsk: shell.stdinIsTerminal && shell.stderrIsTerminal && raw.input !== false,
  };
}

/** The format asked for; else what the ending of the file says; else a table on a terminal and csv elsewhere. */
function formatOf(asked: string | undefined, output: string | null, onTerminal: boolean): FormatName {
  if (asked !== undefined) return choiceOf('--format', FORMAT_NAMES)(asked);
  if (output === null) return onTerminal ? 'table' : 'csv';
  const ending = extname(output).slice(1).toLowerCase();
  return FORMAT_NAMES.find((name) => name === ending) ?? 'csv';
}
