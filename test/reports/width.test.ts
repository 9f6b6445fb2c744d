import { describe, expect, it } from 'vitest';
import { printable } from '../../src/reports/printable.js';
import { displayWidth } from '../../src/reports/width.js';
import { wrap } from '../../src/reports/wrap.js';

it.each([
  ['abc', 3],
  ['', 0],
  ['社区', 4],
  ['社区a', 5],
  ['（村）', 6],
  ['𠮷', 2],
  ['买买提·吐尔逊', 13],
  ['e\u0301', 1],
])('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));

describe('a text too wide', () => {
  it.each([
    ['between Chinese characters', '社会工作专业岗位', 8, '社会工作\n专业岗位'],
    ['at spaces', 'the minimum of posts', 11, 'the minimum\nof posts'],
    ['inside a word that has no room at all', '510104020001', 8, '51010402\n0001'],
    ['not before a closing mark', '社会工作，岗位', 8, '社会工\n作，岗位'],
    ['where the text itself does', '甲\n乙', 8, '甲\n乙'],
    ['not at all when it fits', '社会工作', 8, '社会工作'],
  ])('breaks %s', (_where, text, width, expected) => expect(wrap(text, width, displayWidth)).toBe(expected));
});

it('a text of strangers prints on one line and steers nothing', () => {
  expect(printable('甲\u001b[2J\r\n乙\u202e丙')).toBe('甲 [2J 乙 丙');
});
