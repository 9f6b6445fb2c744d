import { type Day, dayAfter } from '../domain/day.js';
import type { Post } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { FoundWorker } from '../domain/history.js';
import type { Hours } from '../domain/hours.js';
import { personSubject } from '../domain/subject.js';
import type { Category } from '../domain/terms.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { isOpenOn, postTermOn } from './posts.js';
import { endOf, type Training, type Trainings } from './training-hours.js';

/** `overdue`: on post all last year, and trained neither then nor since. */
type YearlyState = 'trained' | 'not-yet' | 'overdue';

/** The yearly training of one person of a category that is trained every year. 三(一)1 */
export interface YearlyRow extends FoundWorker {
  /** Hours of the courses that ended in the year of the day, up to the day. */
  hours: Hours;
  /** When the last course ended. */
  last: Day | null;
  state: YearlyState;
}

export interface YearlyCheck {
  rows: readonly YearlyRow[];
  findings: readonly Finding[];
}

/**
 * Who of the staff that is trained every year (机关) has been in the calendar year of the day. The year is not over:
 * overdue is only who missed the whole year before too, if the policy held on its first day. null: no policy asks for
 * it. 三(一)1
 */
export function yearlyTraining(
  people: Iterable<FoundWorker>,
  trainings: Trainings,
  book: PolicyBook,
  on: Day,
): YearlyCheck | null {
  const version = inForce(book, 'training.yearly', null, on);
  if (!version) return null;
  const { value: categories, citation } = version;
  const first = `${on.slice(0, 4)}-01-01` as Day;
  const lastYear = String(Number(on.slice(0, 4)) - 1);
  const lastFirst = `${lastYear}-01-01` as Day;
  const lastLast = `${lastYear}-12-31` as Day;
  const askedLastYear = inForce(book, 'training.yearly', null, lastFirst) !== undefined;
  const rows: YearlyRow[] = [];
  const findings: Finding[] = [];
  for (const worker of people) {
    const { category, onPost, person } = worker;
    if (!onPost || category === null || !categories.includes(category)) continue;
    const taken = (trainings.get(person.id) ?? []).filter((each) => endOf(each) <= on);
    const ofYear = taken.filter((each) => first <= endOf(each));
    const allLastYear = onPostThroughout(person.posts, categories, { from: lastFirst, until: lastLast });
    const missedLastYear = askedLastYear && allLastYear && !taken.some((each) => lastFirst <= endOf(each));
    const state = ofYear.length > 0 ? 'trained' : missedLastYear ? 'overdue' : 'not-yet';
    rows.push({ ...worker, hours: sum(ofYear), last: lastOf(taken), state });
    if (state !== 'overdue') continue;
    const details = { year: lastYear };
    findings.push(finding('training.untrained', 'error', personSubject(person), details, { citation }));
  }
  return { rows, findings };
}

/** Whether posts of some categories follow each other without a day between them in a whole stretch. */
function onPostThroughout(
  posts: readonly Post[],
  categories: readonly Category[],
  { from, until }: { from: Day; until: Day },
): boolean {
  const changes = posts.flatMap(({ terms }) => terms.map((term) => term.from));
  const ends = posts.flatMap((post) => (post.until === null ? [] : [dayAfter(post.until)]));
  // in between nothing changes
  const days = [from, ...[...changes, ...ends].filter((day) => from < day && day <= until)];
  return days.every((day) =>
    posts.some((post) => isOpenOn(post, day) && categories.includes(postTermOn(post, day).category)),
  );
}

const sum = (taken: readonly Training[]): Hours => taken.reduce((all, { hours }) => all + hours, 0);
const lastOf = (taken: readonly Training[]): Day | null => taken.map(endOf).sort().at(-1) ?? null;
