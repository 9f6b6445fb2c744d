import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { quarter } from '../../src/domain/quarter.js';
import { storedTables } from '../../src/store/stored-tables.js';
import { checkRegisterGrades } from '../../src/tasks/check-grades.js';
import { checkRegisterQuotas } from '../../src/tasks/check-quotas.js';
import type { ImportableDataset } from '../../src/tasks/import-dataset.js';
import { previewSubsidies } from '../../src/tasks/preview-subsidies.js';
import { idNumber, openRatedOffice, type RatedOffice } from './rated-office.js';

let office: RatedOffice;
beforeAll(() => {
  office = openRatedOffice();
});
beforeEach(() => office.reset());
afterAll(() => office.close());

const ROSTER =
  '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,岗位名称,上岗日期,证书级别,发证日期,登记日期,登记有效期至,服务记录,发挥专业作用,手机号';
const worker = (sequence: number, place: string, phone = '') =>
  `张${sequence},${idNumber(sequence)},${place},城乡社区专职工作者,助理社会工作师一级,2024-01-01,初级,2020-01-01,2024-06-01,2027-05-31,是,是,${phone}`;
const SHUIJINGFANG = '锦江区,锦官驿街道,水井坊社区';
const JINLI = '武侯区,浆洗街街道,锦里社区';

/** Files that speak of different things: two districts, two lists of units, posts, certificates, registrations. */
const FILES: readonly (readonly [ImportableDataset, readonly string[], string?])[] = [
  ['roster', [ROSTER, worker(1, SHUIJINGFANG), worker(2, SHUIJINGFANG)], '2026-09-30'],
  ['roster', [ROSTER, worker(3, JINLI), worker(4, JINLI)], '2026-09-30'],
  [
    'units',
    ['统计用区划代码,区(市)县,镇(街道),名称,类型', '510104017001,锦江区,锦官驿街道,水井坊社区居委会,社区'],
  ],
  [
    'units',
    [
      '统计用区划代码,区(市)县,镇(街道),名称,类型,撤销日期,并入',
      '510107001007,武侯区,浆洗街街道,少陵社区居委会,社区,2026-07-31,锦里社区',
    ],
  ],
  [
    'posts',
    [
      '区(市)县,镇(街道),村(社区),岗位名称,岗位数,设置日期',
      '武侯区,浆洗街街道,少陵社区,社会工作师一级,2,2024-01-01',
    ],
  ],
  ['certificates', ['姓名,身份证号,证书级别,发证日期', `张9,${idNumber(9)},中级,2026-01-01`]],
];

/** What an office can ask, as text; where facts came from is not part of it. */
function answers(): string {
  const { workspace } = office;
  const grades = checkRegisterGrades(workspace, day('2026-09-30'), {}).rows.map(
    ({ person, post, ...row }) => [person.idNumber, post.from, row],
  );
  const { shown, totals } = previewSubsidies(workspace, quarter('2026Q3'), { all: true });
  const quotas = checkRegisterQuotas(workspace, day('2026-09-30'), {});
  const lines = shown.map(({ person, months, district, unit }) => [
    [person.idNumber, person.name, district, unit],
    months.map(({ month, paid, amountFen, reasons }) => [month, paid, amountFen, reasons]),
  ]);
  return JSON.stringify({ grades, lines, totals, rows: quotas.rows, findings: quotas.findings });
}

function importAll(order: readonly number[]): string {
  office.reset();
  for (const index of order) {
    const [dataset, lines, asOf] = FILES[index] as (typeof FILES)[number];
    office.load(dataset, lines, asOf === undefined ? {} : { asOf });
  }
  return answers();
}

it('the order of independent files does not matter', () => {
  const usual = FILES.map((_, index) => index);
  const expected = importAll(usual);
  fc.assert(
    fc.property(fc.shuffledSubarray(usual, { minLength: usual.length }), (order) => {
      expect(importAll(order)).toBe(expected);
    }),
    { numRuns: 4 },
  );
});

