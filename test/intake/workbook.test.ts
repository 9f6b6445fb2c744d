import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/domain/user-error.js';
import { fund as fundOf } from '../../src/intake/datasets/fund.js';
import { readRosterRows } from '../../src/intake/datasets/roster.js';
import { services as servicesOf } from '../../src/intake/datasets/services.js';
import type { Sheet } from '../../src/intake/sheet.js';
import { textOfCell } from '../../src/intake/xlsx/cell-text.js';
import { codesOf, context, idNumber, problemOf, SOUND } from './support.js';
import { fileOf, letterOf, partsOf, readFile, textCell, textRow, workbookOf, zipOf } from './workbooks.js';

const HEADINGS = Object.keys(SOUND);
const CELLS = Object.values(SOUND);
const WHO = idNumber();
/** The sound row with some cells as XML of their own, by heading. */
const rowWith = (line: number, cells: Readonly<Record<string, string>>): string => {
  const headings = [...HEADINGS, ...Object.keys(cells).filter((heading) => !HEADINGS.includes(heading))];
  const written = headings.map((heading, column) => {
    const at = `${letterOf(column)}${line}`;
    const own = cells[heading];
    return own === undefined
      ? textCell(at, SOUND[heading as keyof typeof SOUND])
      : own.replace('<c', `<c r="${at}"`);
  });
  return `<row r="${line}">${written.join('')}</row>`;
};
const sheetOf = (cells: Readonly<Record<string, string>>) => {
  const headings = [...HEADINGS, ...Object.keys(cells).filter((heading) => !HEADINGS.includes(heading))];
  return fileOf(zipOf(partsOf(textRow(1, headings) + rowWith(2, cells))));
};
const readOne = async (cells: Readonly<Record<string, string>>) => {
  const sheet = await readFile(sheetOf(cells));
  return readRosterRows(sheet, 0, context())[0];
};
const refused = async (work: () => Promise<unknown>) => {
  const outcome = await work().then(
    () => () => undefined,
    (error: unknown) => () => {
      throw error;
    },
  );
  return problemOf(outcome);
};

describe('cells of a workbook', () => {
  it.each([
    ['a day by its style', '<c s="1"><v>44256</v></c>', '2021-03-01'],
    ['a day of a Chinese format', '<c s="2"><v>44256</v></c>', '2021-03-01'],
    ['a day with its time of day', '<c s="1"><v>44256.75</v></c>', '2021-03-01'],
    ['a serial without a style', '<c><v>44256</v></c>', '2021-03-01'],
    ['a serial kept as text', '<c t="str"><v>44256</v></c>', '2021-03-01'],
    ['a day kept as text', '<c t="str"><v>2021.3.1</v></c>', '2021-03-01'],
    [
      'a formula, by the value stored with it',
      '<c s="1"><f>DATE(2021,3,1)</f><v>44256</v></c>',
      '2021-03-01',
    ],
    ['eight digits as a number', '<c><v>20210301</v></c>', '2021-03-01'],
  ])('%s', async (_what, cell, day) => {
    expect((await readOne({ 上岗日期: cell }))?.row?.stated).toBe(day);
  });

  it.each([
    ['a day by its style', '<c s="1"><v>42794</v></c>'],
    ['a serial without a style', '<c><v>42794</v></c>'],
    ['a serial with its time of day', '<c><v>42794.75</v></c>'],
    ['eight digits as a number', '<c><v>20210301</v></c>'],
    ['a day kept as text', '<c t="str"><v>2021.3.1</v></c>'],
  ])('days count from 1904 where the workbook says so: %s', async (_, cell) => {
    const parts = partsOf(textRow(1, HEADINGS) + rowWith(2, { 上岗日期: cell })).map((part) =>
      part.name === 'xl/workbook.xml'
        ? {
            ...part,
            content: String(part.content).replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
          }
        : part,
    );
    const sheet = await readFile(fileOf(zipOf(parts)));
    expect(readRosterRows(sheet, 0, context())[0]?.row?.stated).toBe('2021-03-01');
  });

  it('identity numbers that are text stay whole, also from a formula', async () => {
    expect((await readOne({ 身份证号: `<c t="str"><f>A1</f><v>${WHO}</v></c>` }))?.row?.idNumber).toBe(WHO);
  });

  it.each([
    ['an identity number', '身份证号', WHO.replace('X', '0'), 'id-number.invalid', { problem: 'scientific' }],
    ['a card', '银行卡号', '6222021001112223334', 'account.scientific', {}],
  ])(
    '%s that became a number is ruined, and the row refused',
    async (_what, column, digits, code, details) => {
      const read = await readOne({ [column]: `<c><v>${digits}</v></c>` });
      expect(read?.row).toBeNull();
      expect(read?.findings).toMatchObject([{ code, severity: 'error', details, line: 2, column }]);
    },
  );

  it.each([
    [13800000000, '13800000000'],
    [510104017001, '510104017001'],
    [999999999999999, '999999999999999'],
    [1e15, '1.00000E+15'],
    [3500.1 + 0.2, '3500.3'],
    [510104199001011000, '5.10104E+17'],
    [0, '0'],
    [true, 'TRUE'],
    [null, ''],
    [new Date(Number.NaN), '########'],
    [new Date(Date.UTC(2021, 2, 1, 8, 30)), '2021-03-01 08:30:00'],
  ])('%s reads as %s', (value, text) => {
    expect(textOfCell(value)).toBe(text);
  });
});

