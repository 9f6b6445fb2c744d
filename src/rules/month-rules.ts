import { type Day, firstDayOf, lastDayOf, type Month } from '../domain/day.js';
import { type Fen, parseYuan } from '../domain/money.js';
import { type Quarter, quarterOfMonth } from '../domain/quarter.js';
import { type Condition, LEVELS, type Level } from '../domain/terms.js';
import { UserError } from '../domain/user-error.js';
import { inForce, rateInForce } from '../policy/in-force.js';
import type { Parameter, ParameterValues } from '../policy/parameters.js';
import type { PolicyBook, Version } from '../policy/policy-book.js';
import { type AskedCondition, askedOf } from './conditions.js';
import { conditionDays, otherwiseDay } from './deciding-day.js';
import { setWithin, subsidyInForce, subsidyInForceWithin } from './policy-span.js';

/** The monthly rate of a level: `yuan` as the office wrote it, the same in fen. */
interface MonthRate {
  yuan: number;
  fen: Fen;
  version: Version;
}

/** The policy as a district applies it in a month in which it is in force. */
export interface MonthPolicy {
  /** The city's own conditions: while they hold, the policy is in force. */
  base: Version;
  conditions: Version<ParameterValues['subsidy.conditions']>;
  categories: Version<ParameterValues['subsidy.categories']>;
  /** null only where no condition asks for service records. */
  minimum: Version<ParameterValues['subsidy.service-minimum']> | null;
  rates: Readonly<Record<Level, MonthRate | null>>;
  /** The district has a rate for some level. */
  hasRate: boolean;
  /** What a month is judged by, in order. */
  asked: readonly AskedCondition[];
}

/** A month with its first and last day. */
export interface MonthSpan {
  month: Month;
  first: Day;
  last: Day;
}

/** Everything the book says for one district and one month, looked up once. */
export interface MonthRules extends MonthSpan {
  district: string;
  quarter: Quarter;
  /** The `otherwise` deciding day; null where no policy is in force and none says. */
  decidedOn: Day | null;
  /** The `otherwise` deciding day, or the first of the month where no policy says. */
  on: Day;
  days: Readonly<Record<Condition, Day>>;
  /** null: no policy is in force on the deciding day. */
  policy: MonthPolicy | null;
  /** The version of the conditions that ended last before the day, or begins next: what there was instead. */
  nearestPolicy: Version | null;
}

/**
 * What the book says for a district and a month. The deciding day is read on the first of the month,
 * everything else on the deciding day. Throws UserError `policy.value-unset` where the policy is in
 * force and the office has not set the deciding day or the service minimum. 三(六)1
 */
export function monthRules(book: PolicyBook, district: string, month: Month): MonthRules {
  const first = firstDayOf(month);
  const decided = inForce(book, 'subsidy.decided-on', district, first)?.value;
  if (decided === undefined && subsidyInForceWithin(book, month))
    throw unset('subsidy.decided-on', month, district);
  const on = decided === undefined ? first : otherwiseDay(decided, month);
  const days = conditionDays(decided ?? 'first-day', month);
  const policy =
    decided !== undefined && subsidyInForce(book, on) ? monthPolicy(book, district, month, on, days) : null;
  return {
    district,
    month,
    quarter: quarterOfMonth(month),
    first,
    last: lastDayOf(month),
    decidedOn: decided === undefined ? null : on,
    on,
    days,
    policy,
    nearestPolicy: policy ? null : nearestVersion(book.versions['subsidy.conditions'], on),
  };
}

const unset = (parameter: Parameter, month: Month | null, district: string | null) =>
  new UserError('policy.value-unset', { parameter, month, district });

function monthPolicy(
  book: PolicyBook,
  district: string,
  month: Month,
  on: Day,
  days: MonthRules['days'],
): MonthPolicy | null {
  const base = inForce(book, 'subsidy.conditions', null, on);
  const conditions = inForce(book, 'subsidy.conditions', district, on);
  const categories = inForce(book, 'subsidy.categories', district, on);
  if (!base || !conditions || !categories) return null;
  const minimum = inForce(book, 'subsidy.service-minimum', district, days['service-record']) ?? null;
  if (!minimum && conditions.value.includes('service-record')) {
    throw unset('subsidy.service-minimum', month, district);
  }
  const rates = Object.fromEntries(LEVELS.map((level) => [level, monthRate(book, district, level, on)]));
  return {
    base,
    conditions,
    categories,
    minimum,
    rates: rates as Record<Level, MonthRate | null>,
    hasRate: LEVELS.some((level) => rates[level] !== null),
    asked: askedOf(conditions.value),
  };
}

function monthRate(book: PolicyBook, district: string, level: Level, on: Day): MonthRate | null {
  const found = rateInForce(book, district, level, on);
  if (!found) return null;
  const fen = parseYuan(String(found.yuan));
  if (fen === undefined) throw new RangeError(`not an amount in yuan: ${found.yuan}`);
  return { yuan: found.yuan, fen, version: found.version };
}

function nearestVersion(versions: readonly Version[], on: Day): Version | null {
  let before: Version | null = null;
  let after: Version | null = null;
  for (const version of versions) {
    if (version.district !== null) continue;
    if (version.from > on) {
      if (!after || version.from < after.from) after = version;
    } else if (version.until !== null && (!before || version.until > (before.until ?? on))) before = version;
  }
  return before ?? after;
}

/** What every subsidy question needs and the document does not state. */
const SET_BY_OFFICE = ['subsidy.rate', 'subsidy.decided-on', 'subsidy.service-minimum'] as const;

/**
 * Refuses months for which nobody, neither the city nor any district, has set a value that the office
 * must set. Months without policy ask for nothing. Throws UserError `policy.value-unset`.
 */
export function requireOfficeValues(book: PolicyBook, months: readonly Month[]): void {
  const asked = months.filter((month) => subsidyInForceWithin(book, month));
  if (asked.length === 0) return;
  const spans = asked.map((month) => ({ from: firstDayOf(month), until: lastDayOf(month) }));
  const needed = SET_BY_OFFICE.filter(
    (parameter) =>
      parameter !== 'subsidy.service-minimum' || spans.some((span) => asksForServices(book, span)),
  );
  for (const parameter of needed) {
    if (!spans.some((span) => setWithin(book, parameter, span))) throw unset(parameter, null, null);
  }
}

/** Whether the conditions of the city or of any district ask for service records on some day of a month. */
function asksForServices(book: PolicyBook, { from, until }: { from: Day; until: Day }): boolean {
  const versions = book.versions['subsidy.conditions'];
  const begins = versions.map((version) => version.from).filter((day) => from < day && day <= until);
  const scopes = new Set([null, ...versions.map(({ district }) => district)]);
  return [from, ...begins].some((on) =>
    [...scopes].some((scope) =>
      inForce(book, 'subsidy.conditions', scope, on)?.value.includes('service-record'),
    ),
  );
}
