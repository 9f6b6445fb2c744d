import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateCity } from '../../fixtures/city/generate.js';
import { PLAIN_STYLE, renderRoster } from '../../fixtures/city/render-roster.js';
import { entriesOn } from '../../fixtures/city/roster-entry.js';
import { emptyFolder, NOON, PROGRAM, run, shellRun } from '../cli/run.js';

const PEOPLE = 8000;
const IMPORT = ['import', 'roster', '花名册.csv', '--as-of', '2026-06-30', '--rejects', '退回.csv'];

let cwd: string;
beforeAll(async () => {
  cwd = emptyFolder();
  const entries = entriesOn(generateCity({ seed: 5, people: PEOPLE, asOf: '2026-06-30' }), '2026-06-30');
  writeFileSync(join(cwd, '花名册.csv'), `${renderRoster(entries, PLAIN_STYLE)}张三,1\n`);
  await run(['init'], { cwd });
});

/** Starts the import, and once the register is open and some time has gone by, presses Ctrl+C. */
function interrupt(after: number): Promise<{ code: number | null; signal: string | null; stderr: string }> {
  return new Promise((done) => {
    const env = { PATH: process.env.PATH, SHEGONG_NOW: NOON };
    const child = spawn(process.execPath, [PROGRAM, ...IMPORT], { cwd, env });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const waiting = setInterval(() => {
      if (!existsSync(join(cwd, 'shegong.db-wal'))) return;
      clearInterval(waiting);
      setTimeout(() => child.kill('SIGINT'), after);
    }, 2);
    child.on('close', (code, signal) => done({ code, signal, stderr }));
  });
}

describe('an import that is interrupted', () => {
  // The database works synchronously: nothing of ours runs before the signal ends the process.
  it.each([0, 60, 150])(
    '%i ms after it opened the register ends by the signal, without a trace',
    async (after) => {
      const ended = await interrupt(after);
      expect(ended).toEqual({ code: null, signal: 'SIGINT', stderr: '' });
      const { code, stdout } = await run(['import', 'list', '--format', 'json'], { cwd });
      expect(code).toBe(0);
      expect(JSON.parse(stdout).rows).toMatchObject([{ batch: 1, dataset: 'units' }]);
      expect(readdirSync(cwd).filter((name) => /退回|\.tmp$/.test(name))).toEqual([]);
    },
  );

  it('is 130 for a shell', async () => {
    const line = `$SHEGONG ${IMPORT.join(' ')} & sleep 0.4; kill -INT $!; wait $!; echo $?`;
    // a shell without job control starts what runs in the background deaf to Ctrl+C
    expect((await shellRun(`set -m; ${line}`, { cwd })).stdout).toBe('130\n');
  });

  it('can be done again', async () => {
    const { code, stderr } = await run(IMPORT, { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/新增 8\d{3}，.*退回 1；/);
  });
});
