import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/reports/table.js';
import { displayWidth } from '../../src/reports/width.js';
import { READER, reportOf, written } from './reader.js';

describe('a table', () => {
  it('aligns Chinese and Latin text, numbers to the right', () => {
    const rows = [
      ['水井坊社区', 2, 20000],
      ['a', 13, 5],
    ];
    expect(written(renderTable, reportOf(['free', 'number', 'fen'], rows)).split('\n')).toEqual([
      '列0         列1     列2',
      '----------  ---  ------',
      '水井坊社区    2  200.00',
      'a            13    0.05',
      '',
    ]);
  });

  it('shows its headings when there are no rows', () => {
    expect(written(renderTable, reportOf(['text', 'text'], []))).toBe('列0  列1\n---  ---\n');
  });

  it('wraps what is too wide, words before numbers, and cuts nothing off', () => {
    const rows = [['510104020001', '锦官驿街道水井坊社区居民委员会']];
    const lines = written(renderTable, reportOf(['code', 'free'], rows), { ...READER, width: 26 }).split(
      '\n',
    );
    expect(lines.slice(2)).toEqual([
      '510104020001  锦官驿街道水',
      '              井坊社区居民',
      '              委员会',
      '',
    ]);
  });

  it('shows control characters of files as spaces, so that they cannot steer the terminal', () => {
    expect(written(renderTable, reportOf(['free'], [['甲\u001b[31m乙\n丙']]))).toContain('\n甲 [31m乙 丙\n');
  });

  it('keeps every character of every cell, in any width, and never exceeds the terminal', () => {
    const cell = fc.string({ unit: fc.constantFrom('社', '区', 'a', 'b', '1', '，', '·'), minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 16, max: 60 }),
        (rows, width) => {
          const text = written(renderTable, reportOf(['free', 'free'], rows), { ...READER, width });
          const [, , ...lines] = text.trimEnd().split('\n');
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          const characters = (of: string) =>
            [...of]
              .filter((c) => c !== ' ' && c !== '\n')
              .sort()
              .join('');
          expect(characters(lines.join(''))).toBe(characters(rows.flat().join('')));
        },
      ),
    );
  });
});

it('leaves secondary columns out only where there is no room for them', () => {
  const report = reportOf(['free', 'free', 'number'], [['锦江区', '510104017001', 2]]);
  const columns = report.columns.map((column, index) => ({ ...column, secondary: index === 1 }));
  const at = (width: number | undefined) =>
    written(renderTable, { ...report, columns }, { ...READER, width }).split('\n')[2];
  expect(at(undefined)).toBe('锦江区  510104017001    2');
  expect(at(25)).toBe('锦江区  510104017001    2');
  expect(at(24)).toBe('锦江区    2');
});

it('wraps long words before it leaves a secondary column out', () => {
  const report = reportOf(['free', 'text'], [['关于加强社会工作者职业体系建设的实施意见', '2027-02-28']]);
  const columns = report.columns.map((column, index) => ({ ...column, secondary: index === 1 }));
  const at = (width: number) => written(renderTable, { ...report, columns }, { ...READER, width });
  expect(at(32)).toContain('2027-02-28');
  expect(at(31)).not.toContain('2027-02-28');
});

it('wraps headings and names before it tears a date or an identity number apart', () => {
  const row = ['水井坊社区居民委员会', '510104********1029', '2026-11-30', 5];
  const report = reportOf(['free', 'digits', 'text', 'number'], [row]);
  const headings = ['村（社区）', '身份证号', '登记有效期至', '本季度已经发放的月数'];
  const columns = report.columns.map((column, index) => ({ ...column, heading: headings[index] as string }));
  const at = (width: number) =>
    written(renderTable, { ...report, columns }, { ...READER, reveal: true, width });
  expect(at(50).split('\n').slice(-3)).toEqual([
    '水井坊社区居  510104********1029  2026-11-30     5',
    '民委员会',
    '',
  ]);
  expect(at(44)).toContain('510104********1029  2026-11-30     5');
  for (const width of [50, 44, 30]) {
    for (const line of at(width).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  }
});