describe('a roster of the end of a quarter, and what its office corrected by a file of its own afterwards', () => {
  const roster = (...rows: string[]) => office.load('roster', [ROSTER, ...rows], { asOf: '2026-09-30' });
  const known = `${worker(1, SHUIJINGFANG).replace('是,是,', '是,,')}`;
  const corrected: readonly (readonly [ImportableDataset, string, string])[] = [
    ['assessments', '身份证号,期间,类别,结果', `${idNumber(1)},2026Q3,专业作用,否`],
    ['registrations', '身份证号,登记日期,登记有效期至', `${idNumber(1)},2024-06-01,2026-08-31`],
    ['certificates', '身份证号,证书级别,发证日期', `${idNumber(1)},初级,2026-08-15`],
  ];

  it.each(corrected)(
    '%s: the correction stands in either order, and what is not taken is told',
    (dataset, ...file) => {
      office.load('roster', [ROSTER, known], { asOf: '2026-06-30' });
      roster(worker(1, SHUIJINGFANG));
      office.load(dataset, file);
      const expected = answers();
      const again = roster(worker(1, SHUIJINGFANG), worker(2, SHUIJINGFANG));
      expect(again.counts).toMatchObject({ new: 1, same: 1 });
      expect(again.findings.filter(({ code }) => code === 'fact.newer-kept')).toMatchObject([
        { severity: 'warning', line: 2, details: { dataset, keptLine: 2, keptAsOf: '2026-11-23' } },
      ]);
      office.reset();
      office.load('roster', [ROSTER, known], { asOf: '2026-06-30' });
      office.load(dataset, file);
      roster(worker(1, SHUIJINGFANG));
      expect(answers()).toBe(expected);
    },
  );

  it.each(corrected)('%s with --as-of of that day: the later file corrects', (dataset, ...file) => {
    roster(known);
    office.load(dataset, file, { asOf: '2026-09-30' });
    const { counts, findings } = roster(worker(1, SHUIJINGFANG));
    expect(counts).toMatchObject({ changed: 1 });
    expect(findings.map(({ code }) => code)).not.toContain('fact.newer-kept');
  });
});

describe('two rosters that tell of one 离岗日期, in either order', () => {
  const HEADINGS = '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,上岗日期,离岗日期,岗位名称';
  const left = (until: string, title = '', place = SHUIJINGFANG, from = '2024-01-01') =>
    `张1,${idNumber(1)},${place},城乡社区专职工作者,${from},${until},${title}`;
  const roster = (asOf: string, ...rows: string[]) => office.load('roster', [HEADINGS, ...rows], { asOf });
  const posts = () => {
    const found = office.workspace.db.prepare(
      'SELECT from_on, until_on FROM post WHERE superseded IS NULL ORDER BY from_on',
    );
    return found.raw().all();
  };

  it('the later roster counts, and the late one is told so', () => {
    roster('2026-06-30', left('2026-05-31'));
    expect(roster('2026-09-30', left('2026-04-30')).counts).toMatchObject({ changed: 1 });
    const inTime = posts();
    office.reset();
    roster('2026-09-30', left('2026-04-30'));
    const late = roster('2026-06-30', left('2026-05-31'));
    expect(posts()).toEqual(inTime);
    expect(posts()).toEqual([['2024-01-01', '2026-04-30']]);
    expect(late.counts).toMatchObject({ same: 1 });
    expect(late.findings.filter(({ severity }) => severity !== 'info')).toMatchObject([
      {
        code: 'fact.newer-kept',
        value: '2026-05-31',
        details: { column: '离岗日期', kept: '2026-04-30', keptLine: 2, keptAsOf: '2026-09-30' },
      },
    ]);
    expect(roster('2026-09-30', left('2026-05-31')).counts).toMatchObject({ changed: 1 });
  });

  it('a later roster that only told a 岗位名称 has said nothing of the end', () => {
    roster('2026-03-31', left('2026-02-28'));
    roster('2026-12-31', left('', '社会工作师一级'));
    roster('2026-06-30', left('2026-01-31'));
    expect(posts()).toEqual([['2024-01-01', '2026-01-31']]);
  });

  it('a transfer only tells that somebody had gone by then', () => {
    const moved = left('', '', JINLI, '2026-05-01');
    roster('2026-03-31', left(''));
    roster('2026-09-30', moved);
    expect(posts()).toEqual([
      ['2024-01-01', '2026-04-30'],
      ['2026-05-01', null],
    ]);
    roster('2026-06-30', left('2026-03-15'));
    expect(posts()[0]).toEqual(['2024-01-01', '2026-03-15']);
  });

  it('so does a complete roster that lacks somebody', () => {
    const other = `李2,${idNumber(2)},${SHUIJINGFANG},城乡社区专职工作者,2024-01-01,,`;
    roster('2026-03-31', left(''), other);
    const complete = { area: {}, close: true };
    office.load('roster', [HEADINGS, other], { asOf: '2026-09-30', complete });
    expect(posts()).toContainEqual(['2024-01-01', '2026-09-29']);
    roster('2026-06-30', left('2026-03-15'));
    expect(posts()).toEqual([
      ['2024-01-01', '2026-03-15'],
      ['2024-01-01', null],
    ]);
  });
});

