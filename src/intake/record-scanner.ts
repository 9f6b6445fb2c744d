const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;

/**
 * Finds where one record ends. A quote opens a cell only at the cell's beginning (elsewhere it is a
 * character like any other, as in Excel); in a quoted cell a doubled quote is a quote, and a single one
 * must be followed by a delimiter or a line end.
 */
export class RecordScanner {
  /** Where the record's text ends, and where the next record begins. */
  end = 0;
  next = 0;
  /** Physical lines that the record takes up. */
  lines = 1;
  /** Where the quotes stand that open and close cells, in turn. */
  readonly quotes: number[] = [];
  /** A quoted cell holds quotes, doubled. */
  doubled = false;
  bad = false;
  /** Lines from the beginning of an unfinished record to the quote that is still open. */
  linesToQuote = 0;
  private readonly delimiter: number;

  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** Scans the record that begins at `start`. False: the text ends before the record does. */
  scan(text: string, start: number, final: boolean): boolean {
    this.quotes.length = 0;
    this.doubled = false;
    this.bad = false;
    this.lines = 1;
    this.linesToQuote = 0;
    for (let at = start; ; at++) {
      const code = text.charCodeAt(at);
      if (code === LF || code === CR || at >= text.length) return this.finish(text, at, final);
      if (code !== QUOTE) continue;
      const opens = this.opensCell(text, start, at);
      if (opens === 'no') continue;
      if (opens === 'after-space') return this.finishBad(text, start, final);
      const close = closingQuote(text, at, final);
      if (close === undefined) {
        this.linesToQuote = this.lines - 1;
        return false;
      }
      this.quotes.push(at, close);
      this.doubled ||= text.indexOf('"', at + 1) < close;
      const after = text.charCodeAt(close + 1);
      const ends = close + 1 >= text.length || after === this.delimiter || after === LF || after === CR;
      if (!ends) return this.finishBad(text, start, final);
      this.lines += lineEnds(text, at, close);
      at = close;
    }
  }

  private opensCell(text: string, start: number, at: number): 'yes' | 'after-space' | 'no' {
    let before = at - 1;
    while (before >= start && text.charCodeAt(before) === SPACE) before--;
    if (before >= start && text.charCodeAt(before) !== this.delimiter) return 'no';
    return before === at - 1 ? 'yes' : 'after-space';
  }

  private finish(text: string, at: number, final: boolean): boolean {
    if (at >= text.length) {
      this.end = text.length;
      this.next = text.length;
      return final;
    }
    if (text.charCodeAt(at) === CR && at + 1 === text.length && !final) return false;
    this.end = at;
    this.next = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
    return true;
  }

  private finishBad(text: string, start: number, final: boolean): boolean {
    this.bad = true;
    this.lines = 1;
    let at = start;
    while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
    return this.finish(text, at, final);
  }
}

/** The quote that closes the one at `open`; undefined when it may lie beyond the text. */
function closingQuote(text: string, open: number, final: boolean): number | undefined {
  for (let at = open; ; at++) {
    at = text.indexOf('"', at + 1);
    if (at < 0 || (at + 1 === text.length && !final)) return undefined;
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
}

function lineEnds(text: string, from: number, until: number): number {
  let ends = 0;
  for (let at = from; at < until; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) ends++;
  }
  return ends;
}
