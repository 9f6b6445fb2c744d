import { distance } from 'fastest-levenshtein';
import type { Day } from '../domain/day.js';
import { isBlank, isPlaceholder } from './cells/text.js';
import type { Cell, Columns, ReadableDataset } from './column.js';
import { headingKey } from './headings.js';
import { createUnitFinder } from './unit-finder.js';

/** Of how many values the looks are judged. */
const JUDGED = 20;
/** So much of the judged values must look like the column's. */
const ENOUGH = 0.6;
/** From here on a column is a guess worth a question. */
const WORTH_ASKING = 0.36;
/** Two characters in common are no resemblance of headings that are longer. */
const RESEMBLES = 0.5;

/** How much resembling names and fitting values count, of 1. */
const BY_NAME = 0.6;
const BY_VALUES = 0.4;
/** Kinds of cells into which any text fits, so that fitting proves nothing. */
const TAKES_ANYTHING = ['text', 'name'];
/** Kinds that take most numbers, so that fitting proves little. */
const TAKES_NUMBERS = ['certificate-number', 'account', 'money', 'count', 'hours'];

/**
 * The fields that a column of a file may mean, likeliest first: by how its heading resembles their names,
 * and by whether their own readers take its values without a word (an 18-digit number, a date, 是 or 否).
 */
export function likelyFields(
  heading: string,
  values: readonly string[],
  { dataset, fields, today }: { dataset: ReadableDataset; fields: readonly string[]; today: Day },
): string[] {
  const judged = values.filter((value) => !isBlank(value) && !isPlaceholder(value)).slice(0, JUDGED);
  return fields
    .map((field) => ({ field, score: scoreOf(headingKey(heading), judged, dataset.columns, field, today) }))
    .filter(({ score }) => score >= WORTH_ASKING)
    .sort((a, b) => b.score - a.score)
    .map(({ field }) => field);
}

function scoreOf(
  key: string,
  values: readonly string[],
  columns: Columns,
  field: string,
  today: Day,
): number {
  const column = columns[field];
  if (!column) return 0;
  const names = [column.heading, ...column.synonyms].map(headingKey);
  const resemblance = Math.max(...names.map((name) => likeness(key, name)));
  const named = resemblance >= RESEMBLES ? resemblance : 0;
  const { kind } = column.content;
  if (TAKES_ANYTHING.includes(kind) || values.length === 0) return named * BY_NAME;
  const cell = new Onlooker(column.heading, today);
  const fitting =
    values.filter((value) => cell.accepts(() => column.read(value, cell))).length / values.length;
  if (fitting < ENOUGH) return 0;
  const proof = TAKES_NUMBERS.includes(kind) ? BY_VALUES / 2 : BY_VALUES;
  return named * BY_NAME + proof;
}

/** From 0 to 1: 1 for equal headings, much for one that contains the other. */
function likeness(key: string, name: string): number {
  const [short, long] = key.length < name.length ? [key, name] : [name, key];
  if (short.length >= 2 && long.includes(short)) return 0.7 + (0.3 * short.length) / long.length;
  return 1 - distance(key, name) / Math.max(1, long.length);
}

/** A cell that only notes whether its reader complains. */
class Onlooker implements Cell {
  readonly context: Cell['context'];
  private complained = false;

  constructor(
    readonly heading: string,
    today: Day,
  ) {
    const units = createUnitFinder([]);
    const unasked = () => null;
    this.context = { units, asOf: today, today, registrationUntil: unasked, titleProblem: unasked };
  }

  accepts(read: () => unknown): boolean {
    this.complained = false;
    return read() !== null && !this.complained;
  }

  reject(): null {
    this.complained = true;
    return null;
  }

  warn(code: string): void {
    // a month is a date all the same
    if (code !== 'date.month-only' && code !== 'date.ambiguous-month') this.complained = true;
  }
}
