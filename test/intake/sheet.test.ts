import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { roster } from '../../src/intake/datasets/roster.js';
import { units } from '../../src/intake/datasets/units.js';
import { readSheet } from '../../src/intake/sheet.js';
import { codesOf, csv, idNumber, problemOf, readRoster, SOUND, temporaryFile } from './support.js';

const HEADINGS = '序号,区(市)县,镇(街道),村(社区),姓名,身份证号,人员类别,上岗日期';
const AREA = '锦江区,锦官驿街道,水井坊社区';
const person = (number: number, area = AREA, name = '张三丰') =>
  `${number},${area},${name},${idNumber(100 + number)},城乡社区专职工作者,2021-03-01`;

const read = (text: string | Buffer, set: Record<string, string> = {}) =>
  readSheet(temporaryFile(text), roster, { set: new Map(Object.entries(set)) });

describe('the heading row is found under titles, by any of its names', () => {
  it.each([
    ['at the top', `${HEADINGS}\n${person(1)}\n`, 1, 0],
    [
      'under a title and a blank row',
      `成都市锦江区花名册,,,,,,,\n\n填报单位：锦江区,,,,,,,2026年9月\n${HEADINGS}\n${person(1)}\n`,
      4,
      2,
    ],
    [
      'under a title in a quoted cell of two lines',
      `"花名册\r\n（2026）"\r\n${HEADINGS}\r\n${person(1)}`,
      3,
      1,
    ],
    ['under a title that looks like one column', `姓名,花名册\n${HEADINGS}\n${person(1)}`, 2, 1],
  ])('%s', (_name, text, headingLine, skipped) => {
    const sheet = read(text);
    expect(sheet).toMatchObject({ headingLine, skipped });
    expect(sheet.rows).toHaveLength(1);
    expect(sheet.findings).toMatchObject([
      { code: 'file.read-as', severity: 'info', details: { encoding: 'UTF-8', delimiter: ',', headingLine } },
    ]);
  });

  it.each([
    ['身份证号码'],
    ['公民身份号码'],
    ['证件号码'],
    ['身份证号*'],
    ['＊身份证号'],
    ['身份证号：'],
    ['身 份 证 号'],
    ['身份证\n号'],
    ['身份证号（必填）'],
    ['【身份证号】'.replace(/[【】]/g, '')],
    ['身份证号　'],
  ])('身份证号 as %j', (heading) => {
    const sheet = read(`${HEADINGS.replace('身份证号', `"${heading}"`)}\n${person(1)}`);
    expect(sheet.columns.get('idNumber')).toBe(5);
  });

  it.each([
    ['区(市)县', 'district', ['区（市）县', '区县', '所属区县', '区市县', '区【市】县']],
    ['镇(街道)', 'township', ['镇（街道）', '镇街', '街道', '街道（乡镇）', '乡镇(街道)']],
    ['村(社区)', 'unit', ['村（社区）', '社区', '村社区', '所属社区', '所在村(社区)', '社区（村）']],
    [
      '上岗日期',
      'stated',
      ['上岗时间', '到岗时间', '入职时间', '上岗日期（年月日）', '上岗日期(yyyy-mm-dd)'],
    ],
  ])('%s by its synonyms', (heading, field, synonyms) => {
    for (const synonym of synonyms) {
      const sheet = read(`${HEADINGS.replace(heading, synonym)}\n${person(1)}`);
      expect([synonym, sheet.columns.has(field)]).toEqual([synonym, true]);
    }
  });

  it.each([
    ['until', ['离岗日期', '离岗时间', '退出时间']],
    ['level', ['证书级别', '证书等级', '证书名称', '持证情况']],
    ['issued', ['发证日期', '取得证书时间', '发证时间']],
    ['certificateNumber', ['证书管理号', '管理号', '证书编号']],
    ['registeredUntil', ['登记有效期至', '有效期至']],
    ['role', ['发挥专业作用', '是否发挥专业作用']],
    ['phone', ['手机号', '联系电话', '电话']],
    ['bank', ['开户行', '开户银行']],
    ['account', ['银行卡号', '银行账号', '账号', '卡号']],
    ['monthlyPay', ['月工资(元)', '月工资（元）', '月工资', '月工资/元']],
  ])('%s by its synonyms', (field, synonyms) => {
    for (const synonym of synonyms) {
      const sheet = read(`${HEADINGS},${synonym}\n${person(1)},\n`);
      expect([synonym, sheet.columns.get(field)]).toEqual([synonym, 8]);
    }
  });

  it('two rows of headings are one', () => {
    const text = [
      '花名册',
      '序号,所属区域,,,姓名,身份证号,人员类别,上岗日期,证书,,登记,,备注',
      ',区县,镇街,社区,,,,,级别,管理号,日期,有效期至,',
      `${person(1)},初级,20210511010800098,2024-01-05,2027-01-04,x`,
    ].join('\n');
    const sheet = read(text);
    expect(sheet.headingLine).toBe(2);
    expect(sheet.headings.slice(7, 12)).toEqual([
      '上岗日期',
      '证书级别',
      '证书管理号',
      '登记日期',
      '登记有效期至',
    ]);
    expect(sheet.rows.map(({ line }) => line)).toEqual([4]);
    expect([...sheet.columns.keys()]).toContain('certificateNumber');
    expect(sheet.findings).toHaveLength(1);
  });

  it('a row of data that contains the name of a column stays data', () => {
    const sheet = read('类别,姓名,身份证号,人员类别,上岗日期\n社区,张三,1,企业,2021-03-01\n', {
      '区(市)县': '锦江区',
      '镇(街道)': '锦官驿街道',
      '村(社区)': '水井坊社区',
    });
    expect(sheet.rows).toHaveLength(1);
  });
});

