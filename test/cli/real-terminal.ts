import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, NOON, PROGRAM } from './run.js';

/** Whether this machine has the program that plays a terminal for us. */
export const hasTerminal = spawnSync('tmux', ['-V']).status === 0;

/** A command running on a real terminal, with somebody at its keyboard. */
export interface RealTerminal {
  /** Waits until the screen shows this; fails with what it shows instead. */
  shows(words: RegExp): Promise<string>;
  /** Presses keys by the names of tmux: `Enter`, `Down`, `C-c`; or types a text. */
  press(...keys: string[]): void;
  /** Waits for the end and gives the exit code. */
  ended(): Promise<number>;
  close(): void;
}

const PATIENCE = 30_000;
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Starts the program on a terminal of its own. */
export function onRealTerminal(args: readonly string[], cwd: string): RealTerminal {
  const folder = emptyFolder();
  const tmux = (...parameters: string[]): string =>
    execFileSync('tmux', ['-u', '-f', '/dev/null', '-S', join(folder, 's'), ...parameters], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TERM: 'xterm', SHEGONG_NOW: NOON },
    });
  const quoted = [process.execPath, PROGRAM, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  // the terminal stays open, so that its last words can be read
  const line = `${quoted.join(' ')}; echo "ended with $?."; exec sleep 600`;
  tmux('new-session', '-d', '-x', '120', '-y', '50', '-c', cwd, 'sh', '-c', line);
  const screen = () => tmux('capture-pane', '-p', '-J');

  async function shows(words: RegExp): Promise<string> {
    const until = Date.now() + PATIENCE;
    let seen = screen();
    while (!words.test(seen)) {
      if (Date.now() > until) throw new Error(`${words} never came up:\n${seen}`);
      await pause(50);
      seen = screen();
    }
    return seen;
  }

  return {
    shows,
    press: (...keys) => {
      tmux('send-keys', ...keys);
    },
    ended: async () => Number(/ended with (\d+)\./.exec(await shows(/ended with \d+\./))?.[1]),
    close() {
      tmux('kill-server');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
