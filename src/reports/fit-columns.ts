import type { CellKind } from './column.js';
import { displayWidth } from './width.js';

/** Words may take several lines where numbers had better not. */
export const WORDS: ReadonlySet<CellKind> = new Set(['text', 'free']);
/** No column of words gets narrower than this, however small the terminal. */
const NARROWEST = 6;
/** Two Chinese characters: what is left of a heading over short cells. */
const NARROWEST_HEADING = 4;
/** A date or an identity number is not torn apart where there is room; a longer run is nothing that people read as one. */
const LONGEST_RUN = 20;

/** Six Chinese characters: a name that wraps earlier is hard to read, and headings wrap before it. */
const LEGIBLE = 12;

const RUN = /[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60“”]+/gu;

interface FittedColumn {
  kind: CellKind;
  /** Of the widest cell, the heading among them. */
  natural: number;
  /** Texts below the heading. */
  cells: Iterable<string>;
}

/**
 * Widths of columns that fit a terminal; undefined: as wide as they are. Taken again and again from the widest column: first
 * headings and long words wrap, then short words, last numbers and dates.
 */
export function fitColumns(
  columns: readonly FittedColumn[],
  total: (widths: readonly number[]) => number,
  available: number | undefined,
): number[] {
  const widths = columns.map(({ natural }) => natural);
  if (available === undefined || total(widths) <= available) return widths;
  const whole = columns.map(narrowestWhole);
  const legible = columns.map(({ cells }, index) =>
    Math.max(whole[index] as number, Math.min(LEGIBLE, widthOf(cells))),
  );
  const everything = widths.map((_, index) => index);
  const words = everything.filter((index) => WORDS.has((columns[index] as FittedColumn).kind));
  const anyhow = widths.map(() => NARROWEST);
  let over = total(widths) - available;
  for (const [yielding, narrowest] of [
    [words, legible],
    [everything, legible],
    [words, whole],
    [everything, whole],
    [words, anyhow],
    [everything, anyhow],
  ] as const) {
    const room = (index: number) => (widths[index] as number) - (narrowest[index] as number);
    while (over > 0) {
      const able = yielding.filter((index) => room(index) > 0);
      if (able.length === 0) break;
      const widest = Math.max(...able.map((index) => widths[index] as number));
      widths[able.find((index) => widths[index] === widest) as number] = widest - 1;
      over -= 1;
    }
  }
  return widths;
}

/** How narrow a column may get with no date, number or other run of characters torn apart. */
function narrowestWhole({ kind, cells }: FittedColumn): number {
  let widest = NARROWEST_HEADING;
  for (const cell of cells) {
    const width = displayWidth(cell);
    if (width <= widest) continue;
    const parts = WORDS.has(kind) ? (cell.match(RUN) ?? []).map(displayWidth) : [width];
    const run = Math.max(Math.min(width, NARROWEST), ...parts.filter((part) => part <= LONGEST_RUN));
    if (run > widest) widest = run;
  }
  return widest;
}

const widthOf = (cells: Iterable<string>): number => {
  let widest = 0;
  for (const cell of cells) widest = Math.max(widest, displayWidth(cell));
  return widest;
};
