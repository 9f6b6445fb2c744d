import type { Certificate, Person, Post } from '../domain/facts.js';
import type { MonthRules } from './month-rules.js';

/** One person before one district in one month: what the conditions look at. */
export interface MonthCase {
  person: Person;
  rules: MonthRules;
  /** The post that counts, or the one that came nearest. */
  nearest: Post;
  /** Whether that post is open on the deciding day of `on-post`. */
  onPost: boolean;
  /** The highest certificate issued by the deciding day of `certificate`. */
  certificate: Certificate | undefined;
  /** Another district has the same claim, so that nobody can say whose rate it is. */
  contested: boolean;
}
