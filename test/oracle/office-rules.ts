import type { CategoryWord, LevelWord } from '../../fixtures/city/truth.js';

/** 首日, 末日, or a day 1–28 of the month. */
export type MonthDay = 'first-day' | 'last-day' | number;

/** A monthly rate in fen from a day on, until the next one or a last day. */
interface RateStep {
  from: string;
  until?: string;
  fen: Partial<Record<LevelWord, number>>;
}

/** What an office has decided; a district leaves out what it takes from the city. */
export interface OfficeRules {
  rates: readonly RateStep[];
  decidedOn: { otherwise: MonthDay; registration?: MonthDay };
  /** Service records needed in the quarter. */
  serviceMinimum: number;
  categories: readonly CategoryWord[];
}

export interface CityRules {
  /** First and last day of the policy. */
  policy: { from: string; until: string };
  city: OfficeRules;
  districts: Readonly<Record<string, Partial<OfficeRules>>>;
}

/**
 * Invented rules of a city whose districts differ in every way that the policy lets them: rates that
 * change inside a month and inside a quarter, odd fen, levels left to the city or to nobody.
 */
export const EXAMPLE_RULES: CityRules = {
  policy: { from: '2022-03-01', until: '2027-02-28' },
  city: {
    rates: [
      { from: '2024-01-01', until: '2026-08-14', fen: { 初级: 20_000, 中级: 30_050, 高级: 50_000 } },
      { from: '2026-08-15', fen: { 初级: 21_055, 中级: 31_111, 高级: 52_001 } },
    ],
    decidedOn: { otherwise: 'first-day' },
    serviceMinimum: 2,
    categories: ['城乡社区专职工作者'],
  },
  districts: {
    锦江区: {
      rates: [
        {
          from: '2025-01-01',
          until: '2026-07-31',
          fen: { 员级: 10_000, 初级: 22_000, 中级: 33_000, 高级: 52_001 },
        },
        { from: '2026-08-01', fen: { 员级: 12_001, 初级: 26_033, 中级: 36_067, 高级: 60_099 } },
      ],
      decidedOn: { otherwise: 'last-day' },
    },
    成都高新区: {
      decidedOn: { otherwise: 'first-day', registration: 'last-day' },
      serviceMinimum: 3,
      categories: ['城乡社区专职工作者', '社会组织'],
    },
    四川天府新区: {
      rates: [{ from: '2026-01-01', fen: { 中级: 40_010 } }],
      decidedOn: { otherwise: 15 },
    },
    简阳市: { rates: [{ from: '2026-09-01', fen: { 员级: 8_000 } }], serviceMinimum: 6 },
    双流区: {
      rates: [{ from: '2025-07-01', until: '2026-08-31', fen: { 员级: 9_000, 初级: 24_000, 中级: 34_000 } }],
    },
    彭州市: { decidedOn: { otherwise: 28 }, categories: ['城乡社区专职工作者', '事业编制', '社会组织'] },
    都江堰市: { decidedOn: { otherwise: 'last-day', registration: 'first-day' }, serviceMinimum: 1 },
  },
};
