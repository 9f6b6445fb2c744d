import { type AreaOrder, compareText } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import type { Person } from '../domain/facts.js';
import type { FoundWorker } from '../domain/history.js';
import { highestCertificate } from './certificates.js';
import { isOpenOn, latestPost, type Places, postTermOn } from './posts.js';
import { registrationOn, registrationState } from './registrations.js';

/**
 * Somebody as they are on a day: post, highest certificate, registration. `renewalMonths`: length of the renewal
 * window; null where no policy is in force.
 */
export function workerOnDay(
  person: Person,
  on: Day,
  places: Places,
  renewalMonths: number | null,
): FoundWorker {
  const post = latestPost(person, on);
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

/** Somebody who had a post and has none any more: nobody's to remind. */
export const hasLeft = ({ onPost, place }: FoundWorker): boolean => !onPost && place !== null;

/** District, township, unit, identity number; people without a post come last. */
export const byPlace =
  ({ compareDistricts, compareTownships }: AreaOrder) =>
  (a: FoundWorker, b: FoundWorker): number => {
    const byNumber = () => compareText(a.person.idNumber, b.person.idNumber);
    if (a.place === null || b.place === null) {
      return Number(a.place === null) - Number(b.place === null) || byNumber();
    }
    return (
      compareDistricts(a.place.district, b.place.district) ||
      compareTownships(a.place.district, a.place.township ?? '', b.place.township ?? '') ||
      compareText(a.place.unit, b.place.unit) ||
      byNumber()
    );
  };
