import { describe, expect, it } from 'vitest';
import type { RejectsTable } from '../../src/domain/import-result.js';
import { loadPeople } from '../../src/store/register.js';
import type { ImportableDataset } from '../../src/tasks/import-dataset.js';
import { undoImport } from '../../src/tasks/undo-import.js';
import { LI, office, personNumber, problemsOf, STRANGER, ZHANG } from './datasets.js';

const at = office();
const outcomes = (result: { rows: () => { outcome: string }[] }) =>
  result.rows().map(({ outcome }) => outcome);
const personOf = (idNumber: string) =>
  loadPeople(at.workspace.db).find((person) => person.idNumber === idNumber);

/** A sound row of each dataset: headings, cells, then the same with one cell corrected, and with another key. */
const SOUND: readonly [ImportableDataset, string, string, string, string][] = [
  [
    'certificates',
    '身份证号,证书级别,证书管理号,批准日期,发证日期',
    `${ZHANG},助理社会工作师,20230510511234567,2023-06-10,2023-09-01`,
    `${ZHANG},初级,20230510511234567,2023-06-10,2023-09-02`,
    `${ZHANG},中级,20230510511234568,2025-06-10,2025-09-01`,
  ],
  [
    'registrations',
    '身份证号,登记日期,登记有效期至',
    `${ZHANG},2024-01-05,2027-01-04`,
    `${ZHANG},2024-01-05,2026-12-31`,
    `${ZHANG},2021-01-05,2024-01-04`,
  ],
  [
    'assessments',
    '身份证号,期间,类别,结果,认定人,依据',
    `${ZHANG},2026Q3,专业作用,是,王五,会议纪要`,
    `${ZHANG},2026Q3,专业作用,否,王五,会议纪要`,
    `${ZHANG},2026,专业作用,是,王五,会议纪要`,
  ],
  [
    'trainings',
    '身份证号,课程,举办单位,开始日期,结束日期,学时,证明编号',
    `${ZHANG},个案工作实务,市社工协会,2026-03-01,2026-03-03,24,P1`,
    `${ZHANG},个案工作实务,市社工协会,2026-03-01,2026-03-03,22.5,P1`,
    `${ZHANG},个案工作实务,市社工协会,2026-04-01,2026-04-03,24,P1`,
  ],
  [
    'stations',
    '层级,名称,区(市)县,镇(街道),村(社区),设立日期,运营机构,专职人数,持证人数',
    '镇(街道)社工站,锦官驿社工站,锦江区,锦官驿街道,,2022-05-01,某中心,4,3',
    '镇(街道)社工站,锦官驿社工站,锦江区,锦官驿街道,,2022-05-01,某中心,4,4',
    '村(社区)社工室,水井坊社工室,锦江区,锦官驿街道,水井坊社区,2022-05-01,某中心,2,1',
  ],
  [
    'supervisors',
    '身份证号,级别,认定日期,有效期至,文号',
    `${ZHANG},初级督导,2024-05-01,2027-04-30,成民发1号`,
    `${ZHANG},初级,2024-05-01,2026-04-30,成民发1号`,
    `${ZHANG},中级督导,2026-05-01,2029-04-30,成民发2号`,
  ],
  [
    'awards',
    '身份证号,称号,授予日期,授予单位,文号',
    `${ZHANG},优秀社会工作者,2025-03-20,市民政局,表1号`,
    `${ZHANG},优秀社会工作者,2025-03-20,市民政局,表2号`,
    `${ZHANG},优秀社会工作者,2026-03-20,市民政局,表1号`,
  ],
  [
    'complaints',
    '编号,收到日期,被投诉人身份证号,被投诉机构,类别,办理期限,办结日期,结果',
    `T001,2026-05-01,${ZHANG},某中心,服务态度,30日,2026-05-20,不属实`,
    `T001,2026-05-01,${LI},某中心,服务态度,30日,2026-05-20,不属实`,
    `T002,2026-05-01,${ZHANG},某中心,服务态度,2026-06-30,,`,
  ],
  [
    'projects',
    '项目,区(市)县,年度,预算(元),其中人力成本(元),承接机构',
    '社区关爱,锦江区,2026,100000,60000,某中心',
    '社区关爱,锦江区,2026,100000,65000.5,某中心',
    '社区关爱,锦江区,2025,100000,60000,某中心',
  ],
];

