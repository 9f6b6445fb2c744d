import type { Day } from '../domain/day.js';
import type { Person } from '../domain/facts.js';
import { fitsMask, maskDigits, maskNumber } from '../domain/mask.js';
import { nameKey } from '../domain/name.js';
import { type UnitsOverTime, unitsOverTime, unitTermOn } from '../domain/units.js';
import { UserError } from '../domain/user-error.js';
import { type Identity, loadIdentities } from '../store/identities.js';
import { loadPeople, loadUnits } from '../store/register.js';
import type { Workspace } from './workspace.js';

/** Somebody whom a question may mean, as it is shown to whoever asks. */
export interface Candidate {
  idNumber: string;
  /** Name, masked number and latest place. */
  label: string;
}

/**
 * The one person meant by WHO: a whole identity number, its masked form, its last six characters, or a
 * name that is one person's alone. Throws UserError `who.unknown` and `who.ambiguous` (numbers masked).
 */
export function findPerson(workspace: Workspace, who: string): Person {
  const matches = matching(loadIdentities(workspace.db, workspace.knownAt), who);
  const [only, ...others] = matches;
  if (only === undefined) throw new UserError('who.unknown', { who: maskDigits(who) });
  if (others.length > 0) {
    const candidates = describe(workspace, matches).map(({ label }) => label);
    throw new UserError('who.ambiguous', { who: maskDigits(who), candidates });
  }
  return loadPeople(workspace.db, { knownAt: workspace.knownAt, person: only.id })[0] as Person;
}

/** Everybody whom WHO may mean, in order of the identity number. */
export function findCandidates(workspace: Workspace, who: string): Candidate[] {
  return describe(workspace, matching(loadIdentities(workspace.db, workspace.knownAt), who));
}

/** Those that WHO may mean, each person once; a number is never matched as a name, nor the other way round. */
export function matching(known: readonly Identity[], who: string): Identity[] {
  return [
    ...new Map(
      fitting(known, who)
        .reverse()
        .map((identity) => [identity.id, identity]),
    ).values(),
  ].reverse();
}

function fitting(known: readonly Identity[], who: string): Identity[] {
  const asked = who.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (/^\d{17}[\dX]$/.test(asked)) return known.filter(({ idNumber }) => idNumber === asked);
  if (/^\d{5}[\dX]$/.test(asked) || /^\d[\dX]*\*+[\dX]+$/.test(asked)) {
    return known.filter(({ idNumber }) => fitsMask(asked, idNumber));
  }
  const key = nameKey(who);
  return key === '' ? [] : known.filter(({ name }) => nameKey(name) === key);
}

function describe({ db, today, knownAt }: Workspace, matches: readonly Identity[]): Candidate[] {
  if (matches.length === 0) return [];
  const wanted = new Set(matches.map(({ id }) => id));
  const units = unitsOverTime(loadUnits(db, knownAt));
  return loadPeople(db, { knownAt, parts: [] })
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => (a.idNumber < b.idNumber ? -1 : 1))
    .map((person) => ({
      idNumber: person.idNumber,
      label: [person.name, maskNumber(person.idNumber), ...latestPlace(person, units, today)].join(' '),
    }));
}

/** Parts of the place of the latest post: district, township, unit or workplace. */
function latestPlace({ posts }: Person, units: UnitsOverTime, today: Day): string[] {
  const place = posts.at(-1)?.place;
  if (place === undefined) return [];
  if (place.unit === null) return [place.district, place.township ?? '', place.workplace].filter(Boolean);
  const { district, township, name } = unitTermOn(units.unitOn(place.unit, today), today);
  return [district, township, name];
}
