import type { Day } from '../domain/day.js';
import type { Place, Post, PostTerm } from '../domain/facts.js';
import type { Category } from '../domain/terms.js';
import type { Database } from './open.js';
import { type KnownAt, readStanding } from './standing.js';
import { placeFrom } from './units.js';

type PostRow = [
  post: number,
  person: number,
  unit: number | null,
  workplace: string | null,
  district: string | null,
  township: string | null,
  stated: Day,
  from: Day,
  until: Day | null,
  asOf: Day,
  category: Category,
  title: string | null,
  file: number,
  line: number,
];

/** Hands over every post that stands with the number of its person; category and title in order of time. */
export function loadPosts(
  db: Database,
  asked: { knownAt?: KnownAt; person?: number | readonly number[] | undefined },
  take: (person: number, post: Post) => void,
): void {
  const changes = loadChanges(db, asked.knownAt);
  // Many people share a unit: one place for all of them keeps a city small.
  const places = new Map<number, Place>();
  const rows = readStanding<PostRow>(db, {
    ...asked,
    columns: `post, person, unit, workplace, district, township, stated_on, from_on, until_on, as_of, category, title,
      file, line`,
    table: 'post',
  });
  for (const [
    id,
    person,
    unit,
    workplace,
    district,
    township,
    stated,
    from,
    until,
    asOf,
    category,
    title,
    file,
    line,
  ] of rows) {
    const place = (unit !== null && places.get(unit)) || placeFrom(unit, workplace, district, township);
    if (unit !== null) places.set(unit, place);
    const first: PostTerm = { from, category, title, file, line };
    const later = changes.get(id);
    const terms: Post['terms'] = later ? [first, ...later] : [first];
    take(person, { id, place, stated, from, until, asOf, terms, file, line });
  }
}

type ChangeRow = [
  post: number,
  from: Day,
  category: Category,
  title: string | null,
  file: number,
  line: number,
];

/** Later categories and titles, by post. */
function loadChanges(db: Database, knownAt: KnownAt): Map<number, PostTerm[]> {
  const changes = new Map<number, PostTerm[]>();
  const rows = readStanding<ChangeRow>(db, {
    columns: 'post, from_on, category, title, file, line',
    table: 'post_change',
    knownAt,
  });
  for (const [post, from, category, title, file, line] of rows) {
    const term = { from, category, title, file, line };
    const terms = changes.get(post);
    if (terms) terms.push(term);
    else changes.set(post, [term]);
  }
  for (const terms of changes.values()) terms.sort((a, b) => (a.from < b.from ? -1 : 1));
  return changes;
}
