import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { day } from '../../src/domain/day.js';
import { checkCharacter } from '../../src/domain/id-number.js';
import type { RejectsTable } from '../../src/domain/import-result.js';
import { type ImportableDataset, type ImportResult, importDataset } from '../../src/tasks/import-dataset.js';
import { initRegister } from '../../src/tasks/init-register.js';
import { openWorkspace, type Workspace } from '../../src/tasks/workspace.js';
import { ROOT } from '../cli/run.js';

const SURROUNDINGS = {
  today: day('2026-11-23'),
  now: new Date('2026-11-23T01:00:00Z'),
  dataFolder: join(ROOT, 'data'),
  user: 'test',
};

/** An invented number; the sequence tells people apart. */
export function personNumber(sequence: number): string {
  const digits = `51010419900101${String(sequence).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}

export const ZHANG = personNumber(1);
export const LI = personNumber(2);
/** Nobody's. */
export const STRANGER = personNumber(999);

interface Office {
  readonly workspace: Workspace;
  /** Imports rows under a heading row; the file is the rows' alone. */
  load(
    dataset: ImportableDataset,
    headings: string,
    rows: readonly string[],
    change?: { rejects?: (table: RejectsTable) => void; dryRun?: boolean },
  ): ImportResult;
  /** Imports several files of one command. */
  loadFiles(dataset: ImportableDataset, files: readonly string[]): ImportResult;
}

/** A register in a temporary folder with the shipped units, 张三 and 李四; afresh for every test. */
export function office(): Office {
  let folder = '';
  let fresh: Buffer | undefined;
  let workspace: Workspace | undefined;
  let files = 0;
  const open = () => {
    workspace?.close();
    const dbFile = join(folder, `${++files}.db`);
    if (fresh) writeFileSync(dbFile, fresh);
    else initRegister(SURROUNDINGS, { dbFile, policyFolder: join(folder, 'policies') });
    workspace = openWorkspace(SURROUNDINGS, { folder: join(folder, 'none'), named: false }, dbFile);
  };
  const current = () => {
    if (!workspace) throw new Error('no register');
    return workspace;
  };
  const write = (text: string): string => {
    const file = join(folder, `${++files}.csv`);
    writeFileSync(file, text);
    return file;
  };
  const loadFiles: Office['loadFiles'] = (dataset, texts) => run(dataset, texts.map(write));
  function run(
    dataset: ImportableDataset,
    paths: readonly string[],
    change: Parameters<Office['load']>[3] = {},
  ): ImportResult {
    const { rejects, dryRun = false } = change;
    return importDataset(current(), {
      ...{ dataset, files: paths, asOf: null, given: new Map(), dryRun, strict: false },
      saveRejects: rejects
        ? (table) => {
            rejects(table);
            return '';
          }
        : null,
    });
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'shegong-datasets-'));
    open();
    const roster = '区(市)县,镇(街道),村(社区),姓名,身份证号,人员类别,上岗日期';
    const at = '锦江区,锦官驿街道,水井坊社区';
    const row = (name: string, number: string) => `${at},${name},${number},城乡社区专职工作者,2024-01-01`;
    loadFiles('roster', [[roster, row('张三', ZHANG), row('李四', LI)].join('\n')]);
    fresh = current().db.serialize();
  });
  beforeEach(open);
  afterAll(() => {
    workspace?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get workspace() {
      return current();
    },
    load: (dataset, headings, rows, change) =>
      run(dataset, [write([headings, ...rows, ''].join('\n'))], change),
    loadFiles,
  };
}

/** What is wrong, by line and column; notes left out. */
export const problemsOf = ({ findings }: ImportResult): string[] =>
  findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, line, column }) => [code, line, column].filter((part) => part !== undefined).join(' '));
