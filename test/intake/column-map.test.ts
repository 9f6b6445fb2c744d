import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readColumnMap } from '../../src/intake/column-map.js';
import { complaints } from '../../src/intake/datasets/complaints.js';
import { roster } from '../../src/intake/datasets/roster.js';
import { readSheet } from '../../src/intake/sheet.js';
import { codesOf, csv, problemOf, SOUND, temporaryFile } from './support.js';

type Pairs = [string, string][];

const mapOf = (typed: Pairs, saved: Pairs = []) => readColumnMap(roster, { typed, saved });
const fieldsOf = (typed: Pairs, saved: Pairs = []) =>
  [...mapOf(typed, saved).values()].map(({ heading, field }) => [heading, field]);

/** A roster with these cells beside the sound ones, read with a map. */
const read = (cells: Record<string, string>, typed: Pairs = [], saved: Pairs = []) => {
  const row: Record<string, string> = { ...SOUND, ...cells };
  const kept = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '(absent)'));
  return readSheet(temporaryFile(csv([kept])), roster, { map: mapOf(typed, saved) });
};
const cellOf = (sheet: ReturnType<typeof read>, field: string) =>
  sheet.rows[0]?.cells[sheet.columns.get(field) ?? -1];

describe('--map heading=column', () => {
  it.each<[string, Pairs, [string, string | null][]]>([
    ['as written', [['证件', '身份证号']], [['证件', 'idNumber']]],
    ['by a synonym of the column', [['证件', '公民身份号码']], [['证件', 'idNumber']]],
    ['the other way round', [['身份证号', '证件']], [['证件', 'idNumber']]],
    ['as written where both sides are columns', [['岗位', '备注']], [['岗位', 'note']]],
    ['with nothing: ignored', [['联系电话', '']], [['联系电话', null]]],
    ['nothing on the left: ignored too', [['', '联系电话']], [['联系电话', null]]],
    [
      'one heading twice, with one meaning',
      [
        ['证 件', '身份证号'],
        ['证件', '身份证号码'],
      ],
      [['证件', 'idNumber']],
    ],
  ])('%s', (_name, typed, expected) => {
    expect(fieldsOf(typed)).toEqual(expected);
  });

  it('a column that the dataset does not have is refused, with its columns', () => {
    const { problem, details } = problemOf(() => mapOf([['证件', '身份号']]));
    expect(problem).toBe('usage.unknown-column');
    expect(details).toMatchObject({ dataset: 'roster', column: '身份号', nearest: ['身份证号'] });
  });

  it('one heading cannot be two columns', () => {
    expect(
      problemOf(() =>
        mapOf([
          ['证件', '身份证号'],
          ['证件', '备注'],
        ]),
      ),
    ).toEqual({
      problem: 'usage.map-twice',
      details: { heading: '证件', columns: ['身份证号', '备注'] },
    });
    expect(
      problemOf(() =>
        mapOf([
          ['证件', ''],
          ['证件', '备注'],
        ]),
      ).details,
    ).toMatchObject({
      columns: ['', '备注'],
    });
  });

  it('goes before what a profile says of the same heading', () => {
    expect(fieldsOf([['证件', '备注']], [['证件', '身份证号']])).toEqual([['证件', 'note']]);
  });
});

