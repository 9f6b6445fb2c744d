import type { Origin, Person, ServiceClaim } from '../domain/facts.js';
import { firstDayOfQuarter, lastDayOfQuarter } from '../domain/quarter.js';
import type { ParameterValues } from '../policy/parameters.js';
import type { MonthRules } from './month-rules.js';
import type { ConditionDetails } from './subsidy-result.js';

type Minimum = ParameterValues['subsidy.service-minimum'];

export interface ServicesFound {
  shown: NonNullable<ConditionDetails['service-record']['found']>;
  source: Origin;
}

/**
 * What there is of 服务记录 in the month or quarter that the minimum is for: where `services` has any
 * record of the period the records alone, else the roster's claim for the quarter; null: neither.
 */
export function servicesFound(person: Person, rules: MonthRules, per: Minimum['per']): ServicesFound | null {
  if (person.services.length > 0) {
    const from = per === 'month' ? rules.first : firstDayOfQuarter(rules.quarter);
    const until = per === 'month' ? rules.last : lastDayOfQuarter(rules.quarter);
    const records = person.services.filter(({ on }) => from <= on && on <= until);
    const last = records.at(-1);
    if (last) return { shown: { from: 'records', count: records.length }, source: last };
  }
  const claim = rosterClaim(person, rules);
  return claim ? { shown: { from: 'roster', claim: claim.claim }, source: claim } : null;
}

/** The roster's word for the quarter; of several the last. */
export function rosterClaim(person: Person, { quarter }: MonthRules): ServiceClaim | undefined {
  let found: ServiceClaim | undefined;
  for (const claim of person.serviceClaims) if (claim.quarter === quarter) found = claim;
  return found;
}

/**
 * Whether the minimum is met. 是 meets any count, 否 none, a number is the quarter's count. A roster
 * speaks for a whole quarter: it cannot show a minimum per month, which needs records.
 */
export function meetsMinimum(found: ServicesFound['shown'] | undefined, { count, per }: Minimum): boolean {
  if (!found) return false;
  if (found.from === 'records') return found.count >= count;
  if (per === 'month' || found.claim === '否') return false;
  return found.claim === '是' || found.claim >= count;
}