describe('a formula whose result is not in the file', () => {
  const UNSAVED = '<c><f>A1</f></c>';
  const says = (heading: string, severity: string) => ({
    code: 'cell.unsaved-formula',
    severity,
    details: { column: heading },
    line: 2,
    column: heading,
    value: '',
  });

  it.each([
    ['as most programs write it', UNSAVED],
    ['with an empty value', '<c><f>A1</f><v/></c>'],
    ['with an empty value and two tags', '<c s="1"><f t="shared" si="0"/><v></v></c>'],
    ['that was to be a text', '<c t="str"><f>A1</f></c>'],
  ])('%s: a warning where the cell may be empty, and nothing is known of it', async (_what, cell) => {
    const read = await readOne({ 银行卡号: cell });
    expect(read?.findings).toMatchObject([says('银行卡号', 'warning')]);
    expect(read?.row).toMatchObject({ idNumber: WHO, account: null });
  });

  it.each(['姓名', '身份证号', '区(市)县', '镇(街道)', '村(社区)', '人员类别', '上岗日期'])(
    'refuses the row where %s must be known, and says so once',
    async (heading) => {
      const read = await readOne({ [heading]: UNSAVED });
      expect(read?.row).toBeNull();
      expect(read?.findings).toMatchObject([says(heading, 'error')]);
    },
  );

  it('says it of each cell', async () => {
    const read = await readOne({ 姓名: UNSAVED, 手机号: UNSAVED, 银行卡号: UNSAVED });
    expect(read?.findings.map(({ column }) => column)).toEqual(['姓名', '手机号', '银行卡号']);
  });

  it.each([
    ['a column that is not read', { 岗龄: UNSAVED }],
    ['a formula whose result is an empty text', { 银行卡号: '<c t="str"><f>A1</f><v></v></c>' }],
    ['a formula with a result', { 手机号: '<c><f>A1</f><v>13800000000</v></c>' }],
  ])('is none: %s', async (_what, cells) => {
    expect((await readOne(cells))?.findings).toEqual([]);
  });

  it('is found under a prefix of the worksheet too', async () => {
    const parts = partsOf(textRow(1, HEADINGS) + rowWith(2, { 姓名: UNSAVED })).map((part) =>
      part.name.endsWith('sheet1.xml')
        ? { ...part, content: String(part.content).replace(/<(\/?)(?=\w)/g, '<$1x:') }
        : part,
    );
    const sheet = await readFile(fileOf(zipOf(parts)));
    expect(readRosterRows(sheet, 0, context())[0]?.findings).toMatchObject([says('姓名', 'error')]);
  });

  it('is not the formula of a rule beside the cells', async () => {
    const rules =
      '<dataValidations><dataValidation sqref="A2"><formula1>A1</formula1></dataValidation></dataValidations>';
    const sheet = await readFile(fileOf(zipOf(partsOf(textRow(1, HEADINGS) + textRow(2, CELLS), rules))));
    expect(readRosterRows(sheet, 0, context())[0]?.findings).toEqual([]);
  });

  it('of a merged area is unknown in every row of it, and never taken from above', async () => {
    const at = HEADINGS.indexOf('区(市)县');
    const column = letterOf(at);
    const below = CELLS.map((cell, position) => (position === at ? '' : cell));
    const rows =
      textRow(1, HEADINGS) + textRow(2, CELLS) + rowWith(3, { '区(市)县': UNSAVED }) + textRow(4, below);
    for (const merges of [`<mergeCells><mergeCell ref="${column}3:${column}4"/></mergeCells>`, '']) {
      const sheet = await readFile(fileOf(zipOf(partsOf(rows, merges))));
      const read = readRosterRows(sheet, 0, context());
      expect(read.map(({ row, findings }) => [row === null, findings[0]?.code])).toEqual([
        [false, undefined],
        [true, 'cell.unsaved-formula'],
        [true, merges === '' ? 'cell.missing-area' : 'cell.unsaved-formula'],
      ]);
    }
  });

  it('in the identity number alone still makes a row, and no caption', async () => {
    const only = `<row r="2"><c r="${letterOf(HEADINGS.indexOf('身份证号'))}2"><f>A1</f></c></row>`;
    const sheet = await readFile(fileOf(zipOf(partsOf(textRow(1, HEADINGS) + only + textRow(3, CELLS)))));
    expect(sheet.rows.map(({ line }) => line)).toEqual([2, 3]);
  });
});

