import { compareText } from '../domain/area-order.js';
import { addDays, type Day, daysBetween, type Month } from '../domain/day.js';
import type { Person, Unit } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { nameKey } from '../domain/name.js';
import { personSubject } from '../domain/subject.js';
import { governingArticle } from '../policy/governing-article.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { latestPost, type Places, placesOf, type Whereabouts } from './posts.js';
import { type StoppedMonth, stoppedMonths } from './stopped-months.js';

/** A complaint as the office keeps it; who complained is not in it. 三(五) */
export interface Complaint {
  number: string;
  /** Whom it is about; null: an organisation alone, or nobody was named. */
  person: Person | null;
  organisation: string | null;
  received: Day;
  category: string;
  /** 办理期限, where one was given. */
  due: Day | null;
  settled: Day | null;
  result: string | null;
  suspendedFrom: Day | null;
  suspendedUntil: Day | null;
}

export type ComplaintState = 'open' | 'overdue' | 'settled' | 'settled-late';

/** One complaint as it stands on a day. */
export interface ComplaintRow extends Complaint {
  /** Where the person was when the complaint came in; null: an organisation's, or no post is known. */
  place: Whereabouts | null;
  deadline: Day | null;
  /** 办理期限 of the complaint itself, or `complaint.days` from 收到日期; null: neither is known. */
  deadlineFrom: 'stated' | 'days' | null;
  state: ComplaintState;
  /** Days past the deadline, until it was settled or until the day; 0 within it. */
  daysLate: number;
  /** Months of a 停发, and what each does; empty where there is none. */
  stops: readonly StoppedMonth[];
  /** How many complaints the register has about the person, or else the organisation, by the day. */
  ofRespondent: number;
  citation: Citation | null;
}

interface ComplaintSums {
  complaints: number;
  /** Overdue ones among them. */
  open: number;
  overdue: number;
  /** Late ones among them. */
  settled: number;
  settledLate: number;
}

interface ComplaintTotals extends ComplaintSums {
  /** Open, and nobody has said until when. */
  withoutDeadline: number;
  /** People and organisations that two complaints or more are about. */
  repeatedRespondents: number;
  /** Complaints with a 停发. */
  suspensions: number;
  byCategory: readonly ({ category: string } & ComplaintSums)[];
}

export interface ComplaintCheck {
  rows: readonly ComplaintRow[];
  totals: ComplaintTotals;
  findings: readonly Finding[];
}

interface ComplaintQuestion {
  complaints: readonly Complaint[];
  units: readonly Unit[];
  book: PolicyBook;
  on: Day;
  /** Narrows what is looked at, once each complaint's state is known. */
  within?: (row: ComplaintRow) => boolean;
}

/**
 * Complaints received by a day, as they stood on it: a later 办结 is not known yet. The last day of the time
 * limit is still in time. Without a limit of its own a complaint has `complaint.days`, as set for the
 * district of the person on the day it was received. In order of 收到日期 and 编号. 三(五)
 */
export function checkComplaints({ complaints, units, book, on, within }: ComplaintQuestion): ComplaintCheck {
  const places = placesOf(units);
  const received = complaints.filter((complaint) => complaint.received <= on);
  const counts = countByRespondent(received);
  const rows = received
    .map((complaint) => rowOf(complaint, { book, places, on }, counts))
    .filter((row) => within === undefined || within(row))
    .sort((a, b) => compareText(a.received, b.received) || compareText(a.number, b.number));
  const shown = new Set(rows.flatMap(respondentsOf));
  const repeated = repeatFindings(received, shown, on);
  const totals = { ...totalsOf(rows), repeatedRespondents: repeated.length };
  return { rows, totals, findings: [...findingsOf(rows), ...repeated] };
}

interface Setting {
  book: PolicyBook;
  places: Places;
  on: Day;
}

function rowOf(complaint: Complaint, setting: Setting, counts: ReadonlyMap<string, number>): ComplaintRow {
  const { book, places, on } = setting;
  const { person, received, suspendedFrom, suspendedUntil } = complaint;
  const post = person && (latestPost(person, received) ?? latestPost(person, on));
  const place = post ? places.on(post.place, received) : null;
  const days = inForce(book, 'complaint.days', place?.district ?? null, received);
  const deadline = complaint.due ?? (days ? addDays(received, days.value) : null);
  const settledBy = complaint.settled !== null && complaint.settled <= on;
  const settled = settledBy ? complaint.settled : null;
  const daysLate = deadline === null ? 0 : Math.max(0, daysBetween(deadline, settled ?? on));
  return {
    ...complaint,
    settled,
    result: settledBy ? complaint.result : null,
    place,
    deadline,
    deadlineFrom: complaint.due ? 'stated' : days ? 'days' : null,
    state: settledBy ? (daysLate > 0 ? 'settled-late' : 'settled') : daysLate > 0 ? 'overdue' : 'open',
    daysLate,
    stops:
      person && suspendedFrom !== null
        ? stoppedMonths(person, { from: suspendedFrom, until: suspendedUntil }, setting)
        : [],
    ofRespondent: Math.max(0, ...respondentsOf(complaint).map((key) => counts.get(key) ?? 0)),
    citation:
      (complaint.due === null ? days?.citation : undefined) ?? governingArticle(book, '三(五)', on) ?? null,
  };
}