describe('delimiters and encodings are found', () => {
  it.each([',', '\t', ';', '；', '，', '|'])('%j', (delimiter) => {
    const text = `说明：甲,乙;丙\n${HEADINGS}\n${person(1)}\n`.replaceAll(',', delimiter);
    expect(read(text)).toMatchObject({ delimiter, rows: [{ line: 3 }] });
  });

  it('GB18030 with tabs, as WPS writes it', () => {
    const sheet = read(
      iconv.encode(`${HEADINGS}\r\n${person(1, AREA, '䶮𠮷')}`.replaceAll(',', '\t'), 'gb18030'),
    );
    expect(sheet.encoding).toBe('GB18030');
    expect(sheet.rows[0]?.cells[4]).toBe('䶮𠮷');
  });
});

describe('a file that is no roster says what was looked for and seen', () => {
  it('no heading row at all', () => {
    expect(problemOf(() => read('日期,金额\n2026-01-01,200\n'))).toMatchObject({
      problem: 'file.no-heading-row',
      details: {
        looked: ['姓名', '身份证号', '区(市)县', '镇(街道)', '村(社区)', '人员类别', '上岗日期'],
        seen: ['日期', '金额'],
      },
    });
  });

  it('a required column is missing', () => {
    const text = `${HEADINGS.replace('人员类别', '职别')}\n${person(1)}`;
    expect(problemOf(() => read(text))).toMatchObject({
      problem: 'file.no-heading-row',
      details: { missing: ['人员类别'], seen: HEADINGS.replace('人员类别', '职别').split(',') },
    });
  });

  it('identity numbers of a file without headings are masked', () => {
    const { details } = problemOf(() => read(`张三,${idNumber()}\n`));
    expect(JSON.stringify(details)).not.toContain(idNumber());
  });

  it.each([
    ['nothing', '', 'file.empty'],
    ['a byte order mark', '\uFEFF', 'file.empty'],
    ['blank rows', '\n , \n\n', 'file.empty'],
    ['headings', HEADINGS, 'file.no-rows'],
    ['headings and a total', `${HEADINGS}\n合计,,,,,,,\n`, 'file.no-rows'],
    ['an unclosed quote', `${HEADINGS}\n${person(1)}\n"2,x\n`, 'file.unclosed-quote'],
  ])('%s', (_name, text, problem) => expect(problemOf(() => read(text)).problem).toBe(problem));

  it('a heading twice, by whatever names', () => {
    const path = temporaryFile(`x\n${HEADINGS},手机号,联系电话\n${person(1)},,\n`);
    expect(problemOf(() => readSheet(path, roster))).toEqual({
      problem: 'file.heading-twice',
      details: { file: path, line: 2, column: '手机号', headings: ['手机号', '联系电话'] },
    });
  });

  it('the code stands in for the area, and the workplace for the village', () => {
    expect(() =>
      read('姓名,身份证号,人员类别,上岗日期,统计用区划代码\n张三,1,企业,2021-03-01,510104017001'),
    ).not.toThrow();
    expect(() =>
      read('姓名,身份证号,人员类别,上岗日期,区县,镇街,工作单位\n张三,1,企业,2021-03-01,锦江区,锦官驿,医院'),
    ).not.toThrow();
  });

  it('unknown columns are one piece of information; 序号 and our own columns are none', () => {
    const sheet = read(`原文件,行号,问题,${HEADINGS},民族,"政治\n面貌",,\n,,,${person(1)},汉,,,\n`);
    expect(sheet.findings.find(({ code }) => code === 'file.unknown-columns')).toMatchObject({
      severity: 'info',
      details: { columns: ['民族', '政治面貌'] },
    });
  });
});

