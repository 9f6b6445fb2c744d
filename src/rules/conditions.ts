import { type Day, holdsOn } from '../domain/day.js';
import type { Assessment, Certificate, Origin, Registration, Sanction } from '../domain/facts.js';
import type { Citation } from '../domain/finding.js';
import { type Condition, REASONS, type Reason } from '../domain/terms.js';
import type { MonthCase } from './month-case.js';
import type { MonthPolicy } from './month-rules.js';
import { postTermOn } from './posts.js';
import { meetsMinimum, servicesFound } from './service-records.js';
import type { ConditionDetails } from './subsidy-result.js';

/** How a condition is judged and explained. `found`: the fact that decides, or the one that came nearest. */
interface ConditionRow<Code extends Reason> {
  met(of: MonthCase, policy: MonthPolicy): boolean;
  needed(of: MonthCase, policy: MonthPolicy): ConditionDetails[Code]['needed'];
  found(
    of: MonthCase,
    policy: MonthPolicy,
  ): { shown: ConditionDetails[Code]['found']; source: Origin | null };
  citation(policy: MonthPolicy, of: MonthCase): Citation | null;
}

const byConditions = ({ conditions }: MonthPolicy) => conditions.citation;
const nothing = { shown: null, source: null };

/**
 * Everything that 三(六)1 and the office ask of a month in which the policy is in force. All rows are
 * always judged; `subsidy.conditions` says which of its six count. To add a condition, add a row.
 */
const CONDITION_TABLE: { readonly [Code in Exclude<Reason, 'policy'>]: ConditionRow<Code> } = {
  category: {
    met: ({ nearest, rules }, { categories }) =>
      categories.value.includes(postTermOn(nearest, rules.on).category),
    needed: (_, { categories }) => ({ categories: categories.value }),
    found: ({ nearest, rules }) => {
      const term = postTermOn(nearest, rules.on);
      return { shown: { category: term.category }, source: term };
    },
    citation: ({ categories }) => categories.citation,
  },
  'on-post': {
    met: ({ onPost }) => onPost,
    needed: ({ rules }) => ({ on: rules.days['on-post'] }),
    found: ({ nearest }) => ({ shown: { from: nearest.from, until: nearest.until }, source: nearest }),
    citation: byConditions,
  },
  certificate: {
    met: ({ certificate }) => certificate !== undefined,
    needed: ({ rules }) => ({ on: rules.days.certificate }),
    found: ({ certificate, person }) => {
      const found = certificate ?? earliestIssued(person.certificates);
      if (!found) return nothing;
      return { shown: { level: found.level, issued: found.issued, number: found.number }, source: found };
    },
    citation: byConditions,
  },
  registration: {
    met: ({ person, rules }) => {
      for (const each of person.registrations) if (holdsOn(each, rules.days.registration)) return true;
      return false;
    },
    needed: ({ rules }) => ({ on: rules.days.registration }),
    found: ({ person, rules }) => {
      const found = nearestRegistration(person.registrations, rules.days.registration);
      return found ? { shown: { from: found.from, until: found.until }, source: found } : nothing;
    },
    citation: byConditions,
  },
  'service-record': {
    met: ({ person, rules }, { minimum }) =>
      minimum !== null && meetsMinimum(servicesFound(person, rules, minimum.value.per)?.shown, minimum.value),
    needed: (_, { minimum }) => minimum?.value ?? { count: 0, per: 'quarter' },
    found: ({ person, rules }, { minimum }) =>
      (minimum && servicesFound(person, rules, minimum.value.per)) ?? nothing,
    citation: ({ minimum, conditions }) => (minimum ?? conditions).citation,
  },
  'professional-role': {
    met: (of) => assessmentOf(of)?.result === '是',
    needed: () => ({ result: '是' }),
    found: (of) => {
      const found = assessmentOf(of);
      return found ? { shown: { period: found.period, result: found.result }, source: found } : nothing;
    },
    citation: byConditions,
  },
  'no-sanction': {
    met: (of) => sanctionOf(of) === undefined,
    needed: ({ rules }) => ({ on: rules.days['no-sanction'] }),
    found: (of) => {
      const found = sanctionOf(of);
      return found ? { shown: { from: found.from, until: found.until }, source: found } : nothing;
    },
    citation: byConditions,
  },
  rate: {
    // Without a level there is no rate to look up: then it is the certificate that is missing.
    met: ({ certificate, contested }, { rates, hasRate, conditions }) => {
      if (contested) return false;
      if (certificate) return rates[certificate.level] !== null;
      return hasRate && conditions.value.includes('certificate');
    },
    needed: ({ certificate, rules }) => {
      return { district: rules.district, level: certificate?.level ?? null, on: rules.on };
    },
    found: ({ certificate }, { rates }) => {
      const rate = certificate ? rates[certificate.level] : null;
      return { shown: rate ? { yuan: rate.yuan } : null, source: null };
    },
    citation: ({ rates }, { certificate }) =>
      (certificate ? rates[certificate.level]?.version.citation : null) ?? null,
  },
};

/** A condition that counts, with its code; every row can be asked alike. */
export interface AskedCondition {
  code: Exclude<Reason, 'policy'>;
  row: (typeof CONDITION_TABLE)[Exclude<Reason, 'policy'>];
}

/** What a month is judged by, in the order of REASONS: category, the conditions that count, rate. */
export const askedOf = (conditions: readonly Condition[]): AskedCondition[] =>
  REASONS.filter((reason) => reason !== 'policy')
    .filter((reason) => reason === 'category' || reason === 'rate' || conditions.includes(reason))
    .map((code) => ({ code, row: CONDITION_TABLE[code] }));

function earliestIssued(certificates: readonly Certificate[]): Certificate | undefined {
  let earliest: Certificate | undefined;
  for (const each of certificates) if (!earliest || each.issued < earliest.issued) earliest = each;
  return earliest;
}

/** The registration in force that lasts longest, else the one that lapsed last, else the next to begin. */
function nearestRegistration(registrations: readonly Registration[], on: Day): Registration | undefined {
  let begun: Registration | undefined;
  let coming: Registration | undefined;
  for (const each of registrations) {
    if (each.from > on) {
      if (!coming || each.from < coming.from) coming = each;
    } else if (!begun || each.until > begun.until) begun = each;
  }
  return begun ?? coming;
}

/** 发挥专业作用 for the month: the quarter's assessment, or else the year's; of several the last. */
function assessmentOf({ person, rules }: MonthCase): Assessment | undefined {
  const year = rules.month.slice(0, 4);
  let found: Assessment | undefined;
  for (const each of person.assessments) {
    if (each.period === rules.quarter || (each.period === year && found?.period !== rules.quarter))
      found = each;
  }
  return found;
}

function sanctionOf({ person, rules }: MonthCase): Sanction | undefined {
  return person.sanctions.find((each) => holdsOn(each, rules.days['no-sanction']));
}
