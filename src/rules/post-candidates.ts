import { compareText } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import type { Person, Post, UnitTerm } from '../domain/facts.js';
import { compareLevels, type Level, PLAIN_PROFESSIONAL_POST } from '../domain/terms.js';
import { type UnitsOverTime, unitExistsOn, unitTermOn } from '../domain/units.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { highestCertificate } from './certificates.js';
import { requireInForce } from './policy-span.js';
import { isOpenOn, postTermOn } from './posts.js';
import { type TitleReader, titlesOn } from './titles.js';

/** Somebody who could take a new professional post, and the unit where the person works now. */
export interface PostCandidate {
  person: Person;
  level: Level;
  unit: UnitTerm;
}

/**
 * Whoever holds the certificate that 社会工作专业岗位 needs, works at a unit on the day (not 兼职), and has no professional
 * post anywhere, nor one whose title claims to be: for them a new post costs no recruiting. The highest certificate
 * comes first. People of other workplaces are other employers' staff, and whoever has left has left: neither is named. Throws
 * UserError `policy.none-in-force`. 三(四)1, 三(四)2
 */
export function postCandidates(
  people: readonly Person[],
  book: PolicyBook,
  on: Day,
  units: UnitsOverTime,
): PostCandidate[] {
  const titles = titlesOn(book, on);
  const needed = requireInForce(book, 'grade.certificate', on).value[PLAIN_PROFESSIONAL_POST];
  const candidates: PostCandidate[] = [];
  for (const person of people) {
    const level = highestCertificate(person.certificates, on)?.level;
    if (level === undefined || compareLevels(level, needed) < 0) continue;
    const open = person.posts.filter((post) => isOpenOn(post, on));
    if (open.some((post) => claimsToBeProfessional(post, titles, on))) continue;
    const post = open.findLast(
      (each) => postTermOn(each, on).category !== '兼职' && each.place.unit !== null,
    );
    if (!post || post.place.unit === null) continue;
    const unit = units.unitOn(post.place.unit, on);
    if (unitExistsOn(unit, on)) candidates.push({ person, level, unit: unitTermOn(unit, on) });
  }
  return candidates.sort(
    (a, b) => compareLevels(b.level, a.level) || compareText(a.person.idNumber, b.person.idNumber),
  );
}

function claimsToBeProfessional(post: Post, titles: TitleReader, on: Day): boolean {
  const { title } = postTermOn(post, on);
  if (title === null) return false;
  const { kind } = titles.read(title);
  return kind === 'graded' || kind === 'plain' || kind === 'unknown';
}
