import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { DatasetShape } from '../../src/intake/dataset.js';
import { posts, readEstablishmentRows } from '../../src/intake/datasets/posts.js';
import { readUnitRows, units } from '../../src/intake/datasets/units.js';
import { HeadingIndex } from '../../src/intake/headings.js';
import { readSheet } from '../../src/intake/sheet.js';
import { IMPORTABLE, IMPORTS } from '../../src/tasks/imports.js';
import {
  codesOf,
  context,
  csv,
  idNumber,
  problemOf,
  readOne,
  readRoster,
  SOUND,
  temporaryFile,
} from './support.js';

describe('every dataset', () => {
  it.each<DatasetShape>(IMPORTABLE.map((dataset) => IMPORTS[dataset].shape))(
    '$name: no heading means two columns',
    (dataset) => {
      const index = new HeadingIndex(dataset);
      for (const [field, { heading, synonyms }] of Object.entries(dataset.columns)) {
        for (const known of [heading, ...synonyms])
          expect([known, index.field(known)]).toEqual([known, field]);
      }
    },
  );
});

describe('花名册: a sound row says exactly this', () => {
  it('every column', () => {
    const { row, findings } = readOne({
      工作单位: '锦江区社工站',
      岗位名称: '社会工作师三级岗位',
      离岗日期: '2026-06-30',
      证书级别: '社会工作师',
      证书管理号: '20210511010800098',
      发证日期: '2021-06-01',
      登记日期: '2024-01-05',
      登记有效期至: '2027-01-04',
      服务记录: '6',
      发挥专业作用: '是',
      性别: '男',
      手机号: '13800000000',
      开户行: '成都银行锦江支行',
      银行卡号: '4111111111111111',
      '月工资(元)': '4,500.50',
      备注: '无',
    });
    expect(findings).toEqual([]);
    expect(row).toEqual({
      idNumber: idNumber(),
      name: '张三丰',
      place: { unit: 1, workplace: null, district: null, township: null },
      category: '城乡社区专职工作者',
      title: '社会工作师三级岗位',
      stated: '2021-03-01',
      until: '2026-06-30',
      level: '中级',
      certificateNumber: '20210511010800098',
      issued: '2021-06-01',
      registeredFrom: '2024-01-05',
      registeredUntil: '2027-01-04',
      registeredUntilAssumed: false,
      services: 6,
      role: '是',
      sex: '男',
      phone: '13800000000',
      bank: '成都银行锦江支行',
      account: '4111111111111111',
      monthlyPay: 450050,
      note: null,
    });
  });
});

describe('花名册: what rejects a row', () => {
  it.each([
    ['no identity number', { 身份证号: '' }, 'cell.missing', '身份证号'],
    ['a placeholder for it', { 身份证号: '/' }, 'cell.missing', '身份证号'],
    ['an invalid identity number', { 身份证号: '510104199001011010' }, 'id-number.invalid', '身份证号'],
    ['an empty name', { 姓名: ' ' }, 'cell.missing', '姓名'],
    ['no 人员类别', { 人员类别: '' }, 'cell.missing', '人员类别'],
    ['an unknown 人员类别', { 人员类别: '社区专职' }, 'cell.not-one-of', '人员类别'],
    ['no 上岗日期', { 上岗日期: '' }, 'cell.missing', '上岗日期'],
    ['an unreadable date', { 发证日期: '2021.13' }, 'date.unreadable', '发证日期'],
    ['an unknown unit', { '村(社区)': '无名社区' }, 'unit.unknown', '村(社区)'],
    ['an unknown township', { '镇(街道)': '无名街道' }, 'unit.unknown', '镇(街道)'],
    ['an unknown district', { '区(市)县': '朝阳区' }, 'unit.unknown', '区(市)县'],
    ['a bad code', { 统计用区划代码: '5.10104E+11' }, 'unit.bad-code', '统计用区划代码'],
    ['a code of another unit', { 统计用区划代码: '510104018001' }, 'unit.code-differs', '村(社区)'],
    ['an unknown 证书级别', { 证书级别: '会计师' }, 'level.unknown', '证书级别'],
    ['an ambiguous 证书级别', { 证书级别: '社工证' }, 'level.ambiguous', '证书级别'],
    ['an end before its start', { 离岗日期: '2021-02-28' }, 'date.end-before-start', '离岗日期'],
    [
      'a registration that ends before it begins',
      { 证书级别: '初级', 登记日期: '2024-01-05', 登记有效期至: '2024-01-04' },
      'date.end-before-start',
      '登记有效期至',
    ],
    ['a card in scientific notation', { 银行卡号: '6.22E+18' }, 'account.scientific', '银行卡号'],
  ])('%s', (_name, cells, code, column) => {
    const { row, findings } = readOne(cells);
    expect(row).toBeNull();
    expect(findings).toMatchObject([{ code, severity: 'error', file: '花名册.csv', line: 2, column }]);
  });

  it('the day of the start is no end before it', () => {
    expect(readOne({ 离岗日期: '2021-03-01' })).toMatchObject({ row: { until: '2021-03-01' }, findings: [] });
  });

  it('everything that is wrong is said at once', () => {
    const { findings } = readOne({
      姓名: '',
      身份证号: '1',
      人员类别: 'x',
      上岗日期: 'x',
      '村(社区)': 'x',
      证书级别: '有',
      银行卡号: '6E+18',
      手机号: '1',
    });
    expect(codesOf(findings).sort()).toEqual([
      ...['account.scientific', 'cell.missing', 'cell.not-one-of', 'date.unreadable', 'id-number.invalid'],
      ...['level.ambiguous', 'phone.doubtful', 'unit.unknown'],
    ]);
  });

  it('the column is named as the file names it', () => {
    const text = csv([{ ...SOUND, 上岗日期: '2021-02-30' }]).replace('上岗日期', '"到岗\n时间*"');
    expect(readRoster(text).rows[0]?.findings).toMatchObject([
      { column: '到岗时间*', details: { column: '到岗时间*' }, line: 3 },
    ]);
  });
});

