import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { day } from '../../src/domain/day.js';
import { type ImportableDataset, importDataset } from '../../src/tasks/import-dataset.js';
import { initRegister } from '../../src/tasks/init-register.js';
import { openWorkspace, type Workspace } from '../../src/tasks/workspace.js';
import { ROOT } from '../cli/run.js';

const FIXTURES = join(ROOT, 'fixtures');
const DATASETS: readonly (readonly [ImportableDataset, string])[] = [
  ['certificates', '证书.csv'],
  ['registrations', '登记.csv'],
  ['services', '服务记录.csv'],
  ['trainings', '继续教育.csv'],
  ['supervisors', '督导与专家.csv'],
];

/** The fixture city with what is known of its people's certificates, training and supervision, and `more`, in a folder of its own. */
export function cityOffice(more: readonly (readonly [ImportableDataset, string])[] = []): {
  readonly workspace: Workspace;
  count(sql: string, ...values: string[]): number;
} {
  let folder = '';
  let workspace: Workspace | undefined;
  const current = () => {
    if (!workspace) throw new Error('no register');
    return workspace;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'shegong-city-'));
    const surroundings = {
      ...{ today: day('2026-11-23'), now: new Date('2026-11-23T01:00:00Z'), user: 'test' },
      dataFolder: join(ROOT, 'data'),
    };
    const dbFile = join(folder, 'shegong.db');
    initRegister(surroundings, { dbFile, policyFolder: join(folder, 'policies') });
    const policies = { folder: join(ROOT, 'data/policies/example'), named: true };
    workspace = openWorkspace(surroundings, policies, dbFile);
    const load = (dataset: ImportableDataset, files: readonly string[], asOf: string | null) =>
      importDataset(current(), {
        ...{ dataset, files, asOf: asOf === null ? null : day(asOf), given: new Map() },
        ...{ dryRun: false, strict: false, saveRejects: null },
      });
    for (const [quarter, asOf] of [
      ['2026Q2', '2026-06-30'],
      ['2026Q3', '2026-09-30'],
    ] as const) {
      const rosters = join(FIXTURES, 'rosters', quarter);
      load(
        'roster',
        readdirSync(rosters).map((name) => join(rosters, name)),
        asOf,
      );
    }
    for (const [dataset, name] of [...DATASETS, ...more])
      load(dataset, [join(FIXTURES, 'datasets', name)], null);
  }, 60_000);
  afterAll(() => {
    workspace?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get workspace() {
      return current();
    },
    count: (sql, ...values) =>
      current()
        .db.prepare(sql)
        .pluck()
        .get(...values) as number,
  };
}
