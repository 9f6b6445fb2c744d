import { type Day, day } from '../domain/day.js';
import type { Citation } from '../domain/finding.js';
import type { System } from '../domain/terms.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { requireInForce } from './policy-span.js';

/** What the register counts that speaks for a goal. */
type GoalMeasure =
  | 'trained'
  | 'supervisors'
  | 'experts'
  | 'holders'
  | 'holders-without-entry'
  | 'registered'
  | 'stations'
  | 'service-records'
  | 'units-with-posts'
  | 'posts-filled'
  | 'complaints-settled'
  | 'awards'
  | 'districts-with-rate';

/** A count on a day, of so many there should be (null: nothing to compare with). */
export interface Evidence {
  measure: GoalMeasure;
  value: number;
  of: number | null;
}

/** `not-provable`: in words only, so that the office has to judge; the counts are what it can judge by. */
type GoalStatus = 'reached' | 'missed' | 'under-way' | 'not-provable';

export interface GoalRow {
  year: string;
  system: System | null;
  goal: string;
  status: GoalStatus;
  /** The day of the counts: the last of the goal's year, or an earlier one that was asked about. */
  seenOn: Day;
  evidence: readonly Evidence[];
  /** The same counts on the day asked about; empty where that is the same day. */
  now: readonly Evidence[];
  citation: Citation;
}

/** The goal with a number: its counts by day, and how many there are to be. */
interface MeasuredGoal {
  target: number;
  evidenceOn: (on: Day) => readonly Evidence[];
  /** Holders of any level on a day. */
  holdersOn: (on: Day) => number;
}

/**
 * The goals of section 二 with what the register knows of each. One that has a number is reached, or missed once its
 * year is over. Throws UserError `policy.none-in-force`. 二
 */
export function goalsOf({
  book,
  on,
  evidenceOn,
  measured,
}: {
  book: PolicyBook;
  on: Day;
  evidenceOn: (system: System, on: Day) => readonly Evidence[];
  /** null: no target is in force on the day. */
  measured: MeasuredGoal | null;
}): GoalRow[] {
  const { value: goals, citation } = requireInForce(book, 'target.goals', on);
  return goals.map(({ by, system = null, goal, measure }): GoalRow => {
    const due = day(`${by}-12-31`);
    const hasNumber = measure !== undefined;
    const seenOn = on < due ? on : due;
    const counts = (at: Day): readonly Evidence[] => {
      if (hasNumber) return measured?.evidenceOn(at) ?? [];
      return system === null ? [] : evidenceOn(system, at);
    };
    const status = (): GoalStatus => {
      if (!hasNumber || measured === null) return 'not-provable';
      if (measured.holdersOn(seenOn) >= measured.target) return 'reached';
      return on > due ? 'missed' : 'under-way';
    };
    return {
      ...{ year: String(by), system, goal, status: status(), seenOn, evidence: counts(seenOn) },
      now: seenOn === on ? [] : counts(on),
      citation: { ...citation, quote: goal },
    };
  });
}
