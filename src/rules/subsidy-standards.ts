import { firstDayOf, type Month } from '../domain/day.js';
import type { Citation } from '../domain/finding.js';
import { monthsOf, type Quarter } from '../domain/quarter.js';
import { type Category, type Condition, LEVELS, type Level } from '../domain/terms.js';
import { inForce } from '../policy/in-force.js';
import type { ParameterValues } from '../policy/parameters.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { type MonthPolicy, monthRules } from './month-rules.js';

/** The rate of one level (yuan a month) and the paper it rests on, by title where the policy gives one. */
interface StandardRate {
  level: Level;
  yuan: number;
  citation: Citation;
}

/** What one district goes by in one month. 三(六)1 */
export interface Standard {
  /** null: no policy is in force, and the rest is empty. */
  decidedOn: ParameterValues['subsidy.decided-on'] | null;
  rates: readonly StandardRate[];
  conditions: readonly Condition[];
  categories: readonly Category[];
  serviceMinimum: ParameterValues['subsidy.service-minimum'] | null;
  /** 示例: some value is of an example pack, so that nothing computed from it may be paid. */
  example: boolean;
}

/** Districts that go by the same standards, month by month. */
export interface StandardGroup {
  districts: readonly string[];
  /** Months of one and the same standard stand together. */
  periods: readonly { months: readonly Month[]; standard: Standard }[];
  /** Whether any of the standards is an example. */
  example: boolean;
}

/**
 * What the given districts go by in a quarter; districts that go by the same are one group, in the order
 * given. Throws UserError `policy.value-unset` as the computation does.
 */
export function standardsOf(
  book: PolicyBook,
  quarter: Quarter,
  districts: readonly string[],
): StandardGroup[] {
  return joinStandards(
    districts.map((district) => ({ districts: [district], periods: periodsOf(book, quarter, district) })),
  );
}

/** Puts districts that go by the same standards into one group, in the order given. */
export function joinStandards(
  standards: readonly Pick<StandardGroup, 'districts' | 'periods'>[],
): StandardGroup[] {
  const groups = new Map<string, { districts: string[]; periods: StandardGroup['periods'] }>();
  for (const { districts, periods } of standards) {
    const key = JSON.stringify(periods);
    const known = groups.get(key);
    if (known) known.districts.push(...districts);
    else groups.set(key, { districts: [...districts], periods });
  }
  return Array.from(groups.values(), (group) => ({
    ...group,
    example: group.periods.some(({ standard }) => standard.example),
  }));
}

function periodsOf(book: PolicyBook, quarter: Quarter, district: string): StandardGroup['periods'] {
  const periods: { months: Month[]; standard: Standard }[] = [];
  for (const month of monthsOf(quarter)) {
    const standard = standardOf(book, district, month);
    const last = periods.at(-1);
    if (last && JSON.stringify(last.standard) === JSON.stringify(standard)) last.months.push(month);
    else periods.push({ months: [month], standard });
  }
  return periods;
}

const NOTHING: Standard = {
  decidedOn: null,
  rates: [],
  conditions: [],
  categories: [],
  serviceMinimum: null,
  example: false,
};

function standardOf(book: PolicyBook, district: string, month: Month): Standard {
  const decidedOn = inForce(book, 'subsidy.decided-on', district, firstDayOf(month));
  const { policy } = monthRules(book, district, month);
  if (!decidedOn || !policy) return NOTHING;
  return {
    decidedOn: decidedOn.value,
    rates: ratesOf(book, policy),
    conditions: policy.conditions.value,
    categories: policy.categories.value,
    serviceMinimum: policy.minimum?.value ?? null,
    example: [decidedOn, policy.conditions, policy.categories, policy.minimum, ...rateVersions(policy)].some(
      (version) => version?.example === true,
    ),
  };
}

const rateVersions = ({ rates }: MonthPolicy) => LEVELS.map((level) => rates[level]?.version);

function ratesOf(book: PolicyBook, { rates }: MonthPolicy): StandardRate[] {
  return LEVELS.flatMap((level) => {
    const rate = rates[level];
    if (!rate) return [];
    const { document, article } = rate.version.citation;
    const title = book.documents.get(document)?.title ?? document;
    return [{ level, yuan: rate.yuan, citation: { document: title, article } }];
  });
}
