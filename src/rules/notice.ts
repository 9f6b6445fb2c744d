import { addDays, type Day, daysBetween } from '../domain/day.js';

/** 公示: at least so many working days before a payment is approved. */
export const NOTICE_WORKING_DAYS = 5;

/** Days from Monday to Friday in a period, both ends included; public holidays are not known. */
export function weekdaysIn({ from, until }: { from: Day; until: Day }): number {
  let weekdays = 0;
  for (let day = from; day <= until; day = addDays(day, 1)) {
    // 1970-01-05 was a Monday
    const since = ((daysBetween('1970-01-05' as Day, day) % 7) + 7) % 7;
    if (since < 5) weekdays++;
  }
  return weekdays;
}