describe('what is no data is dropped, and counted unless blank', () => {
  it.each([
    ['blank rows', ',,,,,,,\n\n　,,,,,,,\n', 0],
    ['合计', '合计,,,,,,,\n', 1],
    ['合 计 with a headcount', '合　计,,,,35人,,,\n', 1],
    ['小计 in the area', ',锦江区,锦官驿街道小计,,2,,,\n', 1],
    ['总计 with words', '总计（大写）：叁佰元整,,,,,,,\n', 1],
    ['a repeated heading', `${HEADINGS}\n`, 1],
    ['a repeated heading with a line break', `${HEADINGS.replace('姓名', '"姓\n名"')}\n`, 1],
    ['a signature footer', '制表人：李四,,,审核人：王五,,填报日期：2026年9月30日,,\n', 1],
    ['a signature footer by cells', '制表人,李四,,审核人,王五,,填报日期,2026-09-30\n', 1],
    ['a signature in the name column', ',,,,制表人：李四,审核人：王五,,\n', 1],
    ['a note', '注：1.本表一式三份，街道、区各一份。,,,,,,,\n', 1],
    ['a title of the next page', '成都市锦江区花名册（续）,,,,,,,\n', 1],
    ['a stamp', ',,,,,,,（盖章）\n', 1],
  ])('%s', (_name, extra, skipped) => {
    const sheet = read(`${HEADINGS}\n${person(1)}\n${extra}${person(2)}\n`);
    expect([sheet.rows.length, sheet.skipped]).toEqual([2, skipped]);
    expect(sheet.rows.every(({ broken }) => broken === null)).toBe(true);
  });

  it.each([
    ['without identity number', `2,${AREA},李四,,城乡社区专职工作者,2021-03-01`],
    ['without name', `2,${AREA},,${idNumber()},城乡社区专职工作者,2021-03-01`],
    ['without both', `2,${AREA},,,城乡社区专职工作者,2021-03-01`],
    ['with nothing but a name', ',,,,李四,,,'],
    ['of somebody in 合计社区', `2,锦江区,锦官驿街道,合计社区,李四,,,`],
    ['with a total in place of the number', `2,${AREA},李四,合计,城乡社区专职工作者,2021-03-01`],
  ])('a row %s is rejected, not skipped', (_name, row) => {
    const { sheet, rows } = readRoster(`${HEADINGS}\n${person(1)}\n${row}\n`);
    expect([sheet.rows.length, sheet.skipped, rows[1]?.row]).toEqual([2, 0, null]);
    expect(rows[1]?.findings.length).toBeGreaterThan(0);
  });
});

