import { addMonths, type Day, dayAfter, firstDayOf, type Month, monthOf } from '../domain/day.js';
import { type Citation, type Finding, finding, type Severity } from '../domain/finding.js';
import type { FoundWorker } from '../domain/history.js';
import { type Fen, parseYuan } from '../domain/money.js';
import { personSubject } from '../domain/subject.js';
import type { Level } from '../domain/terms.js';
import { inForce, rateInForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { conditionDays } from './deciding-day.js';
import { requireInForce, subsidyInForce, subsidyInForceWithin } from './policy-span.js';
import { hasLeft } from './worker-on-day.js';

/** Somebody whose registration needs doing. */
export interface DueRow extends FoundWorker {
  level: Level;
  state: 'due' | 'expired' | 'never';
  /** 发证日期 of the first certificate. */
  issued: Day;
  /** Of `never`: the last day on which the first registration was in time; null where no policy tells. */
  deadline: Day | null;
  /**
   * What a month is worth that fails for want of registration, if every other condition is met: the rate of the
   * level. 0: not covered by the subsidy; null: nobody has set a rate. 三(六)1
   */
  monthlyFen: Fen | null;
  /** The first month that fails, for `due` and `expired`; null where nothing is lost, or no deciding day is set,
   * or the subsidy has ended by then. */
  lostFrom: Month | null;
}

export interface RegistrationsDue {
  rows: readonly DueRow[];
  totals: {
    people: number;
    due: number;
    expired: number;
    never: number;
    /** Not registered yet, and still within the time for it: not among the rows. */
    notYet: number;
    /** Sum of what is known of `monthlyFen`. */
    monthlyFen: Fen;
    /** People whose district has set no rate. */
    withoutRate: number;
  };
  findings: readonly Finding[];
}

/**
 * Holders of certificates whose registration is in the renewal window, has expired, or was never made although the
 * time for the first one is over, in the order given. Whoever has left every post is listed, and no error. Throws
 * UserError `policy.none-in-force`. 三(二)2
 */
export function findRegistrationsDue(
  people: Iterable<FoundWorker>,
  book: PolicyBook,
  on: Day,
): RegistrationsDue {
  const { citation } = requireInForce(book, 'registration.term', on);
  const first = inForce(book, 'registration.first-months', null, on);
  const rows: DueRow[] = [];
  const findings: Finding[] = [];
  let notYet = 0;
  for (const worker of people) {
    const { level, registration: state } = worker;
    if (level === null || state === null || state === 'valid') continue;
    const issued = firstIssued(worker, on);
    // a term in months ends on the same date of its last month, and the day it is counted from is none of it
    const deadline = state === 'never' && first ? addMonths(issued, first.value) : null;
    if (deadline !== null && on <= deadline) {
      notYet++;
      continue;
    }
    // who is due loses nothing before the term is over
    const lost = state === 'due' ? dayAfter(worker.registeredUntil as Day) : on;
    const monthlyFen = subsidyInForce(book, lost) ? monthlyRate(worker, level, book, on) : 0;
    const lostFrom = monthlyFen === 0 ? null : firstMonthLost(worker, book, on);
    const row = { ...worker, level, state, issued, deadline, monthlyFen, lostFrom };
    rows.push(row);
    findings.push(findingOf(row, (state === 'never' && first ? first : { citation }).citation));
  }
  return { rows, totals: { ...totalsOf(rows), notYet }, findings };
}

const firstIssued = ({ person }: FoundWorker, on: Day): Day =>
  person.certificates
    .map(({ issued }) => issued)
    .filter((issued) => issued <= on)
    .sort()[0] as Day;

/** The rate of a level where the person's district, category and post have a subsidy that asks for registration. */
function monthlyRate(
  { place, onPost, category }: FoundWorker,
  level: Level,
  book: PolicyBook,
  on: Day,
): Fen | null {
  if (!onPost || place === null || category === null) return 0;
  const { district } = place;
  const covered = inForce(book, 'subsidy.categories', district, on)?.value.includes(category);
  const asked = inForce(book, 'subsidy.conditions', district, on)?.value.includes('registration');
  if (!covered || !asked) return 0;
  const rate = rateInForce(book, district, level, on);
  return rate ? (parseYuan(String(rate.yuan)) ?? null) : null;
}

/** The first month, up to the one after the day, that the subsidy can be decided for and that fails. */
function firstMonthLost({ place, registeredUntil }: FoundWorker, book: PolicyBook, on: Day): Month | null {
  if (registeredUntil === null || place === null) return null;
  const last = monthAfter(monthOf(on > registeredUntil ? on : registeredUntil));
  for (let month = monthOf(registeredUntil); month <= last; month = monthAfter(month)) {
    const decided = inForce(book, 'subsidy.decided-on', place.district, firstDayOf(month));
    if (!decided || !subsidyInForceWithin(book, month)) continue;
    if (conditionDays(decided.value, month).registration > registeredUntil) return month;
  }
  return null;
}

const monthAfter = (month: Month): Month => monthOf(addMonths(firstDayOf(month), 1));

function findingOf(row: DueRow, citation: Citation): Finding {
  const subject = personSubject(row.person);
  const severity = (usual: Severity): Severity => (hasLeft(row) ? 'info' : usual);
  const { state, issued, deadline } = row;
  if (state === 'never') {
    // without a time for it nothing can be overdue
    const weight = severity(deadline === null ? 'warning' : 'error');
    return finding('registration.never', weight, subject, { issued, deadline }, { citation });
  }
  const details = { until: row.registeredUntil as Day };
  return state === 'due'
    ? finding('registration.due', severity('warning'), subject, details, { citation })
    : finding('registration.expired', severity('error'), subject, details, { citation });
}

function totalsOf(rows: readonly DueRow[]) {
  const count = (state: DueRow['state']) => rows.filter((row) => row.state === state).length;
  return {
    people: rows.length,
    due: count('due'),
    expired: count('expired'),
    never: count('never'),
    monthlyFen: rows.reduce((sum, row) => sum + (row.monthlyFen ?? 0), 0),
    withoutRate: rows.filter((row) => row.monthlyFen === null).length,
  };
}
