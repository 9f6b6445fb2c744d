import { compareText } from '../domain/area-order.js';
import { addDays, type Day, daysBetween } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { personSubject } from '../domain/subject.js';
import { UserError } from '../domain/user-error.js';
import { governingArticle } from '../policy/governing-article.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { type Complaint, type ComplaintRow, type ComplaintState, isOpen } from './complaint-row.js';
import { latestPost, type Places, placesOf } from './posts.js';
import { countByRespondent, repeatFindings, respondentKeys } from './respondents.js';
import { type StoppedMonth, stoppedMonths } from './stopped-months.js';

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
  const shown = new Set(rows.flatMap(respondentKeys));
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
    ofRespondent: Math.max(0, ...respondentKeys(complaint).map((key) => counts.get(key) ?? 0)),
    citation:
      (complaint.due === null ? days?.citation : undefined) ?? governingArticle(book, '三(五)', on) ?? null,
  };
}

/**
 * `complaint check` cannot answer where it has open complaints and nobody has said of any until when. Throws
 * UserError `policy.value-unset` with the day from which `complaint.days` is lacking. 三(五)
 */
export function requireDeadlines({ rows }: Pick<ComplaintCheck, 'rows'>): void {
  const open = rows.filter(isOpen);
  const [first] = open;
  if (first === undefined || open.some(({ deadline }) => deadline !== null)) return;
  const lacking = { parameter: 'complaint.days', month: null, district: null } as const;
  throw new UserError('policy.value-unset', { ...lacking, on: first.received });
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