describe('花名册: what only warns', () => {
  it.each([
    ['sex that contradicts the number', { 性别: '女' }, ['sex.contradicts']],
    ['an unknown professional title', { 岗位名称: '助理社会工作师三级' }, ['title.unknown']],
    ['a certificate number without level', { 证书管理号: '20210511010800098' }, ['certificate.no-level']],
    [
      'a certificate date without level',
      { 证书级别: '无', 发证日期: '2021-06-01' },
      ['certificate.no-level'],
    ],
    [
      'a registration without certificate',
      { 证书级别: '', 登记日期: '2024-01-05', 登记有效期至: '2027-01-04' },
      ['registration.no-certificate'],
    ],
    [
      'a registration with 证书级别 无',
      { 证书级别: '无', 登记日期: '2024-01-05', 登记有效期至: '2027-01-04' },
      ['registration.no-certificate'],
    ],
    [
      'an end of registration without a start',
      { 证书级别: '初级', 登记有效期至: '2027-01-04' },
      ['registration.no-start'],
    ],
    [
      'a registration longer than its term',
      { 证书级别: '初级', 登记日期: '2024-01-05', 登记有效期至: '2029-01-04' },
      ['registration.longer-than-term'],
    ],
    [
      'a registration to the very day',
      { 证书级别: '初级', 登记日期: '2024-01-05', 登记有效期至: '2027-01-05' },
      [],
    ],
  ])('%s', (_name, cells, codes) => {
    const { row, findings } = readOne(cells);
    expect(row).not.toBeNull();
    expect(codesOf(findings)).toEqual(codes);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('a file without 证书级别 does not doubt its registrations', () => {
    expect(readOne({ 登记日期: '2024-01-05', 登记有效期至: '2027-01-04' }).findings).toEqual([]);
  });

  it.each([
    ['the term less one day', '2024-01-05', '2027-01-04'],
    ['from a month', '2024.3', '2027-02-28'],
    ['from the 29th of February', '2024-02-29', '2027-02-27'],
  ])('an empty 登记有效期至 is worked out: %s', (_name, from, until) => {
    const { row, findings } = readOne({ 证书级别: '初级', 登记日期: from, 登记有效期至: '' });
    expect(row).toMatchObject({ registeredUntil: until, registeredUntilAssumed: true });
    expect(findings.at(-1)).toMatchObject({
      code: 'registration.until-assumed',
      details: { until },
      column: '登记有效期至',
    });
  });

  it('where no policy states a term, nothing is worked out', () => {
    const { row, findings } = readOne(
      { 证书级别: '初级', 登记日期: '2024-01-05' },
      { registrationUntil: () => null },
    );
    expect(row).toMatchObject({
      registeredFrom: '2024-01-05',
      registeredUntil: null,
      registeredUntilAssumed: false,
    });
    expect(findings).toEqual([]);
  });
});

describe('花名册: people at a workplace', () => {
  const elsewhere = { '村(社区)': '', 工作单位: '锦江区第一医院' };
  it.each([
    ['with district and township', elsewhere, { district: '锦江区', township: '锦官驿街道' }],
    ['without township', { ...elsewhere, '镇(街道)': '' }, { district: '锦江区', township: null }],
    [
      'in a managing district',
      { ...elsewhere, '区(市)县': '高新区', '镇(街道)': '石羊' },
      { district: '成都高新区', township: '石羊街道' },
    ],
  ])('%s', (_name, cells, place) => {
    expect(readOne(cells)).toMatchObject({
      row: { place: { unit: null, workplace: '锦江区第一医院', ...place } },
      findings: [],
    });
  });

  it.each([
    ['no district', { ...elsewhere, '区(市)县': '' }, 'cell.missing-area'],
    ['an unknown district', { ...elsewhere, '区(市)县': '朝阳区' }, 'unit.unknown'],
    ['an unknown township', { ...elsewhere, '镇(街道)': '锦官义街道' }, 'unit.unknown'],
    ['no workplace either', { '村(社区)': '', 工作单位: '' }, 'cell.missing-area'],
  ])('%s rejects', (_name, cells, code) => {
    expect(readOne(cells)).toMatchObject({ row: null, findings: [{ code }] });
  });

  it('a code needs no area', () => {
    const { '区(市)县': _d, '镇(街道)': _t, '村(社区)': _u, ...bare } = SOUND;
    const { rows } = readRoster(csv([{ ...bare, 统计用区划代码: '510107063003\t' }]));
    expect(rows[0]).toMatchObject({ row: { place: { unit: 5 } }, findings: [] });
  });
});

describe('村社区名录', () => {
  const sound = {
    统计用区划代码: '510104017001',
    '区(市)县': '锦江区',
    '镇(街道)': '锦官驿街道',
    名称: '水井坊社区居委会',
    类型: '社区',
    管理区县: '',
    设立日期: '',
    撤销日期: '',
  };
  const read = (cells: Record<string, string>, shipped = false) => {
    const sheet = readSheet(temporaryFile(csv([{ ...sound, ...cells }])), units);
    return readUnitRows(sheet, 0, context(), { shipped })[0];
  };

  it('a sound row', () => {
    expect(read({ 管理区县: '成都高新区', 设立日期: '2020.5', 撤销日期: '2024年2月' })).toMatchObject({
      row: {
        code: '510104017001',
        county: '锦江区',
        township: '锦官驿街道',
        name: '水井坊社区居委会',
        kind: '社区',
        district: '成都高新区',
        founded: '2020-05-01',
        dissolved: '2024-02-29',
      },
      findings: [{ code: 'date.month-only' }, { code: 'date.month-only' }],
    });
  });

  it.each([
    [{ 统计用区划代码: '51010401700' }, 'unit.bad-code'],
    [{ 统计用区划代码: '' }, 'cell.missing'],
    [{ 名称: '' }, 'cell.missing'],
    [{ 类型: '村' }, 'cell.not-one-of'],
    [{ 类型: '' }, 'cell.missing'],
    [{ '区(市)县': '' }, 'cell.missing'],
    [{ 设立日期: '2024-01-02', 撤销日期: '2024-01-01' }, 'date.end-before-start'],
  ])('%j rejects', (cells, code) =>
    expect(read(cells)).toMatchObject({ row: null, findings: [{ code, severity: 'error' }] }),
  );

  it('only the list of the package may leave 类型 open', () => {
    expect(read({ 类型: '' }, true)).toMatchObject({ row: { kind: null }, findings: [] });
  });
});

describe('岗位设置表', () => {
  const sound = {
    '区(市)县': '锦江区',
    '镇(街道)': '锦官驿',
    '村(社区)': '水井坊社区',
    工作单位: '',
    岗位名称: '社会工作师三级岗位',
    岗位数: '2',
    设置日期: '2024.3',
    撤销日期: '',
    文号: '锦社发〔2024〕1号',
  };
  const read = (cells: Record<string, string>) => {
    const sheet = readSheet(temporaryFile(csv([{ ...sound, ...cells }])), posts);
    return readEstablishmentRows(sheet, 3, context())[0];
  };

  it('a sound row', () => {
    expect(read({})).toMatchObject({
      file: 3,
      row: {
        place: { unit: 1 },
        title: '社会工作师三级岗位',
        count: 2,
        from: day('2024-03-01'),
        until: null,
        document: '锦社发〔2024〕1号',
      },
      findings: [{ code: 'date.month-only' }],
    });
  });

  it.each([
    [{ 岗位数: '两三个' }, 'cell.not-a-number'],
    [{ 岗位数: '1.5' }, 'cell.not-a-number'],
    [{ 岗位数: '' }, 'cell.missing'],
    [{ 岗位名称: '' }, 'cell.missing'],
    [{ 设置日期: '2024-13-01' }, 'date.unreadable'],
    [{ '村(社区)': '无名社区' }, 'unit.unknown'],
  ])('%j rejects', (cells, code) => {
    const found = read({ 设置日期: '2024-03-01', ...cells });
    expect(found).toMatchObject({ row: null, findings: [{ code, severity: 'error' }] });
  });

  it('at a workplace', () => {
    expect(read({ '村(社区)': '', 工作单位: '锦江区第一医院' })).toMatchObject({
      row: { place: { workplace: '锦江区第一医院' } },
    });
  });

  it('a file without 岗位数 is none', () => {
    const path = temporaryFile(csv([sound]).replace('岗位数', '个头'));
    expect(problemOf(() => readSheet(path, posts))).toMatchObject({ details: { missing: ['岗位数'] } });
  });
});
