import type { Day } from '../day.js';

/** What stops `quota plan --move` and `quota show`. */
export interface PostProblems {
  'usage.bad-move': { value: string };
  /** No unit of that name or code. */
  'where.unknown': { where: string; nearest: readonly string[] };
  /** A unit that has ended by the day, or is founded after it. `successor`: where it was merged into. */
  'where.absent': {
    unit: string;
    on: Day;
    founded: Day | null;
    dissolved: Day | null;
    successor: string | null;
  };
  'where.ambiguous': { where: string; candidates: readonly string[] };
  /** One person in two moves. */
  'move.twice': { who: string };
  'move.same-unit': { who: string; unit: string };
}
