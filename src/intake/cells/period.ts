import { type Day, day } from '../../domain/day.js';
import { firstDayOfQuarter, parseQuarter, type Quarter } from '../../domain/quarter.js';
import { type CellReader, reading } from '../column.js';
import { compact } from './text.js';

type Cell = Parameters<CellReader<unknown>>[1];

const NUMERALS = '一二三四';

/** 2026Q3, 2026-Q3, 2026年第3季度, 2026年三季度; undefined for anything else. */
function quarterFrom(text: string): Quarter | undefined {
  const parts = /^(\d{4})(?:年度?)?[-./]?(?:Q([1-4])|第?([1-4一二三四])季度?)$/i.exec(text);
  if (!parts) return undefined;
  const word = parts[2] ?? parts[3] ?? '';
  const number = NUMERALS.includes(word) ? NUMERALS.indexOf(word) + 1 : Number(word);
  return parseQuarter(`${parts[1]}Q${number}`);
}

/** 2026, 2026年, 2026年度; undefined for anything else. */
const yearFrom = (text: string): string | undefined => /^(19[5-9]\d|20\d\d)(?:年度?)?$/.exec(text)?.[1];

/** Rejects what is still to come. */
function begun<Period extends string>(period: Period, first: Day, cell: Cell): Period | null {
  const { today, asOf } = cell.context;
  if (first <= today || first <= asOf) return period;
  return cell.reject('date.not-yet', { column: cell.heading, day: first });
}

/** A quarter that has begun; anything else rejects the row. */
export const readQuarter = reading<Quarter>({ kind: 'quarter' }, (text, cell) => {
  const quarter = quarterFrom(compact(text));
  if (quarter !== undefined) return begun(quarter, firstDayOfQuarter(quarter), cell);
  return cell.reject('period.unreadable', { column: cell.heading, form: 'quarter' });
});

/** A year, of the past or to come; anything else rejects the row. */
export const readYear = reading<string>(
  { kind: 'year' },
  (text, cell) =>
    yearFrom(compact(text)) ?? cell.reject('period.unreadable', { column: cell.heading, form: 'year' }),
);

/** A quarter (2026Q3) or a year (2026) that has begun; anything else rejects the row. */
export const readPeriod = reading<string>({ kind: 'period' }, (text, cell) => {
  const word = compact(text);
  const quarter = quarterFrom(word);
  if (quarter !== undefined) return begun<string>(quarter, firstDayOfQuarter(quarter), cell);
  const year = yearFrom(word);
  if (year !== undefined) return begun(year, day(`${year}-01-01`), cell);
  return cell.reject('period.unreadable', { column: cell.heading, form: 'either' });
});
