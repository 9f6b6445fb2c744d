import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARAMETERS, type Parameter } from '../../src/policy/parameters.js';
import { misfits, parameterSchemas } from '../../src/policy/schema.js';

const CONDITIONS = ['on-post', 'certificate', 'registration', 'service-record', 'professional-role'];

const STRUCTURE = {
  tiers: { 高级: 1, 中级: 3, 初级: 6 },
  grades: { 高级: { '5': 2, '6': 4, '7': 4 }, 中级: { '8': 3, '9': 4, '10': 3 }, 初级: { '11': 5, '12': 5 } },
};

const FITTING: Record<Parameter, readonly unknown[]> = {
  'grade.map': [{ 高级: { 甲: 5 }, 中级: { 乙: 8 }, 初级: { 丙: 13 } }],
  'grade.certificate': [{ 高级: '高级', 中级: '中级', 初级: '初级', 社会工作专业岗位: '初级' }],
  'grade.structure': [STRUCTURE],
  'quota.minimum': [
    { 社区: 2, 建制村: 1 },
    { 社区: 0, 建制村: 0 },
  ],
  'network.levels': [
    ['市社工支持中心', '区(市)县社工总站', '镇(街道)社工站', '村(社区)社工室'],
    ['镇(街道)社工站'],
  ],
  'subsidy.categories': [['城乡社区专职工作者'], ['城乡社区专职工作者', '社会组织']],
  'subsidy.conditions': [CONDITIONS, [...CONDITIONS, 'no-sanction']],
  'subsidy.rate': [
    { 员级: 100, 初级: 200, 中级: 300, 高级: 500 },
    { 初级: 260.5 },
    { 初级: 0.07 },
    { 员级: 0 },
  ],
  'subsidy.decided-on': ['first-day', 'last-day', 1, 28, { registration: 'last-day', otherwise: 15 }],
  'subsidy.service-minimum': [
    { count: 1, per: 'month' },
    { count: 3, per: 'quarter' },
  ],
  'subsidy.retro-months': [0, 12],
  'registration.term': [{ years: 3, renewalMonths: 3 }],
  'registration.first-months': [1, 12],
  'training.hours': [{ 初级: 72, 中级: 90, 高级: 90 }, { 初级: 72.5 }],
  'training.degree': [{ hours: 90, courses: ['社会工作专业学历'] }],
  'training.yearly': [['机关'], ['机关', '事业编制']],
  'training.academies': [['成都村政学院']],
  'target.certificate-holders': [{ holders: 35_000, by: 2025 }],
  'target.goals': [
    [{ by: 2025, goal: '体系全面建成' }],
    [{ by: 2025, system: '职业服务', goal: '建成', measure: 'target.certificate-holders' }],
  ],
  'complaint.days': [1, 30],
  'award.reward': [{ 全国社会工作领军人才: 10_000.5 }],
  'pay.reference': [{ averageWage: { '2025': 6600 }, ratio: 1.2 }],
};

