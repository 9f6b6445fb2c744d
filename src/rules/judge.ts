import { firstDayOf, lastDayOf, type Month } from '../domain/day.js';
import type { Person, Place, Post } from '../domain/facts.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { type RulesByDistrict, settledDistrict, standingOf } from './claims.js';
import { JudgedMonth } from './judged-month.js';
import { type MonthRules, type MonthSpan, monthRules } from './month-rules.js';
import { isOpenOn, type Places } from './posts.js';
import type { SubsidyFindings } from './subsidy-findings.js';
import type { MonthResult } from './subsidy-result.js';

/** Judges the same month of one person after another. */
export type Judge = (person: Person) => MonthResult;

/**
 * A judge of one month. What the book says is looked up once for each district; what there is to say
 * goes to `findings`. The judge throws UserError `policy.value-unset`.
 */
export function judgeOf(book: PolicyBook, month: Month, places: Places, findings: SubsidyFindings): Judge {
  const span: MonthSpan = { month, first: firstDayOf(month), last: lastDayOf(month) };
  const byDistrict = new Map<string, MonthRules>();
  const rulesOf: RulesByDistrict = (district) => {
    let rules = byDistrict.get(district);
    if (!rules) {
      rules = monthRules(book, district, month);
      byDistrict.set(district, rules);
    }
    return rules;
  };
  const settledRules = rulesByPlace(rulesOf, places);
  return (person) => {
    // Nearly everybody has one post in a place that never changed hands: then nothing is to weigh.
    const only = person.posts.length === 1 ? (person.posts[0] as Post) : null;
    const rules = only && settledRules(only.place);
    const judged =
      only && rules
        ? new JudgedMonth(person, rules, only, isOpenOn(only, rules.days['on-post']), false)
        : judgeClaims(person, span, rulesOf, places, findings);
    if (!judged.paid) findings.addUnpaid(judged);
    return judged;
  };
}

/** The rules for places that never changed hands, by unit; null for the others. */
function rulesByPlace(rulesOf: RulesByDistrict, places: Places): (place: Place) => MonthRules | null {
  const byUnit = new Map<number, MonthRules | null>();
  return (place) => {
    if (place.unit === null) return rulesOf(place.district);
    const known = byUnit.get(place.unit);
    if (known !== undefined) return known;
    const district = settledDistrict(place, places);
    const rules = district === undefined ? null : rulesOf(district);
    byUnit.set(place.unit, rules);
    return rules;
  };
}

/** Weighs posts and districts against each other, and says what came of it. */
function judgeClaims(
  person: Person,
  month: MonthSpan,
  rulesOf: RulesByDistrict,
  places: Places,
  findings: SubsidyFindings,
): JudgedMonth {
  const standing = standingOf(person, month, rulesOf, places);
  const [first, ...others] = standing.claims;
  const judged = new JudgedMonth(person, first.rules, first.post, standing.onPost, false);
  if (!first.rules.policy) return judged;
  findings.addStanding(person, standing);
  if (others.length === 0) return judged;
  const all = [judged, ...others.map(({ rules, post }) => new JudgedMonth(person, rules, post, true, false))];
  const claimant = all.find(({ paid, decided }) => paid || !decided);
  if (claimant) {
    findings.addContested(person, standing.claims);
    return new JudgedMonth(person, claimant.rules, claimant.nearest, true, true);
  }
  // Nobody would pay: then it only needs saying that one post counts.
  for (const { post } of others) {
    // one post at a unit that changed hands inside the month is no second one
    if (post !== first.post) findings.addTwoPosts(person, month.month, first.post, post, first.rules.on);
  }
  return judged;
}
