import { type Day, day } from '../../domain/day.js';
import { type CellReader, reading } from '../column.js';
import { dateKey } from './date-key.js';
import { type DateReading, readDateText } from './day-text.js';
import { compact } from './text.js';

/** No post, paper or deed of these registers is older than the republic: an earlier day is a slip. */
const EARLIEST = day('1949-10-01');

interface DayOptions {
  /** Which day of the month a date without one means: the first of a beginning, the last of an end. */
  monthMeans: 'first' | 'last';
  /** Must the day have come? `true` warns of one that has not, `'surely'` rejects it. */
  past?: boolean | 'surely';
  /** Words that mean “no end”. */
  open?: readonly string[];
}

/** The same few thousand dates come again and again in a roster of a city. */
const MEMORY_SIZE = 50_000;
const memory = new Map<string | number, DateReading | undefined>();

/** A reader of dates in every form of spreadsheets; rejects what is no day, warns where it had to choose one. */
export function dayReader({ monthMeans, past = false, open = [] }: DayOptions): CellReader<Day> {
  return reading<Day>({ kind: 'day' }, (text, cell) => {
    const { heading: column, context } = cell;
    const reading = remembered(cell.date1904 ? since1900(text) : text);
    if (reading === undefined) {
      return open.includes(compact(text)) ? null : cell.reject('date.unreadable', { column });
    }
    const taken = 'day' in reading ? reading.day : reading[monthMeans];
    if (!('day' in reading)) {
      if (reading.october)
        cell.warn('date.ambiguous-month', { column, taken, other: reading.october[monthMeans] });
      else cell.warn('date.month-only', { column, taken });
    }
    if (taken < EARLIEST) return cell.reject('date.too-early', { column, day: taken, earliest: EARLIEST });
    if (past && taken > context.today && taken > context.asOf) {
      if (past === 'surely') return cell.reject('date.not-yet', { column, day: taken });
      cell.warn('date.future', { column, day: taken });
    }
    return taken;
  });
}

/** Days between the first days of the two ways in which workbooks count. */
const YEARS_1900_TO_1904 = 1462;

/** A serial number that counts from 1904 as the one that counts from 1900; any other text as it is. */
function since1900(text: string): string {
  const serial = compact(text);
  return /^\d{5}(\.\d+)?$/.test(serial) ? String(Number(serial) + YEARS_1900_TO_1904) : text;
}

function remembered(text: string): DateReading | undefined {
  const key = dateKey(text);
  const known = memory.get(key);
  if (known !== undefined || memory.has(key)) return known;
  const reading = readDateText(text);
  if (memory.size >= MEMORY_SIZE) memory.clear();
  memory.set(key, reading);
  return reading;
}
