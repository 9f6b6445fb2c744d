import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, renderCsv } from '../../src/reports/csv.js';
import { ENGLISH, READER, reportOf, written } from './reader.js';

const FILE = { ...READER, forFile: true };
const ID = '510104199001011234';

describe('csv in a pipe', () => {
  it.each([
    ['a fixed word', 'text', '社区', '社区'],
    ['money, in yuan with two decimals', 'fen', 120050, '1200.50'],
    ['negative money', 'fen', -5, '-0.05'],
    ['a count', 'number', 0, '0'],
    ['yes', 'flag', true, '是'],
    ['no', 'flag', false, '否'],
    ['an identity number, masked', 'digits', ID, '510104********1234'],
    ['a code, whole', 'code', '510104020001', '510104020001'],
    ['nothing', 'number', null, ''],
    ['a formula, as it is', 'free', '=1+1', '=1+1'],
    ['a comma', 'free', '甲,乙', '"甲,乙"'],
    ['a quote', 'free', '甲"乙', '"甲""乙"'],
    ['a line feed', 'free', '甲\n乙', '"甲\n乙"'],
    ['a carriage return', 'free', '甲\r乙', '"甲\r乙"'],
  ] as const)('%s', (_what, kind, value, cell) => {
    expect(written(renderCsv, reportOf([kind, 'text'], [[value, '尾']]))).toBe(`列0,列1\n${cell},尾\n`);
  });

  it('says yes and no in the language of the reader', () => {
    expect(written(renderCsv, reportOf(['flag'], [[true]]), ENGLISH)).toBe('列0\nyes\n');
  });

  it('leaves out what only programs read', () => {
    expect(written(renderCsv, reportOf(['text', 'json'], [['甲', { a: 1 }]]))).toBe('列0\n甲\n');
  });
});

describe('csv as a file for people', () => {
  it.each([
    ['a tab after an identity number', 'digits', ID, '510104********1234\t'],
    ['a tab after a code', 'code', '510104020001', '510104020001\t'],
    ['no tab where there is no number', 'digits', null, ''],
    ['one tab where the cell has its own', 'code', '510104020001\t', '510104020001\t'],
    ['a formula in the place of a number', 'code', '=1+1', "'=1+1\t"],
    ['a formula', 'free', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a plus', 'free', '+86', "'+86"],
    ['a minus', 'free', '-1', "'-1"],
    ['an at sign', 'free', '@SUM', "'@SUM"],
    ['a full-width equals sign', 'free', '＝1', "'＝1"],
    ['a full-width plus', 'free', '＋1', "'＋1"],
    ['a full-width minus', 'free', '－1', "'－1"],
    ['a full-width at sign', 'free', '＠1', "'＠1"],
    ['a leading tab', 'free', '\t=1', "'\t=1"],
    ['a leading carriage return', 'free', '\r=1', '"\'\r=1"'],
    ['a leading space', 'free', ' =1', "' =1"],
    ['an equals sign inside', 'free', '甲=乙', '甲=乙'],
    ['negative money, which is no text', 'fen', -1250, '-12.50'],
  ] as const)('%s', (_what, kind, value, cell) => {
    expect(written(renderCsv, reportOf([kind, 'text'], [[value, '尾']]), FILE)).toBe(
      `\uFEFF列0,列1\r\n${cell},尾\r\n`,
    );
  });

  it('shows whole numbers when they were asked for', () => {
    const revealed = written(renderCsv, reportOf(['digits'], [[ID]]), { ...FILE, reveal: true });
    expect(revealed).toBe(`\uFEFF列0\r\n${ID}\t\r\n`);
  });

  it('puts title and sums around the rows', () => {
    const report = { ...reportOf(['text'], [['甲']]), above: [['=标题']], below: [['合计', '-1.00']] };
    expect(written(renderCsv, report, FILE)).toBe("\uFEFF'=标题\r\n列0\r\n甲\r\n合计,-1.00\r\n");
  });
});

const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', ',', '\n', '\r', ' ', '=', ';', '\t', '😀') });

describe('any text', () => {
  it.each([true, false])('reads back as it was written (for a file: %s)', (forFile) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = written(renderCsv, reportOf(['text', 'text'], rows), { ...READER, forFile });
        const delimiter = forFile ? '\r\n' : '\n';
        const [, ...back] = parse(text, { bom: true, record_delimiter: delimiter }) as string[][];
        expect(back).toEqual(rows);
      }),
    );
  });

  it('never begins with a sign that a spreadsheet would run', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', ' ', '甲') }),
        (text) => {
          expect(guardFormula(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
          expect(guardFormula(text).replace(/^'/, '')).toBe(text);
        },
      ),
    );
  });
});

it('writes many rows in chunks, none lost and none twice', () => {
  const rows = Array.from({ length: 4321 }, (_, index) => [index]);
  const chunks = [...renderCsv(reportOf(['number'], rows), READER)];
  expect(chunks.length).toBeGreaterThan(2);
  expect(chunks.join('').trim().split('\n').slice(1).map(Number)).toEqual(rows.flat());
});
