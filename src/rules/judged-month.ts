import type { Day, Month } from '../domain/day.js';
import type { Certificate, Person, Post } from '../domain/facts.js';
import type { Fen } from '../domain/money.js';
import { type Level, REASONS, type Reason } from '../domain/terms.js';
import { highestCertificate } from './certificates.js';
import type { AskedCondition } from './conditions.js';
import type { MonthCase } from './month-case.js';
import type { MonthPolicy, MonthRules, MonthSpan } from './month-rules.js';
import type { ConditionResult, MonthResult } from './subsidy-result.js';

/**
 * A month judged by one district. What each condition needed and found is worked out when somebody
 * asks: a city has a million of these, and explains a few.
 */
export class JudgedMonth implements MonthResult, MonthCase {
  readonly month: Month;
  readonly district: string;
  readonly decidedOn: Day | null;
  readonly paid: boolean;
  readonly decided: boolean;
  readonly post: Post | null;
  readonly level: Level | null;
  readonly amountFen: Fen;
  readonly reasons: readonly Reason[];
  readonly certificate: Certificate | undefined;

  /** `nearest`: the post that counts, or came nearest; `contested`: another district claims the same. */
  constructor(
    readonly person: Person,
    readonly rules: MonthRules,
    readonly nearest: Post,
    readonly onPost: boolean,
    readonly contested: boolean,
  ) {
    this.month = rules.month;
    this.district = rules.district;
    this.decidedOn = rules.decidedOn;
    this.post = isWithin(nearest, rules) ? nearest : null;
    this.certificate = highestCertificate(person.certificates, rules.days.certificate);
    this.level = this.certificate?.level ?? null;
    this.reasons = rules.policy ? this.unmet(rules.policy) : reasonsOf(BITS.policy);
    this.paid = this.reasons.length === 0;
    this.decided = !(this.reasons.length === 1 && this.reasons[0] === 'rate');
    this.amountFen = (this.paid && this.level && rules.policy?.rates[this.level]?.fen) || 0;
  }

  /** Policy, category, the conditions that count, rate: each met or not, with what decided. */
  get conditions(): readonly ConditionResult[] {
    const { policy } = this.rules;
    if (!policy) return [this.policyResult(null)];
    const rest = policy.asked.map(({ code, row }) => {
      const { shown, source } = row.found(this, policy);
      const needed = row.needed(this, policy);
      const citation = row.citation(policy, this);
      return { code, met: row.met(this, policy), needed, found: shown, source, citation } as ConditionResult;
    });
    return [this.policyResult(policy), ...rest];
  }

  private policyResult(policy: MonthPolicy | null): ConditionResult {
    const version = policy?.base ?? this.rules.nearestPolicy;
    return {
      code: 'policy',
      met: policy !== null,
      needed: { on: this.rules.on },
      found: version ? { from: version.from, until: version.until } : null,
      source: null,
      citation: version?.citation ?? null,
    };
  }

  private unmet(policy: MonthPolicy): readonly Reason[] {
    const { asked } = policy;
    let unmet = 0;
    for (let at = 0; at < asked.length; at++) {
      const { code, row } = asked[at] as AskedCondition;
      if (!row.met(this, policy)) unmet |= BITS[code];
    }
    return reasonsOf(unmet);
  }
}

const BITS = Object.fromEntries(REASONS.map((reason, at) => [reason, 1 << at])) as Record<Reason, number>;

/** Lists of reasons by their bits: a city has a million unpaid months and a few hundred lists. */
const lists: (readonly Reason[] | undefined)[] = [];

function reasonsOf(unmet: number): readonly Reason[] {
  lists[unmet] ??= Object.freeze(REASONS.filter((reason) => (unmet & BITS[reason]) !== 0));
  return lists[unmet];
}

/** Whether a post was held on any day of the month. */
export const isWithin = (post: Post, { first, last }: MonthSpan): boolean =>
  post.from <= last && (post.until === null || first <= post.until);
