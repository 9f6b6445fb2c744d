import type { FactChange, FactValues } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Place, Post } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { personSubject } from '../domain/subject.js';
import type { KeptCell } from './plan-papers.js';
import type { RosterRow } from './rows.js';

/** A post as the plan would leave it. */
export interface PlannedPost {
  number: number;
  /** As the register has it; null for a post that this import brings. */
  known: FactValues['post'] | null;
  values: FactValues['post'];
  /** Category and title from later days on, in order. */
  later: FactValues['post-change'][];
}

/** What one row does to the posts of its person. */
export interface PostPlan {
  changes: FactChange[];
  findings: Finding[];
  conflict: boolean;
}

/** What planning the posts of one row needs to know beside the row. */
export interface PostContext {
  person: number;
  asOf: Day;
  file: string;
  line: number;
  placeName: (place: Place) => string;
  /** Where a place is on the day of the roster: a unit that was merged by then is its successor. */
  spot: (place: Place) => Place;
  newPostNumber: () => number;
  /** Which file told of the end of a known post. */
  endTold: (post: number) => { name: string; line: number; asOf: Day } | undefined;
  /** Hears of a cell that is not taken, because a file of a later day says otherwise. */
  onKept: (kept: KeptCell) => void;
}

export function plannedPosts(posts: readonly Post[]): PlannedPost[] {
  return posts.map(({ id, place, stated, from, until, asOf, terms }) => {
    const [{ category, title }, ...later] = terms;
    const values = { place, stated, from, until, asOf, category, title };
    return { number: id, known: values, values, later: later.map(withoutOrigin) };
  });
}

const withoutOrigin = ({ from, category, title }: FactValues['post-change']) => ({ from, category, title });

export const samePlace = (a: Place, b: Place): boolean =>
  a.unit !== null
    ? a.unit === b.unit
    : b.unit === null && a.workplace === b.workplace && a.district === b.district;

/** Whether two places are one on the day of the roster. */
export const sameSpot = (a: Place, b: Place, { spot }: PostContext): boolean => samePlace(spot(a), spot(b));

/** A known post with other values. A second change in one import replaces the first. */
export function revise(post: PlannedPost, after: FactValues['post'], person: number): FactChange {
  post.values = after;
  return { fact: 'post', owner: person, post: post.number, before: post.known, after };
}

/** The row's post and a known one cannot both be true, and no transfer explains them. */
export function overlapConflict(rival: PlannedPost, row: RosterRow, context: PostContext): PostPlan {
  const { place, from, until } = rival.values;
  const details = { place: context.placeName(place), from, until };
  const findings = [postFinding('post.overlaps-known', 'error', row, context, '上岗日期', details)];
  return { changes: [], findings, conflict: true };
}

type PostCode = Extract<Finding['code'], `post.${string}`>;

/** A finding about a row's post; `column` is where to look. */
export function postFinding<Code extends PostCode>(
  code: Code,
  severity: Finding['severity'],
  row: RosterRow,
  { file, line }: PostContext,
  column: string,
  details: Extract<Finding, { code: Code }>['details'],
): Finding {
  return finding(code, severity, personSubject(row), details as never, { file, line, column });
}
