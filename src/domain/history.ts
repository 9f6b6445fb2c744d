import type { FactKind } from './changes.js';
import type { Day } from './day.js';
import type { Person } from './facts.js';
import type { FieldChange } from './import-result.js';
import type { Category, Level } from './terms.js';

/** The kinds of facts that are about a person, in the order in which a history tells them. */
export const PERSON_FACTS = [
  ...(['details', 'post', 'post-change', 'certificate', 'registration', 'service-claim', 'service'] as const),
  ...(['assessment', 'training', 'supervisor', 'award', 'complaint', 'pay', 'payment'] as const),
] as const satisfies readonly FactKind[];
export type PersonFact = (typeof PERSON_FACTS)[number];

/** One fact of somebody's history. */
export interface HistoryFact {
  fact: PersonFact;
  /** The identity number that it was recorded under; a corrected one may differ from the person's. */
  idNumber: string;
  /** The days it holds; null: no beginning, no end is known. */
  from: Day | null;
  until: Day | null;
  /** What it says, for people: the columns of the dataset. */
  cells: readonly Pick<FieldChange, 'field' | 'kind' | 'after'>[];
  /** The same for programs; money is fen in keys that end in `Fen`. */
  values: Readonly<Record<string, unknown>>;
  /** Keys of `values` that are somebody's numbers. */
  digits: readonly string[];
  /** Where it was read. */
  batch: number;
  file: string;
  line: number;
  /** ISO moment at which it was first recorded. */
  recordedAt: string;
  /** The undo that made it stand again, where replaced facts are told too. */
  restoredBy: number | null;
  /** What took its place; file and line are null where it was taken back. */
  replacedBy: { batch: number; file: string | null; line: number | null } | null;
}

/** What is known of a registration on a day: `due` is valid and in the renewal window. */
export type RegistrationState = 'valid' | 'due' | 'expired' | 'never';

/** What `worker find --state` can ask for. */
export const WORKER_STATES = [
  ...([
    'on-post',
    'left',
    'certified',
    'uncertified',
    'registered',
    'due',
    'expired',
    'unregistered',
  ] as const),
] as const;
export type WorkerState = (typeof WORKER_STATES)[number];

/** Somebody as the register knows them on a day. */
export interface FoundWorker {
  person: Person;
  /** Where the post is, or the last one was; null: no post yet. */
  place: { district: string; township: string | null; unit: string } | null;
  category: Category | null;
  title: string | null;
  from: Day | null;
  until: Day | null;
  onPost: boolean;
  level: Level | null;
  /** null: holds no certificate, so that there is nothing to register. */
  registration: RegistrationState | null;
  registeredUntil: Day | null;
}
