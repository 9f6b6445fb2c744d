import type { Paint } from '../reports/format.js';
import { PLAIN, type Shell } from './shell.js';

/** Whether a stream may carry colours: a terminal that can, and nobody said no. https://no-color.org */
export function mayColour(
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
  asked: boolean,
): boolean {
  return isTerminal && asked && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** Gives the shell its colours where they are wanted. The library is loaded only then. */
export async function useColours(
  shell: Shell,
  env: Readonly<Record<string, string | undefined>>,
  asked: boolean,
): Promise<void> {
  const onStdout = mayColour(shell.stdoutIsTerminal, env, asked);
  const onStderr = mayColour(shell.stderrIsTerminal, env, asked);
  if (!onStdout && !onStderr) return;
  const { Chalk } = await import('chalk');
  // a level of our own: the library's ignores NO_COLOR on a terminal
  const chalk = new Chalk({ level: 1 });
  const colours: Paint = {
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.cyan,
    heading: chalk.bold,
    faint: chalk.dim,
  };
  shell.paint = { stdout: onStdout ? colours : PLAIN, stderr: onStderr ? colours : PLAIN };
}
