import type { Unit } from '../domain/facts.js';
import { firstDayOfQuarter, lastDayOfQuarter, type Quarter } from '../domain/quarter.js';
import { rewardKey } from '../domain/reward.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { type GivenAward, type JudgedReward, judgeRewards } from '../rules/rewards.js';
import { loadKnownFacts } from '../store/known-facts.js';
import type { Database } from '../store/open.js';
import { loadPeople } from '../store/register.js';
import type { KnownAt } from '../store/standing.js';

/** What rewards are judged from. */
interface Asked {
  db: Database;
  book: PolicyBook;
  units: readonly Unit[];
  /** As known after this batch; undefined: now. */
  knownAt: KnownAt;
}

/** Every award given in a quarter and what it is worth; of one person where that is asked. 三(六)2 */
export function quarterRewards(
  { db, book, units, knownAt }: Asked,
  quarter: Quarter,
  person?: number,
): JudgedReward[] {
  return judgeRewards(loadAwards(db, quarter, knownAt, person), { units, book });
}

/** Of two facts with one key of people who are one, the one recorded later. */
function loadAwards(db: Database, quarter: Quarter, knownAt: KnownAt, asked?: number): GivenAward[] {
  const [first, last] = [firstDayOfQuarter(quarter), lastDayOfQuarter(quarter)];
  const facts = loadKnownFacts(db, 'award', knownAt).filter(
    ({ owner, values: { on } }) =>
      owner !== null && first <= on && on <= last && (asked === undefined || owner === asked),
  );
  if (facts.length === 0) return [];
  const owners = [...new Set(facts.flatMap(({ owner }) => (owner === null ? [] : [owner])))];
  const people = new Map(
    loadPeople(db, { knownAt, person: owners, parts: [] }).map((each) => [each.id, each]),
  );
  const awards = new Map<string, GivenAward>();
  for (const { owner, values, file, line } of facts) {
    const person = owner === null ? undefined : people.get(owner);
    if (!person) continue;
    const named = { title: values.title, awardedOn: values.on };
    awards.set(`${person.id} ${rewardKey(named)}`, { ...named, person, source: { file, line } });
  }
  return [...awards.values()];
}
