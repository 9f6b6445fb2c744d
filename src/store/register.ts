import type { Pay, Person, Unit } from '../domain/facts.js';
import type { Database } from './open.js';
import { loadPay as readPay } from './pay.js';
import { loadPeople as readPeople } from './people.js';
import type { PeopleAsked, PersonPart } from './person-building.js';
import { isReadOnce, once } from './read-once.js';
import type { KnownAt } from './standing.js';
import { loadUnits as readUnits } from './units.js';

/** What the register knows: one door for tasks. */
export { loadEstablishments } from './units.js';

/** Every unit of the register, by code, each with its states in order of time. */
export const loadUnits = (db: Database, knownAt?: KnownAt): Unit[] =>
  once(db, `units ${knownAt}`, () => readUnits(db, knownAt));

/** 月工资 of everybody who has one, by person, in order of time. */
export const loadPay = (db: Database, knownAt?: KnownAt): Map<number, Pay[]> =>
  once(db, `pay ${knownAt}`, () => readPay(db, knownAt));

/** What most questions about everybody need; whoever needs less does with it. */
export const SHARED_PARTS: readonly PersonPart[] = ['certificates', 'registrations'];

/**
 * People with their facts, by number of the register; people who are one as one. Inside `readOnce` people may
 * come with certificates and registrations that were not asked for.
 */
export function loadPeople(db: Database, whom: PeopleAsked = {}): Person[] {
  const { parts, person, quarter, knownAt } = whom;
  const shared = parts?.every((part) => SHARED_PARTS.includes(part)) && person === undefined;
  if (!shared || quarter !== undefined) return readPeople(db, whom);
  return once(db, `people ${knownAt}`, () =>
    readPeople(db, { ...whom, parts: isReadOnce(db) ? SHARED_PARTS : parts }),
  );
}