/** How many facts stand, and how many were superseded, in all tables. */
function factCounts() {
  const { db } = office.workspace;
  const sum = (condition: string) =>
    storedTables(db)
      .map(
        ({ table }) => db.prepare(`SELECT count(*) FROM ${table} WHERE ${condition}`).pluck().get() as number,
      )
      .reduce((total, count) => total + count, 0);
  return { standing: sum('superseded IS NULL'), superseded: sum('superseded IS NOT NULL') };
}

/** Runs an import and gives how many facts it added and how many it replaced. */
function written(work: () => void) {
  const before = factCounts();
  work();
  const after = factCounts();
  return {
    added: after.standing - before.standing,
    replaced: after.superseded - before.superseded,
  };
}

const CERTIFICATES = '身份证号,证书级别,发证日期,证书管理号';
const UNITS = '统计用区划代码,区(市)县,镇(街道),名称,类型';
const REGISTRATIONS = '身份证号,登记日期,登记有效期至';
const POSTS = '区(市)县,镇(街道),村(社区),岗位名称,岗位数,设置日期';
const SERVICES = '身份证号,服务日期,服务领域,时长(小时)';

/** Each dataset: the file as it was, the same with a late row, the same with a corrected cell. */
const CASES: readonly (readonly [ImportableDataset, string, readonly string[], string, string, string])[] = [
  [
    'certificates',
    CERTIFICATES,
    [`${idNumber(1)},中级,2025-01-01,`],
    `${idNumber(2)},中级,2025-01-01,`,
    '2025-01-01',
    '2025-02-01',
  ],
  [
    'registrations',
    REGISTRATIONS,
    [`${idNumber(1)},2023-01-01,2025-12-31`],
    `${idNumber(2)},2023-01-01,2025-12-31`,
    '2025-12-31',
    '2025-11-30',
  ],
  [
    'posts',
    POSTS,
    [`${SHUIJINGFANG},社会工作师一级,1,2024-01-01`],
    `${SHUIJINGFANG},社会工作师二级,1,2024-01-01`,
    '一级,1',
    '一级,2',
  ],
  [
    'units',
    UNITS,
    ['510104017001,锦江区,锦官驿街道,水井坊社区居委会,社区'],
    '510104017900,锦江区,锦官驿街道,新设社区居委会,社区',
    '社区居委会,社区',
    '社区居委会,建制村',
  ],
];

describe('what a file says twice, changed in one place', () => {
  beforeEach(() => {
    office.load('roster', [ROSTER, worker(1, SHUIJINGFANG), worker(2, SHUIJINGFANG)], { asOf: '2026-06-30' });
  });

  it.each(CASES)('%s: a late row adds exactly one fact', (dataset, heading, rows, late) => {
    office.load(dataset, [heading, ...rows]);
    expect(written(() => office.load(dataset, [heading, ...rows, late]))).toEqual({ added: 1, replaced: 0 });
  });

  it.each(CASES)('%s: a corrected cell changes exactly one', (dataset, heading, rows, _, before, after) => {
    office.load(dataset, [heading, ...rows]);
    const corrected = rows.map((row) => row.replace(before, after));
    expect(corrected).not.toEqual(rows);
    expect(written(() => office.load(dataset, [heading, ...corrected]))).toEqual({ added: 0, replaced: 1 });
  });

  it('services: a late record adds exactly one fact, and an equal one too', () => {
    const record = `${idNumber(1)},2026-06-01,,2`;
    office.load('services', [SERVICES, record]);
    const load = (...rows: string[]) => written(() => office.load('services', [SERVICES, ...rows]));
    expect(load(record, `${idNumber(2)},2026-06-01,,2`)).toEqual({ added: 1, replaced: 0 });
    expect(load(record, record)).toEqual({ added: 1, replaced: 0 });
  });

  it('roster: a late row touches nobody else, a corrected cell changes exactly one fact', () => {
    const rows = [worker(1, SHUIJINGFANG), worker(2, SHUIJINGFANG)];
    const late = office.load('roster', [ROSTER, ...rows, worker(3, JINLI)], { asOf: '2026-06-30' });
    expect(late.counts).toMatchObject({ new: 1, same: 2, changed: 0 });
    const corrected = [worker(1, SHUIJINGFANG, '13800000001'), worker(2, SHUIJINGFANG)];
    expect(written(() => office.load('roster', [ROSTER, ...corrected], { asOf: '2026-06-30' }))).toEqual({
      added: 0,
      replaced: 1,
    });
  });
});
