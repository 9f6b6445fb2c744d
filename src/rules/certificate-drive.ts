import { type Area, isWithin } from '../domain/area.js';
import type { CertificateDrive } from '../domain/assumptions.js';
import { type Day, dayAfter, firstDayOf, lastDayOf, monthOf } from '../domain/day.js';
import type { Person, Post } from '../domain/facts.js';
import { highestCertificate } from './certificates.js';
import type { Places } from './posts.js';

/**
 * People as after a certificate drive: whoever has a post in the area on any day of the period, and whose
 * highest certificate on its first day is of a level `from`, holds one of level `to` from that day on.
 * Everything else of them stays, also what they really earn later; the others are handed back as they are.
 */
export function afterDrives(
  people: readonly Person[],
  drives: readonly CertificateDrive[],
  period: { from: Day; until: Day },
  area: Area,
  places: Places,
): readonly Person[] {
  if (drives.length === 0) return people;
  return people.map((person) => {
    const held = highestCertificate(person.certificates, period.from);
    const drive = held && drives.find(({ from }) => from === held.level);
    if (!drive || !person.posts.some((post) => isIn(post, period, area, places))) return person;
    const won = { ...held, level: drive.to, number: null, issued: period.from, issuedAssumed: false };
    return { ...person, certificates: [...person.certificates, won] };
  });
}

/** Looked at on the first day of the stretch and of each month in it, and on its last. */
function isIn(post: Post, period: { from: Day; until: Day }, area: Area, places: Places): boolean {
  const from = later(post.from, period.from);
  const until = post.until !== null && post.until < period.until ? post.until : period.until;
  if (until < from) return false;
  if (area.district === null && area.township === null) return true;
  const days = [from, until];
  for (let day = nextMonth(from); day < until; day = nextMonth(day)) days.push(day);
  return days.some((day) => isWithin(area, places.on(post.place, day)));
}

const later = (a: Day, b: Day): Day => (b > a ? b : a);
const nextMonth = (day: Day): Day => firstDayOf(monthOf(dayAfter(lastDayOf(monthOf(day)))));