describe.each(SOUND)('%s: one key', (dataset, headings, row, corrected, other) => {
  it('adds, is the same again, is corrected, and another key adds', () => {
    expect(problemsOf(at.load(dataset, headings, [row])).filter((each) => !/certificate/.test(each))).toEqual(
      [],
    );
    expect(at.load(dataset, headings, [row, '']).counts).toMatchObject({ same: 1, new: 0, changed: 0 });
    const changed = at.load(dataset, headings, [corrected]);
    expect(changed.counts).toMatchObject({ changed: 1, new: 0 });
    expect(changed.rows()[0]?.changes).toHaveLength(1);
    const added = at.load(dataset, headings, [other, row]);
    expect(outcomes(added)).toEqual(['new', 'changed']);
    expect(at.load(dataset, headings, [other, row]).batch).toBeNull();
  });

  it('says nothing by an empty cell', () => {
    at.load(dataset, headings, [row]);
    const cells = row.split(',');
    const required = { certificates: [0, 1, 4], registrations: [0, 1] } as Record<string, number[]>;
    const kept =
      required[dataset] ?? cells.map((_, index) => index).filter((index) => index < cells.length - 1);
    const blank = cells.map((cell, index) => (kept.includes(index) ? cell : '')).join(',');
    expect(at.load(dataset, headings, [blank]).counts).toMatchObject({ same: 1, rejected: 0 });
  });

  it('is taken back step by step, and the file then says it anew', () => {
    const first = at.load(dataset, headings, [row]);
    const second = at.load(dataset, headings, [corrected]);
    const undo = (batch: number | null) =>
      undoImport(at.workspace, { batch: batch ?? 0, by: null, dryRun: false });
    expect(() => undo(first.batch)).toThrow();
    undo(second.batch);
    expect(at.load(dataset, headings, [row, '']).counts).toMatchObject({ same: 1 });
    undo(first.batch);
    expect(at.load(dataset, headings, [row]).counts).toMatchObject({ new: 1 });
  });

  it('is refused whole where two rows contradict each other, and taken once where they agree', () => {
    const columns = headings.split(',');
    const rows = [row, corrected];
    const result = at.load(dataset, headings, [...rows, row]);
    expect(result.counts).toMatchObject({ conflict: 3, new: 0 });
    expect(problemsOf(result)).toHaveLength(3);
    for (const problem of problemsOf(result)) {
      expect(problem).toMatch(/^fact\.two-rows \d/);
      expect(columns).toContain(problem.split(' ')[2]);
    }
    expect(at.load(dataset, headings, [row, row]).counts).toMatchObject({ new: 1, same: 1 });
  });
});

const PERSONAL = SOUND.filter(([dataset]) => !['stations', 'projects'].includes(dataset));

describe.each(PERSONAL)('%s: whose it is', (dataset, headings, row) => {
  it('must be known', () => {
    const result = at.load(dataset, headings, [row.replace(ZHANG, STRANGER)]);
    expect(result.counts).toMatchObject({ rejected: 1, new: 0 });
    const column = dataset === 'complaints' ? '被投诉人身份证号' : '身份证号';
    expect(problemsOf(result)).toEqual([`person.unknown 2 ${column}`]);
  });

  it('may be named, in any spelling, and a known number under another name is a conflict', () => {
    const column = dataset === 'complaints' ? '被投诉人姓名' : '姓名';
    const named = (name: string) => at.load(dataset, `${headings},${column}`, [`${row},${name}`]);
    const result = named('王五');
    expect(result.counts).toMatchObject({ conflict: 1 });
    expect(problemsOf(result)).toEqual([`person.other-name 2 ${column}`]);
    expect(named('张　三').counts).toMatchObject({ new: 1 });
  });
});

