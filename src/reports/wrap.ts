/** A Chinese character or mark, a word, or a space. */
const PIECES =
  /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60“”]|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60“”]+|\s+/gu;
/** Where a line should not begin. */
const CLOSING = /^[，。；：、）”》！？,.;:)\]]/;

/** Columns that a text takes. */
type Measure = (text: string) => number;

/** Breaks a text into lines of so many columns: at spaces, between Chinese characters, inside a word too long. */
export function wrap(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width && !text.includes('\n')) return text;
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width, measure))
    .join('\n');
}

function wrapLine(line: string, width: number, measure: Measure): string[] {
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
    used = measure(carried.join(''));
  };
  let next = '';
  const pieces = (line.match(PIECES) ?? []).flatMap((piece) =>
    measure(piece) > width && piece.trim() !== '' ? [...piece] : [piece],
  );
  for (next of pieces) {
    if (used > 0 && used + measure(next.trimEnd()) > width) breakLine();
    if (used === 0 && lines.length > 0) next = next.trimStart();
    current.push(next);
    used += measure(next);
  }
  return [...lines, current.join('').trimEnd()];
}
