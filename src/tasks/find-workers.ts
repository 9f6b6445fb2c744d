import { type AreaOrder, compareText } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import type { Person, Post } from '../domain/facts.js';
import type { FoundWorker, WorkerState } from '../domain/history.js';
import { fitsMask } from '../domain/mask.js';
import { nameKey } from '../domain/name.js';
import type { Level } from '../domain/terms.js';
import { inForce } from '../policy/in-force.js';
import { highestCertificate } from '../rules/certificates.js';
import { isOpenOn, type Places, placesOf, postTermOn } from '../rules/posts.js';
import { registrationOn, registrationState } from '../rules/registrations.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { type AskedArea, resolveArea } from './area.js';
import type { Workspace } from './workspace.js';

export interface WorkerQuery extends AskedArea {
  /** Part of a name, of a unit's name, or the end of an identity number; undefined: everybody. */
  query?: string | undefined;
  unit?: string | undefined;
  level?: Level | undefined;
  /** All of them must hold. */
  states: readonly WorkerState[];
  on: Day;
}

/**
 * Finds people by name (spaces, full-width characters and kinds of middle dots aside), end of the identity
 * number, unit, area, level and state on a day. In order of place and identity number. Throws UserError
 * `area.unknown`.
 */
export function findWorkers({ db, policies, knownAt }: Workspace, asked: WorkerQuery): FoundWorker[] {
  const { on } = asked;
  const units = loadUnits(db, knownAt);
  const places = placesOf(units);
  const area = resolveArea(units, asked);
  const renewal = inForce(policies, 'registration.term', null, on)?.value.renewalMonths ?? null;
  const people = loadPeople(db, { knownAt, parts: ['certificates', 'registrations'] });
  return people
    .map((person) => onDay(person, on, places, renewal))
    .filter(
      (found) =>
        matches(found, asked.query) &&
        (asked.unit === undefined || unitFits(found, asked.unit)) &&
        (area.district === null || found.place?.district === area.district) &&
        (area.township === null || found.place?.township === area.township) &&
        (asked.level === undefined || found.level === asked.level) &&
        asked.states.every((state) => STATES[state](found)),
    )
    .sort(byPlace(places.order));
}

/** What each state asks for. */
const STATES: { readonly [State in WorkerState]: (found: FoundWorker) => boolean } = {
  'on-post': ({ onPost }) => onPost,
  left: ({ onPost, until }) => !onPost && until !== null,
  certified: ({ level }) => level !== null,
  uncertified: ({ level }) => level === null,
  registered: ({ registration }) => registration === 'valid' || registration === 'due',
  due: ({ registration }) => registration === 'due',
  expired: ({ registration }) => registration === 'expired',
  unregistered: ({ registration }) => registration === 'never',
};

function onDay(person: Person, on: Day, places: Places, renewalMonths: number | null): FoundWorker {
  const post = postOf(person, on);
  const where = post && places.on(post.place, on);
  const term = post && postTermOn(post, on);
  const level = highestCertificate(person.certificates, on)?.level ?? null;
  const registration = registrationOn(person.registrations, on);
  return {
    person,
    place: where ? { district: where.district, township: where.township, unit: where.name } : null,
    category: term?.category ?? null,
    title: term?.title ?? null,
    from: post?.from ?? null,
    until: post?.until ?? null,
    onPost: post !== undefined && isOpenOn(post, on),
    level,
    registration: level === null ? null : registrationState(registration, on, renewalMonths),
    registeredUntil: registration?.until ?? null,
  };
}

/** The post held on a day, the later start first; else the last one that ended. */
function postOf({ posts }: Person, on: Day): Post | undefined {
  return (
    posts.findLast((post) => isOpenOn(post, on)) ??
    posts
      .filter(({ from }) => from <= on)
      .reduce<Post | undefined>(
        (last, post) => (last === undefined || (post.until ?? '') > (last.until ?? '') ? post : last),
        undefined,
      )
  );
}

/** A number is looked for among numbers, anything else among names of people and units. */
function matches(found: FoundWorker, query: string | undefined): boolean {
  if (query === undefined) return true;
  const { person } = found;
  const asked = query.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const numbers = [person.idNumber, ...(person.formerNumbers ?? [])];
  if (/^\d{3,17}[\dX]$/.test(asked)) return numbers.some((number) => number.endsWith(asked));
  if (/^\d[\dX]*\*+[\dX]+$/.test(asked)) return numbers.some((number) => fitsMask(asked, number));
  const key = nameKey(query);
  return key !== '' && (nameKey(person.name).includes(key) || unitFits(found, query));
}

const unitFits = ({ place }: FoundWorker, asked: string): boolean =>
  place !== null && nameKey(place.unit).includes(nameKey(asked));

/** District, township, unit, identity number; people without a post come last. */
const byPlace =
  ({ compareDistricts, compareTownships }: AreaOrder) =>
  (a: FoundWorker, b: FoundWorker): number => {
    const byNumber = compareText(a.person.idNumber, b.person.idNumber);
    if (a.place === null || b.place === null) {
      return Number(a.place === null) - Number(b.place === null) || byNumber;
    }
    return (
      compareDistricts(a.place.district, b.place.district) ||
      compareTownships(a.place.district, a.place.township ?? '', b.place.township ?? '') ||
      compareText(a.place.unit, b.place.unit) ||
      byNumber
    );
  };
