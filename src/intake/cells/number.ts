import type { CellReader } from '../read-cells.js';
import { compact } from './text.js';

/** 服务记录: 是, 否, or how many records there are in the quarter. Anything else warns and says nothing. */
export const readServices: CellReader<'是' | '否' | number> = (text, cell) => {
  const word = compact(text);
  if (word === '是' || word === '否') return word;
  const count = wholeNumber(word.replace(/[次条个]$/, ''));
  if (count === undefined) {
    cell.warn('cell.not-one-of', { column: cell.heading, choices: ['是', '否', '次数'], nearest: [] });
  }
  return count ?? null;
};

/** A whole number that the row cannot do without (岗位数). */
export const readCount: CellReader<number> = (text, cell) =>
  wholeNumber(compact(text).replace(/[个名人]$/, '')) ??
  cell.reject('cell.not-a-number', { column: cell.heading });

function wholeNumber(text: string): number | undefined {
  return /^\d{1,6}(\.0+)?$/.test(text) ? Number(text) : undefined;
}
