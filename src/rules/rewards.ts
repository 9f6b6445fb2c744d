import type { Placement } from '../domain/closing.js';
import type { Day } from '../domain/day.js';
import type { Origin, Person, Post, Unit } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import type { Fen } from '../domain/money.js';
import { byReward, type LineReward, type RewardAnswer, type RewardName } from '../domain/reward.js';
import { personSubject } from '../domain/subject.js';
import { unitTermOn } from '../domain/units.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { subsidyInForce } from './policy-span.js';
import { isOpenOn, type Places, placesOf } from './posts.js';
import { isRewardedAnywhere, rewardInForce } from './reward-in-force.js';

/** An award as the register knows it. */
export interface GivenAward extends RewardName {
  person: Person;
  source: Origin;
}

/** An award and what it is worth. */
export interface JudgedReward extends RewardName {
  person: Person;
  answer: RewardAnswer;
  /** Who pays, and where the person was on the day; null where nobody does. */
  place: Placement | null;
  /** Of `two-districts`: those that found the person on post. */
  districts: readonly string[];
  /** 0 unless due. */
  amountFen: Fen;
  citation: Citation | null;
  /** Of an example pack. */
  example: boolean;
  source: Origin;
}

/**
 * What awards are worth: once for each person, title and day, paid by the district that manages the post held on
 * the day of the award, at what is in force for the title on that day. None of the conditions of the monthly
 * subsidy is asked. In order of day, title and identity number. 三(六)2
 */
export function judgeRewards(
  awards: readonly GivenAward[],
  { units, book }: { units: readonly Unit[]; book: PolicyBook },
): JudgedReward[] {
  if (awards.length === 0) return [];
  const places = placesOf(units);
  return awards
    .map((award) => judge(award, places, book))
    .sort((a, b) => byReward(a, b) || (a.person.idNumber < b.person.idNumber ? -1 : 1));
}

function judge(
  { person, title, awardedOn, source }: GivenAward,
  places: Places,
  book: PolicyBook,
): JudgedReward {
  const own = { person, title, awardedOn, source, districts: [] };
  const none = { ...own, place: null, amountFen: 0, citation: null, example: false };
  // what the office sets itself is no policy of its own
  if (!subsidyInForce(book, awardedOn)) return { ...none, answer: 'no-policy' };
  const found = placesOn(person, awardedOn, places);
  const [place] = found;
  if (!place || found.length > 1) {
    const { state, citation, example } = rewardInForce(book, null, title, awardedOn);
    if (!isRewardedAnywhere(book, title, awardedOn))
      return { ...none, answer: state === 'set' ? 'zero' : state, citation };
    const districts = found.map(({ district }) => district).sort();
    return { ...none, districts, example, citation, answer: place ? 'two-districts' : 'no-post' };
  }
  const { state, fen, citation, example } = rewardInForce(book, place.district, title, awardedOn);
  if (state !== 'set') return { ...none, place, answer: state, citation };
  const amountFen = fen ?? 0;
  return { ...own, place, amountFen, citation, example, answer: amountFen > 0 ? 'due' : 'zero' };
}

/**
 * Where the person was on a day: of several posts the one that began last; of posts that began on one day in two
 * districts both, as nobody can say which one pays.
 */
function placesOn({ posts }: Person, on: Day, places: Places): Placement[] {
  const open = posts.filter((post) => isOpenOn(post, on));
  const latest = open.reduce<Day | null>(
    (last, { from }) => (last === null || from > last ? from : last),
    null,
  );
  const byDistrict = new Map<string, Placement>();
  for (const post of open.filter(({ from }) => from === latest).sort(byNews)) {
    const place = placementOn(post, on, places);
    if (!byDistrict.has(place.district)) byDistrict.set(place.district, place);
  }
  return [...byDistrict.values()];
}

/** The later news first, so that the order given never matters. */
const byNews = (a: Post, b: Post): number => (a.asOf === b.asOf ? b.id - a.id : a.asOf < b.asOf ? 1 : -1);

function placementOn({ place }: Post, on: Day, places: Places): Placement {
  if (place.unit === null) {
    const { district, township, workplace } = place;
    return { district, township: township ?? '', unit: workplace, unitCode: '' };
  }
  const { district, township, name, code } = unitTermOn(places.unitOn(place.unit, on), on);
  return { district, township, unit: name, unitCode: code };
}

/** The rewards that districts owe, by district and then by person. */
export function rewardsByDistrict(
  rewards: readonly JudgedReward[],
): Map<string, Map<number, { place: Placement; rewards: LineReward[] }>> {
  const found = new Map<string, Map<number, { place: Placement; rewards: LineReward[] }>>();
  for (const { person, place, answer, title, awardedOn, amountFen, citation, source } of rewards) {
    if (answer !== 'due' || place === null) continue;
    const people =
      found.get(place.district) ?? new Map<number, { place: Placement; rewards: LineReward[] }>();
    found.set(place.district, people);
    const own = people.get(person.id) ?? { place, rewards: [] };
    // the latest place names the line of somebody who has no month
    people.set(person.id, {
      place,
      rewards: [...own.rewards, { title, awardedOn, amountFen, citation, source }],
    });
  }
  return found;
}

/** Awards that the office rewards and nobody pays: never a silent zero. */
export const rewardFindings = (rewards: readonly JudgedReward[]): Finding[] =>
  rewards.flatMap(({ person, answer, title, awardedOn, districts }) => {
    const subject = personSubject(person);
    if (answer === 'no-post') return [finding('reward.no-post', 'warning', subject, { title, awardedOn })];
    if (answer !== 'two-districts') return [];
    return [finding('reward.two-districts', 'error', subject, { title, awardedOn, districts })];
  });