describe('certificates', () => {
  const headings = '姓名,身份证号,证书级别,证书管理号,发证日期';

  it('a row with a name brings the person, together with rows that lack it', () => {
    const result = at.load('certificates', headings, [
      `,${STRANGER},初级,,2020-06-01`,
      `王五,${STRANGER},中级,,2024-06-01`,
      `赵六,${personNumber(998)},中级,,2024-06-01`,
    ]);
    expect(result.counts).toMatchObject({ new: 3 });
    expect(personOf(STRANGER)).toMatchObject({ name: '王五', posts: [] });
    expect(
      personOf(STRANGER)
        ?.certificates.map(({ level }) => level)
        .sort(),
    ).toEqual(['中级', '初级']);
    expect(personOf(personNumber(998))?.certificates).toHaveLength(1);
  });

  it('two names for one new number are both refused, and nobody comes of it', () => {
    const result = at.load('certificates', headings, [
      `王五,${STRANGER},初级,,2020-06-01`,
      `王六,${STRANGER},中级,,2024-06-01`,
    ]);
    expect(problemsOf(result)).toEqual(['person.two-rows 2 姓名', 'person.two-rows 3 姓名']);
    expect(personOf(STRANGER)).toBeUndefined();
  });

  it('warns of a namesake', () => {
    const result = at.load('certificates', headings, [`张三,${STRANGER},初级,,2020-06-01`]);
    expect(problemsOf(result)).toEqual(['person.same-name 2 姓名']);
  });

  it('confirms the day that a roster assumed', () => {
    const roster = '区(市)县,镇(街道),村(社区),姓名,身份证号,人员类别,上岗日期,证书级别';
    at.load('roster', roster, [
      `锦江区,锦官驿街道,水井坊社区,张三,${ZHANG},城乡社区专职工作者,2024-01-01,初级`,
    ]);
    expect(personOf(ZHANG)?.certificates[0]).toMatchObject({ issued: '2026-11-23', issuedAssumed: true });
    at.load('certificates', headings, [`张三,${ZHANG},初级,,2023-06-01`]);
    expect(personOf(ZHANG)?.certificates[0]).toMatchObject({ issued: '2023-06-01', issuedAssumed: false });
  });
});

describe('services and fund: truly equal records', () => {
  it.each([
    ['services', '身份证号,服务日期,服务领域,时长(小时),内容', `${ZHANG},2026-07-08,老龄服务,2,探访`],
    ['services', '身份证号,服务日期', `${ZHANG},2026-07-08`],
    ['fund', '日期,层级,收支,金额(元),来源或对象,摘要', '2026-07-08,市级,收入,1000,某企业,捐赠'],
  ] as const)('%s: two in one file are two, again none, three add one', (dataset, headings, row) => {
    const other = row.replace('07-08', '07-09');
    expect(at.load(dataset, headings, [row, row]).counts).toMatchObject({ new: 2 });
    expect(at.load(dataset, headings, [row, row]).counts).toMatchObject({ same: 2 });
    expect(at.load(dataset, headings, [row, row, other]).counts).toMatchObject({ same: 2, new: 1 });
    expect(at.load(dataset, headings, [row, row, row]).counts).toMatchObject({ same: 2, new: 1 });
    expect(
      at.loadFiles(dataset, [`${headings}\n${row}\n${other}`, `${headings}\n${row}`]).counts,
    ).toMatchObject({ same: 3 });
  });

  it('of two files that overlap the common records count once', () => {
    const headings = '身份证号,服务日期';
    const [first, second] = [`${ZHANG},2026-07-08`, `${ZHANG},2026-08-08`];
    const result = at.loadFiles('services', [`${headings}\n${first}\n${second}`, `${headings}\n${second}`]);
    expect(result.counts).toMatchObject({ new: 2, same: 1 });
    expect(personOf(ZHANG)?.services.map(({ on }) => on)).toEqual(['2026-07-08', '2026-08-08']);
  });
});

