import { type Day, dayAfter, dayBefore, firstDayOf, lastDayOf, type Month, monthOf } from './day.js';

/** A calendar quarter as people write it: `2026Q3`. */
export type Quarter = string & { readonly __brand: 'Quarter' };

/** Reads `2026Q3`; undefined for anything else. */
export function parseQuarter(text: string): Quarter | undefined {
  return /^[12]\d{3}Q[1-4]$/.test(text) ? (text as Quarter) : undefined;
}

/** A quarter that is known to be right. Throws RangeError if it is not. */
export function quarter(text: string): Quarter {
  const parsed = parseQuarter(text);
  if (parsed === undefined) throw new RangeError(`not a quarter: ${text}`);
  return parsed;
}

export const monthsOf = (of: Quarter): readonly [Month, Month, Month] => {
  const first = (Number(of.slice(5)) - 1) * 3 + 1;
  const month = (offset: number) => `${of.slice(0, 4)}-${String(first + offset).padStart(2, '0')}` as Month;
  return [month(0), month(1), month(2)];
};

export function quarterOfMonth(month: Month): Quarter {
  return `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5)) / 3)}` as Quarter;
}

export const quarterOf = (of: Day): Quarter => quarterOfMonth(monthOf(of));
export const firstDayOfQuarter = (of: Quarter): Day => firstDayOf(monthsOf(of)[0]);
export const lastDayOfQuarter = (of: Quarter): Day => lastDayOf(monthsOf(of)[2]);

/** The quarter that comes before. */
export const quarterBefore = (of: Quarter): Quarter => quarterOf(dayBefore(firstDayOfQuarter(of)));

/** The quarter that follows. */
export const quarterAfter = (of: Quarter): Quarter => quarterOf(dayAfter(lastDayOfQuarter(of)));
