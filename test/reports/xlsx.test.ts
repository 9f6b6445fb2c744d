import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Column, Report } from '../../src/reports/column.js';
import { renderXlsx } from '../../src/reports/xlsx.js';
import { READER } from './reader.js';

interface Person {
  name: string;
  idNumber: string;
  code: string;
  from: string;
  count: number;
  fen: number | null;
  note: string;
  paid: boolean;
}

const COLUMNS: Column<Person>[] = [
  { key: 'name', heading: '姓名', kind: 'free', value: ({ name }) => name },
  { key: 'idNumber', heading: '身份证号', kind: 'digits', value: ({ idNumber }) => idNumber },
  { key: 'code', heading: '统计用区划代码', kind: 'code', value: ({ code }) => code },
  { key: 'from', heading: '上岗日期', kind: 'text', value: ({ from }) => from },
  { key: 'count', heading: '月数', kind: 'number', value: ({ count }) => count },
  { key: 'amountFen', heading: '金额(元)', kind: 'fen', value: ({ fen }) => fen },
  { key: 'note', heading: '备注', kind: 'free', value: ({ note }) => note },
  { key: 'paid', heading: '已发放', kind: 'flag', value: ({ paid }) => paid },
  { key: 'raw', heading: '', kind: 'json', value: () => ({}) },
];
const PERSON: Person = {
  name: '张三丰',
  idNumber: '510104199001011018',
  code: '510104017001',
  from: '2021-03-01',
  count: 3,
  fen: 120_050,
  note: '=1+1',
  paid: true,
};
const reportOf = (rows: readonly Person[], more: Partial<Report<Person>> = {}): Report<Person> => ({
  ...{ command: 'test', columns: COLUMNS, rows, totals: {}, findings: [], summary: [] },
  ...more,
});
const sheetOf = async (report: Report<Person>, reveal = true) => {
  const bytes = await renderXlsx(report, { ...READER, reveal, forFile: true });
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

describe('a report as XLSX', () => {
  it('keeps what is a name as text, and makes numbers of counts and money', async () => {
    const { rows } = await sheetOf(reportOf([PERSON]));
    expect(rows[1]).toEqual([
      '张三丰',
      '510104199001011018',
      '510104017001',
      '2021-03-01',
      3,
      1200.5,
      '=1+1',
      '是',
    ]);
  });

  it('shows a word where people read a word instead of the number', async () => {
    const columns: Column<Person>[] = [
      {
        ...{ key: 'count', heading: '月数', kind: 'number' as const },
        value: ({ count }) => count,
        text: ({ count }) => (count === 0 ? '未知' : String(count)),
      },
    ];
    const { rows } = await sheetOf(reportOf([PERSON, { ...PERSON, count: 0 }], { columns }));
    expect(rows.slice(1)).toEqual([[3], ['未知']]);
  });

  it('formats text as text and money with two decimals', async () => {
    const { cells } = await sheetOf(reportOf([PERSON]));
    expect([1, 2, 3, 5, 6].map((column) => cells?.get(`1,${column}`)?.style?.numFmt)).toEqual([
      '@',
      '@',
      '@',
      '0.00',
      '@',
    ]);
    expect([...(cells?.values() ?? [])].every(({ formula }) => formula === undefined)).toBe(true);
  });

  it('has bold headings that stay in view under the title', async () => {
    const sheet = await sheetOf(reportOf([PERSON], { above: [['花名册'], ['2026年第三季度', '']] }));
    expect(sheet.rows[0]?.[0]).toBe('花名册');
    expect(sheet.rows[2]?.slice(0, 2)).toEqual(['姓名', '身份证号']);
    expect(sheet.cells?.get('2,0')?.style?.font?.bold).toBe(true);
    expect(sheet.freezePane).toMatchObject({ rows: 3 });
  });

  it('has sums below the rows as numbers, and codes there as text', async () => {
    const { rows } = await sheetOf(reportOf([PERSON], { below: [['合计', '', '001', '', '', '1200.50']] }));
    expect(rows[2]?.slice(0, 6)).toEqual(['合计', null, '001', null, null, 1200.5]);
  });

  it('makes columns as wide as what stands in them, within reason', async () => {
    const { columns } = await sheetOf(reportOf([PERSON, { ...PERSON, note: '长'.repeat(500) }]));
    expect(columns?.map(({ width }) => width)).toEqual([8, 20, 16, 12, 8, 10, 52, 8]);
  });

  it('shows sums of money with both decimals, not as a row of #', async () => {
    const below = [['合计', '', '', '', '', '31500000.00', '', '']];
    const { columns } = await sheetOf(reportOf([PERSON], { below }));
    expect(columns?.[5]?.width).toBeGreaterThanOrEqual('31500000.00'.length + 2);
  });

  it('masks numbers unless they are to be shown', async () => {
    const { rows } = await sheetOf(reportOf([PERSON]), false);
    expect(rows[1]?.[1]).toBe('510104********1018');
  });

  it('is the same file for the same content', async () => {
    const bytes = () => renderXlsx(reportOf([PERSON]), { ...READER, reveal: true, forFile: true });
    expect(Buffer.from(await bytes()).equals(Buffer.from(await bytes()))).toBe(true);
  });

  it('reads the rows before it returns: the database may be closed after that', () => {
    let read = 0;
    function* rows(): Generator<Person> {
      read++;
      yield PERSON;
    }
    const writing = renderXlsx(reportOf([], { rows: rows() }), { ...READER, reveal: true, forFile: true });
    expect(read).toBe(1);
    return writing;
  });

  it('gives back every text that people can type, and no empty cell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), async (notes) => {
        const typed = notes.map((note) =>
          note.replace(/[\uFFFE\uFFFF]|\r/g, '').replace(/_x[\dA-Fa-f]{4}_/g, ''),
        );
        const { rows } = await sheetOf(reportOf(typed.map((note) => ({ ...PERSON, note }))));
        expect(rows.slice(1).map((row) => row[6])).toEqual(typed.map((note) => (note === '' ? null : note)));
      }),
      { numRuns: 30 },
    );
  });
});
