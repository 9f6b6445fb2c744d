import type { Day } from '../domain/day.js';
import type {
  Assessment,
  Certificate,
  Origin,
  Person,
  Post,
  Registration,
  Sanction,
  ServiceClaim,
  ServiceRecord,
} from '../domain/facts.js';
import type { Quarter } from '../domain/quarter.js';
import type { KnownAt } from './standing.js';

/** Facts of a person that a question may do without; at a whole city each costs its share of the time. */
export type PersonPart = 'contact' | 'certificates' | 'registrations' | 'quarter-facts' | 'services';

export interface PeopleAsked {
  knownAt?: KnownAt;
  /** The register's number of one person, or of several; otherwise everybody. */
  person?: number | readonly number[];
  /** What to read beside name and posts; the rest is left empty. Default: everything. */
  parts?: readonly PersonPart[];
  /** Quarter facts of this quarter and its year alone. */
  quarter?: Quarter;
}

/** What is asked for, with everybody whose facts are those of the one person who is asked for. */
export type Asked = Omit<PeopleAsked, 'person'> & { person: readonly number[] | undefined };
export type People = (Building | undefined)[];

/** Shared by everybody who has nothing of a kind: seven lists a person would be most of the memory. */
export const NONE: never[] = [];

/** Adds to a list that may be the shared empty one. */
export function added<Item>(list: Item[], item: Item): Item[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

/** A person while the facts are being put together. */
interface Building extends Person {
  posts: Post[];
  certificates: Certificate[];
  registrations: Registration[];
  serviceClaims: ServiceClaim[];
  services: ServiceRecord[];
  assessments: Assessment[];
  sanctions: Sanction[];
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const byFrom = (a: { from: Day }, b: { from: Day }): number => compare(a.from, b.from);
/** Of one day: an order that neither the index read from nor an undo changes. */
export const byOrigin = (a: Origin, b: Origin): number => a.file - b.file || a.line - b.line;
