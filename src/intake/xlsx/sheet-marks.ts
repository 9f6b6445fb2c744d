import { attributesOf } from './parts.js';
import { findUnsavedFormulas, type UnsavedFormulas } from './unsaved-formulas.js';

/** Cells merged over several rows; rows from 1, columns from 0. The value stands in the first row. */
export interface VerticalMerge {
  top: number;
  bottom: number;
  column: number;
}

/** What the XML of a worksheet says of rows and columns beside their cells. */
export interface SheetMarks {
  merges: readonly VerticalMerge[];
  /** Lines that nobody sees, from 1. */
  hiddenRows: ReadonlySet<number>;
  /** Spans of columns that nobody sees, from 0, last one included. */
  hiddenColumns: readonly { first: number; last: number }[];
  unsaved: UnsavedFormulas;
}

/** Finds merged cells, hidden rows and columns, and formulas without a result in the bytes of a worksheet. */
export function readSheetMarks(xml: Buffer): SheetMarks {
  const hiddenRows = new Set<number>();
  const hiddenColumns: { first: number; last: number }[] = [];
  for (const { tag, attributes } of tagsWith(xml, 'hidden=')) {
    if (!['1', 'true'].includes(attributes.get('hidden') ?? '')) continue;
    if (tag === 'row') hiddenRows.add(Number(attributes.get('r')));
    if (tag === 'col') {
      hiddenColumns.push({
        first: Number(attributes.get('min')) - 1,
        last: Number(attributes.get('max')) - 1,
      });
    }
  }
  const merges = tagsWith(xml, 'mergeCell ').flatMap(({ tag, attributes }) =>
    tag === 'mergeCell' ? verticalMerge(attributes.get('ref') ?? '') : [],
  );
  return { merges, hiddenRows, hiddenColumns, unsaved: findUnsavedFormulas(xml) };
}

/** The tags in which a word occurs. Cells cannot fake one: `<` never stands in a text. */
function tagsWith(xml: Buffer, word: string): { tag: string; attributes: Map<string, string> }[] {
  const found: { tag: string; attributes: Map<string, string> }[] = [];
  for (let at = xml.indexOf(word); at >= 0; at = xml.indexOf(word, at + word.length)) {
    const start = xml.lastIndexOf('<', at);
    const end = xml.indexOf('>', start);
    // the word stands in the text after a tag
    if (start < 0 || end < at) continue;
    const [, tag, inside] = /^<(?:\w+:)?(\w+)\s(.*)$/s.exec(xml.toString('utf8', start, end)) ?? [];
    if (tag !== undefined && inside !== undefined) found.push({ tag, attributes: attributesOf(inside) });
  }
  return found;
}

function verticalMerge(range: string): VerticalMerge[] {
  const [, letters, first, last] = /^\$?([A-Z]{1,3})\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)$/.exec(range) ?? [];
  const top = Number(first);
  const bottom = Number(last);
  return letters !== undefined && bottom > top ? [{ top, bottom, column: columnOf(letters) }] : [];
}

/** A -> 0, Z -> 25, AA -> 26. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
