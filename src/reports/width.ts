/** Characters that take two columns of a terminal (East Asian wide and full-width). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1F64F}\u{20000}-\u{3FFFD}]/gu;
const COMMON_WIDE = /[\u4E00-\u9FFF]/g;
/** Marks that combine with the character before, or show nothing. */
const NO_WIDTH = /\p{Mn}|[\u200B-\u200F\uFEFF]/gu;

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  if (/^[ -~\u4E00-\u9FFF]*$/.test(text)) return text.length + count(text, COMMON_WIDE);
  const bare = text.replace(NO_WIDTH, '');
  return [...bare].length + count(bare, WIDE);
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

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

/** A text of files and people on one line of a terminal: no control characters, so none can play tricks. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E]+/gu, ' ');