describe('rows of a workbook', () => {
  it('are named by the row of the sheet, blank ones between them or not', async () => {
    const rows =
      textRow(2, ['成都市示例花名册']) + textRow(4, HEADINGS) + textRow(5, CELLS) + textRow(9, CELLS);
    const sheet = await readFile(fileOf(zipOf(partsOf(rows))));
    expect(sheet).toMatchObject({ headingLine: 4, encoding: 'XLSX', skipped: 1 });
    expect(sheet.rows.map(({ line, broken }) => [line, broken])).toEqual([
      [5, null],
      [9, null],
    ]);
  });

  it('may be shorter than the headings, and have notes beside them', async () => {
    const rows =
      textRow(1, [...HEADINGS, '备注']) + textRow(2, CELLS) + textRow(3, [...CELLS, '转入', '已核', '是']);
    const sheet = await readFile(fileOf(zipOf(partsOf(rows))));
    expect(sheet.rows.map(({ cells, broken }) => [cells.length, cells.at(-1), broken])).toEqual([
      [HEADINGS.length + 1, '', null],
      [HEADINGS.length + 1, '转入', null],
    ]);
  });

  it('that are hidden count like the rest, and are told with the hidden columns', async () => {
    const rows = textRow(1, HEADINGS) + textRow(2, CELLS, ' hidden="1"') + textRow(3, CELLS, ' hidden="0"');
    const columns =
      '<cols><col min="2" max="3" width="9" hidden="true"/><col min="20" max="30" hidden="1"/></cols>';
    const sheet = await readFile(fileOf(zipOf(partsOf(rows, '', columns))));
    expect(sheet.rows).toHaveLength(2);
    expect(sheet.findings.find(({ code }) => code === 'file.hidden')).toMatchObject({
      severity: 'warning',
      details: { rows: 1, columns: ['身份证号', '区(市)县'] },
    });
  });

  it('are not hidden by what somebody writes into a cell', async () => {
    const rows = textRow(1, HEADINGS) + textRow(2, ['row r="2" hidden="1"', ...CELLS.slice(1)]);
    expect(codesOf((await readFile(fileOf(zipOf(partsOf(rows))))).findings)).not.toContain('file.hidden');
  });
});