describe('a mended row of a rejects file', () => {
  const headings = '身份证号,服务日期,服务领域';
  const record = `${ZHANG},2026-07-08,`;
  const broken = `${ZHANG},2026-07-88,`;
  const mendedHeadings = `${headings},原文件,行号`;
  const count = () => personOf(ZHANG)?.services.length;
  /** Imports rows and gives the name of the file, if rows of it were refused. */
  const nameOf = (columns: string, rows: readonly string[]) => {
    let name = '';
    const rejects = (table: RejectsTable) => {
      name = table.rows[0]?.file ?? '';
    };
    at.load('services', columns, rows, { rejects });
    return name;
  };

  it.each([
    ['after', [record, broken], [3]],
    ['before', [broken, record], [2]],
    ['between', [record, broken, record], [3]],
    ['twice after', [record, broken, broken], [3, 4]],
  ])('that is equal to one of its file is another record (%s)', (_, rows, lines) => {
    const name = nameOf(headings, rows);
    const mended = lines.map((line) => `${record},${name},${line}`);
    expect(at.load('services', mendedHeadings, mended).counts).toMatchObject({ new: lines.length });
    expect(count()).toBe(rows.length);
    // saved again, and then the whole file with its cells mended
    expect(at.load('services', `${mendedHeadings},问题`, mended).counts).toMatchObject({ new: 0 });
    expect(at.load('services', headings, Array(rows.length).fill(record)).counts).toMatchObject({ new: 0 });
  });

  it('may go round again: a rejects file of a rejects file', () => {
    const first = nameOf(headings, [record, broken, broken]);
    const second = nameOf(mendedHeadings, [`${record},${first},3`, `${broken},${first},4`]);
    expect(at.load('services', mendedHeadings, [`${record},${second},3`]).counts).toMatchObject({ new: 1 });
    expect(count()).toBe(3);
  });

  it('that was mended in the file itself too is the same', () => {
    const name = nameOf(headings, [record, broken]);
    at.load('services', headings, [record, record]);
    expect(at.load('services', mendedHeadings, [`${record},${name},3`]).counts).toMatchObject({ same: 1 });
  });

  it('of no file that refused this line is counted within its own', () => {
    at.load('services', headings, [record]);
    const rows = [`${record},别处.csv,2`, `${record},,`, `${record},别处.csv,x`];
    expect(at.load('services', mendedHeadings, rows).counts).toMatchObject({ same: 1, new: 2 });
  });

  it('that equals a record of an older file counts as that one, with a warning', () => {
    at.load('services', headings, [record]);
    const name = nameOf(headings, [record, broken]);
    const result = at.load('services', mendedHeadings, [`${record},${name},3`]);
    expect(result.counts).toMatchObject({ same: 1 });
    expect(problemsOf(result)).toEqual(['fact.mended-equal 2 服务日期']);
  });
});

describe('complaints', () => {
  const headings = '编号,收到日期,被投诉人身份证号,类别,停发自,停发至';

  it('停发 is a sanction of the person, until it is corrected', () => {
    at.load('complaints', headings, [`T1,2026-05-01,${ZHANG},收费,2026-07-01,`]);
    expect(personOf(ZHANG)?.sanctions).toMatchObject([{ from: '2026-07-01', until: null }]);
    at.load(
      'complaints',
      headings,
      ['T1,2026-05-01,,收费,2026-07-01,2026-08-31'].map((row) => row.replace(',,收费', `,${ZHANG},收费`)),
    );
    expect(personOf(ZHANG)?.sanctions).toMatchObject([{ from: '2026-07-01', until: '2026-08-31' }]);
  });

  it('who complained is dropped with a warning, kept nowhere, and not handed back', () => {
    let rejects: RejectsTable | undefined;
    const result = at.load(
      'complaints',
      `${headings},投诉人姓名,举报人电话,备注`,
      [`T1,2026-05-01,${ZHANG},收费,,,钱七,13900000000,无`, 'T2,2026-05-01,,,,,钱七,13900000000,无'],
      {
        rejects: (table) => {
          rejects = table;
        },
      },
    );
    const found = result.findings.find(({ code }) => code === 'file.never-stored');
    expect(found?.details).toEqual({ columns: ['投诉人姓名', '举报人电话'] });
    expect(JSON.stringify([rejects, result.rows()])).not.toMatch(/钱七|13900000000/);
    expect(rejects?.columns.map(({ heading }) => heading)).toContain('备注');
    expect(JSON.stringify(at.workspace.db.prepare('SELECT * FROM complaint').all())).not.toMatch(/钱七|139/);
  });
});

