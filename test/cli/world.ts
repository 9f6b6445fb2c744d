import { main } from '../../src/cli/main.js';
import { emptyFolder, NOON, ROOT, type Run } from './run.js';

export interface Terminals {
  stdin?: boolean;
  stdout?: boolean;
  stderr?: boolean;
  columns?: number;
}

/** Runs a command line inside the test, with streams that say whether they are terminals. */
export async function runOn(
  terminals: Terminals,
  argv: readonly string[],
  env: Record<string, string> = {},
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const stream = (isTTY: boolean | undefined, take: (text: string) => void) => ({
    isTTY: isTTY === true,
    columns: terminals.columns ?? 80,
    write(text: string, done?: () => void) {
      take(text);
      done?.();
      return true;
    },
    on: () => {},
  });
  const code = await main({
    argv,
    env: { SHEGONG_NOW: NOON, ...env },
    stdin: { isTTY: terminals.stdin === true },
    stdout: stream(terminals.stdout, (text) => {
      stdout += text;
    }),
    stderr: stream(terminals.stderr, (text) => {
      stderr += text;
    }),
    cwd: emptyFolder(),
    root: ROOT,
  });
  return { code, stdout, stderr };
}
