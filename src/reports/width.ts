import stringWidth from 'string-width';

const COMMON_WIDE = /[\u4E00-\u9FFF]/g;

/** Columns that a text takes on a terminal. Most cells are plain letters and common Chinese characters. */
export function displayWidth(text: string): number {
  if (/^[ -~\u4E00-\u9FFF]*$/.test(text)) return text.length + (text.match(COMMON_WIDE)?.length ?? 0);
  return stringWidth(text);
}
