import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { isProfessional, titlesOn } from '../../src/rules/titles.js';
import { book, SHIPPED } from './book.js';

const titles = titlesOn(book(...SHIPPED), day('2026-07-01'));

describe('the eight titles of 三(四)2, with and without 岗位', () => {
  it.each([
    ['高级社会工作师一级', 5],
    ['高级社会工作师二级', 6],
    ['高级社会工作师三级', 7],
    ['社会工作师一级', 8],
    ['社会工作师二级', 9],
    ['社会工作师三级', 10],
    ['助理社会工作师一级', 11],
    ['助理社会工作师二级', 12],
  ])('%s is grade %i', (title, grade) => {
    for (const written of [title, `${title}岗位`, ` ${title}　`, title.replace('工', '工 ')]) {
      expect(titles.read(written)).toMatchObject({ kind: 'graded', title, grade });
    }
  });
});

it.each([
  // NFKC: the radical ⼀ (U+2F00) and the number 一 are the same character to a reader.
  ['社会工作师⼀级', 'graded'],
  ['社会工作专业岗位', 'plain'],
  ['社会工作专业', 'not-professional'],
  ['助理社会工作师三级', 'unknown'],
  ['社会工作师', 'unknown'],
  ['社会工作师岗位', 'unknown'],
  ['社会工作师四级', 'unknown'],
  ['社工师', 'unknown'],
  ['助理社工师一级', 'unknown'],
  ['社会工作师一级岗位岗位', 'unknown'],
  ['社会工作员', 'level-without-grade'],
  ['社会工作员岗位', 'level-without-grade'],
  ['社区书记', 'not-professional'],
  ['社会工作者', 'not-professional'],
  ['', 'not-professional'],
])('%s is %s', (written, kind) => {
  expect(titles.read(written).kind).toBe(kind);
});

it.each([
  ['助理社会工作师三级', ['助理社会工作师一级', '助理社会工作师二级']],
  ['社会工作师', ['社会工作师一级', '社会工作师二级', '社会工作师三级']],
  ['高级社工师二级', ['高级社会工作师二级']],
  ['助理社工师', ['助理社会工作师一级', '助理社会工作师二级']],
])('for %s the nearest titles are offered first', (written, nearest) => {
  const read = titles.read(written);
  expect(read.kind === 'unknown' && read.nearest.slice(0, nearest.length)).toEqual(nearest);
});

it.each([
  [null, false],
  ['社区书记', false],
  ['社会工作员', false],
  ['助理社会工作师三级', false],
  ['社会工作专业岗位', true],
  ['社会工作师三级岗位', true],
])('%s is a professional post: %s', (title, professional) => {
  expect(isProfessional(titles, title)).toBe(professional);
});

it('reads titles from the policy: another map, other titles', () => {
  const value = { 高级: {}, 中级: { 社区社会工作师岗位: 9 }, 初级: {} };
  const other = titlesOn(book({ parameter: 'grade.map', layer: 'shipped', value }), day('2026-07-01'));
  expect(other.read('社区社会工作师')).toMatchObject({ kind: 'graded', grade: 9, tier: '中级' });
  expect(other.read('社会工作师一级').kind).toBe('unknown');
});
