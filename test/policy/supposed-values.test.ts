import { describe, expect, it } from 'vitest';
import { parseDrive, parsePeriod, parseRaise, raised } from '../../src/domain/assumptions.js';
import { day } from '../../src/domain/day.js';
import { inForce, rateInForce } from '../../src/policy/in-force.js';
import { raiseRates, withDecidedOn } from '../../src/policy/supposed-values.js';
import { officeBook } from '../rules/book.js';

describe('what is typed', () => {
  it.each([
    ['10%', { level: null, by: { basisPoints: 1000 } }],
    ['＋2.5％', { level: null, by: { basisPoints: 250 } }],
    ['-5%', { level: null, by: { basisPoints: -500 } }],
    ['0%', { level: null, by: { basisPoints: 0 } }],
    ['900%', { level: null, by: { basisPoints: 90_000 } }],
    ['50', { level: null, by: { fen: 5000 } }],
    ['中级=50元', { level: '中级', by: { fen: 5000 } }],
    ['中级 = 12.34', { level: '中级', by: { fen: 1234 } }],
    ['高级=-20', { level: '高级', by: { fen: -2000 } }],
    ['初级=10%', { level: '初级', by: { basisPoints: 1000 } }],
  ])('--raise %s', (text, raise) => expect(parseRaise(text)).toEqual(raise));

  it.each([
    '',
    '%',
    '10%%',
    '-100%',
    '901%',
    '1.234%',
    '社工=10',
    '初级=',
    '初级=中级',
    '+-5',
    'abc',
    '初级=1=2',
  ])('--raise %s is refused', (text) => expect(parseRaise(text)).toBeUndefined());

  it('--drive only upwards', () => {
    expect(parseDrive('初级=中级')).toEqual({ from: '初级', to: '中级' });
    for (const text of ['中级=初级', '初级=初级', '初级', '初级=中级=高级', '无=初级', '']) {
      expect(parseDrive(text)).toBeUndefined();
    }
  });

  it('a quarter, or a year for its four quarters', () => {
    expect(parsePeriod('2026q3')).toEqual({ year: null, quarters: ['2026Q3'] });
    expect(parsePeriod('2026')).toEqual({ year: '2026', quarters: ['2026Q1', '2026Q2', '2026Q3', '2026Q4'] });
    for (const text of ['2026Q5', '26', '202', '2026-07', '']) expect(parsePeriod(text)).toBeUndefined();
  });
});

it.each([
  [10_010, 500, 10_511], // 105.105 yuan: half a fen up
  [10_009, 500, 10_509], // 105.0945
  [20_000, 1000, 22_000],
  [10_010, -500, 9_510], // 95.095: half up too
  [1, -9999, 0],
])('%i fen, %i hundredths of a percent more: %i fen', (rate, basisPoints, expected) => {
  expect(raised(rate, { basisPoints })).toBe(expected);
});

const WUHOU = { parameter: 'subsidy.rate', district: '武侯区', value: { 初级: 220.5 } } as const;
const YEAR = { from: day('2026-01-01'), until: day('2026-12-31') };

describe('raiseRates', () => {
  const raise = (...texts: string[]) =>
    raiseRates(
      officeBook(WUHOU),
      texts.map((text) => parseRaise(text)!),
      YEAR,
    );
  const rate = (book: ReturnType<typeof raise>, district: string, level: '员级' | '初级' | '中级') =>
    rateInForce(book, district, level, day('2026-07-01'))?.yuan;

  it('raises the city’s rates and those of districts, and what a district leaves to the city', () => {
    const book = raise('10%');
    expect(rate(book, '锦江区', '初级')).toBe(220);
    expect(rate(book, '武侯区', '初级')).toBe(242.55);
    expect(rate(book, '武侯区', '中级')).toBe(330);
  });

  it('a raise of one level goes before the raise of all', () => {
    const book = raise('10%', '中级=50');
    expect([rate(book, '锦江区', '初级'), rate(book, '锦江区', '中级')]).toEqual([220, 350]);
    expect(rate(raise('中级=50'), '锦江区', '初级')).toBe(200);
  });

  it('says 模拟 where the law would be cited, and leaves the book it was given alone', () => {
    const book = officeBook();
    const before = JSON.stringify(book);
    const [version] = raiseRates(book, [parseRaise('10%')!], YEAR).versions['subsidy.rate'];
    expect(version?.citation).toEqual({ document: '模拟', article: '据某办发〔2020〕1号 第一条' });
    expect(JSON.stringify(book)).toBe(before);
  });

  it('leaves rates alone that do not hold in the period', () => {
    const book = officeBook({
      parameter: 'subsidy.rate',
      district: '武侯区',
      until: '2025-12-31',
      value: { 初级: 10 },
    });
    const [, old] = raiseRates(book, [parseRaise('-50')!], YEAR).versions['subsidy.rate'];
    expect(old?.value).toEqual({ 初级: 10 });
  });

  it('refuses to leave nothing of a rate', () => {
    expect(() => raise('员级=-100')).toThrow(/rate-not-positive/);
    expect(rate(raise('员级=-99.99'), '锦江区', '员级')).toBe(0.01);
  });
});

describe('withDecidedOn', () => {
  const book = officeBook({ parameter: 'subsidy.decided-on', district: '武侯区', value: 15 });
  const dayOf = (supposed: typeof book, district: string | null) =>
    inForce(supposed, 'subsidy.decided-on', district, day('2026-07-01'))?.value;

  it('everywhere', () => {
    const supposed = withDecidedOn(book, 'last-day', null);
    expect(['锦江区', '武侯区', null].map((district) => dayOf(supposed, district))).toEqual([
      'last-day',
      'last-day',
      'last-day',
    ]);
  });

  it('in one district, with a day of its own or without', () => {
    const wuhou = withDecidedOn(book, 'last-day', '武侯区');
    expect(['锦江区', '武侯区', null].map((each) => dayOf(wuhou, each))).toEqual([
      'first-day',
      'last-day',
      'first-day',
    ]);
    const jinjiang = withDecidedOn(book, 'last-day', '锦江区');
    expect(['锦江区', '武侯区'].map((each) => dayOf(jinjiang, each))).toEqual(['last-day', 15]);
  });
});
