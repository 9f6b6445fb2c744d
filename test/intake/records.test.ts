import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { withText } from '../../src/intake/decode.js';
import { readRecords } from '../../src/intake/records.js';
import { problemOf, temporaryFile } from './support.js';

const read = (text: string | string[], delimiter = ',') =>
  [...readRecords(typeof text === 'string' ? [text] : text, delimiter, 'x.csv')].map(
    ({ line, cells, badQuotes }) => [line, badQuotes ? 'bad' : cells.join('|')],
  );

describe('the line of a record is the physical line where it begins', () => {
  it.each([
    [
      '\\n',
      'a,b\nc,d\n',
      [
        [1, 'a|b'],
        [2, 'c|d'],
      ],
    ],
    [
      '\\r\\n',
      'a,b\r\nc,d\r\n',
      [
        [1, 'a|b'],
        [2, 'c|d'],
      ],
    ],
    [
      '\\r',
      'a,b\rc,d\r',
      [
        [1, 'a|b'],
        [2, 'c|d'],
      ],
    ],
    [
      'mixed',
      'a\r\nb\nc\rd\n\re',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
        [4, 'd'],
        [5, ''],
        [6, 'e'],
      ],
    ],
    [
      'no end at the end',
      'a\nb',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'inside quotes, \\r\\n counts once',
      '"a\r\nb",c\r\nd,e',
      [
        [1, 'a\r\nb|c'],
        [3, 'd|e'],
      ],
    ],
    [
      'inside quotes, all kinds',
      '"1\n2\r3\r\n4"\nx',
      [
        [1, '1\n2\r3\r\n4'],
        [5, 'x'],
      ],
    ],
    [
      'doubled quotes',
      '"a ""b"", c",d\n"""",e',
      [
        [1, 'a "b", c|d'],
        [2, '"|e'],
      ],
    ],
    [
      'quotes within a cell are characters',
      '评为"优秀",d\nx,"y"',
      [
        [1, '评为"优秀"|d'],
        [2, 'x|y'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(read([...text])).toEqual(expected);
  });
});

describe('bad quotes cost one row and no line number', () => {
  it.each([
    [
      'text after the closing quote',
      'a,b\n"x"y,z\nc,d',
      [
        [1, 'a|b'],
        [2, 'bad'],
        [3, 'c|d'],
      ],
    ],
    [
      'a quote that a later row seems to close',
      'a\n"b\nc,"d",e\nf',
      [
        [1, 'a'],
        [2, 'bad'],
        [3, 'c|d|e'],
        [4, 'f'],
      ],
    ],
    [
      'a space before the quote',
      'a, "b,c"\nd',
      [
        [1, 'bad'],
        [2, 'd'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(read([...text])).toEqual(expected);
  });

  it.each([
    ['the first row', '"a\nb\nc', 1],
    ['a later row', 'a,b\nc,"d\ne\nf', 2],
    ['a later cell of a row over several lines', 'a\n"b\nc","d\ne', 3],
    ['for megabytes', `a\n"b${'\n张三'.repeat(2_000_000)}`, 2],
  ])('an unclosed quote in %s is named by the line where it opens', (_name, text, line) => {
    const details = { file: 'x.csv', line };
    expect(problemOf(() => read(text))).toEqual({ problem: 'file.unclosed-quote', details });
    const pieces = text.match(/[\s\S]{1,100000}/g) ?? [];
    expect(problemOf(() => read([...pieces]))).toEqual({ problem: 'file.unclosed-quote', details });
  });
});

const DELIMITERS = [',', ';', '\t', '；', '，'];
const cell = fc.string({
  unit: fc.constantFrom(...'张三x1 "', ...DELIMITERS, '\r', '\n', '\r\n', '䶮', '𠮷', "'"),
  maxLength: 6,
});
const written = fc.record({
  table: fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
  delimiter: fc.constantFrom(...DELIMITERS),
  ends: fc.array(fc.constantFrom('\r\n', '\n', '\r'), { minLength: 1, maxLength: 3 }),
  quoteAll: fc.boolean(),
  encoding: fc.constantFrom('utf8', 'utf8-bom', 'utf16', 'utf16be', 'gb18030'),
});

const lineEnds = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

it('any table reads back the same, from any delimiter, line end, quoting and encoding, with the right lines', () => {
  const check = ({
    table,
    delimiter,
    ends,
    quoteAll,
    encoding,
  }: typeof written extends fc.Arbitrary<infer T> ? T : never) => {
    let text = '';
    const expected: { line: number; cells: string[]; badQuotes: boolean }[] = [];
    for (const [index, cells] of table.entries()) {
      expected.push({ line: lineEnds(text) + 1, cells, badQuotes: false });
      const quotedCells = cells.map((each) => {
        const needed = quoteAll || each.includes(delimiter) || /[\r\n"]/.test(each);
        return needed ? `"${each.replaceAll('"', '""')}"` : each;
      });
      // A lone \r before a row that begins with \n would be one line end, not two.
      const end = ends[index % ends.length] ?? '\n';
      text += quotedCells.join(delimiter) + end;
    }
    const bytes =
      encoding === 'utf8-bom'
        ? iconv.encode(text, 'utf8', { addBOM: true })
        : iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf16') });
    const path = temporaryFile(bytes);
    const read = withText(path, (file) => [...readRecords(file.text(), delimiter, path)]);
    expect(read).toEqual(expected);
  };
  fc.assert(fc.property(written, check), { numRuns: 400 });
});
