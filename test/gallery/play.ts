import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { type Run, run } from '../cli/run.js';
import type { Case, Language } from './case.js';
import { furnish } from './office.js';

/** The day of the gallery: in it, three months are left of the document. */
const NOW = '2026-11-23T09:00:00+08:00';

export const emptyOffice = (): string => mkdtempSync(join(tmpdir(), 'gallery-'));

/** Runs a command line as it is typed in an office (no argument holds a space). */
export function type(line: string, office: string, env: Readonly<Record<string, string>>): Promise<Run> {
  const [program, ...parameters] = line.split(' ');
  if (program !== 'shegong') throw new Error(`not a command of the program: ${line}`);
  return run(parameters, { cwd: office, env: { SHEGONG_NOW: NOW, ...env } });
}

/**
 * Plays a case in a folder of its own and gives what its last command said; the steps before it must
 * not fail to run. `database`: a register with the shipped units and nobody in it.
 */
export async function play(code: string, about: Case, language: Language, database: string): Promise<Run> {
  const office = emptyOffice();
  try {
    furnish(office, code, about, database);
    const before = about.steps.slice(0, -1);
    for (const step of before) {
      const { code: exit, stderr } = await type(step, office, { SHEGONG_LANG: language });
      if (exit !== 0 && exit !== 1) throw new Error(`${code}: ${step} ends with ${exit}\n${stderr}`);
    }
    const lock = about.busy ? lockOf(join(office, 'shegong.db')) : null;
    const env = { SHEGONG_LANG: language, ...about.environment };
    const last = await type(about.steps.at(-1) as string, office, env).finally(() => lock?.close());
    return { ...last, stderr: last.stderr.replaceAll(office, '/office') };
  } finally {
    rmSync(office, { recursive: true, force: true });
  }
}

/** The write lock of a database, held until it is closed. */
function lockOf(file: string): BetterSqlite.Database {
  const db = new BetterSqlite(file);
  db.exec('BEGIN IMMEDIATE');
  return db;
}
