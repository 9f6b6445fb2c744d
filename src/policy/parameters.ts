import { PARAMETER_NAMES, type ParameterName } from '../domain/parameter-names.js';
import type { Category, Condition, Level, StationLevel, System, Tier, UnitKind } from '../domain/terms.js';

/** A deciding day within a month: first, last, or a day 1-28. */
export type DecidingDay = 'first-day' | 'last-day' | number;

/** A goal, to be reached by the end of a year. */
export interface Goal {
  by: number;
  /** Left out: of the profession as a whole. */
  system?: System;
  goal: string;
  /** The parameter that gives its number; left out: in words only. */
  measure?: 'target.certificate-holders';
}

/** Every parameter of the policy and what its value is. Money is in yuan here, as people write it. */
export interface ParameterValues {
  /** Post title -> grade, by tier. 三(四)2 */
  'grade.map': Record<Tier, Record<string, number>>;
  /** Certificate that a post needs, by tier; 社会工作专业岗位 has no tier and an entry of its own. 三(四)2 */
  'grade.certificate': Record<Tier | '社会工作专业岗位', Level>;
  /**
   * National control targets: parts of a whole, by tier and by grade inside a tier. Nothing is checked against them,
   * since each institution's own structure is approved case by case.
   */
  'grade.structure': { tiers: Record<Tier, number>; grades: Record<Tier, Record<string, number>> };
  /** Posts that a unit must at least have. 三(四)1 */
  'quota.minimum': Record<UnitKind, number>;
  /** The levels of stations that there are to be, each in every one of its areas. 三(三)1 */
  'network.levels': readonly StationLevel[];
  'subsidy.categories': readonly Category[];
  'subsidy.conditions': readonly Condition[];
  /** Yuan a month; a level may be missing (the layer below answers for it). */
  'subsidy.rate': Partial<Record<Level, number>>;
  /** One day for everything, or a day by condition with `otherwise` for the rest. */
  'subsidy.decided-on': DecidingDay | ({ otherwise: DecidingDay } & Partial<Record<Condition, DecidingDay>>);
  'subsidy.service-minimum': { count: number; per: 'month' | 'quarter' };
  /** Months back that corrections reach; without a value: no limit. */
  'subsidy.retro-months': number;
  'registration.term': { years: number; renewalMonths: number };
  /** Months from the certificate within which it is to be registered for the first time. */
  'registration.first-months': number;
  /** Hours of continuing education in one registration term. */
  'training.hours': Partial<Record<Level, number>>;
  /** What a degree obtained in the term counts once, and the names of courses that say that one was. */
  'training.degree': { hours: number; courses: readonly string[] };
  /** Who is to be trained every year. 三(一)1 */
  'training.yearly': readonly Category[];
  /** 三院: whose courses are the 职业轮训 of community workers. 三(一)1 */
  'training.academies': readonly string[];
  'target.certificate-holders': { holders: number; by: number };
  /** The goals in the words of the document, in its order. 二 */
  'target.goals': readonly Goal[];
  /** Days in which a complaint is to be settled. */
  'complaint.days': number;
  /** Yuan, by title of the award. */
  'award.reward': Record<string, number>;
  /** Last year's average wage (yuan a month) by year, and the ratio of it to hold. */
  'pay.reference': { averageWage: Record<string, number>; ratio: number };
}

export type Parameter = keyof ParameterValues;

/**
 * What the file of a district may do with a parameter: never go below the city. `choose`: set it freely.
 * `null`: only the city may set it. 三(六)1 有条件的区(市)县可提高标准、扩大范围
 */
export const DISTRICT_MAY = {
  'grade.map': null,
  'grade.certificate': null,
  'grade.structure': null,
  'quota.minimum': 'raise',
  'network.levels': null,
  'subsidy.categories': 'widen',
  'subsidy.conditions': 'add',
  'subsidy.rate': 'raise',
  'subsidy.decided-on': 'choose',
  'subsidy.service-minimum': 'choose',
  'subsidy.retro-months': 'choose',
  'registration.term': null,
  'registration.first-months': null,
  'training.hours': 'raise',
  'training.degree': null,
  'training.yearly': null,
  'training.academies': null,
  'target.certificate-holders': null,
  'target.goals': null,
  'complaint.days': 'choose',
  'award.reward': 'choose',
  'pay.reference': 'choose',
} as const satisfies Record<ParameterName, 'raise' | 'widen' | 'add' | 'choose' | null>;

export const PARAMETERS: readonly Parameter[] = PARAMETER_NAMES;

export const isParameter = (text: string): text is Parameter => Object.hasOwn(DISTRICT_MAY, text);