describe('payments', () => {
  const headings = '季度,身份证号,金额(元),状态,失败原因,支付日期';
  const failed = `2026Q3,${ZHANG},600.00,失败,账号不符,2026-10-20`;

  it('of a quarter that is not closed are refused', () => {
    const result = at.load('payments', headings, [failed]);
    expect(result.counts).toMatchObject({ rejected: 1 });
    expect(problemsOf(result)).toEqual(['payment.not-closed 2 季度']);
  });
});

describe('assessments', () => {
  const headings = '身份证号,期间,类别,结果';

  it('a quarter and a year stand beside each other, and 年度考核 says nothing of 专业作用', () => {
    const result = at.load('assessments', headings, [
      `${ZHANG},2026年三季度,发挥专业作用,是`,
      `${ZHANG},2025年度,专业作用,否`,
      `${ZHANG},2025,年度考核,优秀`,
    ]);
    expect(result.counts).toMatchObject({ new: 3 });
    expect(
      personOf(ZHANG)
        ?.assessments.map(({ period, result }) => [period, result])
        .sort(),
    ).toEqual([
      ['2025', '否'],
      ['2026Q3', '是'],
    ]);
  });
});

describe('an empty cell says nothing, and what the register has in its place counts', () => {
  const complaint = '编号,收到日期,被投诉人身份证号,类别,停发自,停发至,办结日期';
  const known = `T1,2026-05-01,${ZHANG},收费,2026-06-01,2026-06-30,2026-05-20`;
  const station = '层级,名称,设立日期,撤销日期';
  const certificate = '身份证号,证书级别,批准日期,发证日期';

  it.each([
    [
      'a stop from after it has ended',
      ...(['complaints', complaint, known, `T1,2026-05-01,${ZHANG},收费,2026-07-01,,`] as const),
      'fact.ends-before-start 2 停发自',
    ],
    [
      'a stop until before it began',
      ...(['complaints', complaint, known, `T1,2026-05-01,${ZHANG},收费,,2026-05-31,`] as const),
      'fact.ends-before-start 2 停发至',
    ],
    [
      'received after it was settled',
      ...(['complaints', complaint, known, `T1,2026-05-21,${ZHANG},收费,,,`] as const),
      'fact.ends-before-start 2 收到日期',
    ],
    [
      'founded after it was dissolved',
      ...(['stations', station, '市,甲,2020-01-01,2021-12-31', '市,甲,2022-01-01,'] as const),
      'fact.ends-before-start 2 设立日期',
    ],
    [
      'issued before it was approved',
      ...(['certificates', certificate, `${ZHANG},初级,2023-06-10,2023-09-01`] as const),
      `${ZHANG},初级,,2023-06-09`,
      'fact.ends-before-start 2 发证日期',
    ],
  ] as const)('%s is refused', (_, dataset, headings, before, row, problem) => {
    at.load(dataset, headings, [before]);
    const result = at.load(dataset, headings, [row]);
    expect(result.counts).toMatchObject({ rejected: 1, changed: 0 });
    expect(problemsOf(result)).toEqual([problem]);
    expect(result.findings.find(({ line }) => line === 2)).toHaveProperty('value');
  });

  it.each([
    ['complaints', complaint, known, `T1,2026-05-01,,收费,,2026-06-01,`],
    ['complaints', complaint, known, `T1,2026-05-01,,收费,2026-06-30,,`],
    ['complaints', complaint, known, `T1,2026-05-20,,收费,,,`],
    ['stations', station, '市,甲,2020-01-01,2021-12-31', '市,甲,2021-12-31,'],
    ['certificates', certificate, `${ZHANG},初级,2023-06-10,2023-09-01`, `${ZHANG},初级,,2023-06-10`],
  ] as const)('%s %#: the last day that can be comes in', (dataset, headings, before, row) => {
    at.load(dataset, headings, [before]);
    const result = at.load(dataset, headings, [row]);
    expect(problemsOf(result)).toEqual([]);
    expect(result.counts).toMatchObject({ changed: 1 });
  });

  it('two rows that say the start and the end of one thing are both refused', () => {
    const result = at.load('stations', station, ['市,甲,2020-01-01,', '市,甲,2020-01-01,2019-12-31']);
    expect(result.counts).toMatchObject({ rejected: 1 });
    const rows = [`T1,2026-05-01,${ZHANG},收费,2026-07-01,,`, `T1,2026-05-01,,收费,,2026-06-30,`];
    expect(problemsOf(at.load('complaints', complaint, rows))).toEqual([
      'date.end-before-start 2 停发至',
      'date.end-before-start 3 停发至',
    ]);
  });
});

