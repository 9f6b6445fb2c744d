import fc from 'fast-check';
import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.js';
import { apportion, structureTargets } from '../../src/rules/structure.js';
import { book, officeBook } from './book.js';

it.each([
  [10, [1, 3, 6], [1, 3, 6]],
  [0, [1, 3, 6], [0, 0, 0]],
  [1, [1, 3, 6], [0, 0, 1]],
  [7, [1, 3, 6], [1, 2, 4]],
  [5, [1, 3, 6], [0, 2, 3]],
  [3, [5, 5], [1, 2]],
  [4, [3, 4, 3], [1, 2, 1]],
])('%i posts shared as %j: %j', (whole, parts, shares) => {
  expect(apportion(whole, parts)).toEqual(shares);
});

it('shares add up to the whole, and none is off by a whole post', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), parts, (whole, asked) => {
      const shares = apportion(whole, asked);
      const sum = asked.reduce((total, part) => total + part, 0);
      expect(shares.reduce((total, share) => total + share, 0)).toBe(whole);
      shares.forEach((share, at) => {
        expect(Math.abs(share - (whole * (asked[at] as number)) / sum)).toBeLessThan(1);
      });
    }),
  );
});

it('shows the national targets (1:3:6; 2:4:4, 3:4:3, 5:5) beside the posts there are', () => {
  const actual = new Map([
    [5, 10],
    [8, 10],
    [11, 20],
    [12, 60],
  ]);
  expect(structureTargets(actual, officeBook(), day('2026-11-23'))).toEqual([
    { tier: '高级', grade: null, actual: 10, target: 10 },
    { tier: '高级', grade: 5, actual: 10, target: 2 },
    { tier: '高级', grade: 6, actual: 0, target: 4 },
    { tier: '高级', grade: 7, actual: 0, target: 4 },
    { tier: '中级', grade: null, actual: 10, target: 30 },
    { tier: '中级', grade: 8, actual: 10, target: 3 },
    { tier: '中级', grade: 9, actual: 0, target: 4 },
    { tier: '中级', grade: 10, actual: 0, target: 3 },
    { tier: '初级', grade: null, actual: 80, target: 60 },
    { tier: '初级', grade: 11, actual: 20, target: 40 },
    { tier: '初级', grade: 12, actual: 60, target: 40 },
  ]);
});

const TITLES = { 高级: {}, 中级: { 社会工作师一级: 8, 社会工作师二级: 9 }, 初级: { 社会工作员: 13 } };

it('a grade that the structure does not name is outside it, and without a structure nothing is compared', () => {
  const actual = new Map([
    [8, 3],
    [13, 2],
  ]);
  const titles = { parameter: 'grade.map', value: TITLES } as const;
  const tiers = { 高级: 1, 中级: 3, 初级: 6 };
  const grades = { 高级: { 5: 1 }, 中级: { 8: 1, 9: 2 }, 初级: { 11: 1 } };
  const structure = { parameter: 'grade.structure', value: { tiers, grades }, from: '2024-01-01' } as const;
  const targets = (on: string) =>
    structureTargets(actual, book(titles, structure), day(on)).map(({ grade, target }) => [grade, target]);
  expect(targets('2024-01-01')).toEqual([
    [null, 0],
    [null, 2],
    [8, 1],
    [9, 2],
    [null, 3],
    [13, 0],
  ]);
  expect(new Set(targets('2023-12-31').map(([, target]) => target))).toEqual(new Set([null]));
});
