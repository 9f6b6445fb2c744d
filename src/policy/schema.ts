import { createRequire } from 'node:module';
import type { ZodMiniType } from 'zod/mini';
import { parseYuan } from '../domain/money.js';
import { awardKey } from '../domain/reward.js';
import { CATEGORIES, CONDITIONS, LEVELS, STATION_LEVELS, SYSTEMS } from '../domain/terms.js';
import type { Parameter, ParameterValues } from './parameters.js';

type Zod = typeof import('zod/mini');
type Schemas = { readonly [P in Parameter]: ZodMiniType<ParameterValues[P]> };

/** A part of a value that does not fit; an empty path is the value as a whole. */
export interface Misfit {
  path: readonly string[];
}

let built: Schemas | undefined;

/**
 * The schema of every parameter's value. Loading zod takes 50 ms, a sixth of what a whole command may
 * take, so it waits until somebody has set a value: the shipped pack alone is checked by `policy check`.
 */
export function parameterSchemas(): Schemas {
  built ??= buildSchemas(createRequire(import.meta.url)('zod/mini') as Zod);
  return built;
}

/** What is wrong with the value of a parameter; empty when nothing is. */
export function misfits(parameter: Parameter, value: unknown): Misfit[] {
  const result = parameterSchemas()[parameter].safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...path, key] }))
      : [{ path }];
  });
}

function buildSchemas(z: Zod): Schemas {
  const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));
  /** Yuan with at most two decimals: fen must come out whole. */
  const yuan = z.number().check(
    z.gte(0),
    z.lte(10_000_000),
    z.refine((amount) => parseYuan(String(amount)) !== undefined),
  );
  const some = <Choice extends string>(choices: readonly [Choice, ...Choice[]]) =>
    z.array(z.enum(choices)).check(
      z.minLength(1),
      z.refine((chosen) => new Set(chosen).size === chosen.length),
    );
  const notEmpty = z.refine((value: unknown) => Object.keys(value as object).length > 0);
  const level = z.enum(LEVELS);
  const day = z.union([z.enum(['first-day', 'last-day']), whole(1, 28)]);
  const byTitle = <Value extends ZodMiniType>(value: Value) =>
    z.record(z.string().check(z.minLength(1)), value).check(notEmpty);
  /** Spelled otherwise it is the same award, and nobody could say which amount counts. */
  const eachAwardOnce = z.refine((value: unknown) => {
    const keys = Object.keys(value as object).map(awardKey);
    return new Set(keys).size === keys.length && !keys.includes('');
  });
  const grades = byTitle(whole(1, 13));
  const part = whole(0, 1000);
  const parts = z.record(z.string().check(z.regex(/^([1-9]|1[0-3])$/)), part).check(notEmpty);

  return {
    'grade.map': z.strictObject({ 高级: grades, 中级: grades, 初级: grades }),
    'grade.certificate': z.strictObject({ 高级: level, 中级: level, 初级: level, 社会工作专业岗位: level }),
    'grade.structure': z.strictObject({
      tiers: z.strictObject({ 高级: part, 中级: part, 初级: part }),
      grades: z.strictObject({ 高级: parts, 中级: parts, 初级: parts }),
    }),
    'quota.minimum': z.strictObject({ 社区: whole(0, 1000), 建制村: whole(0, 1000) }),
    'network.levels': some(STATION_LEVELS),
    'subsidy.categories': some(CATEGORIES),
    'subsidy.conditions': some(CONDITIONS),
    'subsidy.rate': z.partialRecord(level, yuan).check(notEmpty),
    'subsidy.decided-on': z.union([
      day,
      z.strictObject({
        otherwise: day,
        'on-post': z.optional(day),
        certificate: z.optional(day),
        registration: z.optional(day),
        'service-record': z.optional(day),
        'professional-role': z.optional(day),
        'no-sanction': z.optional(day),
      }),
    ]),
    'subsidy.service-minimum': z.strictObject({ count: whole(1, 1000), per: z.enum(['month', 'quarter']) }),
    'subsidy.retro-months': whole(0, 1200),
    'registration.term': z.strictObject({ years: whole(1, 100), renewalMonths: whole(0, 1200) }),
    'registration.first-months': whole(1, 1200),
    'training.hours': z.partialRecord(level, z.number().check(z.gte(0), z.lte(10_000))).check(notEmpty),
    'training.degree': z.strictObject({
      hours: z.number().check(z.gte(0), z.lte(10_000)),
      courses: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
    }),
    'training.yearly': some(CATEGORIES),
    'training.academies': z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
    'target.certificate-holders': z.strictObject({ holders: whole(0, 1e9), by: whole(1900, 2999) }),
    'target.goals': z
      .array(
        z.strictObject({
          by: whole(1900, 2999),
          system: z.optional(z.enum(SYSTEMS)),
          goal: z.string().check(z.minLength(1)),
          measure: z.optional(z.literal('target.certificate-holders')),
        }),
      )
      .check(z.minLength(1)),
    'complaint.days': whole(1, 3660),
    'award.reward': byTitle(yuan).check(eachAwardOnce),
    'pay.reference': z.strictObject({
      averageWage: z.record(z.string().check(z.regex(/^\d{4}$/)), yuan).check(notEmpty),
      ratio: z.number().check(z.gt(0), z.lte(100)),
    }),
  };
}
