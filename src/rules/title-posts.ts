import { type Day, holdsOn } from '../domain/day.js';
import type { Establishment, Person, Place, Unit } from '../domain/facts.js';
import { compareLevels, type Tier } from '../domain/terms.js';
import { unitExistsOn, unitTermOn } from '../domain/units.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { highestCertificate } from './certificates.js';
import { type GradeBook, gradesOn, type TitleGrade } from './grades.js';
import { isOpenOn, type Places, placesOf, postTermOn, type Whereabouts } from './posts.js';

/** The posts of one title at one place. */
export interface TitlePosts {
  title: string;
  /** null for 社会工作专业岗位. */
  grade: number | null;
  tier: Tier | null;
  /** 设置: of the 岗位设置表; the occupied posts where the place has no row in it. */
  established: number;
  /** 在岗: people in these posts, each once. */
  filled: number;
  /** Of these, whoever holds the certificate that the post needs. */
  qualified: number;
  vacant: number;
}

/** A unit or another workplace, and its professional posts on a day. */
export interface PlacePosts extends Whereabouts {
  /** 统计用区划代码; null for other workplaces. */
  code: string | null;
  establishedFrom: 'posts' | 'roster';
  /** Highest grade first, 社会工作专业岗位 last. */
  titles: readonly TitlePosts[];
}

export interface TitlePostsQuestion {
  units: readonly Unit[];
  people: readonly Person[];
  establishments: readonly Establishment[];
  book: PolicyBook;
  on: Day;
  within?: (place: Whereabouts) => boolean;
}

/**
 * The professional posts of every place that has any on a day, title by title: of each title the latest row of the
 * 岗位设置表 in force, and who is in the posts. What a unit had that was merged by the day counts at its successor.
 * Places stand in order of district, township and code. Throws UserError `policy.none-in-force`. 三(四)1, 三(四)2
 */
export function titlePosts(question: TitlePostsQuestion): PlacePosts[] {
  const { units, people, establishments, book, on, within = () => true } = question;
  const grades = gradesOn(book, on);
  const places = placesOf(units);
  const known = new KnownPlaces(places, on);
  addEstablished(known, establishments, grades, on);
  addOccupied(known, people, grades, on);
  const { compareDistricts, compareTownships } = places.order;
  return known
    .all()
    .filter((place) => within(place))
    .sort(
      (a, b) =>
        compareDistricts(a.district, b.district) ||
        compareTownships(a.district, a.township ?? '', b.township ?? '') ||
        compareCodes(a, b),
    );
}

const compareCodes = (a: PlacePosts, b: PlacePosts): number => {
  const [first, second] = [a.code ?? `~${a.name}`, b.code ?? `~${b.name}`];
  return first < second ? -1 : first > second ? 1 : 0;
};

interface Counts {
  grade: TitleGrade;
  stated: number;
  posts: number;
  people: Set<Person>;
  qualified: Set<Person>;
}

/** Places as they are found, with the posts of each title. */
class KnownPlaces {
  private readonly places = new Map<
    string,
    Whereabouts & { code: string | null; hasRows: boolean; titles: Map<string, Counts> }
  >();

  constructor(
    private readonly units: Places,
    private readonly on: Day,
  ) {}

  /** undefined: a unit that does not exist on the day. */
  at(place: Place) {
    const unit = place.unit === null ? null : this.units.unitOn(place.unit, this.on);
    if (unit !== null && !unitExistsOn(unit, this.on)) return undefined;
    const { district, township, name } = this.units.on(place, this.on);
    const key = unit === null ? `${district}\n${township}\n${name}` : String(unit.id);
    let known = this.places.get(key);
    if (!known) {
      const code = unit === null ? null : unitTermOn(unit, this.on).code;
      known = { district, township, name, code, hasRows: false, titles: new Map() };
      this.places.set(key, known);
    }
    return known;
  }

  all(): PlacePosts[] {
    return [...this.places.values()]
      .filter(({ titles, hasRows }) => titles.size > 0 || hasRows)
      .map(({ hasRows, titles, ...place }) => ({
        ...place,
        establishedFrom: hasRows ? ('posts' as const) : ('roster' as const),
        titles: [...titles.values()]
          .map((counts) => titleOf(counts, hasRows))
          .sort((a, b) => (a.grade ?? Infinity) - (b.grade ?? Infinity)),
      }));
  }
}

function titleOf({ grade, stated, posts, people, qualified }: Counts, hasRows: boolean): TitlePosts {
  const established = hasRows ? stated : posts;
  return {
    title: grade.title,
    grade: grade.grade,
    tier: grade.tier,
    established,
    filled: people.size,
    qualified: qualified.size,
    vacant: Math.max(0, established - people.size),
  };
}

function countsOf(titles: Map<string, Counts>, grade: TitleGrade): Counts {
  let counts = titles.get(grade.title);
  if (!counts) {
    counts = { grade, stated: 0, posts: 0, people: new Set(), qualified: new Set() };
    titles.set(grade.title, counts);
  }
  return counts;
}

function addEstablished(
  known: KnownPlaces,
  establishments: readonly Establishment[],
  grades: GradeBook,
  on: Day,
): void {
  const latest = new Map<string, Establishment>();
  for (const row of establishments) {
    if (!holdsOn(row, on)) continue;
    const { unit, district, township, workplace } = row.place;
    const key = [unit, district, township, workplace, grades.read(row.title).title].join('\n');
    const before = latest.get(key);
    if (!before || before.from <= row.from) latest.set(key, row);
  }
  for (const row of latest.values()) {
    const place = known.at(row.place);
    if (!place) continue;
    place.hasRows = true;
    const grade = grades.grade(grades.read(row.title));
    if (grade) countsOf(place.titles, grade).stated += row.count;
  }
}

function addOccupied(known: KnownPlaces, people: readonly Person[], grades: GradeBook, on: Day): void {
  for (const person of people) {
    const held = highestCertificate(person.certificates, on)?.level;
    for (const post of person.posts) {
      if (!isOpenOn(post, on)) continue;
      const { title } = postTermOn(post, on);
      const grade = title === null ? undefined : grades.grade(grades.read(title));
      const place = grade && known.at(post.place);
      if (!grade || !place) continue;
      const counts = countsOf(place.titles, grade);
      counts.posts += 1;
      counts.people.add(person);
      if (held !== undefined && compareLevels(held, grade.certificate) >= 0) counts.qualified.add(person);
    }
  }
}