/** Values that do not fit, and the part of each that is named. */
const MISFITS: Record<Parameter, readonly (readonly [unknown, string])[]> = {
  'grade.map': [
    [{ 高级: { 甲: 5 }, 中级: { 乙: 8 } }, '初级'],
    [{ 高级: { 甲: 0 }, 中级: { 乙: 8 }, 初级: { 丙: 11 } }, '高级.甲'],
    [{ 高级: { 甲: 5 }, 中级: { 乙: 14 }, 初级: { 丙: 11 } }, '中级.乙'],
    [{ 高级: { 甲: 5 }, 中级: {}, 初级: { 丙: 11 } }, '中级'],
  ],
  'grade.certificate': [[{ 高级: '高级', 中级: '中级', 初级: '社工证', 社会工作专业岗位: '初级' }, '初级']],
  'grade.structure': [
    [{ ...STRUCTURE, tiers: { 高级: 1, 中级: 3 } }, 'tiers.初级'],
    [{ ...STRUCTURE, tiers: { ...STRUCTURE.tiers, 高级: 0.5 } }, 'tiers.高级'],
    [{ ...STRUCTURE, grades: { ...STRUCTURE.grades, 中级: {} } }, 'grades.中级'],
    [{ ...STRUCTURE, grades: { ...STRUCTURE.grades, 中级: { '14': 1 } } }, 'grades.中级.14'],
    [{ tiers: STRUCTURE.tiers }, 'grades'],
  ],
  'quota.minimum': [
    [{ 社区: 2 }, '建制村'],
    [{ 社区: 1.5, 建制村: 1 }, '社区'],
    [{ 社区: 2, 建制村: -1 }, '建制村'],
    [{ 社区: 2, 建制村: 1, 村: 1 }, '村'],
  ],
  'network.levels': [
    [[], ''],
    [['镇(街道)社工站', '社工站'], '1'],
    [['镇(街道)社工站', '镇(街道)社工站'], ''],
  ],
  'subsidy.categories': [
    [[], ''],
    [['社会组织', '社会组织'], ''],
    [['城乡社区专职工作者', '志愿者'], '1'],
    ['社会组织', ''],
  ],
  'subsidy.conditions': [
    [['on-post', 'age'], '1'],
    [['on-post', 'on-post'], ''],
  ],
  'subsidy.rate': [
    [{}, ''],
    [200, ''],
    [{ 初级: '200' }, '初级'],
    [{ 初级: -1 }, '初级'],
    [{ 初级: 200.005 }, '初级'],
    [{ 初级: 0.1 + 0.2 }, '初级'],
    [{ 中级: 200.000000001 }, '中级'],
    [{ 特级: 900 }, '特级'],
  ],
  'subsidy.decided-on': [
    [0, ''],
    [29, ''],
    ['middle', ''],
    [{ registration: 'last-day' }, ''],
    [{ otherwise: 'first-day', age: 1 }, 'age'],
  ],
  'subsidy.service-minimum': [
    [{ count: 0, per: 'month' }, 'count'],
    [{ count: 1, per: 'year' }, 'per'],
    [3, ''],
  ],
  'subsidy.retro-months': [
    [-1, ''],
    [1.5, ''],
  ],
  'registration.term': [
    [{ years: 0, renewalMonths: 3 }, 'years'],
    [3, ''],
  ],
  'registration.first-months': [
    [0, ''],
    ['一年', ''],
  ],
  'training.hours': [
    [{ 初级: -1 }, '初级'],
    [{}, ''],
  ],
  'training.degree': [
    [{ hours: 90 }, 'courses'],
    [{ hours: 90, courses: [] }, 'courses'],
  ],
  'training.yearly': [
    [[], ''],
    [['科员'], '0'],
  ],
  'training.academies': [[[], '']],
  'target.certificate-holders': [[{ holders: 35_000 }, 'by']],
  'target.goals': [
    [[], ''],
    [[{ by: '2025', goal: '建成' }], '0.by'],
    [[{ by: 2025, goal: '' }], '0.goal'],
    [[{ by: 2025, goal: '建成', system: '职业' }], '0.system'],
    [[{ by: 2025, goal: '建成', measure: 'quota.minimum' }], '0.measure'],
  ],
  'complaint.days': [
    [0, ''],
    ['30天', ''],
  ],
  'award.reward': [
    [{}, ''],
    [{ 甲: 0.001 }, '甲'],
    // one title, spelled twice
    [{ 领军人才: 10_000, '“领军 人才”': 20_000 }, ''],
    [{ 甲: 1, '“”': 2 }, ''],
  ],
  'pay.reference': [
    [{ averageWage: { 去年: 6600 }, ratio: 1 }, 'averageWage.去年'],
    [{ averageWage: { '2025': 6600 }, ratio: 0 }, 'ratio'],
  ],
};

describe('every parameter has a schema', () => {
  it('for each row of the table of parameters', () =>
    expect(Object.keys(parameterSchemas()).sort()).toEqual([...PARAMETERS].sort()));

  it.each(PARAMETERS.flatMap((parameter) => FITTING[parameter].map((value) => [parameter, value] as const)))(
    '%s may be %j',
    (parameter, value) => expect(misfits(parameter, value)).toEqual([]),
  );

  it.each(
    PARAMETERS.flatMap((parameter) =>
      MISFITS[parameter].map(([value, part]) => [parameter, value, part] as const),
    ),
  )('%s may not be %j, because of "%s"', (parameter, value, part) =>
    expect(misfits(parameter, value).map(({ path }) => path.join('.'))).toContain(part),
  );

  it('takes every amount of whole fen, and no finer one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (fen) => {
        expect(misfits('subsidy.rate', { 初级: fen / 100 })).toEqual([]);
        if (fen < 10_000_000) expect(misfits('subsidy.rate', { 初级: (fen + 0.5) / 100 })).not.toEqual([]);
      }),
    );
  });
});