describe('what tells facts apart is one text in every width and spacing', () => {
  it.each([
    [
      'trainings',
      '身份证号,课程,开始日期,学时',
      `${ZHANG},实务(中级) 一,2026-03-01,8`,
      `${ZHANG},实务（中级）一,2026-03-01,8`,
    ],
    ['complaints', '编号,收到日期,类别', 'T4,2026-05-01,收费', 'Ｔ4,2026-05-01,收费'],
    ['services', '身份证号,服务日期,内容', `${ZHANG},2026-03-01,走访 3 户`, `${ZHANG},2026-03-01,走访3户`],
  ] as const)('%s', (dataset, headings, row, otherwise) => {
    const first = at.load(dataset, headings, [row]);
    expect(first.counts).toMatchObject({ new: 1 });
    expect(at.load(dataset, headings, [otherwise]).batch).not.toBe(first.batch);
    expect(at.load(dataset, headings, [otherwise]).counts).toMatchObject({ same: 1 });
    const twice = at.load(dataset, headings, [otherwise, row]);
    expect(twice.counts).toMatchObject(dataset === 'services' ? { same: 1, new: 1 } : { same: 2 });
  });
});

describe('what no row can say', () => {
  it.each([
    [
      'a day before the republic',
      'awards',
      '身份证号,称号,授予日期',
      `${ZHANG},先进,1905-01-01`,
      'date.too-early 2 授予日期',
    ],
    [
      'the last day before it',
      'awards',
      '身份证号,称号,授予日期',
      `${ZHANG},先进,1949-09-30`,
      'date.too-early 2 授予日期',
    ],
    [
      'a service of tomorrow',
      'services',
      '身份证号,服务日期',
      `${ZHANG},2026-11-24`,
      'date.not-yet 2 服务日期',
    ],
    [
      'a certificate of tomorrow',
      'certificates',
      '身份证号,证书级别,发证日期',
      `${ZHANG},初级,2026-11-24`,
      'date.not-yet 2 发证日期',
    ],
    [
      'a quarter to come',
      'assessments',
      '身份证号,期间,类别,结果',
      `${ZHANG},2027Q1,专业作用,是`,
      'date.not-yet 2 期间',
    ],
    [
      'an end before its start',
      'trainings',
      '身份证号,课程,开始日期,结束日期,学时',
      `${ZHANG},甲,2026-03-02,2026-03-01,8`,
      'date.end-before-start 2 结束日期',
    ],
    [
      'approved after it was issued',
      'certificates',
      '身份证号,证书级别,批准日期,发证日期',
      `${ZHANG},初级,2024-01-02,2024-01-01`,
      'date.end-before-start 2 发证日期',
    ],
    [
      'a level nobody issues',
      'certificates',
      '身份证号,证书级别,发证日期',
      `${ZHANG},特级,2024-01-01`,
      'level.unknown 2 证书级别',
    ],
    [
      'no certificate',
      'certificates',
      '身份证号,证书级别,发证日期',
      `${ZHANG},无,2024-01-01`,
      'level.unknown 2 证书级别',
    ],
    [
      'hours below zero',
      'trainings',
      '身份证号,课程,开始日期,学时',
      `${ZHANG},甲,2026-03-02,-8`,
      'number.out-of-range 2 学时',
    ],
    [
      'a day of 25 hours',
      'services',
      '身份证号,服务日期,时长(小时)',
      `${ZHANG},2026-03-02,25`,
      'number.out-of-range 2 时长(小时)',
    ],
    [
      'no hours',
      'trainings',
      '身份证号,课程,开始日期,学时',
      `${ZHANG},甲,2026-03-02,若干`,
      'cell.not-a-number 2 学时',
    ],
    [
      'an amount below zero',
      'fund',
      '日期,层级,收支,金额(元)',
      '2026-03-02,市,收入,-1',
      'number.out-of-range 2 金额(元)',
    ],
    [
      'a level of no supervisor',
      'supervisors',
      '身份证号,级别,认定日期',
      `${ZHANG},特级,2026-03-02`,
      'cell.not-one-of 2 级别',
    ],
    [
      'a yearly appraisal of a quarter',
      'assessments',
      '身份证号,期间,类别,结果',
      `${ZHANG},2026Q1,年度考核,合格`,
      'assessment.yearly 2 期间',
    ],
    [
      '是 as a yearly result',
      'assessments',
      '身份证号,期间,类别,结果',
      `${ZHANG},2025,年度考核,是`,
      'cell.not-one-of 2 结果',
    ],
    [
      'a period that is none',
      'assessments',
      '身份证号,期间,类别,结果',
      `${ZHANG},2026Q5,专业作用,是`,
      'period.unreadable 2 期间',
    ],
    [
      'a year that is none',
      'projects',
      '项目,区(市)县,年度,预算(元),其中人力成本(元)',
      '甲,锦江区,26,2,1',
      'period.unreadable 2 年度',
    ],
    [
      'a stop of nobody',
      'complaints',
      '编号,收到日期,被投诉人身份证号,类别,停发自',
      'T1,2026-05-01,,收费,2026-06-01',
      'complaint.suspension 2 停发自',
    ],
    [
      'a stop without a start',
      'complaints',
      '编号,收到日期,被投诉人身份证号,类别,停发至',
      `T1,2026-05-01,${ZHANG},收费,2026-06-01`,
      'complaint.suspension 2 停发至',
    ],
    [
      'a formula that came to nothing where there must be something',
      'awards',
      '身份证号,称号,授予日期',
      `${ZHANG},#ref!,2024-01-05`,
      'cell.formula-error 2 称号',
    ],
    [
      'a number that fits several complaints',
      'complaints',
      '编号,收到日期,类别',
      '2.02605E+16,2026-05-01,收费',
      'reference.scientific 2 编号',
    ],
    [
      'settled before it was received',
      'complaints',
      '编号,收到日期,类别,办结日期',
      'T1,2026-05-02,收费,2026-05-01',
      'date.end-before-start 2 办结日期',
    ],
    [
      'a station without its township',
      'stations',
      '层级,名称,区(市)县,镇(街道),设立日期',
      '社工站,甲站,锦江区,,2022-05-01',
      'cell.missing 2 镇(街道)',
    ],
    [
      'a station in no district',
      'stations',
      '层级,名称,区(市)县,设立日期',
      '总站,甲站,无名区,2022-05-01',
      'unit.unknown 2 区(市)县',
    ],
    [
      'a room in no unit',
      'stations',
      '层级,名称,区(市)县,镇(街道),村(社区),设立日期',
      '社工室,甲室,锦江区,锦官驿街道,无名社区,2022-05-01',
      'unit.unknown 2 村(社区)',
    ],
    [
      'a project in no district',
      'projects',
      '项目,区(市)县,年度,预算(元),其中人力成本(元)',
      '甲,无名区,2026,2,1',
      'unit.unknown 2 区(市)县',
    ],
  ] as const)('%s', (_, dataset, headings, row, problem) => {
    const result = at.load(dataset, headings, [row]);
    expect(result.counts).toMatchObject({ rejected: 1, new: 0 });
    expect(problemsOf(result)).toEqual([problem]);
    expect(result.findings.find(({ line }) => line === 2)).toHaveProperty('value');
  });

  it.each([
    ['1949-10-01', 0],
    ['2026-11-23', 0],
  ])('%s is a day like any other', (on, rejected) => {
    expect(at.load('awards', '身份证号,称号,授予日期', [`${ZHANG},先进,${on}`]).counts).toMatchObject({
      rejected,
    });
  });
});

