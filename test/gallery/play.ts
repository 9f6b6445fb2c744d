import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Run } from '../cli/run.js';
import { runHere } from '../cli/run-here.js';
import { type Case, LANGUAGES, type Language } from './case.js';
import { furnish } from './office.js';

/** The day of the gallery: in it, three months are left of the document. */
const NOW = '2026-11-23T09:00:00+08:00';

export const emptyOffice = (): string => mkdtempSync(join(tmpdir(), 'gallery-'));

/** Runs a command line as it is typed in an office (no argument holds a space). */
export function type(line: string, office: string, env: Readonly<Record<string, string>>): Promise<Run> {
  const [program, ...parameters] = line.split(' ');
  if (program !== 'shegong') throw new Error(`not a command of the program: ${line}`);
  return runHere(parameters, { cwd: office, env: { SHEGONG_NOW: NOW, ...env } });
}

/**
 * Plays a case in folders of its own and gives what its last command says in each language; the steps
 * before it are made once and must not fail to run. `database`: a register with the shipped units and
 * nobody in it.
 */
export async function play(name: string, about: Case, database: string): Promise<Record<Language, Run>> {
  const folder = emptyOffice();
  try {
    const prepared = join(folder, 'prepared');
    await furnish(prepared, name, about, database);
    for (const step of about.steps.slice(0, -1)) await prepare(step, prepared);
    const runs = {} as Record<Language, Run>;
    for (const language of LANGUAGES) {
      const office = join(folder, language);
      cpSync(prepared, office, { recursive: true, verbatimSymlinks: true });
      runs[language] = await lastStep(about, office, language);
    }
    return runs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A command that must run, whatever it finds; or, as a hand from outside would, a statement to the database. */
async function prepare(step: string, office: string): Promise<void> {
  const statement = /^sqlite3 (?<file>\S+) (?<sql>.+)$/.exec(step)?.groups;
  if (statement?.file && statement.sql) {
    const db = new BetterSqlite(join(office, statement.file));
    db.exec(statement.sql);
    db.close();
    return;
  }
  const { code, stderr } = await type(step, office, {});
  if (code !== 0 && code !== 1) throw new Error(`${step} ends with ${code}\n${stderr}`);
}

async function lastStep(about: Case, office: string, language: Language): Promise<Run> {
  const lock = about.busy ? lockOf(join(office, 'shegong.db')) : null;
  const env = { SHEGONG_LANG: language, ...about.environment };
  try {
    const last = await type(about.steps.at(-1) as string, office, env);
    // bytes of a database are not words: they may change with every version of it
    const stderr = last.stderr.replaceAll(office, '/office').replace(/\b[0-9a-f]{64}\b/g, '<sha256>');
    return { ...last, stderr };
  } finally {
    lock?.close();
  }
}

/** The write lock of a database, held until it is closed. */
function lockOf(file: string): BetterSqlite.Database {
  const db = new BetterSqlite(file);
  db.exec('BEGIN IMMEDIATE');
  return db;
}