describe('merged cells', () => {
  const headings = ['区(市)县', '镇(街道)', '村(社区)', '姓名', '身份证号', '人员类别', '上岗日期', '备注'];
  const person = (name: string, area: readonly string[], note = '') => [
    ...area,
    ...[name, WHO, '城乡社区专职工作者', '2021-03-01', note],
  ];
  const cellsOf = async (rows: string, merges: readonly string[]) => {
    const merged = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const sheet = await readFile(fileOf(zipOf(partsOf(rows, merged))));
    return { sheet, cells: sheet.rows.map(({ cells }) => cells) };
  };

  it('give every row the value of the first, exactly as far as they reach', async () => {
    const rows =
      textRow(1, headings) +
      textRow(2, person('张一', ['锦江区', '锦官驿街道', '水井坊社区'], '劳务派遣')) +
      textRow(3, person('张二', ['', '', '水井坊社区'])) +
      textRow(4, person('张三', ['', '东湖街道', '']));
    const { cells, sheet } = await cellsOf(rows, ['A2:A4', 'B2:B3', 'H2:H3', 'A1:A1']);
    expect(cells.map((row) => [row[0], row[1], row[2], row[7]])).toEqual([
      ['锦江区', '锦官驿街道', '水井坊社区', '劳务派遣'],
      ['锦江区', '锦官驿街道', '水井坊社区', '劳务派遣'],
      ['锦江区', '东湖街道', '', ''],
    ]);
    expect(sheet.findings.find(({ code }) => code === 'file.area-filled')).toMatchObject({
      details: { rows: 2 },
    });
  });

  it('leave headings over two rows, rows without any cell and what is merged sideways alone', async () => {
    const rows =
      textRow(1, ['区(市)县', '所在', '', ...headings.slice(3)]) +
      textRow(2, ['', '镇(街道)', '村(社区)']) +
      textRow(3, person('张一', ['锦江区', '锦官驿街道', '水井坊社区'])) +
      textRow(5, ['', '', '', '', '', '', '', ' ']) +
      textRow(6, person('张二', ['', '锦官驿街道', '崇德里社区']));
    const { cells } = await cellsOf(rows, ['A1:A2', 'B1:C1', 'A3:A6', 'D1:D2', 'B3:C3']);
    expect(cells.map((row) => row.slice(0, 3))).toEqual([
      ['锦江区', '锦官驿街道', '水井坊社区'],
      ['锦江区', '锦官驿街道', '崇德里社区'],
    ]);
  });

  const services = ['身份证号', '服务日期', '服务领域', '时长(小时)'];
  const fund = ['日期', '层级', '收支', '金额(元)'];
  const record = (line: number, cells: readonly string[], amount = '') =>
    `<row r="${line}">${cells.map((cell, at) => (cell === '' ? '' : textCell(`${letterOf(at)}${line}`, cell))).join('')}${amount === '' ? '' : `<c r="D${line}"><v>${amount}</v></c>`}</row>`;
  const readMerged = async (
    of: typeof servicesOf | typeof fundOf,
    rows: string,
    merges: readonly string[],
  ) => {
    const merged = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const sheet = await readFile(fileOf(zipOf(partsOf(rows, merged))), {}, of.shape);
    return of.readRows(sheet, 0, context()).map(({ line, row, findings }) => ({
      line,
      values: row === null ? null : Object.values(row.values).slice(0, 4),
      findings: findings.map(({ code, severity, column }) => [code, severity, column]),
    }));
  };

  it('that hold an amount say it of no row: a warning, or the row is refused where it must be there', async () => {
    const said = (heading: string, severity: string) => [['cell.merged-amount', severity, heading]];
    const served = [WHO, '2026-07-08', '老龄服务'];
    expect(
      await readMerged(
        servicesOf,
        textRow(1, services) + record(2, served, '6') + record(3, [WHO]) + record(4, served, '2'),
        ['B2:B3', 'C2:C3', 'D2:D3'],
      ),
    ).toEqual([
      { line: 2, values: ['2026-07-08', '老龄服务', null, null], findings: said('时长(小时)', 'warning') },
      { line: 3, values: ['2026-07-08', '老龄服务', null, null], findings: said('时长(小时)', 'warning') },
      { line: 4, values: ['2026-07-08', '老龄服务', 200, null], findings: [] },
    ]);
    const given = ['2026-07-08', '市级', '收入'];
    expect(
      await readMerged(
        fundOf,
        textRow(1, fund) + record(2, given, '1000') + record(3, given) + record(4, given, '5'),
        ['D2:D3'],
      ),
    ).toEqual([
      { line: 2, values: null, findings: said('金额(元)', 'error') },
      { line: 3, values: null, findings: said('金额(元)', 'error') },
      { line: 4, values: ['2026-07-08', '市', '收入', 500], findings: [] },
    ]);
  });

  it('that hold an amount of one row with a blank line below it are that row', async () => {
    const given = ['2026-07-08', '市级', '收入'];
    const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'];
    const rows = `${textRow(1, fund)}${record(2, given, '1000')}<row r="3"><c r="A3" s="1"/></row>`;
    expect(await readMerged(fundOf, rows, merges)).toMatchObject([{ line: 2, findings: [] }]);
  });

  it('of a hostile size cost nothing', async () => {
    const rows = textRow(1, headings) + textRow(2, person('张一', ['锦江区', '锦官驿街道', '水井坊社区']));
    const { cells } = await cellsOf(rows, ['A2:XFD1048576', 'XFD1:XFD1048576']);
    expect(cells).toHaveLength(1);
  });
});

