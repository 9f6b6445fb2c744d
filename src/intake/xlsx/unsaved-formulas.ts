import { attributesOf } from './parts.js';
import { columnOf, type VerticalMerge } from './sheet-marks.js';

/** Cells whose formula has no result in the file: columns from 0, by line. Programs that do not calculate leave them. */
export type UnsavedFormulas = ReadonlyMap<number, readonly number[]>;

/** Finds formulas without a result in the bytes of a worksheet. */
export function findUnsavedFormulas(xml: Buffer): UnsavedFormulas {
  const found = new Map<number, number[]>();
  const prefix = /<(\w+:)?worksheet[\s>]/.exec(xml.toString('latin1', 0, PROLOGUE))?.[1] ?? '';
  const opening = `<${prefix}f`;
  for (let at = xml.indexOf(opening); at >= 0; at = xml.indexOf(opening, at + opening.length)) {
    // <formula1> and its like are no cells
    if (!' >/\t\r\n'.includes(String.fromCharCode(xml[at + opening.length] ?? 0))) continue;
    const end = xml.indexOf(`</${prefix}c>`, at);
    if (end < 0) break;
    const cell = attributesOf(xml.toString('utf8', xml.lastIndexOf('<', at - 1), at));
    if (hasResult(xml.toString('utf8', at, end), cell.get('t'))) continue;
    const [, letters, line] = /^([A-Z]{1,3})(\d+)$/.exec(cell.get('r') ?? '') ?? [];
    if (letters === undefined) continue;
    found.set(Number(line), [...(found.get(Number(line)) ?? []), columnOf(letters)]);
  }
  return found;
}

/** Within these first bytes the root tag begins. */
const PROLOGUE = 4096;

/** An empty text is a result too, and is written as a cell of type `str` with an empty value. */
const hasResult = (content: string, type: string | undefined): boolean =>
  /<(\w+:)?v(\s[^>]*)?>[^<]/.test(content) || (type === 'str' && /<(\w+:)?v[\s/>]/.test(content));

/** The columns of a line that have no result, merged cells by their first row. */
export function unsavedIn(
  { unsaved, merges }: { unsaved: UnsavedFormulas; merges: readonly VerticalMerge[] },
  line: number,
): readonly number[] {
  if (unsaved.size === 0) return [];
  const covered = merges.filter(
    ({ top, bottom, column }) => top < line && line <= bottom && unsaved.get(top)?.includes(column),
  );
  return [...(unsaved.get(line) ?? []), ...covered.map(({ column }) => column)];
}
