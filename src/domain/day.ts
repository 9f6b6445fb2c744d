/**
 * Days and months as text: `2026-07-01`, `2026-07`. Text compares in order, has no time zone, and
 * is what people and SQLite read. `Date` is used only to do calendar arithmetic in UTC.
 */
export type Day = string & { readonly __brand: 'Day' };
export type Month = string & { readonly __brand: 'Month' };

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** The day with these numbers, or undefined when the calendar has none (30 February). */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return undefined;
  if (dayOfMonth > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
}

/** Reads `YYYY-MM-DD`; undefined for anything else, also for impossible days. */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? dayFrom(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** A day that is known to be right (a literal, a database value). Throws RangeError if it is not. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function toUtc(of: Day): Date {
  return new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)) - 1, Number(of.slice(8))));
}

/** The day so many days later (or earlier, when negative). */
export function addDays(to: Day, days: number): Day {
  const moved = toUtc(to);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10) as Day;
}

export const dayBefore = (of: Day): Day => addDays(of, -1);
export const dayAfter = (of: Day): Day => addDays(of, 1);

/** The same date so many years later; 29 February becomes 28 February in a common year. */
export function addYears(to: Day, years: number): Day {
  const year = Number(to.slice(0, 4)) + years;
  const last = daysInMonth(year, Number(to.slice(5, 7)));
  return `${pad(year, 4)}${to.slice(4, 8)}${pad(Math.min(Number(to.slice(8)), last), 2)}` as Day;
}

/** Whole days from one day to another; negative when `until` is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((toUtc(until).getTime() - toUtc(from).getTime()) / 86_400_000);
}

/** The same date so many months later (or earlier, when negative); the last day where that month is shorter. */
export function addMonths(to: Day, months: number): Day {
  const since = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(since / 12), (since % 12) + 1];
  const last = Math.min(Number(to.slice(8)), daysInMonth(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(last, 2)}` as Day;
}

export const monthOf = (of: Day): Month => of.slice(0, 7) as Month;
export const firstDayOf = (month: Month): Day => `${month}-01` as Day;

export function lastDayOf(month: Month): Day {
  return `${month}-${pad(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))), 2)}` as Day;
}

/** Two stretches of days share a day; null means open-ended. Both ends count. */
export function overlaps(a: { from: Day; until: Day | null }, b: { from: Day; until: Day | null }): boolean {
  return (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);
}

export const holdsOn = (span: { from: Day; until: Day | null }, on: Day): boolean =>
  span.from <= on && (span.until === null || on <= span.until);

/** The calendar day in Chengdu at a moment: the office's "today" wherever the machine stands. */
export function dayInChengdu(moment: Date): Day {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as Day;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Reads a moment. Without a zone it is Chengdu's time; a day alone means its end there. undefined for
 * anything else, also for impossible days.
 */
export function parseMoment(text: string): Date | undefined {
  const [, date, time, zone] = MOMENT.exec(text) ?? [];
  if (date === undefined || parseDay(date) === undefined) return undefined;
  const moment = new Date(`${date}T${time ?? '23:59:59.999'}${zone ?? '+08:00'}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** An ISO moment as the office's clock showed it, to the minute: `2026-07-01 09:30`; no moment, as it is. */
export function minuteInChengdu(moment: string): string {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return moment;
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
