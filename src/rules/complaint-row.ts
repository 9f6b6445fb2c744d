import type { FactValues } from '../domain/changes.js';
import type { Day, Month } from '../domain/day.js';
import type { Person } from '../domain/facts.js';
import type { Citation } from '../domain/finding.js';
import type { Whereabouts } from './posts.js';
import type { StoppedMonth } from './stopped-months.js';

/** A complaint as the office keeps it; who complained is not in it. 三(五) */
export interface Complaint extends Omit<FactValues['complaint'], 'about'> {
  /** Whom it is about; null: an organisation alone, or nobody was named. */
  person: Person | null;
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
  /** How many complaints the register has by the day about the person or the organisation, whichever has more. */
  ofRespondent: number;
  citation: Citation | null;
}

/** Whether the complaint waits for an answer, in time or not. */
export const isOpen = ({ state }: ComplaintRow): boolean => state === 'open' || state === 'overdue';

/** The months in which nothing is paid. */
export const monthsStopped = ({ stops }: ComplaintRow): Month[] =>
  stops.filter(({ effect }) => effect === 'stops').map(({ month }) => month);
