import type { Day } from '../domain/day.js';
import type { Citation, Finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { STRUCTURE_AREAS, type StructureArea } from '../domain/structure-areas.js';
import { PLAIN_PROFESSIONAL_POST, type Tier } from '../domain/terms.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { findAbsentUnits } from './absent-units.js';
import { gradesOn } from './grades.js';
import { requireInForce } from './policy-span.js';
import { isOpenOn, placesOf, postTermOn } from './posts.js';
import { structureTargets } from './structure.js';
import { type PlacePosts, type TitlePosts, type TitlePostsQuestion, titlePosts } from './title-posts.js';

/** The posts of a tier (`grade` null), of a grade, or 社会工作专业岗位 (`tier` null) in one area. 三(四)2 */
export interface PostStructureRow {
  /** null where the areas are larger. */
  district: string | null;
  township: string | null;
  unit: string | null;
  tier: Tier | null;
  grade: number | null;
  established: number;
  filled: number;
  /** Filled by somebody with the certificate that the post needs. */
  qualified: number;
  vacant: number;
  /** The national target for as many posts; null for posts without a grade, and where no structure is in force. */
  target: number | null;
  citation: Citation;
}

type Sums = Pick<TitlePosts, 'established' | 'filled' | 'qualified' | 'vacant'>;

export interface PostStructure {
  rows: readonly PostStructureRow[];
  /**
   * Of all places together. `places`: those that have any professional post. `unknownTitles`: occupied posts whose title
   * claims to be professional and is none of the article, and so in no row; `grade check` names them. `targetCitation`:
   * of the national structure; null: none is in force.
   */
  totals: Sums & { places: number; unknownTitles: number; targetCitation: Citation | null };
  /** Units with people that do not exist on the day, and so are in no row. */
  findings: readonly Finding[];
}

/**
 * The professional posts of a day by area, tier and grade: established, filled, filled by people with the certificate that
 * the post needs, vacant, beside the national target structure for as many graded posts (largest remainder, so that the
 * targets of the smallest unit are whole and add up). A vacancy at one place is none the less for too many people at
 * another. Information: the targets are the country's, and nothing is checked against them. Tiers and grades without
 * posts and target are left out. Throws UserError `policy.none-in-force`. 三(四)1, 三(四)2
 */
export function postStructure(question: TitlePostsQuestion & { by: StructureArea }): PostStructure {
  const { by, book, on } = question;
  const { citation } = requireInForce(book, 'grade.map', on);
  const places = titlePosts(question).filter(({ titles }) => titles.length > 0);
  const rows = [...groupBy(places, (place) => areaKey(place, by)).values()].flatMap((own) =>
    structureOf(own, book, on).map((row) => ({ ...areaOf(own[0] as PlacePosts, by), ...row, citation })),
  );
  return {
    rows,
    totals: {
      places: places.length,
      ...sumsOf(places.flatMap(({ titles }) => titles)),
      unknownTitles: countUnknownTitles(question),
      targetCitation: inForce(book, 'grade.structure', null, on)?.citation ?? null,
    },
    findings: findAbsentUnits(question.people, placesOf(question.units), on, question.within ?? everywhere),
  };
}

const everywhere = () => true;

function countUnknownTitles({ units, people, book, on, within = everywhere }: TitlePostsQuestion): number {
  const grades = gradesOn(book, on);
  const places = placesOf(units);
  const claims = people.flatMap(({ posts }) =>
    posts.filter((post) => {
      if (!isOpenOn(post, on)) return false;
      const { title } = postTermOn(post, on);
      return title !== null && grades.read(title).kind === 'unknown' && within(places.on(post.place, on));
    }),
  );
  return claims.length;
}

const areaKey = ({ district, township, name, code }: PlacePosts, by: StructureArea): string =>
  [district, township, code ?? name].slice(0, STRUCTURE_AREAS.indexOf(by)).join('\n');

function areaOf({ district, township, name }: PlacePosts, by: StructureArea) {
  const depth = STRUCTURE_AREAS.indexOf(by);
  return {
    district: depth >= 1 ? district : null,
    township: depth >= 2 ? township : null,
    unit: depth >= 3 ? name : null,
  };
}

function structureOf(
  places: readonly PlacePosts[],
  book: PolicyBook,
  on: Day,
): Pick<PostStructureRow, 'tier' | 'grade' | 'target' | keyof Sums>[] {
  const titles = places.flatMap((place) => place.titles);
  const byGrade = new Map<number, number>();
  for (const { grade, established } of titles) {
    if (grade !== null) byGrade.set(grade, (byGrade.get(grade) ?? 0) + established);
  }
  const graded = structureTargets(byGrade, book, on).flatMap(({ tier, grade, target }) => {
    const own = titles.filter((each) => each.tier === tier && (grade === null || each.grade === grade));
    return own.length === 0 && !target ? [] : [{ tier, grade, target, ...sumsOf(own) }];
  });
  const plain = titles.filter(({ title }) => title === PLAIN_PROFESSIONAL_POST);
  return plain.length === 0
    ? graded
    : [...graded, { tier: null, grade: null, target: null, ...sumsOf(plain) }];
}

function sumsOf(titles: readonly TitlePosts[]): Sums {
  const sums = { established: 0, filled: 0, qualified: 0, vacant: 0 };
  for (const { established, filled, qualified, vacant } of titles) {
    sums.established += established;
    sums.filled += filled;
    sums.qualified += qualified;
    sums.vacant += vacant;
  }
  return sums;
}
