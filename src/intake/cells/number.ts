import { type Hours, parseHours } from '../../domain/hours.js';
import { reading } from '../column.js';
import { compact } from './text.js';

/** 服务记录: 是, 否, or how many records there are in the quarter. Anything else warns and says nothing. */
export const readServices = reading<'是' | '否' | number>({ kind: 'services' }, (text, cell) => {
  const word = compact(text);
  if (word === '是' || word === '否') return word;
  const count = wholeNumber(word.replace(/[次条个]$/, ''));
  if (count === undefined) {
    cell.warn('cell.not-one-of', { column: cell.heading, choices: ['是', '否', '次数'], nearest: [] });
  }
  return count ?? null;
});

/** A whole number that the row cannot do without (岗位数). */
export const readCount = reading<number>(
  { kind: 'count' },
  (text, cell) =>
    wholeNumber(compact(text).replace(/[个名人]$/, '')) ??
    cell.reject('cell.not-a-number', { column: cell.heading }),
);

function wholeNumber(text: string): number | undefined {
  return /^\d{1,6}(\.0+)?$/.test(text) ? Number(text) : undefined;
}

/** 学时 or 时长 in hours with at most two decimals, as hundredths; one that cannot be rejects the row. */
export const hoursReader = (most: number) =>
  reading<Hours>({ kind: 'hours' }, (text, cell) => {
    const hours = parseHours(compact(text).replace(/(学时|小时|课时|h)$/i, ''));
    if (hours === undefined) return cell.reject('cell.not-a-number', { column: cell.heading });
    if (hours >= 0 && hours <= most * 100) return hours;
    return cell.reject('number.out-of-range', { column: cell.heading, least: 0, most });
  });

/** A number of people that the row can do without; what is no number warns and says nothing. */
export const readHeadcount = reading<number>({ kind: 'count' }, (text, cell) => {
  const count = wholeNumber(compact(text).replace(/[个名人]$/, ''));
  if (count === undefined) cell.warn('cell.not-a-number', { column: cell.heading });
  return count ?? null;
});
