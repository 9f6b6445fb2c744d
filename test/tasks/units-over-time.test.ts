import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { quarter } from '../../src/domain/quarter.js';
import { unitsOverTime } from '../../src/domain/units.js';
import { loadPeople, loadUnits } from '../../src/store/register.js';
import { checkRegisterGrades } from '../../src/tasks/check-grades.js';
import { checkRegisterQuotas } from '../../src/tasks/check-quotas.js';
import { previewSubsidies } from '../../src/tasks/preview-subsidies.js';
import { idNumber, openRatedOffice, type RatedOffice } from './rated-office.js';

let office: RatedOffice;
beforeAll(() => {
  office = openRatedOffice();
});
beforeEach(() => office.reset());
afterAll(() => office.close());

// Units of the shipped list: two of one street in 锦江区, one in 武侯区.
const SHUIJINGFANG = '510104017001,锦江区,锦官驿街道,水井坊社区居委会,社区';
const CHONGDELI = '510104017002,锦江区,锦官驿街道,崇德里社区居委会,社区';
const COLUMNS = '统计用区划代码,区(市)县,镇(街道),名称,类型,管理区县,设立日期,撤销日期,并入';
const ROSTER =
  '姓名,身份证号,区(市)县,镇(街道),村(社区),人员类别,岗位名称,上岗日期,证书级别,发证日期,登记日期,登记有效期至,服务记录,发挥专业作用';

const units = (rows: readonly string[], asOf?: string) =>
  office.load('units', [COLUMNS, ...rows], asOf === undefined ? {} : { asOf });
const worker = (sequence: number, place: string) =>
  `张三,${idNumber(sequence)},${place},城乡社区专职工作者,助理社会工作师一级,2024-01-01,初级,2020-01-01,2024-06-01,2027-05-31,是,是`;
const quotaOf = (code: string, on: string) =>
  checkRegisterQuotas(office.workspace, day(on), {}).rows.find((row) => row.code === code);

describe('a unit that begins: no quota before 设立日期', () => {
  const founded = '510104017900,锦江区,锦官驿街道,新设社区居委会,社区,,2026-07-01,,';

  it.each([
    ['2026-06-30', undefined],
    ['2026-07-01', 2],
  ])('on %s its shortfall is %s', (on, shortfall) => {
    units([founded]);
    expect(quotaOf('510104017900', on)?.shortfall).toBe(shortfall);
  });
});

describe('a change with --as-of 2026-07-01', () => {
  it.each([
    ['2026-06-30', 2, '水井坊社区居委会', '锦官驿街道', '锦江区'],
    ['2026-07-01', 1, '水井坊村村委会', '新街道', '武侯区'],
  ])('on %s it needs %i, is called %s in %s and belongs to %s', (on, required, unit, township, district) => {
    units(['510104017001,锦江区,新街道,水井坊村村委会,建制村,武侯区,,,'], '2026-07-01');
    expect(quotaOf('510104017001', on)).toMatchObject({ required, unit, township, district });
  });

  it('grade check and subsidy go by the managing district of the day', () => {
    office.load('roster', [ROSTER, worker(1, '锦江区,锦官驿街道,水井坊社区')], { asOf: '2026-09-30' });
    units([`${SHUIJINGFANG},武侯区,,,`], '2026-08-01');
    const gradesOn = (on: string) =>
      checkRegisterGrades(office.workspace, day(on), {}).rows.map(({ district }) => district);
    expect([gradesOn('2026-07-31'), gradesOn('2026-08-01')]).toEqual([['锦江区'], ['武侯区']]);
    const { totals } = previewSubsidies(office.workspace, quarter('2026Q3'), { all: false });
    expect(totals.byDistrict).toMatchObject({ 锦江区: 20000, 武侯区: 46000 });
  });
});

