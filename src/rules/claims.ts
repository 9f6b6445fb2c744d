import type { Day } from '../domain/day.js';
import type { Person, Place, Post } from '../domain/facts.js';
import { unitTermOn } from '../domain/units.js';
import { isWithin } from './judged-month.js';
import type { MonthRules, MonthSpan } from './month-rules.js';
import { isOpenOn, type Places } from './posts.js';

/** What has to be known of a district to tell whether it judges a month; `policy` null: it has none then. */
export type ClaimRules = Pick<MonthRules, 'district' | 'on' | 'days'> & { policy: object | null };

/** A district that finds the person on post on its own deciding day. */
export interface Claim<Rules extends ClaimRules = MonthRules> {
  rules: Rules;
  post: Post;
}

/** Who judges a person's month. */
export interface Standing<Rules extends ClaimRules = MonthRules> {
  /** One claim; several only where nobody can say who pays. */
  claims: readonly [Claim<Rules>, ...Claim<Rules>[]];
  /** false: no district finds the person on post, and the claim is the one that came nearest. */
  onPost: boolean;
  /** Claims of the same deciding day that a post with a later start beat. */
  laterStart: readonly { taken: Claim<Rules>; other: Claim<Rules> }[];
  /** Claims of other districts that an earlier deciding day beat. */
  laterDay: readonly { taken: Claim<Rules>; other: Claim<Rules> }[];
}

/** The rules of one month, by district. */
export type RulesByDistrict<Rules extends ClaimRules = MonthRules> = (district: string) => Rules;

/**
 * Which district judges a person's month, and by which post. Each district judges by its own deciding
 * day; of two that find the person the earlier day pays. Of two posts open on one day the one with the
 * later start counts; with equal starts in two districts nobody can say. A place that changed hands
 * between the deciding days of both districts is judged by the one that had it on the first of the month.
 */
export function standingOf<Rules extends ClaimRules>(
  { posts }: Pick<Person, 'posts'>,
  month: MonthSpan,
  rulesOf: RulesByDistrict<Rules>,
  places: Places,
): Standing<Rules> {
  const found = findClaims(posts, month, rulesOf, places);
  const claims = found.length > 0 ? found : claimsOnTheFirst(posts, month, rulesOf, places);
  const first = claims[0];
  if (first) return settle([first, ...claims.slice(1)]);
  const post = nearestPost(posts, month);
  const rules = rulesOf(districtOn(post.place, month.first, places));
  return { claims: [{ rules, post }], onPost: false, laterStart: [], laterDay: [] };
}

/** The district of a place that never changed hands; undefined where it did. */
export function settledDistrict(place: Place, places: Places): string | undefined {
  if (place.unit === null) return place.district;
  const { terms, successor } = places.unit(place.unit);
  return terms.length === 1 && successor === undefined ? terms[0].district : undefined;
}

const districtOn = (place: Place, on: Day, places: Places): string =>
  place.unit === null ? place.district : unitTermOn(places.unitOn(place.unit, on), on).district;

/** Every district that manages a place on its own deciding day and finds the post open. */
function findClaims<Rules extends ClaimRules>(
  posts: readonly Post[],
  month: MonthSpan,
  rulesOf: RulesByDistrict<Rules>,
  places: Places,
): Claim<Rules>[] {
  const claims: Claim<Rules>[] = [];
  for (const post of posts) {
    if (!isWithin(post, month)) continue;
    for (const district of districtsOf(post.place, places)) {
      const rules = rulesOf(district);
      if (districtOn(post.place, rules.on, places) !== district) continue;
      if (isOpenOn(post, rules.days['on-post'])) claims.push({ rules, post });
    }
  }
  const inForce = claims.filter(({ rules }) => rules.policy !== null);
  return inForce.length > 0 ? inForce : claims;
}

/**
 * A place that changed hands so that neither district has it on its own deciding day: nobody who stayed
 * on post may fall between the two, so the district that had it on the first of the month judges.
 */
function claimsOnTheFirst<Rules extends ClaimRules>(
  posts: readonly Post[],
  month: MonthSpan,
  rulesOf: RulesByDistrict<Rules>,
  places: Places,
): Claim<Rules>[] {
  return posts
    .filter((post) => isWithin(post, month))
    .map((post) => ({ post, rules: rulesOf(districtOn(post.place, month.first, places)) }))
    .filter(({ post, rules }) => isOpenOn(post, rules.days['on-post']));
}

function districtsOf(place: Place, places: Places): readonly string[] {
  if (place.unit === null) return [place.district];
  const terms = places.line(place.unit).flatMap((unit) => unit.terms);
  return [...new Set(terms.map(({ district }) => district))];
}

function settle<Rules extends ClaimRules>(
  claims: readonly [Claim<Rules>, ...Claim<Rules>[]],
): Standing<Rules> {
  const dayOf = ({ rules }: Claim<Rules>): Day => rules.days['on-post'];
  const earliest = claims.map(dayOf).sort()[0] ?? dayOf(claims[0]);
  const ranked = claims.filter((claim) => dayOf(claim) === earliest).sort(byLaterStart);
  const taken = ranked[0] ?? claims[0];
  const equal = new Map([[taken.rules.district, taken]]);
  const laterStart: Standing<Rules>['laterStart'][number][] = [];
  for (const other of ranked.slice(1)) {
    const { district } = other.rules;
    if (other.post.from === taken.post.from && !equal.has(district)) equal.set(district, other);
    else laterStart.push({ taken, other });
  }
  const laterDay = claims.filter((claim) => dayOf(claim) !== earliest).map((other) => ({ taken, other }));
  const contested = [...equal.values()].slice(1);
  return { claims: [taken, ...contested], onPost: true, laterStart, laterDay };
}

/** Later start first; of equal starts by district, then the later news, so that the order given never matters. */
function byLaterStart(a: Claim<ClaimRules>, b: Claim<ClaimRules>): number {
  if (a.post.from !== b.post.from) return a.post.from < b.post.from ? 1 : -1;
  if (a.rules.district !== b.rules.district) return a.rules.district < b.rules.district ? -1 : 1;
  if (a.post.asOf !== b.post.asOf) return a.post.asOf < b.post.asOf ? 1 : -1;
  return b.post.id - a.post.id;
}

/** The post held last in the month, or else before it, or else the next to begin. */
function nearestPost(posts: readonly Post[], month: MonthSpan): Post {
  const rank = (post: Post): number => (isWithin(post, month) ? 0 : post.from < month.first ? 1 : 2);
  const nearer = (a: Post, b: Post): number => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (a.from === b.from) return b.id - a.id;
    return a.from < b.from === (rank(a) === 2) ? -1 : 1;
  };
  return [...posts].sort(nearer)[0] as Post;
}
