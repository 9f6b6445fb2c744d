import { addDays, type Day, day, dayFrom, daysInMonth, parseDay } from '../../domain/day.js';
import { plainText } from './text.js';

/** A date as people write it. */
export type DateReading =
  | { day: Day }
  /** Year and month only. `october`: written `2021.1`, which a spreadsheet also makes of 2021.10. */
  | { first: Day; last: Day; october: { first: Day; last: Day } | null };

/** What Excel counts days from, given that it takes 1900 for a leap year. */
const SERIAL_ORIGIN = day('1899-12-30');
/** 1970-01-01 and 2099-12-31: below it, five digits are a year and a month with a digit missing. */
const FIRST_SERIAL = 25_569;
const LAST_SERIAL = 73_050;

/**
 * Reads 2021-03-01, 2021.3, 2021.03.01, 2021/3/1 0:00, 202103, 20210301, 2021年3月1日, 二〇二一年三月 and Excel
 * serials; undefined for anything else, also for days that the calendar does not have.
 */
export function readDateText(raw: string): DateReading | undefined {
  const iso = parseDay(raw);
  if (iso !== undefined) return isPlausible(Number(iso.slice(0, 4))) ? { day: iso } : undefined;
  const text = withoutTime(plainText(raw).normalize('NFKC'));
  return fromDigits(text) ?? fromParts(text) ?? fromHan(text);
}

const withoutTime = (text: string): string =>
  text.replace(/(?<=\d)(\s+|T)\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '').replace(/\s+/g, '');

function fromDigits(text: string): DateReading | undefined {
  if (/^\d{8}$/.test(text)) return ofDay(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  if (/^\d{6}$/.test(text)) return ofMonth(Number(text.slice(0, 4)), Number(text.slice(4)));
  if (!/^\d{5}(\.\d+)?$/.test(text)) return undefined;
  const serial = Math.floor(Number(text));
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
  return { day: addDays(SERIAL_ORIGIN, serial) };
}

function fromParts(text: string): DateReading | undefined {
  const whole = /^(\d{4})([-./–—年])(\d{1,2})(?:[-./–—]|月)(\d{1,2})[日号]?$/.exec(text);
  if (whole) return ofDay(whole[1], whole[3], whole[4]);
  const month = /^(\d{4})([-./–—年])(\d{1,2})(?:月份?)?$/.exec(text);
  if (!month) return undefined;
  return ofMonth(Number(month[1]), Number(month[3]), /^\d{4}\.1$/.test(text));
}

function fromHan(text: string): DateReading | undefined {
  const parts =
    /^([〇○零一二三四五六七八九]{4})年(元|[一二十]{1,2}|[三四五六七八九])月份?(?:([一二三四五六七八九十廿卅]{1,3})[日号])?$/.exec(
      text,
    );
  if (!parts) return undefined;
  const year = [...(parts[1] ?? '')]
    .map((digit) => '〇一二三四五六七八九'.indexOf(digit.replace(/[○零]/, '〇')))
    .join('');
  const month = parts[2] === '元' ? 1 : hanNumber(parts[2] ?? '');
  return parts[3] === undefined ? ofMonth(Number(year), month) : ofDay(year, month, hanNumber(parts[3]));
}

/** 三 -> 3, 十二 -> 12, 二十一 and 廿一 -> 21; NaN for what is no number. */
function hanNumber(text: string): number {
  const spelled = text.replace('廿', '二十').replace('卅', '三十');
  const parts = /^([二三])?(十)?([一二三四五六七八九])?$/.exec(spelled);
  if (!parts || (parts[1] !== undefined && parts[2] === undefined && parts[3] !== undefined))
    return Number.NaN;
  const digit = (han: string | undefined) => (han === undefined ? 0 : '〇一二三四五六七八九'.indexOf(han));
  if (parts[2] === undefined) return digit(parts[3] ?? parts[1]);
  return (parts[1] === undefined ? 1 : digit(parts[1])) * 10 + digit(parts[3]);
}

type Digits = string | number | undefined;

function ofDay(year: Digits, month: Digits, dayOfMonth: Digits): DateReading | undefined {
  const found = dayFrom(Number(year), Number(month), Number(dayOfMonth));
  return found !== undefined && isPlausible(Number(year)) ? { day: found } : undefined;
}

function ofMonth(year: number, month: number, mayBeOctober = false): DateReading | undefined {
  const span = monthSpan(year, month);
  if (!span || !isPlausible(year)) return undefined;
  return { ...span, october: mayBeOctober ? (monthSpan(year, 10) ?? null) : null };
}

function monthSpan(year: number, month: number): { first: Day; last: Day } | undefined {
  const first = dayFrom(year, month, 1);
  const last = first && dayFrom(year, month, daysInMonth(year, month));
  return first && last ? { first, last } : undefined;
}

const isPlausible = (year: number): boolean => year >= 1900 && year <= 2199;
