import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '../../src/domain/day.js';
import { checkCharacter } from '../../src/domain/id-number.js';
import { type ImportableDataset, type ImportRequest, importDataset } from '../../src/tasks/import-dataset.js';
import { initRegister } from '../../src/tasks/init-register.js';
import { openWorkspace, type Workspace } from '../../src/tasks/workspace.js';
import { ROOT } from '../cli/run.js';

const surroundings = {
  today: day('2026-11-23'),
  now: new Date('2026-11-23T01:00:00Z'),
  dataFolder: join(ROOT, 'data'),
  user: 'test',
};

const cited = 'citation: { document: "测办发〔2026〕1号", article: "第一条" }';
/** 初级 200 yuan in the city and 230 in 武侯区, judged on the first of the month. */
const CITY = `scope: city
parameters:
  subsidy.rate:
    - { from: 2024-01-01, value: { 员级: 100, 初级: 200, 中级: 300, 高级: 500 }, ${cited} }
  subsidy.decided-on:
    - { from: 2022-03-01, value: first-day, ${cited} }
  subsidy.service-minimum:
    - { from: 2022-03-01, value: { count: 1, per: quarter }, ${cited} }
`;
const WUHOU = `district: 武侯区
parameters:
  subsidy.rate:
    - { from: 2024-01-01, value: { 初级: 230 }, ${cited} }
`;

/** An identity number with a sound check character; area, birth and sequence are invented. */
export function idNumber(sequence: number): string {
  const digits = `51010419900101${String(sequence).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}

type Change = Partial<Omit<ImportRequest, 'asOf'>> & { asOf?: string };

export interface RatedOffice {
  workspace: Workspace;
  /** Writes a file of these lines and imports it. */
  load(
    dataset: ImportableDataset,
    lines: readonly string[],
    change?: Change,
  ): ReturnType<typeof importDataset>;
  /** Back to the shipped units and nobody. */
  reset(): void;
  close(): void;
}

/** A register with the shipped units, nobody in it, and rates of its own; in a folder that `close` removes. */
export function openRatedOffice(): RatedOffice {
  const folder = mkdtempSync(join(tmpdir(), 'shegong-office-'));
  const policies = join(folder, 'policies');
  let files = 0;
  let dbFile = join(folder, '0.db');
  initRegister(surroundings, { dbFile, policyFolder: policies });
  mkdirSync(join(policies, 'districts'), { recursive: true });
  writeFileSync(join(policies, 'city.yaml'), CITY);
  writeFileSync(join(policies, 'districts', '武侯区.yaml'), WUHOU);
  const open = () => openWorkspace(surroundings, { folder: policies, named: true }, dbFile);
  let workspace = open();
  const fresh = workspace.db.serialize();
  return {
    get workspace() {
      return workspace;
    },
    load(dataset, lines, { asOf, ...change } = {}) {
      const path = join(folder, `${++files}.csv`);
      writeFileSync(path, `${lines.join('\n')}\n`);
      const common = { given: new Map(), dryRun: false, strict: false, saveRejects: null };
      const dated = { asOf: asOf === undefined ? null : day(asOf) };
      return importDataset(workspace, { dataset, files: [path], ...dated, ...common, ...change });
    },
    reset() {
      workspace.close();
      dbFile = join(folder, `${++files}.db`);
      writeFileSync(dbFile, fresh);
      workspace = open();
    },
    close() {
      workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
