import stringWidth from 'string-width';

const COMMON_WIDE = /[\u4E00-\u9FFF]/g;

/** Columns that a text takes on a terminal. Most cells are plain letters and common Chinese characters. */
export function displayWidth(text: string): number {
  if (/^[ -~\u4E00-\u9FFF]*$/.test(text)) return text.length + (text.match(COMMON_WIDE)?.length ?? 0);
  return stringWidth(text);
}

/** A text cut to so many columns, with … where something is left out; characters stay whole. */
export function shortened(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (displayWidth(short + segment) >= columns) break;
    short += segment;
  }
  return `${short}…`;
}
