import type { Day } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import type { FoundWorker } from '../domain/history.js';
import { personSubject } from '../domain/subject.js';
import { SUPERVISOR_LEVELS, type SupervisorLevel } from '../domain/terms.js';
import { governingArticle } from '../policy/governing-article.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { hasLeft } from './worker-on-day.js';

/** One 认定 of a supervisor or expert. */
export interface SupervisorTerm {
  level: SupervisorLevel;
  from: Day;
  until: Day | null;
  document: string | null;
}

/** `followed`: over, and another one of the same or a higher level has begun since. */
type SupervisorState = 'current' | 'expired' | 'followed';

export interface SupervisorRow {
  worker: FoundWorker;
  term: SupervisorTerm;
  state: SupervisorState;
}

export interface SupervisorList {
  rows: readonly SupervisorRow[];
  totals: {
    /** People with a term that holds on the day. */
    people: number;
    /** Terms that hold on the day, by level. */
    byLevel: Readonly<Record<SupervisorLevel, number>>;
    /** Terms among the rows that are over and not followed. */
    expired: number;
    /** Holders of certificates on post for each supervisor (experts apart), to one decimal; null: no supervisor. */
    holdersPerSupervisor: number | null;
  };
  findings: readonly Finding[];
}

/**
 * Supervisors and experts with the terms that have begun by a day, in the order of people given; an error for a term
 * that is over and that none of the same or a higher level follows. `levels`: rows and
 * findings of these alone; who holds a term is counted at every level. 三(一)2, 三(二)1
 */
export function listSupervisors(
  people: readonly FoundWorker[],
  termsOf: (person: number) => readonly SupervisorTerm[],
  book: PolicyBook,
  on: Day,
  levels: readonly SupervisorLevel[] = SUPERVISOR_LEVELS,
): SupervisorList {
  const all = people.flatMap((worker): SupervisorRow[] => {
    const begun = termsOf(worker.person.id)
      .filter(({ from }) => from <= on)
      .sort((a, b) => rank(b) - rank(a) || (a.from < b.from ? -1 : 1));
    return begun.map((term) => ({ worker, term, state: stateOf(term, begun, on) }));
  });
  const rows = all.filter(({ term }) => levels.includes(term.level));
  const current = all.filter(({ state }) => state === 'current');
  const count = (level: SupervisorLevel) => current.filter(({ term }) => term.level === level).length;
  const supervisors = peopleOf(current.filter(({ term }) => term.level !== '专家库'));
  const holders = people.filter(({ level, onPost }) => level !== null && onPost).length;
  const citation = governingArticle(book, '三(一)2', on);
  const expired = rows.filter(({ state }) => state === 'expired');
  return {
    rows,
    totals: {
      people: peopleOf(current),
      byLevel: Object.fromEntries(
        SUPERVISOR_LEVELS.map((level) => [level, count(level)]),
      ) as SupervisorList['totals']['byLevel'],
      expired: expired.length,
      holdersPerSupervisor: supervisors === 0 ? null : Math.round((holders * 10) / supervisors) / 10,
    },
    findings: expired.map(({ worker, term: { level, until } }) => {
      const details = { level, until: until as Day };
      const severity = hasLeft(worker) ? 'info' : 'error';
      return finding(
        'supervisor.expired',
        severity,
        personSubject(worker.person),
        details,
        citation && { citation },
      );
    }),
  };
}

/** Being an expert is no step of supervision, and stands by itself. */
const rank = ({ level }: SupervisorTerm): number =>
  level === '专家库' ? -1 : SUPERVISOR_LEVELS.indexOf(level);

function stateOf(term: SupervisorTerm, begun: readonly SupervisorTerm[], on: Day): SupervisorState {
  if (term.until === null || on <= term.until) return 'current';
  const isExpert = term.level === '专家库';
  const followed = begun.some(
    (other) =>
      other !== term &&
      (other.level === '专家库') === isExpert &&
      rank(other) >= rank(term) &&
      (other.until === null || other.until > (term.until as Day)),
  );
  return followed ? 'followed' : 'expired';
}

const peopleOf = (rows: readonly SupervisorRow[]): number =>
  new Set(rows.map(({ worker }) => worker.person.id)).size;
