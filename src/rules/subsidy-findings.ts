import { compareText } from '../domain/area-order.js';
import type { Day, Month } from '../domain/day.js';
import type { Person, Post } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { personSubject } from '../domain/subject.js';
import { compareLevels, type Level } from '../domain/terms.js';
import type { Claim, Standing } from './claims.js';
import type { JudgedMonth } from './judged-month.js';
import type { Places } from './posts.js';
import { rosterClaim } from './service-records.js';

/**
 * Gathers what a computation has to say. What concerns a person is said for each; a missing rate once
 * for each district, level and month, however many people wait for it.
 */
export class SubsidyFindings {
  private readonly personal: Finding[] = [];
  private readonly withoutRate = new Map<string, { district: string; level: Level; month: Month }>();
  private readonly withoutRecords = new Set<string>();

  constructor(private readonly places: Places) {}

  /** Two posts and two districts: which of them counts. */
  addStanding(person: Person, { laterStart, laterDay }: Standing): void {
    for (const { taken, other } of laterStart) {
      this.addTwoPosts(person, taken.rules.month, taken.post, other.post, taken.rules.on);
    }
    for (const { taken, other } of laterDay) {
      const { month, district: paying, days } = taken.rules;
      const details = { month, paying, other: other.rules.district, on: days['on-post'] };
      this.personal.push(finding('subsidy.two-districts', 'warning', personSubject(person), details));
    }
  }

  addTwoPosts(person: Person, month: Month, taken: Post, other: Post, on: Day): void {
    const name = (post: Post): string => {
      const { district, name } = this.places.on(post.place, on);
      return `${district} ${name}`;
    };
    const details = { month, taken: name(taken), other: name(other) };
    this.personal.push(finding('subsidy.two-posts', 'warning', personSubject(person), details));
  }

  /** Equal claims of several districts: an error, because the month cannot be decided. */
  addContested(person: Person, claims: readonly [Claim, ...Claim[]]): void {
    const { month, days } = claims[0].rules;
    const districts = claims.map(({ rules }) => rules.district);
    const details = { month, districts, on: days['on-post'] };
    this.personal.push(finding('subsidy.two-claims', 'error', personSubject(person), details));
  }

  /** What an unpaid month tells of the office's own values. */
  addUnpaid(judged: JudgedMonth): void {
    const { district, month, level, rules } = judged;
    if (!rules.policy) return;
    if (!judged.decided && level !== null && rules.policy.rates[level] === null) {
      this.withoutRate.set(`${month} ${district} ${level}`, { district, level, month });
    }
    if (rules.policy.minimum?.value.per !== 'month' || !judged.reasons.includes('service-record')) return;
    const claim = rosterClaim(judged.person, rules)?.claim;
    if (claim !== undefined && claim !== '否' && claim !== 0) this.withoutRecords.add(district);
  }

  /** Everything gathered: people in the order they were judged, then districts in the order of the areas. */
  all(): Finding[] {
    const { compareDistricts } = this.places.order;
    const rates = [...this.withoutRate.values()].sort(
      (a, b) =>
        compareText(a.month, b.month) ||
        compareDistricts(a.district, b.district) ||
        compareLevels(a.level, b.level),
    );
    return [
      ...this.personal,
      ...rates.map((details) => finding('subsidy.no-rate', 'error', details.district, details)),
      ...[...this.withoutRecords]
        .sort(compareDistricts)
        .map((district) => finding('subsidy.minimum-needs-records', 'warning', district, { district })),
    ];
  }
}
