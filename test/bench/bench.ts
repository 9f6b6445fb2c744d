import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { writeXlsx } from 'hucre/xlsx';
import { damageSome } from '../../fixtures/city/damage.js';
import { encode } from '../../fixtures/city/encode.js';
import { generateCity } from '../../fixtures/city/generate.js';
import { packageFolder } from '../../fixtures/city/package-folder.js';
import { PLAIN_STYLE, rosterRecords } from '../../fixtures/city/render-roster.js';
import { entriesOn } from '../../fixtures/city/roster-entry.js';
import { type Measured, measure, memorySource } from './measure.js';

/**
 * `npm run bench [-- --people N --tidy]`: whole processes on a generated city. It reports and never fails
 * on time; only a command that cannot run ends it.
 */
const { values } = parseArgs({
  options: { people: { type: 'string', default: '35000' }, tidy: { type: 'boolean', default: false } },
});
const people = Number(values.people);
const folder = mkdtempSync(join(tmpdir(), 'shegong-bench-'));
const node = process.execPath;
const program = join(packageFolder(), 'bin/shegong.js');
const inFolder = (name: string) => join(folder, name);
const database = inFolder('city.db');
const fresh = inFolder('fresh.db');
const example = join(packageFolder(), 'data/policies/example');

/** A workbook of more would be larger than the program takes. */
const MOST_IN_A_WORKBOOK = 100_000;

interface Line {
  what: string;
  measured: Measured;
  aim: string;
  /** What the ratio is to, in seconds. */
  beside: number | null;
}

const command = (...parameters: string[]): [string, ...string[]] => [node, program, ...parameters];
const onCity = (...parameters: string[]) =>
  command(...parameters, '--db', database, '--policies', example, '--quiet', '--format', 'csv');

try {
  writeRosters();
  if (people <= MOST_IN_A_WORKBOOK) await writeWorkbook();
  const { status, stderr } = spawnSync(
    node,
    [program, 'init', '--db', fresh, '--policies', inFolder('policies')],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`init: exit ${status}\n${stderr}`);
  print(measureAll());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeRosters(): void {
  const untidy = !values.tidy;
  const entries = damageSome(
    entriesOn(generateCity({ seed: 1, people, asOf: '2026-09-30' }), '2026-09-30'),
    0.01,
    2,
  );
  // In pieces: a million rows are more than one string should hold.
  let piece: string[] = [];
  const flush = () => {
    for (const encoding of ['utf-8', 'gb18030'] as const) {
      appendFileSync(inFolder(`${encoding}.csv`), encode(piece.join(''), encoding));
    }
    piece = [];
  };
  for (const record of rosterRecords(entries, { ...PLAIN_STYLE, untidy, lineEnd: '\r\n' })) {
    if (piece.push(record) === 10_000) flush();
  }
  flush();
}

async function writeWorkbook(): Promise<void> {
  const rows = parse(readFileSync(inFolder('utf-8.csv')), { relax_column_count: true });
  writeFileSync(inFolder('city.xlsx'), await writeXlsx({ sheets: [{ name: '花名册', rows }] }));
}

function measureAll(): Line[] {
  const bare = measure([node, '-e', '0']);
  const version = measure(command('--version'));
  const lines: Line[] = [
    { what: 'node -e 0', measured: bare, aim: '', beside: null },
    {
      what: 'shegong --version',
      measured: version,
      aim: `≤ ${(bare.seconds * 2).toFixed(3)} s`,
      beside: bare.seconds,
    },
  ];
  const workbooks = people <= MOST_IN_A_WORKBOOK ? ['city.xlsx'] : [];
  for (const name of ['gb18030.csv', 'utf-8.csv', ...workbooks]) {
    const plain = name.endsWith('.csv') ? sqliteImport(name) : undefined;
    lines.push({
      what: `import roster (${name})`,
      measured: measure(
        command('import', 'roster', inFolder(name), '--as-of', '2026-09-30', '--db', database, '--quiet'),
        startAfresh,
      ),
      aim: name.endsWith('.csv') ? '1.2 s, 250 MB' : '4.0 s, 450 MB',
      beside: plain?.seconds ?? null,
    });
    if (plain) lines.push({ what: `sqlite3 .import (${name})`, measured: plain, aim: '', beside: null });
  }
  const beside = lines.find(({ what }) => what === 'sqlite3 .import (utf-8.csv)')?.measured.seconds ?? null;
  const quota = measure(onCity('quota', 'check', '--on', '2026-09-30'));
  const preview = measure(onCity('subsidy', 'preview', '2026Q3'));
  const target = inFolder('export');
  // Export never overwrites: every run begins with an empty folder.
  const exported = measure(onCity('subsidy', 'export', '2026Q3', '--to', target), () => {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target);
  });
  const sum = {
    seconds: preview.seconds + exported.seconds,
    megabytes: Math.max(preview.megabytes ?? 0, exported.megabytes ?? 0) || null,
  };
  return [
    ...lines,
    { what: 'quota check', measured: quota, aim: '0.3 s, 250 MB', beside },
    { what: 'subsidy preview', measured: preview, aim: '', beside },
    { what: 'subsidy export', measured: exported, aim: '', beside },
    { what: 'preview + export', measured: sum, aim: '0.8 s, 250 MB', beside },
  ];
}

function startAfresh(): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true });
  copyFileSync(fresh, database);
}

/** The plainest way into SQLite: every cell as text, nothing checked. Undefined without the sqlite3 program. */
function sqliteImport(name: string): Measured | undefined {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return undefined;
  const target = inFolder('plain.db');
  return measure(['sqlite3', target, '.mode csv', `.import ${inFolder(name)} roster`], () =>
    rmSync(target, { force: true }),
  );
}

function print(lines: readonly Line[]): void {
  const cells = lines.map(({ what, measured: { seconds, megabytes }, aim, beside }) => [
    what,
    `${seconds.toFixed(3)} s`,
    megabytes === null ? '?' : `${Math.round(megabytes)} MB`,
    beside === null ? '' : `${(seconds / beside).toFixed(1)}×`,
    aim,
  ]);
  const rows = [['', 'median of 5', 'peak memory', 'ratio', 'aim'], ...cells];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  process.stdout.write(
    `${people} people, ${availableParallelism()} cores, node ${process.version}, ${values.tidy ? 'tidy' : 'untidy'} rosters; ` +
      `memory by ${memorySource}.\nRatio: to sqlite3 .import of the same file; --version: to node -e 0.\n\n`,
  );
  for (const row of rows) {
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}