describe('a file read with a map', () => {
  it('has the column that the heading was mapped to', () => {
    const sheet = read({ 身份证号: '(absent)', 证件: '510104199003071245' }, [['证件', '身份证号']]);
    expect(cellOf(sheet, 'idNumber')).toBe('510104199003071245');
    expect([...sheet.mapped]).toEqual([['证件', '身份证号']]);
    expect(codesOf(sheet.findings)).toEqual(['file.read-as']);
  });

  it('is found by headings that only the map knows', () => {
    const strange = Object.fromEntries(
      Object.entries(SOUND).map(([heading, cell]) => [`甲${heading}乙`, cell]),
    );
    const pairs = Object.keys(SOUND).map((heading): [string, string] => [`甲${heading}乙`, heading]);
    const path = temporaryFile(`花名册\n${csv([strange])}`);
    expect(problemOf(() => readSheet(path, roster)).problem).toBe('file.no-heading-row');
    expect(readSheet(path, roster, { map: mapOf(pairs) })).toMatchObject({ headingLine: 2, skipped: 1 });
  });

  it('a known heading can be made another column, and what it was is then absent', () => {
    const sheet = read({ 岗位: '网格员' }, [['岗位', '备注']]);
    expect(sheet.columns.has('title')).toBe(false);
    expect(cellOf(sheet, 'note')).toBe('网格员');
  });

  it('an ignored column is neither read nor called unknown', () => {
    const sheet = read({ 联系电话: '13800001111', 身高: '170' }, [
      ['联系电话', ''],
      ['身高', ''],
    ]);
    expect(sheet.columns.has('phone')).toBe(false);
    expect([...sheet.setAside].map((position) => sheet.headings[position])).toEqual(['联系电话']);
    expect(codesOf(sheet.findings)).toEqual(['file.read-as']);
  });

  it.each<[string, Pairs, Pairs, string]>([
    ['the mapped one', [['联系电话', '手机号']], [], '13900002222'],
    ['the one of the profile', [], [['联系电话', '手机号']], '13900002222'],
    [
      'the one of the command line before the one of the profile',
      [['电话', '手机号']],
      [['联系电话', '手机号']],
      '13800001111',
    ],
    ['the one that is left when the other is ignored', [['电话', '']], [], '13900002222'],
  ])('of two columns for one field, %s counts', (_name, typed, saved, expected) => {
    const sheet = read({ 电话: '13800001111', 联系电话: '13900002222' }, typed, saved);
    expect(cellOf(sheet, 'phone')).toBe(expected);
    expect(sheet.setAside.size).toBe(1);
  });

  it('says which of two columns it took', () => {
    const sheet = read({ 电话: '1', 联系电话: '2' }, [['联系电话', '手机号']]);
    expect(sheet.findings).toMatchObject([
      { code: 'file.read-as' },
      {
        code: 'file.column-chosen',
        details: { column: '手机号', taken: '联系电话', others: ['电话'] },
        line: 1,
      },
    ]);
  });

  it.each<[string, Pairs]>([
    ['nobody chose', []],
    [
      'both were chosen',
      [
        ['电话', '手机号'],
        ['联系电话', '手机号'],
      ],
    ],
  ])('two columns for one field are refused where %s', (_name, typed) => {
    expect(problemOf(() => read({ 电话: '1', 联系电话: '2' }, typed))).toMatchObject({
      problem: 'file.heading-twice',
      details: { line: 1, column: '手机号', headings: ['电话', '联系电话'] },
    });
  });

  it('a part of a two-row heading can be mapped', () => {
    const above = '姓名,身份证号,区县,镇街,社区,人员类别,上岗日期,联络,';
    const row = `${Object.values(SOUND).join(',')},13800001111,02888888888`;
    const path = temporaryFile(`${above}\n,,,,,,,手机,座机\n${row}\n`);
    const sheet = readSheet(path, roster, { map: mapOf([['座机', '']]) });
    expect(sheet.headings.slice(7)).toEqual(['手机', '座机']);
    expect(codesOf(sheet.findings)).toEqual(['file.read-as']);
  });

  it('reads like the same file under the right heading, whatever the wrong one was', () => {
    const heading = fc.stringMatching(/^[一-龥a-z ()]{1,12}$/).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(heading, (text) => {
        const clash = Object.keys(SOUND).includes(text);
        fc.pre(!clash && !/["*]/.test(text));
        const sheet = read({ 身份证号: '(absent)', [text]: '510104199003071245' }, [[text, '身份证号']]);
        expect(cellOf(sheet, 'idNumber')).toBe('510104199003071245');
      }),
      { numRuns: 30 },
    );
  });
});

it('no map makes the register hold what it must not: who complained', () => {
  const path = temporaryFile('编号,收到日期,投诉人,类别\n1,2026-03-01,王小芳,态度\n');
  const map = readColumnMap(complaints.shape, { typed: [['投诉人', '被投诉机构']], saved: [] });
  const sheet = readSheet(path, complaints.shape, { map });
  expect(codesOf(sheet.findings)).toContain('file.never-stored');
  expect([...sheet.columns.values()]).not.toContain(2);
});
