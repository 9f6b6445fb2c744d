import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, nearestOf } from '../../src/domain/nearest.js';

it.each([
  ['', '', 0],
  ['', '社区', 2],
  ['社区', '', 2],
  ['社区', '社区', 0],
  ['助理社会工作师三级', '助理社会工作师二级', 1],
  ['锦江', '锦江区', 1],
  ['高级社工师', '高级社会工作师', 2],
  ['kitten', 'sitting', 3],
])('from %s to %s: %i', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

it('is a distance: nothing between equals, never longer than a detour', () => {
  const word = fc.string({ maxLength: 6 });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(editDistance(a, a)).toBe(0);
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
  );
});

it('offers the closest first, ties in the order given, and no more than asked', () => {
  const known = ['武侯区', '锦江区', '青羊区', '金牛区'];
  expect(nearestOf('锦江', known, 1)).toEqual(['锦江区']);
  expect(nearestOf('某某区', known, 3)).toEqual(['武侯区', '锦江区', '青羊区']);
  expect(nearestOf('锦江', [])).toEqual([]);
});