describe('a unit that is merged into another (并入)', () => {
  const merged = (into: string, until = '2026-07-31') => `${SHUIJINGFANG},,,${until},${into}`;
  const standsFor = (code: string, on: string) => {
    const known = loadUnits(office.workspace.db);
    const id = known.find(({ terms }) => terms[0].code === code)?.id as number;
    return unitsOverTime(known).unitOn(id, day(on)).terms[0].code;
  };
  const codesOf = ({ findings }: ReturnType<typeof units>) =>
    findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);

  it.each([
    ['its code', '510104017002', '510104017002'],
    ['its name in the township', '崇德里社区', '510104017002'],
    ['its name in another township', '锦里社区', null],
    ['a unit that the same list founds', '新设社区', '510104017900'],
  ])('the successor is told by %s', (_, into, expected) => {
    const result = units([merged(into), '510104017900,锦江区,锦官驿街道,新设社区居委会,社区,,2026-08-01,,']);
    if (expected === null) expect(codesOf(result)).toEqual(['unit.unknown']);
    else
      expect(['2026-07-31', '2026-08-01'].map((on) => standsFor('510104017001', on))).toEqual([
        '510104017001',
        expected,
      ]);
  });

  it('without 撤销日期 it holds from --as-of on', () => {
    units([merged('崇德里社区', '')], '2026-08-01');
    expect(['2026-07-31', '2026-08-01'].map((on) => standsFor('510104017001', on))).toEqual([
      '510104017001',
      '510104017002',
    ]);
  });

  it('without any day it is refused, and nothing changes', () => {
    const result = units([merged('崇德里社区', '')]);
    expect(codesOf(result)).toEqual(['unit.merged-undated']);
    expect(result.counts).toMatchObject({ read: 1, conflict: 1 });
    expect(result.batch).toBeNull();
  });

  const gaps = ({ findings }: ReturnType<typeof units>) =>
    findings
      .filter(({ code }) => code === 'unit.successor-absent')
      .map(({ severity, line, column, details }) => [severity, line, column, details]);
  const newUnit = (founded: string) => `510104017900,锦江区,锦官驿街道,新设社区居委会,社区,,${founded},,`;

  it.each([
    ['2026-08-01', null],
    ['2026-08-02', '2026-08-02'],
    ['2026-09-01', '2026-09-01'],
  ])('into one that is founded on %s: the days between are told (%s)', (founded, told) => {
    const details = { from: '2026-08-01', successor: '新设社区居委会 510104017900', ended: null, founded };
    expect(gaps(units([merged('新设社区'), newUnit(founded)]))).toEqual(
      told === null ? [] : [['warning', 2, '并入', details]],
    );
  });

  it.each([
    ['2026-07-31', '', true],
    ['2026-08-01', '', false],
    ['2026-07-31', '510104017003', false],
  ])('into one that ended on %s, itself merged into “%s”: told %s', (ended, on, told) => {
    const result = units([merged('510104017002'), `${CHONGDELI},,,${ended},${on}`]);
    const details = { from: '2026-08-01', successor: '崇德里社区居委会 510104017002', ended, founded: null };
    expect(gaps(result)).toEqual(told ? [['warning', 2, '并入', details]] : []);
  });

  it('a later list that moves the founding of the successor is told where it says so', () => {
    units([merged('新设社区'), newUnit('2026-08-01')]);
    expect(gaps(units([newUnit('2026-10-01')]))).toMatchObject([['warning', 2, '设立日期', {}]]);
  });

  it.each([
    ['2026-07-31', []],
    ['2026-08-01', [{ founded: '2026-09-01', people: 1 }]],
    ['2026-08-31', [{ founded: '2026-09-01', people: 1 }]],
    ['2026-09-01', []],
  ])('on %s the checks tell of people in no unit: %j', (on, expected) => {
    office.load('roster', [ROSTER, worker(1, '锦江区,锦官驿街道,水井坊社区')], { asOf: '2026-06-30' });
    units([merged('新设社区'), newUnit('2026-09-01')]);
    for (const check of [checkRegisterQuotas, checkRegisterGrades]) {
      const { findings } = check(office.workspace, day(on), {});
      const told = findings.filter(({ code }) => code === 'unit.not-yet-founded');
      expect(told.map(({ details }) => details)).toEqual(expected);
    }
  });

  it.each([
    ['into itself', [merged('水井坊社区')], 1],
    ['in one list', [merged('崇德里社区'), `${CHONGDELI},,,2026-09-30,水井坊社区`], 2],
  ])('a circle %s is refused', (_, rows, refused) => {
    const result = units(rows);
    expect(codesOf(result)).toEqual(Array(refused).fill('unit.merged-in-circle'));
    expect(result.batch).toBeNull();
  });

  it('a circle with what the register knows is refused', () => {
    units([merged('崇德里社区')]);
    expect(codesOf(units([`${CHONGDELI},,,2026-09-30,水井坊社区`]))).toEqual(['unit.merged-in-circle']);
  });

  it('a chain is followed', () => {
    units([merged('崇德里社区'), `${CHONGDELI},,,2026-09-30,510104017003`]);
    expect(
      ['2026-07-31', '2026-08-01', '2026-09-30', '2026-10-01'].map((on) => standsFor('510104017001', on)),
    ).toEqual(['510104017001', '510104017002', '510104017002', '510104017003']);
  });

  it('another list that says the same changes nothing; another successor corrects one fact', () => {
    units([merged('崇德里社区')]);
    expect(units([merged('510104017002'), '']).counts).toMatchObject({ same: 1 });
    const corrected = units([merged('510104017003')]);
    expect(corrected.rows().flatMap(({ changes }) => changes)).toMatchObject([
      { field: '并入', before: '510104017002', after: '510104017003' },
    ]);
  });

  it('posts, establishments and subsidy follow, and the next roster says nothing new', () => {
    office.load('roster', [ROSTER, worker(1, '锦江区,锦官驿街道,水井坊社区')], { asOf: '2026-06-30' });
    units([merged('510107001006')]);
    const filled = (on: string) => ['510104017001', '510107001006'].map((code) => quotaOf(code, on)?.filled);
    expect([filled('2026-07-31'), filled('2026-08-01')]).toEqual([
      [1, 0],
      [undefined, 1],
    ]);
    const again = office.load('roster', [ROSTER, worker(1, '武侯区,浆洗街街道,锦里社区')], {
      asOf: '2026-09-30',
    });
    expect(again.findings.filter(({ code }) => code.startsWith('post.'))).toEqual([]);
    expect(again.rows().flatMap(({ changes }) => changes.map(({ field }) => field))).not.toContain(
      '村(社区)',
    );
    const { totals } = previewSubsidies(office.workspace, quarter('2026Q3'), { all: false });
    expect(totals.byDistrict).toMatchObject({ 锦江区: 20000, 武侯区: 46000 });
  });
});

