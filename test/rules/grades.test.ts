import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import type { Category, Level } from '../../src/domain/terms.js';
import { checkGrades } from '../../src/rules/grade-check.js';
import { gradeOf, gradeTable } from '../../src/rules/grades.js';
import { book, SHIPPED } from './book.js';
import { certificate, person, post, unit } from './people.js';

const law = book(...SHIPPED);
const on = day('2026-07-01');

it('lists the eight titles in order of grade, with tier, certificate and article', () => {
  const table = gradeTable(law, on);
  expect(table.map(({ grade }) => grade)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
  expect(table.map(({ title }) => title)).toEqual([
    '高级社会工作师一级',
    '高级社会工作师二级',
    '高级社会工作师三级',
    '社会工作师一级',
    '社会工作师二级',
    '社会工作师三级',
    '助理社会工作师一级',
    '助理社会工作师二级',
  ]);
  expect(table.map(({ certificate: needed }) => needed)).toEqual([
    '高级',
    '高级',
    '高级',
    '中级',
    '中级',
    '中级',
    '初级',
    '初级',
  ]);
  expect(new Set(table.map(({ citation }) => citation.article))).toEqual(new Set(['三(四)2']));
});

describe('the map holds from 2022-03-01 to 2027-02-28', () => {
  it.each(['2022-03-01', '2027-02-28'])('%s: in force', (date) => {
    expect(gradeTable(law, day(date))).toHaveLength(8);
  });
  it.each(['2022-02-28', '2027-03-01'])('%s: no policy in force', (date) => {
    const error = expect.objectContaining({
      problem: 'policy.none-in-force',
      details: { on: date, from: '2022-03-01', until: '2027-02-28' },
    });
    expect(() => gradeTable(law, day(date))).toThrow(error);
    expect(() => gradeOf(law, '社会工作师一级', day(date))).toThrow(error);
    expect(() => checkGrades({ people: [], units: [], book: law, on: day(date) })).toThrow(error);
  });
});

it.each([
  ['助理社会工作师三级', 'grade.unknown-title', 'error'],
  ['社会工作员', 'grade.level-without-grade', 'info'],
  ['社区书记', 'grade.not-professional', 'info'],
])('%s has no grade: %s', (title, code, severity) => {
  expect(gradeOf(law, title, on)).toMatchObject({
    problem: { code, severity, details: { title }, citation: { article: '三(四)2' } },
  });
});

it('社会工作专业岗位 has no grade and needs a certificate all the same', () => {
  expect(gradeOf(law, '社会工作专业岗位', on)).toMatchObject({
    grade: null,
    tier: null,
    certificate: '初级',
  });
});

function checkOne(title: string | null, level: Level | null, category: Category = '城乡社区专职工作者') {
  const certificates = level === null ? [] : [certificate(level)];
  const people = [person({ posts: [post({ title, category })], certificates })];
  return checkGrades({ people, units: [unit(1)], book: law, on });
}

describe('the certificate that a post needs', () => {
  it.each([
    ['助理社会工作师二级', null, 'grade.no-certificate'],
    ['助理社会工作师二级', '员级', 'grade.certificate-too-low'],
    ['助理社会工作师二级', '初级', null],
    ['助理社会工作师一级岗位', '中级', null],
    ['社会工作师三级', '初级', 'grade.certificate-too-low'],
    ['社会工作师三级', '中级', null],
    ['社会工作师三级', '高级', null],
    ['高级社会工作师三级', '中级', 'grade.certificate-too-low'],
    ['高级社会工作师一级', '高级', null],
    ['社会工作专业岗位', '员级', 'grade.certificate-too-low'],
    ['社会工作专业岗位', '初级', null],
    ['助理社会工作师三级', '高级', 'grade.unknown-title'],
  ] as const)('%s held with %s: %s', (title, level, code) => {
    const { rows, totals, findings } = checkOne(title, level);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ level, ok: code === null });
    expect(findings.map((found) => [found.code, found.severity])).toEqual(code ? [[code, 'error']] : []);
    expect(totals).toMatchObject({ posts: 1, problems: code ? 1 : 0 });
  });

  it.each([null, '社区书记', '社会工作员'])('a post of title %s is no professional post', (title) => {
    expect(checkOne(title, '初级').rows).toEqual([]);
  });

  it.each([
    ['事业编制', 'binding'],
    ['城乡社区专职工作者', 'by-reference'],
    ['社会组织', 'by-reference'],
  ] as const)('%s: %s', (category, basis) => {
    expect(checkOne('社会工作师一级', '中级', category).rows[0]).toMatchObject({
      basis,
      grade: 8,
      tier: '中级',
    });
  });
});

it.each([
  ['2026-06-30', [null, false]],
  ['2026-07-01', ['初级', true]],
  ['2026-08-31', ['初级', true]],
  ['2026-09-01', ['初级', false]],
  ['2026-10-15', ['中级', true]],
  ['2026-11-30', ['中级', true]],
] as const)(
  'on %s: a certificate from 07-01, a promotion on 09-01, the next certificate on 10-15',
  (date, expected) => {
    const people = [
      person({
        posts: [
          post({
            title: '助理社会工作师一级',
            until: '2026-11-30',
            changes: [{ from: '2026-09-01', title: '社会工作师三级' }],
          }),
        ],
        certificates: [certificate('初级', '2026-07-01'), certificate('中级', '2026-10-15')],
      }),
    ];
    const { rows } = checkGrades({ people, units: [unit(1)], book: law, on: day(date) });
    expect([rows[0]?.level, rows[0]?.ok]).toEqual(expected);
  },
);

it.each([
  ['2022-12-31', 0],
  ['2023-01-01', 1],
  ['2026-11-30', 1],
  ['2026-12-01', 0],
])('a post from 2023-01-01 to 2026-11-30 on %s: %i', (date, count) => {
  const people = [
    person({ posts: [post({ from: '2023-01-01', until: '2026-11-30', title: '社会工作师一级' })] }),
  ];
  const always = book(...SHIPPED.map((setting) => ({ ...setting, from: '2019-01-01', until: null })));
  expect(checkGrades({ people, units: [unit(1)], book: always, on: day(date) }).rows).toHaveLength(count);
});

it('adds up by grade and tier, and says where the post is', () => {
  const titles = ['助理社会工作师二级', '助理社会工作师二级', '社会工作师一级', '社会工作专业岗位', '社工师'];
  const people = titles.map((title, index) =>
    person({ id: index, posts: [post({ title })], certificates: [certificate('中级')] }),
  );
  const workplace = post({ title: '高级社会工作师一级', at: { district: '武侯区', workplace: '某医院' } });
  people.push(person({ posts: [workplace], certificates: [certificate('高级')] }));
  const { rows, totals } = checkGrades({ people, units: [unit(1)], book: law, on });
  expect(totals).toEqual({
    posts: 6,
    problems: 1,
    byGrade: { 5: 1, 6: 0, 7: 0, 8: 1, 9: 0, 10: 0, 11: 0, 12: 2 },
    byTier: { 高级: 1, 中级: 1, 初级: 2 },
  });
  expect(rows[0]).toMatchObject({ district: '锦江区', township: '春熙路街道', name: '第1社区' });
  expect(rows.at(-1)).toMatchObject({ district: '武侯区', township: null, name: '某医院' });
  const wuhou = checkGrades({
    people,
    units: [unit(1)],
    book: law,
    on,
    within: ({ district }) => district === '武侯区',
  });
  expect(wuhou.totals.posts).toBe(1);
});
