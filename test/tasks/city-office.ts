import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { DatasetExpectation } from '../../fixtures/city/datasets/sheet.js';
import { day } from '../../src/domain/day.js';
import { type ImportableDataset, type ImportResult, importDataset } from '../../src/tasks/import-dataset.js';
import { initRegister } from '../../src/tasks/init-register.js';
import { openWorkspace, type Workspace } from '../../src/tasks/workspace.js';
import { ROOT } from '../cli/run.js';

const FIXTURES = join(ROOT, 'fixtures');
export const EXPECTED = JSON.parse(
  readFileSync(join(FIXTURES, 'datasets/expected.json'), 'utf8'),
) as (DatasetExpectation & { dataset: ImportableDataset })[];

interface CityOffice {
  readonly workspace: Workspace;
  readonly dbFile: string;
  /** What the import of each file of fixtures/datasets came to, in the order of EXPECTED. */
  readonly imported: readonly ImportResult[];
  /** Imports files of one dataset. */
  load(dataset: ImportableDataset, files: readonly string[], asOf: string | null): ImportResult;
  /** What plain SQL counts in the same register. */
  count(sql: string, ...values: string[]): number;
}

/** The whole fixture city in a folder of its own: corrected units, two rounds of rosters, posts and all datasets. */
export function cityOffice(): CityOffice {
  let folder = '';
  let dbFile = '';
  let workspace: Workspace | undefined;
  let imported: readonly ImportResult[] = [];
  const current = () => {
    if (!workspace) throw new Error('no register');
    return workspace;
  };
  const load: CityOffice['load'] = (dataset, files, asOf) =>
    importDataset(current(), {
      ...{ dataset, files, asOf: asOf === null ? null : day(asOf), given: new Map() },
      ...{ dryRun: false, strict: false, saveRejects: null },
    });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'shegong-city-'));
    const surroundings = {
      ...{ today: day('2026-11-23'), now: new Date('2026-11-23T01:00:00Z'), user: 'test' },
      dataFolder: join(ROOT, 'data'),
    };
    dbFile = join(folder, 'shegong.db');
    initRegister(surroundings, { dbFile, policyFolder: join(folder, 'policies') });
    const policies = { folder: join(ROOT, 'data/policies/example'), named: true };
    workspace = openWorkspace(surroundings, policies, dbFile);
    const rosters = (name: string) => join(FIXTURES, 'rosters', name);
    load('units', [rosters('村社区名录更正.csv')], null);
    for (const [quarter, asOf] of [
      ['2026Q2', '2026-06-30'],
      ['2026Q3', '2026-09-30'],
    ] as const) {
      const files = readdirSync(rosters(quarter)).sort();
      load(
        'roster',
        files.map((name) => join(rosters(quarter), name)),
        asOf,
      );
    }
    load('posts', [rosters('岗位设置表.csv')], null);
    imported = EXPECTED.map(({ dataset, file }) => load(dataset, [join(FIXTURES, 'datasets', file)], null));
  }, 60_000);
  afterAll(() => {
    workspace?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get workspace() {
      return current();
    },
    get dbFile() {
      return dbFile;
    },
    get imported() {
      return imported;
    },
    load,
    count: (sql, ...values) =>
      current()
        .db.prepare(sql)
        .pluck()
        .get(...values) as number,
  };
}