describe('a name that goes from one unit to another', () => {
  const placeOf = (asOf: string) => {
    office.load('roster', [ROSTER, worker(1, '锦江区,锦官驿街道,水井坊社区')], { asOf });
    const known = loadUnits(office.workspace.db);
    return loadPeople(office.workspace.db).map(({ posts }) =>
      posts.map(({ place }) => known.find(({ id }) => id === place.unit)?.terms[0].code),
    );
  };
  const NEW = '510104017900,锦江区,锦官驿街道,水井坊社区居委会,社区,,2026-07-01,,';

  it.each([
    ['2026-06-30', '510104017001'],
    ['2026-07-01', '510104017900'],
  ])('a roster of %s means the unit that bore it then, when the other has ended: %s', (asOf, code) => {
    units([`${SHUIJINGFANG},,,2026-06-30,`, NEW]);
    expect(placeOf(asOf)).toEqual([[code]]);
  });

  it.each([
    ['2026-06-30', '510104017001'],
    ['2026-07-01', '510104017900'],
  ])('a roster of %s means the unit that bore it then, when the other has another name: %s', (asOf, code) => {
    units(['510104017001,锦江区,锦官驿街道,东门社区居委会,社区,,,,'], '2026-07-01');
    units([NEW]);
    expect(placeOf(asOf)).toEqual([[code]]);
  });

  it('岗位设置 belong to the unit that bore it on their 设置日期', () => {
    units([`${SHUIJINGFANG},,,2026-06-30,`, NEW]);
    office.load('posts', [
      '区(市)县,镇(街道),村(社区),岗位名称,岗位数,设置日期',
      '锦江区,锦官驿街道,水井坊社区,助理社会工作师一级,2,2025-01-01',
    ]);
    expect(quotaOf('510104017001', '2026-06-30')).toMatchObject({ established: 2, shortfall: 0 });
  });

  it('units that are merged under the name of one of them go into the new one', () => {
    const ended = [SHUIJINGFANG, CHONGDELI].map((unit) => `${unit},,,2026-06-30,水井坊社区居委会`);
    expect(units([...ended, NEW]).counts).toMatchObject({ new: 1, changed: 2 });
    const known = loadUnits(office.workspace.db);
    const [id] = known.flatMap((unit) => (unit.terms[0].code === '510104017900' ? [unit.id] : []));
    const successors = known.flatMap(({ successor }) => successor ?? []);
    expect(successors).toEqual([id, id]);
  });
});

describe('a list that ends a unit where people still have posts', () => {
  const warnings = ({ findings }: ReturnType<typeof units>) =>
    findings.filter(({ code }) => code === 'unit.ended-with-people');

  it.each([
    [
      'nobody takes over',
      '',
      [{ severity: 'warning', line: 2, details: { ended: '2026-07-31', people: 1 } }],
    ],
    ['it is merged', '崇德里社区', []],
  ])('%s', (_, into, expected) => {
    office.load('roster', [ROSTER, worker(1, '锦江区,锦官驿街道,水井坊社区')], { asOf: '2026-06-30' });
    const ended = `${SHUIJINGFANG},,,2026-07-31,${into}`;
    expect(warnings(units([ended]))).toMatchObject(expected);
    // told once, by the list that says it first
    expect(warnings(units([ended, '']))).toEqual([]);
  });
});
