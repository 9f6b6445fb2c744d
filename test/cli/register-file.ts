import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { emptyFolder, type Run } from './run.js';
import { runOn, type Terminals } from './world.js';

const COLUMNS = '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,岗位名称,上岗日期,手机号';
const person = (phone: string) =>
  `${COLUMNS}\n王小芳,510104199001011230,锦江区,锦官驿街道,水井坊社区,城乡社区专职工作者,助理社会工作师二级,2024-01-01,${phone}\n`;

/** An office with a register: units, and one person imported twice, the second import taken back by 李主任. */
export interface Office {
  folder: string;
  db: string;
  /** Runs a command on the register at a time of 15 July 2026. */
  at(time: string, ...args: string[]): Promise<Run>;
  /** The same with the whole answer. */
  json(...args: string[]): Promise<Answer>;
  on(terminals: Terminals, ...args: string[]): Promise<Run>;
  /** What a hand from outside does to the file. */
  sql(statements: string): void;
}

interface Answer {
  code: number | null;
  stderr: string;
  rows: Record<string, unknown>[];
  totals: Record<string, unknown>;
  findings: { code: string; severity: string; message: string }[];
}

/** The register as it was made once, to be copied. */
let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const office = officeIn(emptyFolder());
  writeFileSync(join(office.folder, '六月.csv'), person('13800000000'));
  writeFileSync(join(office.folder, '七月.csv'), person('13900000000'));
  await office.at('09:00', 'init', '--policies', join(office.folder, 'policies'));
  await office.at('10:00', 'import', 'roster', join(office.folder, '六月.csv'));
  await office.at('11:00', 'import', 'roster', join(office.folder, '七月.csv'));
  await office.at('12:00', 'import', 'undo', '3', '--by', '李主任');
  return office.db;
}

/** A fresh copy of that office. */
export async function registerFile(): Promise<Office> {
  made ??= make();
  const office = officeIn(emptyFolder());
  copyFileSync(await made, office.db);
  return office;
}

function officeIn(folder: string): Office {
  const db = join(folder, 'shegong.db');
  const run = (terminals: Terminals, time: string, args: readonly string[]) =>
    runOn(terminals, [...args, '--db', db], { SHEGONG_NOW: `2026-07-15T${time}:00+08:00` });
  return {
    folder,
    db,
    at: (time, ...args) => run({}, time, args),
    on: (terminals, ...args) => run(terminals, '15:00', args),
    async json(...args) {
      const { code, stdout, stderr } = await run({}, '15:00', [...args, '--format', 'json']);
      const nothing = { rows: [], totals: {}, findings: [] };
      return { code, stderr, ...(stdout === '' ? nothing : JSON.parse(stdout)) };
    },
    sql(statements) {
      const connection = new BetterSqlite(db);
      connection.pragma('foreign_keys = OFF');
      connection.exec(statements);
      connection.close();
    },
  };
}