describe('a workbook of several sheets', () => {
  const data = { name: '2026年第三季度', rows: [HEADINGS, CELLS] };
  const notes = { name: '填表说明', rows: [['请如实填写'], ['姓名', '必填']] };
  const old = { name: '2026年第二季度', rows: [HEADINGS, CELLS, CELLS] };

  it('gives the one that has the headings', async () => {
    const sheet = await readFile(await workbookOf(notes, data));
    expect(sheet).toMatchObject({ worksheet: '2026年第三季度', rows: [{ line: 2 }] });
  });

  it('refuses to guess between two, and names them', async () => {
    const path = await workbookOf(data, notes, old);
    expect(await refused(() => readFile(path))).toEqual({
      problem: 'workbook.several-sheets',
      details: { file: path, sheets: ['2026年第三季度', '2026年第二季度'] },
    });
  });

  it.each([
    ['2026年第二季度', 2],
    ['3', 2],
    ['1', 1],
  ])('gives the one asked for: --sheet %s', async (sheet, rows) => {
    expect((await readFile(await workbookOf(data, notes, old), { sheet })).rows).toHaveLength(rows);
  });

  it('takes a hidden one only where no other will do, and does not count it', async () => {
    const hidden = { ...old, hidden: true };
    expect((await readFile(await workbookOf(hidden, data))).worksheet).toBe('2026年第三季度');
    expect((await readFile(await workbookOf(hidden, data), { sheet: '1' })).worksheet).toBe('2026年第三季度');
    expect((await readFile(await workbookOf(hidden, notes))).worksheet).toBe('2026年第二季度');
  });

  it('has no sheet of another name', async () => {
    const path = await workbookOf(data, notes);
    expect(await refused(() => readFile(path, { sheet: '3' }))).toMatchObject({
      problem: 'workbook.no-such-sheet',
      details: { sheet: '3', sheets: ['2026年第三季度', '填表说明'] },
    });
  });

  it('of which none has the headings says what the fullest one lacks', async () => {
    expect(await refused(async () => readFile(await workbookOf(notes)))).toMatchObject({
      problem: 'file.no-heading-row',
    });
  });
});

