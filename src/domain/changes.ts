import type { Day } from './day.js';
import type { PersonDetails, Place } from './facts.js';
import type { Fen } from './money.js';
import type { Quarter } from './quarter.js';
import type { Category, Level, UnitKind } from './terms.js';

/** The values of one fact as a table of the register keeps them. */
export interface FactValues {
  details: PersonDetails;
  post: {
    place: Place;
    stated: Day;
    from: Day;
    until: Day | null;
    asOf: Day;
    category: Category;
    title: string | null;
  };
  'post-change': { from: Day; category: Category; title: string | null };
  certificate: { level: Level; number: string | null; issued: Day; issuedAssumed: boolean };
  registration: { from: Day; until: Day };
  'service-claim': { quarter: Quarter; claim: '是' | '否' | number };
  assessment: { period: string; kind: '专业作用'; result: '是' | '否' };
  pay: { from: Day; monthly: Fen };
  unit: {
    from: Day | null;
    name: string;
    county: string;
    township: string;
    kind: UnitKind | null;
    kindConfirmed: boolean;
    district: string;
    districtConfirmed: boolean;
    founded: Day | null;
    dissolved: Day | null;
  };
  establishment: {
    place: Place;
    title: string;
    count: number;
    from: Day;
    until: Day | null;
    document: string | null;
  };
}

export type FactKind = keyof FactValues;

/**
 * One fact to be recorded. `before`: the standing fact of the same key, which it supersedes; null when the
 * key is new. `owner`: the person, unit or post it belongs to (numbers of the register; negative ones are
 * given out by the plan and replaced when the plan is applied); null for establishments.
 */
export type FactChange = {
  [Kind in FactKind]: {
    fact: Kind;
    owner: number | null;
    /** The post's number, for `post` and `post-change`. */
    post?: number;
    before: FactValues[Kind] | null;
    /** What held until then, where the change begins a new stretch instead of superseding: for the eye. */
    was?: FactValues[Kind];
    after: FactValues[Kind];
  };
}[FactKind];

export type Outcome = 'new' | 'changed' | 'same' | 'conflict' | 'rejected';

/** What an import would do with one row. */
export interface RowPlan {
  file: number;
  line: number;
  outcome: Outcome;
  changes: readonly FactChange[];
}

/** How many rows ended how; `read` is the sum of the five outcomes. */
export type OutcomeCounts = Record<Outcome, number> & { read: number; skipped: number };
