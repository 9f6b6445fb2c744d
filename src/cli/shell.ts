import { isAbsolute, resolve } from 'node:path';
import { UserError } from '../domain/user-error.js';
import type { Paint } from '../reports/format.js';
import { EXIT, type ExitCode } from './exit.js';

interface Output {
  isTTY?: boolean;
  columns?: number;
  write(text: string, done?: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** The outside world as the process has it; handed in, so that nothing else reaches for it. */
export interface World {
  /** Without node and the program. */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  stdin: { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  cwd: string;
  /** The folder of the package. */
  root: string;
}

/** What a command sees of the outside world. */
export interface Shell {
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Columns of the terminal on stdout; undefined where there is none. */
  readonly columns: number | undefined;
  /** Colours of stdout and stderr; plain unless `useColours` was called. */
  paint: { stdout: Paint; stderr: Paint };
  /** A path of the user, seen from the folder in which the command runs. */
  path(file: string): string;
  /** Writes rows to stdout, as they are. Silent once the reader has closed the pipe. */
  print(text: string): void;
  /** Writes a line to stderr: summaries, findings, progress. */
  tell(line: string): void;
  /** Raises the exit code; a higher one that was set before stays. */
  exitWith(code: ExitCode): void;
  readonly exitCode: ExitCode;
  /** Waits until everything printed has left the process. Throws UserError `file.unwritable`; a closed pipe is no error. */
  flushed(): Promise<void>;
}

export const PLAIN: Paint = { error: String, warning: String, info: String, heading: String, faint: String };

/** The shell of one run. */
export function createShell(world: World): Shell {
  const { stdout, stderr, stdin, cwd } = world;
  let exitCode: ExitCode = EXIT.done;
  let closed = false;
  let failure: NodeJS.ErrnoException | undefined;
  stdout.on('error', (error) => {
    closed = true;
    // `| head` closes the pipe: whoever reads has had enough, which is no error
    if (error.code !== 'EPIPE') failure ??= error;
  });
  stderr.on('error', () => {});
  const written = (stream: Output) => new Promise<void>((done) => stream.write('', () => done()));

  return {
    stdinIsTerminal: stdin.isTTY === true,
    stdoutIsTerminal: stdout.isTTY === true,
    stderrIsTerminal: stderr.isTTY === true,
    columns: stdout.isTTY ? stdout.columns : undefined,
    paint: { stdout: PLAIN, stderr: PLAIN },
    path: (file) => (isAbsolute(file) || cwd === process.cwd() ? file : resolve(cwd, file)),
    print(text) {
      if (!closed) stdout.write(text);
    },
    tell(line) {
      stderr.write(`${line}\n`);
    },
    exitWith(code) {
      if (code > exitCode) exitCode = code;
    },
    get exitCode() {
      return exitCode;
    },
    async flushed() {
      if (!closed) await written(stdout);
      // the stream reports a failed write one turn later
      await new Promise((done) => setImmediate(done));
      if (failure) {
        throw new UserError('file.unwritable', { file: 'stdout', reason: failure.code ?? failure.message });
      }
    },
  };
}
