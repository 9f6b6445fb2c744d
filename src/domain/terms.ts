/**
 * Words that the document fixes. They stay Chinese wherever they are values, so that the code,
 * the database, the policy files and the law read alike.
 */
export const UNIT_KINDS = ['社区', '建制村'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Certificate levels of 三(六)1, lowest first: the order is the rank. */
export const LEVELS = ['员级', '初级', '中级', '高级'] as const;
export type Level = (typeof LEVELS)[number];

/** Negative, zero or positive as `a` is below, at or above `b`. */
export const compareLevels = (a: Level, b: Level): number => LEVELS.indexOf(a) - LEVELS.indexOf(b);

/** The tiers of professional posts in 三(四)2, highest first. */
export const TIERS = ['高级', '中级', '初级'] as const;
export type Tier = (typeof TIERS)[number];

/** 人员类别 of the roster. 兼职 is never a full-time community worker. */
export const CATEGORIES = ['城乡社区专职工作者', '事业编制', '社会组织', '企业', '机关', '兼职'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The post of 三(四)1 that carries no step of its own. */
export const PLAIN_PROFESSIONAL_POST = '社会工作专业岗位';

/** The conditions a month is judged by, in the order in which they are explained. 三(六)1 */
export const CONDITIONS = [
  'on-post',
  'certificate',
  'registration',
  'service-record',
  'professional-role',
  'no-sanction',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Why a month is not paid, or not decided. */
export const REASONS = ['policy', 'category', ...CONDITIONS, 'rate'] as const;
export type Reason = (typeof REASONS)[number];
