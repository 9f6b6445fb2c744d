import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computedImports, readSources, roomOf, type Source, specifiersOf, targetOf } from './imports.js';

/** Which rooms each room may import from. Changing this table needs a decision record. */
const ROOMS: Record<string, readonly string[]> = {
  domain: [],
  messages: ['domain'],
  intake: ['domain'],
  store: ['domain'],
  policy: ['domain'],
  rules: ['domain', 'policy'],
  reports: ['domain', 'rules', 'messages'],
  tasks: ['domain', 'intake', 'store', 'policy', 'rules'],
  cli: ['domain', 'tasks', 'reports', 'messages'],
};

/** What each room may import from outside; `node:` stands for everything of Node. */
const PACKAGES: Record<string, readonly string[]> = {
  domain: [],
  messages: [],
  intake: ['csv-parse', 'fastest-levenshtein', 'hucre', 'node:'],
  store: ['better-sqlite3', 'node:'],
  policy: ['yaml', 'zod', 'fastest-levenshtein', 'node:'],
  rules: [],
  reports: ['csv-stringify', 'echarts', 'hucre', 'iconv-lite', 'string-width'],
  tasks: ['node:'],
  cli: ['commander', 'inquirer', 'chalk', 'node:'],
};

/** Rooms in which nothing may depend on the moment or on chance. */
const PURE = ['domain', 'rules', 'reports', 'messages'];

const src = join(import.meta.dirname, '..', 'src');
const sources = readSources(src);
const packageOf = (specifier: string) =>
  specifier.startsWith('node:')
    ? 'node:'
    : specifier
        .split('/')
        .slice(0, specifier[0] === '@' ? 2 : 1)
        .join('/');

/** Every import that the tables do not allow, as `file -> target`. */
function brokenArrows(files: readonly Source[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    return specifiersOf(file)
      .filter((specifier) => {
        if (!specifier.startsWith('.')) return !PACKAGES[room]?.includes(packageOf(specifier));
        const target = roomOf(targetOf(file, specifier));
        return target !== room && !ROOMS[room]?.includes(target);
      })
      .map((specifier) => `${file.path} -> ${specifier}`);
  });
}

/** Every file that a file reaches at run time or for its types, itself included. */
function reachedFrom(start: readonly Source[], files: readonly Source[]): Source[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set(start);
  for (const file of reached) {
    for (const specifier of specifiersOf(file)) {
      const target = specifier.startsWith('.') ? byPath.get(targetOf(file, specifier)) : undefined;
      if (target) reached.add(target);
    }
  }
  return [...reached];
}

describe('the rooms of src', () => {
  it('are exactly those of the table', () => {
    const folders = readdirSync(src, { withFileTypes: true }).map(({ name }) => name);
    expect(folders.sort()).toEqual(Object.keys(ROOMS).sort());
    expect(Object.keys(PACKAGES).sort()).toEqual(Object.keys(ROOMS).sort());
    expect(sources.length).toBeGreaterThan(50);
  });

  it('have no cycle between them', () => {
    const settled = new Set<string>();
    for (let round = 0; round < Object.keys(ROOMS).length; round++) {
      for (const [room, below] of Object.entries(ROOMS)) {
        if (below.every((other) => settled.has(other))) settled.add(room);
      }
    }
    expect([...settled].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it('import only what the tables allow', () => {
    expect(brokenArrows(sources)).toEqual([]);
  });

  it('work out no import at run time', () => {
    expect(sources.flatMap(computedImports)).toEqual([]);
  });

  it('end relative imports in .js', () => {
    const wrong = sources.flatMap((file) =>
      specifiersOf(file).filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('.js')),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the law', () => {
  it('reads no policy folder: nothing that rules reach touches Node or a package', () => {
    const rules = sources.filter(({ path }) => roomOf(path) === 'rules');
    const outside = reachedFrom(rules, sources).flatMap((file) =>
      specifiersOf(file)
        .filter((specifier) => !specifier.startsWith('.'))
        .map((specifier) => `${file.path} -> ${specifier}`),
    );
    expect(rules.length).toBeGreaterThan(0);
    expect(outside).toEqual([]);
  });

  it.each(PURE)('%s knows neither clock nor chance nor process', (room) => {
    const impure = sources
      .filter(
        ({ path, text }) =>
          roomOf(path) === room && /new Date\(\)|Date\.now|Math\.random|process\./.test(text),
      )
      .map(({ path }) => path);
    expect(impure).toEqual([]);
  });

  it('keeps SQL in store', () => {
    const elsewhere = sources
      .filter(
        ({ path, text }) =>
          roomOf(path) !== 'store' && /\bdb\.prepare\(|\bSELECT\b.*\bFROM\b|\bINSERT INTO\b/.test(text),
      )
      .map(({ path }) => path);
    expect(elsewhere).toEqual([]);
  });
});

describe('an arrow that points the wrong way is noticed', () => {
  it.each([
    ['a static import', 'rules/x.ts', "import { openDatabase } from '../store/open.js';"],
    ['a type import', 'domain/x.ts', "import type { Cli } from '../cli/cli.js';"],
    ['a dynamic import', 'reports/x.ts', "const task = await import('../tasks/workspace.js');"],
    ['a type inside a type', 'intake/x.ts', "type Db = import('../store/open.js').Database;"],
    ['a re-export', 'messages/x.ts', "export * from '../reports/csv.js';"],
    ['an import for its effect', 'policy/x.ts', "import '../intake/decode.js';"],
    ['an import over several lines', 'store/x.ts', "import {\n  loadPolicies,\n} from '../policy/load.js';"],
    ['a package of another room', 'tasks/x.ts', "import Database from 'better-sqlite3';"],
    ['a part of such a package', 'cli/x.ts', "import { parse } from 'csv-parse/sync';"],
    ['Node in the law', 'rules/x.ts', "import { readFileSync } from 'node:fs';"],
  ])('%s (%s)', (_what, path, text) => {
    expect(brokenArrows([{ path, text }])).toHaveLength(1);
  });

  it.each([
    ['a comment', 'rules/x.ts', "// import { openDatabase } from '../store/open.js';"],
    ['a neighbour', 'rules/x.ts', "import { gradeOf } from './grades.js';"],
    ['a lower room', 'rules/x.ts', "import type { Day } from '../domain/day.js';"],
  ])('%s is allowed (%s)', (_what, path, text) => {
    expect(brokenArrows([{ path, text }])).toEqual([]);
  });

  it('an import worked out at run time', () => {
    expect(computedImports({ path: 'cli/x.ts', text: 'await import(folder + name)' })).toHaveLength(1);
  });
});
