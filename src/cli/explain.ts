import { CommanderError } from 'commander';
import { BusyError, UserError } from '../domain/user-error.js';
import { problemSentence } from '../reports/finding-report.js';
import { printable } from '../reports/printable.js';
import type { RunningCli } from './create-cli.js';
import { EXIT } from './exit.js';
import { parserProblem } from './parser-problems.js';

/** What is known of the command line when something is thrown. */
export interface Complaint {
  cli: RunningCli;
  quiet: boolean;
  /** The command whose help says more about a mistake on the line. */
  helpOf: string;
}

/** Turns anything thrown into words on stderr and an exit code. */
export function explain(error: unknown, complaint: Complaint): void {
  const { shell, text } = complaint.cli;
  const paint = shell.paint.stderr;
  const mistake = error instanceof CommanderError ? parserProblem(error) : undefined;
  if (mistake) refuse(mistake, complaint);
  else if (error instanceof CommanderError && (error.code === 'commander.help' || error.exitCode === 0)) {
    if (error.exitCode !== 0) shell.exitWith(EXIT.couldNotRun);
  } else if (error instanceof UserError) {
    refuse(error, complaint);
  } else if (error instanceof BusyError || codeOf(error).startsWith('SQLITE_BUSY')) {
    shell.tell(paint.error(text.shell.busy));
    shell.exitWith(EXIT.busy);
  } else if (error instanceof Error && error.name === 'ExitPromptError') {
    shell.tell(text.shell.interrupted);
    shell.exitWith(EXIT.interrupted);
  } else {
    shell.tell(paint.error(text.shell.bug));
    shell.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    shell.exitWith(EXIT.bug);
  }
}

function refuse(error: UserError, { cli, quiet, helpOf }: Complaint): void {
  const { shell, text } = cli;
  cli.tell(error.findings, quiet);
  const sentence = text.shell.cannotRun(problemSentence(text, error));
  shell.tell(shell.paint.stderr.error(printable(sentence)));
  if (error.problem.startsWith('usage.')) shell.tell(text.shell.help.seeHelp(helpOf));
  shell.exitWith(EXIT.couldNotRun);
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');