describe('what a row had better not say', () => {
  it.each([
    [
      'a registration longer than its term',
      'registrations',
      '身份证号,登记日期,登记有效期至',
      `${ZHANG},2024-01-05,2028-01-04`,
      ['registration.longer-than-term 2 登记有效期至', 'registration.no-certificate 2 登记日期'],
    ],
    [
      'a registration without its end',
      'registrations',
      '身份证号,登记日期,登记有效期至',
      `${ZHANG},2024-01-05,`,
      ['registration.until-assumed 2 登记有效期至', 'registration.no-certificate 2 登记日期'],
    ],
    [
      'a formula that came to nothing',
      'awards',
      '身份证号,称号,授予日期,授予单位',
      `${ZHANG},先进,2024-01-05,#N/A`,
      ['cell.formula-error 2 授予单位'],
    ],
    [
      'a number that a spreadsheet ruined',
      'awards',
      '身份证号,称号,授予日期,文号',
      `${ZHANG},先进,2024-01-05,2.02605E+16`,
      ['reference.scientific 2 文号'],
    ],
    [
      'a field that is none of the 21',
      'services',
      '身份证号,服务日期,服务领域',
      `${ZHANG},2026-03-02,老年服务`,
      ['cell.not-one-of 2 服务领域'],
    ],
    [
      'more certified staff than staff',
      'stations',
      '层级,名称,设立日期,专职人数,持证人数',
      '市级,中心,2022-05-01,3,4',
      ['station.more-certified 2 持证人数'],
    ],
    [
      'labour above the budget',
      'projects',
      '项目,区(市)县,年度,预算(元),其中人力成本(元)',
      '甲,锦江区,2026,2,2.01',
      ['project.labour-above-budget 2 其中人力成本(元)'],
    ],
  ] as const)('%s', (_, dataset, headings, row, problems) => {
    const result = at.load(dataset, headings, [row]);
    expect(result.counts).toMatchObject({ new: 1 });
    expect(problemsOf(result)).toEqual(problems);
  });

  it('an end that was worked out corrects none that is known', () => {
    const headings = '身份证号,登记日期,登记有效期至';
    at.load('registrations', headings, [`${ZHANG},2024-01-05,2026-12-31`]);
    expect(at.load('registrations', headings, [`${ZHANG},2024-01-05,`]).counts).toMatchObject({ same: 1 });
    at.load('registrations', headings, [`${LI},2024-01-05,`]);
    expect(personOf(LI)?.registrations).toMatchObject([{ from: '2024-01-05', until: '2027-01-04' }]);
  });
});

