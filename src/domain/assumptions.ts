import { type Day, firstDayOf, lastDayOf } from './day.js';
import { type Fen, parseYuan } from './money.js';
import { monthsOf, parseQuarter, type Quarter } from './quarter.js';
import { compareLevels, LEVELS, type Level } from './terms.js';

/** By how much a monthly rate is raised; below 0: lowered. */
export type RaiseBy = { basisPoints: number } | { fen: Fen };

/** A rate that is assumed to be another. `level` null: every level that no other raise names. */
export interface Raise {
  level: Level | null;
  by: RaiseBy;
}

/** A certificate drive: whoever holds `from` is taken to hold `to`. */
export interface CertificateDrive {
  from: Level;
  to: Level;
}

/** The quarters that a simulation is about. `year` null: one quarter. */
export interface SimulatedPeriod {
  year: string | null;
  quarters: readonly Quarter[];
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const levelNamed = (text: string): Level | undefined => LEVELS.find((level) => level === text);

/** Reads `2026Q3`, or `2026` for its four quarters; undefined for anything else. */
export function parsePeriod(text: string): SimulatedPeriod | undefined {
  const asked = plain(text).toUpperCase();
  const quarter = parseQuarter(asked);
  if (quarter !== undefined) return { year: null, quarters: [quarter] };
  const quarters = [1, 2, 3, 4].flatMap((number) => parseQuarter(`${asked}Q${number}`) ?? []);
  return quarters.length === 4 ? { year: asked, quarters } : undefined;
}

/** First and last day of a period. */
export function spanOf({ quarters }: SimulatedPeriod): { from: Day; until: Day } {
  const months = quarters.flatMap((quarter) => monthsOf(quarter));
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a period without quarters');
  return { from: firstDayOf(first), until: lastDayOf(last) };
}

/**
 * Reads one raise: `10%` or `-2.5%` of every rate, `50` yuan a month more, `中级=10%` or `中级=50` for
 * one level; undefined for anything else, also for 100 % less and for more than ten times.
 */
export function parseRaise(text: string): Raise | undefined {
  const parts = plain(text).split('=');
  const amount = parts.pop() ?? '';
  const level = parts.length === 0 ? null : levelNamed(parts[0] ?? '');
  if (parts.length > 1 || level === undefined) return undefined;
  const unsigned = amount.replace(/^\+/, '');
  if (/^[+-]{2}/.test(amount)) return undefined;
  const hundredths = parseYuan(unsigned.replace(/(%|元)$/, ''));
  if (hundredths === undefined) return undefined;
  if (!unsigned.endsWith('%')) return { level, by: { fen: hundredths } };
  return hundredths > -10_000 && hundredths <= 90_000
    ? { level, by: { basisPoints: hundredths } }
    : undefined;
}

/** Reads `初级=中级`; undefined for anything else, also where the second is not the higher one. */
export function parseDrive(text: string): CertificateDrive | undefined {
  const [from, to, ...more] = plain(text).split('=').map(levelNamed);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  return compareLevels(from, to) < 0 ? { from, to } : undefined;
}

/** A rate after a raise, in whole fen, half a fen up. */
export const raised = (rate: Fen, by: RaiseBy): Fen =>
  'fen' in by ? rate + by.fen : Math.floor((rate * (10_000 + by.basisPoints) + 5_000) / 10_000);
