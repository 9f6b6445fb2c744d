import { type Day, dayAfter, daysBetween } from '../domain/day.js';
import type { Registration } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { FoundWorker } from '../domain/history.js';
import type { Hours } from '../domain/hours.js';
import { personSubject } from '../domain/subject.js';
import type { Level } from '../domain/terms.js';
import { inForce } from '../policy/in-force.js';
import type { ParameterValues } from '../policy/parameters.js';
import type { PolicyBook, Version } from '../policy/policy-book.js';
import { requireInForce } from './policy-span.js';
import { registrationOn } from './registrations.js';
import { hasLeft } from './worker-on-day.js';

/** One course that somebody has taken. Hours are hundredths. */
export interface Training {
  course: string;
  provider: string | null;
  from: Day;
  until: Day | null;
  hours: Hours;
}

/** The courses of each person, by number of the register. */
export type Trainings = ReadonlyMap<number, readonly Training[]>;

/** A course counts from its last day. */
export const endOf = ({ from, until }: Training): Day => until ?? from;

/**
 * `met`: has the hours; `short`: in the renewal window without them; before it `behind` or `on-pace`, by whether the
 * hours keep up with the time that is gone.
 */
export type HoursState = 'met' | 'on-pace' | 'behind' | 'short';

/** The hours of one person in the registration term of the day. */
export interface HoursRow extends FoundWorker {
  level: Level;
  term: Registration;
  hours: Hours;
  /** A degree is among them. */
  degree: boolean;
  needed: Hours;
  missing: Hours;
  /** Whole months until the term is over: three on the first day of a window of three. */
  monthsLeft: number;
  state: HoursState;
}

export interface HoursCheck {
  rows: readonly HoursRow[];
  /** Holders without a registration in force: no term, no hours to count. */
  withoutTerm: number;
  /** Holders of a level that the policy asks no hours of. */
  notAsked: number;
  findings: readonly Finding[];
}

/**
 * The hours of continuing education in each person's registration term up to a day, against what the highest level
 * needs in their district. A degree counts its fixed hours once in a term. Throws UserError `policy.none-in-force`.
 * 三(一)2
 */
export function checkHours(
  people: Iterable<FoundWorker>,
  trainings: Trainings,
  book: PolicyBook,
  on: Day,
): HoursCheck {
  const city = requireInForce(book, 'training.hours', on);
  const degree = inForce(book, 'training.degree', null, on);
  const degrees = new Set(degree?.value.courses.map(plain));
  const rows: HoursRow[] = [];
  const findings: Finding[] = [];
  let withoutTerm = 0;
  let notAsked = 0;
  for (const worker of people) {
    const { level, registration, place, person } = worker;
    if (level === null) continue;
    const asked = hoursAsked(book, city, place?.district ?? null, level, on);
    if (asked === null) {
      notAsked++;
      continue;
    }
    const term = registrationOn(person.registrations, on);
    if (!term || (registration !== 'valid' && registration !== 'due')) {
      withoutTerm++;
      continue;
    }
    const taken = (trainings.get(person.id) ?? []).filter(
      (each) => term.from <= endOf(each) && endOf(each) <= on,
    );
    const counted = countHours(taken, degrees, degree?.value.hours ?? 0);
    const needed = hundredths(asked.hours);
    const missing = Math.max(0, needed - counted.hours);
    const state = stateOf(counted.hours, needed, term, on, registration === 'due');
    const monthsLeft = wholeMonths(on, dayAfter(term.until));
    const row = { ...worker, level, term, ...counted, needed, missing, monthsLeft, state };
    rows.push(row);
    const subject = personSubject(person);
    if (state === 'short') {
      const details = { level, hours: counted.hours, needed, missing, until: term.until };
      const severity = hasLeft(worker) ? 'info' : 'error';
      const { citation } = asked.version;
      findings.push(finding('training.short', severity, subject, details, { citation }));
    }
    if (state !== 'met' && degree) findings.push(...unclearDegrees(subject, taken, degrees, degree));
  }
  return { rows, withoutTerm, notAsked, findings };
}

type HoursVersion = Version<ParameterValues['training.hours']>;

/** A level that a district leaves out is the city's. null: nobody asks hours of it. */
function hoursAsked(
  book: PolicyBook,
  city: HoursVersion,
  district: string | null,
  level: Level,
  on: Day,
): { hours: number; version: HoursVersion } | null {
  const own = district === null ? undefined : inForce(book, 'training.hours', district, on);
  for (const version of [own, city]) {
    const hours = version?.value[level];
    if (version && hours !== undefined) return { hours, version };
  }
  return null;
}

const hundredths = (hours: number): Hours => Math.round(hours * 100);

function countHours(
  taken: readonly Training[],
  degrees: ReadonlySet<string>,
  forDegree: number,
): { hours: Hours; degree: boolean } {
  const courses = taken.filter(({ course }) => !degrees.has(plain(course)));
  const degree = courses.length < taken.length;
  const taught = courses.reduce((sum, { hours }) => sum + hours, 0);
  return { hours: taught + (degree ? hundredths(forDegree) : 0), degree };
}

function stateOf(
  hours: Hours,
  needed: Hours,
  { from, until }: Registration,
  on: Day,
  inWindow: boolean,
): HoursState {
  if (hours >= needed) return 'met';
  if (inWindow) return 'short';
  const [gone, whole] = [daysBetween(from, on), daysBetween(from, until) + 1];
  return hours * whole < needed * gone ? 'behind' : 'on-pace';
}

/** Whole months from one day up to another, which is none of them. */
function wholeMonths(from: Day, until: Day): number {
  const months = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(until) - months(from) - (until.slice(8) < from.slice(8) ? 1 : 0);
}

/** Names are compared in any width and spacing. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const mayBeDegree = (course: string): boolean => /社会工作|社工/.test(course) && /学历|学位/.test(course);

function unclearDegrees(
  subject: string,
  taken: readonly Training[],
  degrees: ReadonlySet<string>,
  { value, citation }: Version<ParameterValues['training.degree']>,
): Finding[] {
  return taken
    .filter(({ course }) => mayBeDegree(course) && !degrees.has(plain(course)))
    .map(({ course }) =>
      finding('training.degree-unclear', 'info', subject, { course, names: value.courses }, { citation }),
    );
}
