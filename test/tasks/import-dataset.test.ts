import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/day.js';
import { checkCharacter } from '../../src/domain/id-number.js';
import type { RejectsTable } from '../../src/domain/import-result.js';
import { type ImportRequest, importDataset } from '../../src/tasks/import-dataset.js';
import { initRegister } from '../../src/tasks/init-register.js';
import { openWorkspace, type Workspace } from '../../src/tasks/workspace.js';
import { ROOT } from '../cli/run.js';

const surroundings = {
  today: day('2026-11-23'),
  now: new Date('2026-11-23T01:00:00Z'),
  dataFolder: join(ROOT, 'data'),
  user: 'test',
};
const COLUMNS =
  '区(市)县,镇(街道),村(社区),姓名,身份证号,人员类别,岗位名称,上岗日期,离岗日期,证书级别,发证日期,登记日期,服务记录,手机号';
const UNITS = ['锦江区,锦官驿街道,水井坊社区', '锦江区,锦官驿街道,崇德里社区', '简阳市,石桥街道,天星社区'];
const idNumber = (sequence: number) => {
  const digits = `51010419900101${String(sequence).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
};

let folder: string;
let fresh: Buffer;
let workspace: Workspace;
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shegong-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => startAfresh());

function startAfresh(): void {
  workspace?.close();
  files++;
  const dbFile = join(folder, `${files}.db`);
  if (fresh) writeFileSync(dbFile, fresh);
  else initRegister(surroundings, { dbFile, policyFolder: join(folder, 'policies') });
  workspace = openWorkspace(surroundings, { folder: join(folder, 'none'), named: false }, dbFile);
  fresh ??= workspace.db.serialize();
}

function fileOf(rows: readonly string[], name = `${++files}.csv`): string {
  const path = join(folder, name);
  writeFileSync(path, `${[COLUMNS, ...rows].join('\n')}\n`);
  return path;
}

const request = (paths: readonly string[], change: Partial<ImportRequest> = {}): ImportRequest => ({
  dataset: 'roster',
  files: paths,
  asOf: null,
  given: new Map(),
  dryRun: false,
  strict: false,
  saveRejects: null,
  ...change,
});
const load = (rows: readonly string[], asOf: Day | null = null, change: Partial<ImportRequest> = {}) =>
  importDataset(workspace, request([fileOf(rows)], { asOf, ...change }));

const FACT_TABLES = [
  'person',
  'person_detail',
  'post',
  'post_change',
  'certificate',
  'registration',
  'service_claim',
  'assessment',
  'pay',
  'batch',
  'file',
  'refused_row',
  'audit',
];
/** Everything that an import could have touched. */
const contents = () => FACT_TABLES.map((table) => workspace.db.prepare(`SELECT * FROM ${table}`).raw().all());

const row = (unit: number, person: number, rest: string) =>
  `${UNITS[unit]},张${person},${idNumber(person)},城乡社区专职工作者,${rest}`;

const BAD = row(0, 9, ',2021-03-01,,,,,,').replace(idNumber(9), '510104199001010005');

describe('importing the same content again', () => {
  const rows = [
    row(0, 1, ',2021.3,,初级,,2025-02-01,3,'),
    row(1, 2, '社会工作师三级,2021-03-01,,无,,,是,13800000000'),
    BAD,
  ];

  it('changes nothing, under another name, on another day, and says since when it is known', () => {
    load(rows, day('2026-06-30'));
    const before = contents();
    const again = load(rows);
    expect(again).toMatchObject({
      batch: null,
      asOf: '2026-06-30',
      counts: { read: 3, same: 2, rejected: 1 },
    });
    expect(again.findings.map(({ code }) => code)).toContain('file.known-before');
    expect(contents()).toEqual(before);
  });

  it('says nothing new even where another file has corrected a cell since', () => {
    load(rows, day('2026-06-30'));
    load([row(1, 2, '社会工作师三级,2021-03-01,,,,,,13900000000')], day('2026-07-01'));
    expect(load(rows).counts).toMatchObject({ same: 2, changed: 0 });
  });

  it('takes rows that were refused then and can come in now', () => {
    const unknown = row(0, 3, ',2021-03-01,,,,,,').replace('水井坊社区', '新设社区');
    load([...rows, unknown], day('2026-06-30'));
    const units = join(folder, 'units.csv');
    writeFileSync(
      units,
      '统计用区划代码,区(市)县,镇(街道),名称,类型\n510104017099,锦江区,锦官驿街道,新设社区居委会,社区\n',
    );
    expect(importDataset(workspace, request([units], { dataset: 'units' })).counts).toMatchObject({ new: 1 });
    expect(load([...rows, unknown]).counts).toMatchObject({ same: 2, new: 1, rejected: 1 });
  });

  it('with another day is a roster of that day', () => {
    load(rows, day('2026-06-30'));
    const later = load(rows, day('2026-09-30'));
    expect(later.counts).toMatchObject({ changed: 2 });
    expect(workspace.db.prepare('SELECT quarter FROM service_claim ORDER BY id').pluck().all()).toEqual([
      '2026Q2',
      '2026Q2',
      '2026Q3',
      '2026Q3',
    ]);
  });

  it('in another encoding is the same people, and speaks of its first day from then on', () => {
    load(rows, day('2026-06-30'));
    const path = join(folder, 'utf16.csv');
    writeFileSync(path, Buffer.from(`\uFEFF${[COLUMNS, ...rows].join('\r\n')}`, 'utf16le'));
    const counts = { same: 2, rejected: 1 };
    expect(importDataset(workspace, request([path], { asOf: day('2026-06-30') }))).toMatchObject({ counts });
    expect(importDataset(workspace, request([path]))).toMatchObject({
      batch: null,
      asOf: '2026-06-30',
      counts,
    });
  });
});

describe('--set', () => {
  const without = (column: string) => {
    const path = join(folder, `${++files}.csv`);
    const cells = [COLUMNS, row(0, 1, ',2021-03-01,,,,,3,')].map((line) => line.split(','));
    const at = COLUMNS.split(',').indexOf(column);
    writeFileSync(path, cells.map((line) => line.filter((_, index) => index !== at).join(',')).join('\n'));
    return path;
  };

  it('of 服务记录 says which quarter it counts for', () => {
    const given = new Map([['服务记录', '是']]);
    const { findings } = importDataset(workspace, request([without('服务记录')], { given }));
    expect(findings.map(({ code }) => code)).toContain('import.quarter');
  });

  it('under another heading that means the same is the same file', () => {
    const path = without('区(市)县');
    const first = { given: new Map([['区(市)县', '锦江区']]), asOf: day('2026-06-30') };
    importDataset(workspace, request([path], first));
    const again = importDataset(workspace, request([path], { given: new Map([['区县', '锦江区']]) }));
    expect(again).toMatchObject({ asOf: '2026-06-30', counts: { same: 1 } });
  });
});

describe('a dry run', () => {
  it('plans everything and writes nothing', () => {
    const before = contents();
    const { counts, rows } = load([row(0, 1, ',2021-03-01,,,,,,')], day('2026-06-30'), { dryRun: true });
    expect(counts.new).toBe(1);
    expect(rows()[0]?.changes.map(({ field }) => field)).toEqual([
      '村(社区)',
      '上岗日期',
      '人员类别',
      '姓名',
    ]);
    expect(contents()).toEqual(before);
  });
});

describe('--strict', () => {
  it('imports nothing when any row is bad', () => {
    const before = contents();
    const result = load([row(0, 1, ',2021-03-01,,,,,,'), BAD], null, { strict: true });
    expect(result).toMatchObject({ refused: true, batch: null, counts: { new: 1, rejected: 1 } });
    expect(contents()).toEqual(before);
  });
});

describe('rejects', () => {
  it('come with their reasons under one heading row, and come in once they are mended', () => {
    let table: RejectsTable | undefined;
    const saveRejects = (refused: RejectsTable) => {
      table = refused;
      return 'sha';
    };
    const bad = row(0, 1, ',2021-13-01,,,,,,');
    expect(load([bad, row(1, 2, ',2021-03-01,,,,,,')], null, { saveRejects })).toMatchObject({
      rejectsSaved: true,
    });
    expect(table?.rows).toHaveLength(1);
    expect(table?.rows[0]?.findings.map(({ code }) => code)).toEqual(['date.unreadable']);
    const mended = table?.rows[0]?.cells.map((cell) => cell.replace('-13-', '-12-')).join(',') as string;
    expect(load([mended]).counts).toMatchObject({ read: 1, new: 1 });
  });

  it('that cannot be written stop the import', () => {
    const before = contents();
    const saveRejects = () => {
      throw new Error('disk full');
    };
    expect(() => load([row(0, 1, ',2021-03-01,,,,,,'), BAD], null, { saveRejects })).toThrow('disk full');
    expect(contents()).toEqual(before);
  });
});

/** Rows of few people, units and days, so that they meet in every way. */
const anyDay = fc.constantFrom('2019-05-01', '2021-03-01', '2024.6', '2026-08-10', '20260901');
const anyRow = fc
  .record({
    unit: fc.nat(2),
    person: fc.integer({ min: 1, max: 4 }),
    title: fc.constantFrom('', '社会工作师三级', '网格员'),
    from: anyDay,
    until: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: anyDay }),
    level: fc.constantFrom('', '无', '初级', '社会工作师', '社工证'),
    issued: fc.constantFrom('', '2023-01-05', '2025年6月'),
    registered: fc.constantFrom('', '2024-02-01', '2026/9/1'),
    services: fc.constantFrom('', '是', '否', '3'),
    phone: fc.constantFrom('', '13800000000', '13900000000'),
  })
  .map(({ unit, person, ...cells }) => row(unit, person, Object.values(cells).join(',')));
const anyRoster = fc.record({
  rows: fc.array(anyRow, { minLength: 1, maxLength: 6 }),
  asOf: fc.constantFrom(day('2026-06-30'), day('2026-08-31'), day('2026-09-30')),
});

describe('over any sequence of rosters', () => {
  it('the five outcomes add up, and each file again, whenever, is the same throughout', () => {
    fc.assert(
      fc.property(fc.array(anyRoster, { minLength: 1, maxLength: 4 }), (rosters) => {
        startAfresh();
        for (const { rows, asOf } of rosters) {
          const { counts } = load(rows, asOf);
          expect(counts.new + counts.changed + counts.same + counts.conflict + counts.rejected).toBe(
            counts.read,
          );
          expect(counts.read).toBe(rows.length);
          const before = contents();
          const again = load(rows, asOf);
          expect(again.batch).toBeNull();
          expect(again.counts).toMatchObject({ new: 0, changed: 0 });
          expect(contents()).toEqual(before);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('nobody ever holds two posts at once at one place, and no stretch ends before it begins', () => {
    fc.assert(
      fc.property(fc.array(anyRoster, { minLength: 1, maxLength: 4 }), (rosters) => {
        startAfresh();
        for (const { rows, asOf } of rosters) load(rows, asOf);
        const overlapping = workspace.db
          .prepare(
            `SELECT count(*) FROM post a JOIN post b ON a.person = b.person AND a.id < b.id
             WHERE a.superseded IS NULL AND b.superseded IS NULL
               AND (a.until_on IS NULL OR b.from_on <= a.until_on) AND (b.until_on IS NULL OR a.from_on <= b.until_on)`,
          )
          .pluck()
          .get();
        expect(overlapping).toBe(0);
        const backwards = workspace.db
          .prepare('SELECT count(*) FROM post WHERE superseded IS NULL AND until_on < from_on')
          .pluck()
          .get();
        expect(backwards).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('two rosters of different days leave the same posts whichever arrives first', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 4 }),
        fc.array(anyRow, { minLength: 1, maxLength: 4 }),
        (june, september) => {
          const states = [
            [june, day('2026-06-30'), september, day('2026-09-30')] as const,
            [september, day('2026-09-30'), june, day('2026-06-30')] as const,
          ].map(([first, firstDay, second, secondDay]) => {
            startAfresh();
            const outcomes = [load(first, firstDay), load(second, secondDay)];
            fc.pre(outcomes.every(({ counts }) => counts.conflict === 0));
            return workspace.db
              .prepare(
                `SELECT id_number, unit, stated_on, from_on, until_on, category, title FROM post JOIN person ON person.id = person
                 WHERE superseded IS NULL ORDER BY 1, 4`,
              )
              .raw()
              .all();
          });
          expect(states[0]).toEqual(states[1]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
