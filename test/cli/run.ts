import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of the package. */
export const ROOT = join(import.meta.dirname, '..', '..');
export const PROGRAM = join(ROOT, 'bin', 'shegong.js');

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface How {
  /** Beside PATH; nothing else of the machine that runs the tests is seen. */
  env?: Record<string, string>;
  cwd?: string;
  stdin?: string | Buffer;
}

/** An empty folder of its own for a test. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'shegong-test-'));

/** The day on which tests run unless they say otherwise: no document ends within 180 days of it. */
export const NOON = '2026-07-15T12:00:00+08:00';

/** Runs the program as a user would and returns what came out. */
export function run(args: readonly string[], how: How = {}): Promise<Run> {
  return start(process.execPath, [PROGRAM, ...args], how);
}

/** Runs a line of shell in which `$SHEGONG` is the program. */
export function shellRun(line: string, how: How = {}): Promise<Run> {
  const program = `"${process.execPath}" "${PROGRAM}"`;
  return start('bash', ['--norc', '-c', line.replaceAll('$SHEGONG', program)], how);
}

function start(file: string, args: readonly string[], { env, cwd, stdin }: How): Promise<Run> {
  return new Promise((done, failed) => {
    const child = spawn(file, args, {
      cwd: cwd ?? emptyFolder(),
      env: { PATH: process.env.PATH, SHEGONG_NOW: NOON, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(stdin ?? '');
  });
}
