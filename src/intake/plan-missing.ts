import type { FactChange } from '../domain/changes.js';
import { type Day, dayBefore, holdsOn } from '../domain/day.js';
import type { Person, Place } from '../domain/facts.js';
import { type PlannedPost, plannedPosts, revise } from './planned-post.js';

/** Somebody of an area whom a complete roster does not list. */
export interface MissingPerson {
  person: Person;
  /** Where the person is on post on the day of the roster, as the register has it. */
  place: Place;
  /** Ends the post the day before the roster; null: it began on that very day. */
  closing: FactChange | null;
  /** The last day of the post, once it is closed. */
  ended: Day | null;
}

/**
 * People whom the register has on post in an area on the day of a complete roster, and who stand in none
 * of its rows. Posts that only a later roster told of are later news, and left out.
 */
export function findMissing(
  people: Iterable<Person>,
  { listed, asOf, isWithin }: { listed: ReadonlySet<string>; asOf: Day; isWithin: (place: Place) => boolean },
): MissingPerson[] {
  const missing: MissingPerson[] = [];
  for (const person of people) {
    if ([person.idNumber, ...(person.formerNumbers ?? [])].some((number) => listed.has(number))) continue;
    for (const post of plannedPosts(person.posts)) {
      const { values } = post;
      if (!holdsOn(values, asOf) || values.asOf > asOf || !isWithin(values.place)) continue;
      missing.push({ person, place: values.place, ...closingOf(post, person, asOf) });
    }
  }
  return missing;
}

function closingOf(post: PlannedPost, person: Person, asOf: Day): Pick<MissingPerson, 'closing' | 'ended'> {
  if (post.values.from >= asOf) return { closing: null, ended: null };
  const ended = dayBefore(asOf);
  return { closing: revise(post, { ...post.values, until: ended }, person.id), ended };
}
