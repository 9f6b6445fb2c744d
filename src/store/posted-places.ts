import { firstDayOfQuarter, lastDayOfQuarter, type Quarter } from '../domain/quarter.js';
import type { Database } from './open.js';

/** Where anybody holds a post in a quarter: units by their numbers, and the districts of other workplaces. */
export function postedPlaces(db: Database, quarter: Quarter): { units: number[]; districts: string[] } {
  const rows = db
    .prepare(
      `SELECT DISTINCT unit, district FROM post
       WHERE superseded IS NULL AND from_on <= ? AND (until_on IS NULL OR until_on >= ?)`,
    )
    .raw()
    .all(lastDayOfQuarter(quarter), firstDayOfQuarter(quarter)) as [number | null, string | null][];
  return {
    units: rows.flatMap(([unit]) => (unit === null ? [] : [unit])),
    districts: rows.flatMap(([unit, district]) => (unit === null && district !== null ? [district] : [])),
  };
}
