import { type CsvRecord, readRecords } from './records.js';

/** In the order in which they win when nothing else decides. */
const DELIMITERS = [',', '\t', ';', '；', '，', '|'] as const;

const HEAD_CHARACTERS = 1 << 16;

/**
 * The delimiter by which the first records name most columns (`score`), or else fall into most cells.
 * `start`: the beginning of the text; `score`: how many known columns some records name.
 */
export function sniffDelimiter(start: string, score: (records: readonly CsvRecord[]) => number): string {
  const head = start.slice(0, HEAD_CHARACTERS);
  let best: { delimiter: string; known: number; cells: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const records = firstRecords(readRecords([`${head}\n`], delimiter, '', false));
    const known = score(records);
    const cells = Math.max(0, ...records.map((record) => record.cells.length));
    if (
      best === undefined ||
      known > best.known ||
      (known === best.known && known === 0 && cells > Math.max(1, best.cells))
    ) {
      best = { delimiter, known, cells };
    }
  }
  return best?.delimiter ?? ',';
}

/** So deep may titles and notes push the heading row. */
export const HEADING_DEPTH = 30;

/** The first records that are not blank. */
export function firstRecords(records: Iterator<CsvRecord>): CsvRecord[] {
  const first: CsvRecord[] = [];
  while (first.length < HEADING_DEPTH) {
    const { value, done } = records.next();
    if (done) break;
    if (value.cells.some((cell: string) => cell.trim() !== '')) first.push(value);
  }
  return first;
}
