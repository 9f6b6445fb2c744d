import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Day, day } from '../../src/domain/day.js';
import { checkCharacter } from '../../src/domain/id-number.js';
import { batchKnownAt } from '../../src/store/batches.js';
import { type ImportRequest, type ImportResult, importDataset } from '../../src/tasks/import-dataset.js';
import { initRegister } from '../../src/tasks/init-register.js';
import { openWorkspace, type Workspace } from '../../src/tasks/workspace.js';
import { ROOT } from '../cli/run.js';

const COLUMNS =
  '区(市)县,镇(街道),村(社区),姓名,身份证号,人员类别,岗位名称,上岗日期,离岗日期,证书级别,发证日期,登记日期,服务记录,手机号';
const UNITS = ['锦江区,锦官驿街道,水井坊社区', '锦江区,锦官驿街道,崇德里社区', '简阳市,石桥街道,天星社区'];
const SURROUNDINGS = { today: day('2026-11-23'), dataFolder: join(ROOT, 'data'), user: 'test' };
const START = Date.parse('2026-11-23T00:00:00Z');

/** The identity number of an invented person. */
export const idNumber = (sequence: number): string => {
  const digits = `51010419900101${String(sequence).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
};

/** A line of a roster: unit, person, and 岗位名称 to 手机号. */
export const row = (unit: number, person: number, rest: string): string =>
  `${UNITS[unit]},张${person},${idNumber(person)},城乡社区专职工作者,${rest}`;

/** A register in a folder of its own, where each command comes a minute after the one before. */
export interface Office {
  /** The workspace of the next command; `knownAt`: as of that moment. */
  at(knownAt?: Date): Workspace;
  /** The moment of the last command. */
  now(): Date;
  importFile(dataset: ImportRequest['dataset'], text: string, change?: Partial<ImportRequest>): ImportResult;
  importRoster(rows: readonly string[], asOf?: Day, change?: Partial<ImportRequest>): ImportResult;
  startAfresh(): void;
  close(): void;
}

/** Sets an office up with the shipped units, nobody in it, and the example policies. */
export function openOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'shegong-office-'));
  const policies = { folder: join(ROOT, 'data', 'policies', 'example'), named: true };
  let dbFile = '';
  let fresh: Buffer | undefined;
  let minutes = 0;
  let files = 0;
  let open: Workspace | undefined;
  const at = (knownAt?: Date): Workspace => {
    minutes++;
    const now = new Date(START + minutes * 60_000);
    // one for all commands: to read the policies each time would be most of the time
    open ??= openWorkspace({ ...SURROUNDINGS, now }, policies, dbFile);
    return { ...open, now, knownAt: knownAt && batchKnownAt(open.db, knownAt) };
  };
  const closeAll = () => {
    open?.close();
    open = undefined;
  };
  const startAfresh = () => {
    closeAll();
    minutes = 0;
    dbFile = join(folder, `${++files}.db`);
    if (fresh) writeFileSync(dbFile, fresh);
    else {
      const policyFolder = join(folder, 'policies');
      initRegister({ ...SURROUNDINGS, now: new Date(START) }, { dbFile, policyFolder });
      fresh = at().db.serialize();
      closeAll();
    }
  };
  const importFile: Office['importFile'] = (dataset, text, change = {}) => {
    const path = join(folder, `${++files}.csv`);
    writeFileSync(path, text);
    const plain = { asOf: null, given: new Map(), dryRun: false, strict: false, saveRejects: null };
    return importDataset(at(), { dataset, files: [path], ...plain, ...change });
  };
  startAfresh();
  return {
    at,
    now: () => new Date(START + minutes * 60_000),
    importFile,
    importRoster: (rows, asOf = day('2026-09-30'), change = {}) =>
      importFile('roster', `${[COLUMNS, ...rows].join('\n')}\n`, { asOf, ...change }),
    startAfresh,
    close() {
      closeAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