describe('files that only look like a workbook', () => {
  const sound = () => zipOf(partsOf(textRow(1, HEADINGS) + textRow(2, CELLS)));

  it('is cut off, wherever', async () => {
    const whole = sound();
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const path = fileOf(whole.subarray(0, Math.floor(whole.length * part)));
      expect(await refused(() => readFile(path))).toMatchObject({ problem: 'workbook.damaged' });
    }
  });

  it('has a broken byte inside', async () => {
    const bytes = sound();
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 60;
    bytes[at] = (bytes[at] as number) ^ 0xff;
    expect(await refused(() => readFile(fileOf(bytes)))).toMatchObject({ problem: 'workbook.damaged' });
  });

  it.each([
    ['has no worksheet where one is listed', (name: string) => !name.includes('sheet1')],
    ['has no list of its parts', (name: string) => name !== '[Content_Types].xml'],
  ])('%s', async (_what, kept) => {
    const bytes = zipOf(partsOf(textRow(1, HEADINGS)).filter(({ name }) => kept(name)));
    expect(await refused(() => readFile(fileOf(bytes)))).toMatchObject({ problem: 'workbook.damaged' });
  });

  it.each([
    ['another archive', [{ name: '花名册.csv', content: 'a,b' }], 'zip'],
    [
      'a document of another program',
      [
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<w:document/>' },
      ],
      'document',
    ],
  ])('is %s', async (_what, parts, looksLike) => {
    expect(await refused(() => readFile(fileOf(zipOf(parts))))).toMatchObject({
      problem: 'file.binary',
      details: { looksLike },
    });
  });

  it.each([
    ['of 1997', '', 'xls'],
    ['with a password', 'EncryptedPackage', 'encrypted'],
  ])('is a workbook %s', async (_what, stream, looksLike) => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
    ]);
    expect(await refused(() => readFile(fileOf(ole)))).toMatchObject({
      problem: 'file.binary',
      details: { looksLike },
    });
  });

  it('is told by its content, not by its name', async () => {
    const path = fileOf(
      readFileSync(await workbookOf({ name: '表', rows: [HEADINGS, CELLS] })),
      '花名册.csv',
    );
    expect((await readFile(path)).encoding).toBe('XLSX');
    const text = fileOf(Buffer.from(`${HEADINGS.join(',')}\n${CELLS.join(',')}\n`), '花名册.xlsx');
    expect((await readFile(text)).encoding).toBe('UTF-8');
  });
});

it('bytes that changed on their way are refused in words, or read as what they are', async () => {
  const sound = zipOf(partsOf(textRow(1, HEADINGS) + textRow(2, CELLS)));
  const spot = fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 4 }), async (spots) => {
      const bytes = Buffer.from(sound);
      for (const { at, byte } of spots) bytes[at] = byte;
      const outcome = await readFile(fileOf(bytes)).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
      else expect((outcome as Sheet).rows.map(({ cells }) => cells)).toEqual([CELLS]);
    }),
    { numRuns: 150 },
  );
});

describe('an archive that unpacks beyond measure', () => {
  const bomb = (unpacked: number, declared?: number) =>
    fileOf(
      zipOf([
        ...partsOf(textRow(1, HEADINGS)).slice(0, -1),
        {
          name: 'xl/worksheets/sheet1.xml',
          content: Buffer.alloc(unpacked, ' '),
          ...(declared && { declared }),
        },
      ]),
    );

  it('is refused by what it declares', async () => {
    expect(await refused(() => readFile(bomb(1000, 4_000_000_000)))).toMatchObject({
      problem: 'workbook.too-large',
      details: { limit: 200 },
    });
  });

  it('is refused by its ratio', async () => {
    expect(await refused(() => readFile(bomb(30 << 20)))).toMatchObject({ problem: 'workbook.too-large' });
  });

  it.each([1, 1000])('is unpacked no further than it declares (%i bytes)', async (declared) => {
    expect(await refused(() => readFile(bomb(30 << 20, declared)))).toMatchObject({
      problem: 'workbook.damaged',
    });
  });
});
