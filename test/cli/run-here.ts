import { PassThrough } from 'node:stream';
import { main } from '../../src/cli/main.js';
import { type How, NOON, ROOT, type Run } from './run.js';

/**
 * Runs a command line in this process, in a folder of its own: what `run` does, without the third of a second
 * that a process takes to start. One at a time, since a process has one working folder.
 */
export async function runHere(args: readonly string[], { env, cwd = ROOT }: How): Promise<Run> {
  const before = process.cwd();
  process.chdir(cwd);
  const [stdout, stderr] = [new Heard(), new Heard()];
  try {
    const code = await main({
      argv: args,
      env: { PATH: process.env.PATH, SHEGONG_NOW: NOON, ...env },
      stdin: {},
      stdout: stdout.stream,
      stderr: stderr.stream,
      cwd: process.cwd(),
      root: ROOT,
    });
    return { code, stdout: stdout.text, stderr: stderr.text };
  } finally {
    process.chdir(before);
  }
}

/** A stream that is no terminal, and remembers what it was told. */
class Heard {
  readonly stream = new PassThrough({ encoding: 'utf8' });
  text = '';

  constructor() {
    this.stream.on('data', (text: string) => {
      this.text += text;
    });
  }
}