describe('people who are one', () => {
  it('a file with either number says the same, and corrects what the other one told', () => {
    const { db } = at.workspace;
    const [zhang, li] = [ZHANG, LI].map(
      (number) => db.prepare('SELECT id FROM person WHERE id_number = ?').pluck().get(number) as number,
    );
    const awards = (number: string, by: string) =>
      at.load('awards', '身份证号,称号,授予日期,授予单位', [`${number},先进,2026-03-20,${by}`]);
    const complaints = (number: string) =>
      at.load('complaints', '编号,收到日期,被投诉人身份证号,类别', [`T1,2026-03-20,${number},收费`]);
    awards(LI, '市民政局');
    complaints(LI);
    db.exec(
      `INSERT INTO person_link (person, kept, kind, reason, user, recorded) VALUES (${li}, ${zhang}, 'merge', '同一人', '王五', 3)`,
    );
    expect(complaints(LI).counts).toMatchObject({ same: 1 });
    expect(complaints(ZHANG).counts).toMatchObject({ same: 1 });
    expect(awards(LI, '市民政局').counts).toMatchObject({ same: 1 });
    expect(awards(ZHANG, '市民政局').counts).toMatchObject({ same: 1 });
    expect(awards(ZHANG, '区民政局').counts).toMatchObject({ changed: 1 });
    expect(awards(LI, '区民政局').counts).toMatchObject({ same: 1 });
    const rows = [`${LI},2026-07-08`, `${ZHANG},2026-07-08`];
    expect(at.load('services', '身份证号,服务日期', rows).counts).toMatchObject({ new: 2 });
  });
});
