import stringWidth from 'string-width';

const COMMON_WIDE = /[\u4E00-\u9FFF]/g;

/** Columns that a text takes on a terminal. Most cells are plain letters and common Chinese characters. */
export function displayWidth(text: string): number {
  if (/^[ -~\u4E00-\u9FFF]*$/.test(text)) return text.length + (text.match(COMMON_WIDE)?.length ?? 0);
  return stringWidth(text);
}

/** A Chinese character or mark, a word, or a space. */
const PIECES =
  /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60“”]|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60“”]+|\s+/gu;
/** Where a line should not begin. */
const CLOSING = /^[，。；：、）”》！？,.;:)\]]/;

/** Breaks a text into lines of so many columns: at spaces, between Chinese characters, inside a word too long. */
export function wrap(text: string, width: number): string {
  if (displayWidth(text) <= width && !text.includes('\n')) return text;
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current: string[] = [];
  let used = 0;
  const breakLine = () => {
    // a closing mark takes the character before it along
    const last = current.at(-1) ?? '';
    const carried = CLOSING.test(next) && current.length > 1 ? [last] : [];
    lines.push(
      current
        .slice(0, current.length - carried.length)
        .join('')
        .trimEnd(),
    );
    current = carried;
    used = displayWidth(carried.join(''));
  };
  let next = '';
  const pieces = (line.match(PIECES) ?? []).flatMap((piece) =>
    displayWidth(piece) > width && piece.trim() !== '' ? [...piece] : [piece],
  );
  for (next of pieces) {
    if (used > 0 && used + displayWidth(next.trimEnd()) > width) breakLine();
    if (used === 0 && lines.length > 0) next = next.trimStart();
    current.push(next);
    used += displayWidth(next);
  }
  return [...lines, current.join('').trimEnd()];
}