describe('merged area cells are filled down', () => {
  const filled = (rows: readonly string[]) => {
    const sheet = read(`${HEADINGS}\n${rows.join('\n')}\n`);
    const count = sheet.findings.find(({ code }) => code === 'file.area-filled')?.details;
    return { areas: sheet.rows.map(({ cells }) => cells.slice(1, 4).join(' ')), count };
  };

  it('blank below the first row of a group, at each level', () => {
    const rows = [
      person(1, '锦江区,锦官驿街道,水井坊社区'),
      person(2, ',,'),
      person(3, ',,崇德里社区'),
      person(4, ',东湖街道,翡翠城社区'),
    ];
    expect(filled(rows)).toEqual({
      areas: [
        '锦江区 锦官驿街道 水井坊社区',
        '锦江区 锦官驿街道 水井坊社区',
        '锦江区 锦官驿街道 崇德里社区',
        '锦江区 东湖街道 翡翠城社区',
      ],
      count: { rows: 3 },
    });
  });

  it('only the columns that are merged', () => {
    const rows = [person(1), person(2, '锦江区,锦官驿街道,'), person(3, '锦江区,锦官驿街道,崇德里社区')];
    expect(filled(rows).areas[1]).toBe(AREA.replaceAll(',', ' '));
    const unmerged = [person(1), person(2), person(3, '锦江区,锦官驿街道,')];
    expect(filled(unmerged)).toEqual({
      areas: [AREA, AREA, '锦江区,锦官驿街道,'].map((area) => area.replaceAll(',', ' ')),
      count: undefined,
    });
  });

  it('a blank in an unmerged column is missing', () => {
    const { rows } = readRoster(
      `${HEADINGS}\n${person(1)}\n${person(2)}\n${person(3, '锦江区,锦官驿街道,')}\n`,
    );
    expect(rows[2]).toMatchObject({
      row: null,
      findings: [{ code: 'cell.missing-area', column: '村(社区)', line: 4 }],
    });
  });

  it.each([
    ['into a new parent area', person(2, ',东湖街道,')],
    ['into a new 区(市)县', person(2, '武侯区,,')],
  ])('never %s', (_name, row) => {
    expect(filled([person(1), row]).areas[1]).not.toContain('水井坊社区');
  });

  it.each([
    ['a row whose cells may be shifted', '2,锦江区,锦官驿街道,崇德里社区,李四'],
    ['a caption', '二、崇德里社区,,,,,,,'],
  ])('never past %s', (_name, row) => {
    expect(filled([person(1), row, person(3, ',,')]).areas.at(-1)).toBe('  ');
  });

  it('a caption in an area column begins a group', () => {
    expect(filled([person(1), ',,,崇德里社区,,,,', person(3, '锦江区,锦官驿街道,')]).areas[1]).toBe(
      '锦江区 锦官驿街道 崇德里社区',
    );
  });

  it('never the village of somebody with a workplace, and nothing beside a code', () => {
    const headings = `${HEADINGS},工作单位,统计用区划代码`;
    const sheet = read(
      `${headings}\n${person(1)},,\n${person(2, ',,')},锦江区医院,\n${person(3, ',,')},,510104018001\n${person(4, ',,')},,\n`,
    );
    expect(sheet.rows.map(({ cells }) => cells.slice(1, 4).join(' '))).toEqual([
      '锦江区 锦官驿街道 水井坊社区',
      '锦江区 锦官驿街道 ',
      '  ',
      '锦江区 锦官驿街道 水井坊社区',
    ]);
  });
});

describe('rows of another width are rejected', () => {
  it.each([
    ['too short', `2,${AREA},李四`, { cells: 5, headings: 8 }],
    ['too long', `${person(2)},x`, { cells: 9, headings: 8 }],
  ])('%s', (_name, row, details) => {
    const { rows } = readRoster(`${HEADINGS}\n${row}\n${person(3)}\n`);
    expect(rows[0]).toMatchObject({
      row: null,
      line: 2,
      findings: [{ code: 'row.width', severity: 'error', details }],
    });
    expect(rows[1]).toMatchObject({ line: 3, findings: [] });
  });

  it('empty trailing cells are neither', () => {
    const { rows } = readRoster(`${HEADINGS},,\n${person(1)},,,,\n${person(2)}\n`);
    expect(rows.map(({ row }) => row?.name)).toEqual(['张三丰', '张三丰']);
  });

  it('bad quotes reject the row, and later rows keep their lines', () => {
    const { rows } = readRoster(
      `${HEADINGS}\n2,"锦江"区,x\n"3",${AREA},"张\n三",${idNumber()},企业,2021-03-01\n${person(4)}\n`,
    );
    expect(rows[0]).toMatchObject({ row: null, line: 2, findings: [{ code: 'row.bad-quotes', line: 2 }] });
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 5]);
  });
});

describe('--set supplies what the file lacks', () => {
  const { '区(市)县': _district, ...without } = SOUND;

  it('a column that is not there', () => {
    const { rows } = readRoster(csv([without]), {}, { 区县: '锦江' });
    expect(rows[0]).toMatchObject({ row: { place: { unit: 1 } }, findings: [] });
  });

  it('a blank cell, and never a filled one', () => {
    const { rows } = readRoster(
      csv([
        { ...SOUND, 人员类别: '' },
        { ...SOUND, 人员类别: '企业' },
      ]),
      {},
      { 人员类别: '机关' },
    );
    expect(rows.map(({ row }) => row?.category)).toEqual(['机关', '企业']);
  });

  it('an unknown column is refused, with the nearest', () => {
    expect(problemOf(() => read(HEADINGS, { 岗位名: 'x' }))).toMatchObject({
      problem: 'usage.unknown-column',
      details: { dataset: 'roster', column: '岗位名', nearest: ['岗位名称'] },
    });
  });
});

it('the sheet of another dataset has its own columns', () => {
  const text =
    '村社区名录\n统计用区划代码,区县,街道,社区名称,类型\n510104017001,锦江区,锦官驿街道,水井坊社区居委会,社区\n';
  const sheet = readSheet(temporaryFile(text), units);
  expect([...sheet.columns.keys()]).toEqual(['code', 'district', 'township', 'name', 'kind']);
  expect(codesOf(sheet.findings)).toEqual(['file.read-as']);
});
