import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
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
import { OWN_VALUES } from '../e2e/own-values.js';
import { AT_WORK, type Measured, measure, memorySource } from './measure.js';

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
  const goals = measure(onCity('policy', 'goals', '--on', '2026-09-30'));
  const page = command('report', 'overview', '--on', '2026-09-30', '-o', inFolder('overview.html'));
  const overview = measure([...page, '--db', database, '--policies', example, '--quiet']);
  return [
    ...lines,
    { what: 'quota check', measured: quota, aim: '0.3 s, 250 MB', beside },
    { what: 'subsidy preview', measured: preview, aim: '', beside },
    { what: 'subsidy export', measured: exported, aim: '', beside },
    { what: 'preview + export', measured: sum, aim: '0.8 s, 250 MB', beside },
    { what: 'policy goals', measured: goals, aim: '', beside },
    { what: 'report overview', measured: overview, aim: '', beside },
    ...measureClosings(),
  ];
}

/** A quarter is closed, approved and exported, and 500 facts come late. */
function measureClosings(): Line[] {
  const [open, closed, approved, late] = ['open.db', 'closed.db', 'approved.db', 'late.db'].map(inFolder) as [
    string,
    string,
    string,
    string,
  ];
  const own = inFolder('policies');
  writeFileSync(join(own, 'city.yaml'), OWN_VALUES);
  const on = (...parameters: string[]) =>
    command(...parameters, '--db', database, '--policies', own, '--quiet', '--format', 'csv');
  const from = (state: string) => () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true });
    copyFileSync(state, database);
  };
  const once = (state: string, ...commands: [string, ...string[]][]) => {
    for (const [program, ...parameters] of commands) {
      const { status, stderr } = spawnSync(program, parameters, { encoding: 'utf8', env: AT_WORK });
      if (status !== 0 && status !== 1) throw new Error(`${parameters.join(' ')}: exit ${status}\n${stderr}`);
    }
    copyFileSync(database, state);
  };
  const close = on('subsidy', 'close', '2026Q3', '--by', '王敏');
  copyFileSync(database, open);
  const closing = measure(close, from(open));
  const before = statSync(open).size;
  copyFileSync(database, closed);
  const perQuarter = Math.round((statSync(closed).size - before) / 2 ** 20);
  once(approved, on('subsidy', 'approve', '2026Q3', '--by', '李强', '--notice', '2026-11-23..2026-11-30'));
  const target = inFolder('papers');
  const exported = measure(on('subsidy', 'export', '2026Q3', '--to', target, '--by', '王敏'), () => {
    from(approved)();
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target);
  });
  from(closed)();
  writeFileSync(inFolder('late.csv'), lateLeavers(500));
  once(late, on('import', 'roster', inFolder('late.csv'), '--as-of', '2026-09-30'));
  const corrections = measure(on('subsidy', 'corrections', '2026Q4'), from(late));
  return [
    { what: `close (${perQuarter} MB)`, measured: closing, aim: '3 s', beside: null },
    { what: 'export of the approved quarter', measured: exported, aim: '1 s', beside: null },
    { what: 'corrections of 500 late facts', measured: corrections, aim: '', beside: null },
  ];
}

/** Rows of the roster again, each with a last day in the closed quarter. */
function lateLeavers(count: number): string {
  const [headings = [], ...rows] = parse(readFileSync(inFolder('utf-8.csv')), {
    relax_column_count: true,
    to: count + 1,
  }) as string[][];
  const until = headings.indexOf('离岗日期');
  const left = rows.map((row) => row.map((cell, place) => (place === until ? '2026-07-31' : cell)));
  return [headings, ...left]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
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