/** Whether the complaint waits for an answer, in time or not. */
export const isOpen = ({ state }: ComplaintRow): boolean => state === 'open' || state === 'overdue';

/** The months in which nothing is paid. */
export const monthsStopped = ({ stops }: ComplaintRow): Month[] =>
  stops.filter(({ effect }) => effect === 'stops').map(({ month }) => month);

/** Keys of those whom a complaint is about: the person, or else the organisation. */
const respondentsOf = ({ person, organisation }: Complaint): string[] => {
  if (person) return [`person ${person.id}`];
  return organisation === null ? [] : [`organisation ${nameKey(organisation)}`];
};

function countByRespondent(complaints: readonly Complaint[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const complaint of complaints)
    for (const key of respondentsOf(complaint)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function sumsOf(rows: readonly ComplaintRow[]): ComplaintSums {
  const count = (...states: readonly ComplaintState[]) =>
    rows.filter(({ state }) => states.includes(state)).length;
  return {
    complaints: rows.length,
    open: count('open', 'overdue'),
    overdue: count('overdue'),
    settled: count('settled', 'settled-late'),
    settledLate: count('settled-late'),
  };
}

function totalsOf(rows: readonly ComplaintRow[]): Omit<ComplaintTotals, 'repeatedRespondents'> {
  const byCategory = [...groupBy(rows, ({ category }) => category)].sort(([a], [b]) => compareText(a, b));
  return {
    ...sumsOf(rows),
    withoutDeadline: rows.filter((row) => isOpen(row) && row.deadline === null).length,
    suspensions: rows.filter(({ suspendedFrom }) => suspendedFrom !== null).length,
    byCategory: byCategory.map(([category, of]) => ({ category, ...sumsOf(of) })),
  };
}

function findingsOf(rows: readonly ComplaintRow[]): Finding[] {
  const findings: Finding[] = [];
  let withoutDeadline = 0;
  for (const row of rows) {
    const { number, received, deadline, daysLate, citation, state, person } = row;
    if (state === 'open' && deadline === null) withoutDeadline++;
    if (state === 'overdue' && deadline !== null) {
      const details = { received, deadline, days: daysLate };
      findings.push(
        finding('complaint.overdue', 'error', number, details, citation === null ? {} : { citation }),
      );
    }
    const idle = groupBy(
      row.stops.filter(({ effect }) => effect !== 'stops'),
      ({ district, effect }) => `${district} ${effect}`,
    );
    for (const months of idle.values()) {
      const [{ district, effect }] = months as [StoppedMonth];
      const lacks = effect === 'no-condition' ? ('condition' as const) : ('deciding-day' as const);
      const details = { district, lacks, months: months.map(({ month }) => month) };
      const subject = person ? `${number} ${personSubject(person)}` : number;
      findings.push(finding('complaint.stop-without-effect', 'warning', subject, details));
    }
  }
  if (withoutDeadline > 0) {
    findings.push(finding('complaint.no-deadline', 'warning', '', { complaints: withoutDeadline }));
  }
  return findings;
}

/** One for everybody in the answer whom two complaints or more are about, counting all of them; the most first. */
function repeatFindings(received: readonly Complaint[], shown: ReadonlySet<string>, on: Day): Finding[] {
  const byRespondent = groupBy(
    received.flatMap((complaint) => respondentsOf(complaint).map((key) => ({ key, complaint }))),
    ({ key }) => key,
  );
  return [...byRespondent]
    .filter(([key, of]) => of.length > 1 && shown.has(key))
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([, of]) => {
      const { person, organisation } = (of[0] as (typeof of)[number]).complaint;
      const open = of.filter(({ complaint: { settled } }) => settled === null || settled > on).length;
      const subject = person ? personSubject(person) : (organisation ?? '');
      return finding('complaint.repeated', 'warning', subject, { complaints: of.length, open });
    });
}
