import type { Command } from 'commander';
import type { Finding } from '../domain/finding.js';
import type { Messages } from '../messages/messages.js';
import type { Report } from '../reports/column.js';
import type { FormatName } from '../reports/format.js';
import type { PolicyWorkspace, Surroundings } from '../tasks/policy-workspace.js';
import type { Workspace } from '../tasks/workspace.js';
import type { Shell } from './shell.js';

/** The options that every command has, after flags, environment and defaults were weighed. */
export interface GlobalOptions {
  db: string;
  /** The folder, and whether somebody named it (then it must exist). */
  policies: { folder: string; named: boolean };
  format: FormatName;
  output: string | null;
  /** The answer is wanted as a page of its own, instead of rows in a format. */
  page: boolean;
  reveal: boolean;
  quiet: boolean;
  /** Whether questions may be asked: stdin and stderr are terminals and --no-input is absent. */
  mayAsk: boolean;
}

/** What a command file gets to work with. Everything but `shell`, `text` and `examples` is for use inside an action. */
export interface Cli {
  shell: Shell;
  text: Messages;
  /** The options of a command, read once it runs. */
  options(command: Command): GlobalOptions;
  /** The moment, today in Chengdu, the user and the data folder: for a command that opens no workspace. */
  surroundings(): Surroundings;
  /**
   * Opens database and policies, runs the work, closes them whatever happens, also when the work is a
   * promise. Throws UserError; a policy folder with errors stops it. Records `--reveal` in the audit log, and
   * answers from what was known at `--known-at`, where the command has that option.
   */
  withWorkspace<Result>(command: Command, work: (workspace: Workspace) => Result): Result;
  /** The same without a database. `evenUnsound`: a folder with errors is handed over as it is. */
  withPolicies<Result>(
    command: Command,
    work: (workspace: PolicyWorkspace) => Result,
    how?: { evenUnsound: boolean },
  ): Result;
  /**
   * Prints a report in the asked format (or writes it to `--output`), its findings and summary, and sets
   * exit code 1 if any finding is an error.
   */
  answer<Row>(command: Command, report: Report<Row>): void;
  /**
   * The same for a command whose answer is a page: prints it or writes it to `--output`, then the findings and summary
   * of the report. `personal`: the file is for its owner alone.
   */
  answerPage<Row>(command: Command, report: Report<Row>, page: string, how: { personal: boolean }): void;
  /** Prints findings to stderr (grouped on a terminal) and sets exit code 1 if any is an error. */
  tellFindings(command: Command, findings: readonly Finding[]): void;
}
