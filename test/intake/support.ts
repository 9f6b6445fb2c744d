import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addDays, addYears, type Day, day } from '../../src/domain/day.js';
import type { Unit } from '../../src/domain/facts.js';
import type { Finding } from '../../src/domain/finding.js';
import { checkCharacter } from '../../src/domain/id-number.js';
import { UserError } from '../../src/domain/user-error.js';
import { readRosterRows, roster } from '../../src/intake/datasets/roster.js';
import type { ReadingContext, ReadRow, RosterRow } from '../../src/intake/rows.js';
import { readSheet, type Sheet } from '../../src/intake/sheet.js';
import { createUnitFinder } from '../../src/intake/unit-finder.js';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shegong-intake-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function temporaryFile(content: string | Buffer, name = '花名册.csv'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** The problem that stops the command; fails when nothing does. */
export function problemOf(work: () => unknown): Pick<UserError, 'problem' | 'details'> {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return { problem: error.problem, details: error.details };
    throw error;
  }
  throw new Error('nothing was refused');
}

type UnitLine = readonly [code: string, county: string, township: string, name: string, district?: string];

const UNITS: readonly UnitLine[] = [
  ['510104017001', '锦江区', '锦官驿街道', '水井坊社区居委会'],
  ['510104017002', '锦江区', '锦官驿街道', '崇德里社区居委会'],
  ['510104018001', '锦江区', '东湖街道', '翡翠城社区居委会'],
  ['510107012001', '武侯区', '簇桥街道', '锦城社区居民委员会'],
  ['510107063003', '武侯区', '石羊街道', '锦城社区居民委员会', '成都高新区'],
  ['510116003001', '双流区', '华阳街道', '广都社区居委会', '四川天府新区'],
  ['510116001001', '双流区', '东升街道', '广都社区居委会'],
  ['510108010201', '成华区', '龙潭街道', '跳蹬村委会'],
  ['510181101201', '都江堰市', '聚源镇', '导江社区村民委员会'],
  ['510185111201', '简阳市', '三岔街道', '汪家村村民委员会', '成都东部新区'],
  ['510114110201', '新都区', '清流镇', '白云村村民委员会'],
];

export function unitsOf(lines: readonly UnitLine[]): Unit[] {
  return lines.map(([code, county, township, name, district = county], index) => ({
    id: index + 1,
    founded: null,
    dissolved: null,
    terms: [
      {
        ...{ file: 0, line: index + 2, from: null, code, name, county, township, district },
        ...{ kind: null, kindConfirmed: false, districtConfirmed: false },
      },
    ],
  }));
}

export const someUnits = (): Unit[] => unitsOf(UNITS);

export function context(change: Partial<ReadingContext> = {}): ReadingContext {
  return {
    units: createUnitFinder(someUnits()),
    asOf: day('2026-09-30'),
    today: day('2026-10-08'),
    registrationUntil: (from: Day) => addDays(addYears(from, 3), -1),
    titleProblem: (title) => (title === '助理社会工作师三级' ? ['助理社会工作师二级'] : null),
    ...change,
  };
}

/** An invented number: born 1990-01-01 in 锦江区, sequence as given (odd: male). */
export function idNumber(sequence = 101): string {
  const digits = `51010419900101${String(sequence).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}

/** One sound row of a 花名册; a test changes what it is about. */
export const SOUND = {
  姓名: '张三丰',
  身份证号: idNumber(),
  '区(市)县': '锦江区',
  '镇(街道)': '锦官驿街道',
  '村(社区)': '水井坊社区',
  人员类别: '城乡社区专职工作者',
  上岗日期: '2021-03-01',
};

type Cells = Readonly<Record<string, string>>;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A CSV of rows that all have the columns of the first. */
export function csv(rows: readonly Cells[]): string {
  const headings = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => headings.map((heading) => quoted(row[heading] ?? '')).join(','));
  return `${headings.join(',')}\r\n${lines.join('\r\n')}\r\n`;
}

export function readRoster(
  content: string | Buffer,
  change: Partial<ReadingContext> = {},
  set: Readonly<Record<string, string>> = {},
): { sheet: Sheet; rows: ReadRow<RosterRow>[] } {
  const sheet = readSheet(temporaryFile(content), roster, { set: new Map(Object.entries(set)) });
  return { sheet, rows: readRosterRows(sheet, 0, context(change)) };
}

/** Reads one row: the sound one with some cells changed. */
export function readOne(cells: Cells, change: Partial<ReadingContext> = {}): ReadRow<RosterRow> {
  const { rows } = readRoster(csv([{ ...SOUND, ...cells }]), change);
  const [row] = rows;
  if (!row || rows.length !== 1) throw new Error(`${rows.length} rows`);
  return row;
}

export const codesOf = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);
