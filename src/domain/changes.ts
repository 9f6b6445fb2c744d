import type { Day } from './day.js';
import type { PersonDetails, Place } from './facts.js';
import type { Hours } from './hours.js';
import type { Fen } from './money.js';
import type { Quarter } from './quarter.js';
import type {
  AssessmentKind,
  AssessmentResult,
  Category,
  FundLevel,
  Level,
  ServiceField,
  StationLevel,
  SupervisorLevel,
  UnitKind,
} from './terms.js';

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
  certificate: {
    level: Level;
    number: string | null;
    issued: Day;
    issuedAssumed: boolean;
    approved?: Day | null;
  };
  registration: { from: Day; until: Day };
  'service-claim': { quarter: Quarter; claim: '是' | '否' | number };
  assessment: {
    /** 2026Q3 or 2026 */
    period: string;
    kind: AssessmentKind;
    result: AssessmentResult;
    assessor?: string | null;
    basis?: string | null;
  };
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
  /** 并入: the code of the unit that takes over from the day after 撤销日期. */
  succession: { successor: string };
  establishment: {
    place: Place;
    title: string;
    count: number;
    from: Day;
    until: Day | null;
    document: string | null;
  };
  /** `occurrence`: from 1; truly equal records are told apart by it. */
  service: {
    on: Day;
    field: ServiceField | null;
    hours: Hours | null;
    content: string | null;
    occurrence: number;
  };
  training: {
    course: string;
    provider: string | null;
    from: Day;
    until: Day | null;
    hours: Hours;
    proof: string | null;
  };
  /** `unit` for a 社工室, else 区(市)县 and 镇(街道) as far as the level has them. */
  station: {
    level: StationLevel;
    name: string;
    district: string | null;
    township: string | null;
    unit: number | null;
    founded: Day;
    dissolved: Day | null;
    operator: string | null;
    staff: number | null;
    certified: number | null;
  };
  supervisor: { level: SupervisorLevel; from: Day; until: Day | null; document: string | null };
  award: { title: string; on: Day; by: string | null; document: string | null };
  complaint: {
    number: string;
    /** The identity number of whom it is about; who complained is never kept. */
    about: string | null;
    organisation: string | null;
    received: Day;
    category: string;
    due: Day | null;
    settled: Day | null;
    result: string | null;
    suspendedFrom: Day | null;
    suspendedUntil: Day | null;
  };
  payment: {
    quarter: Quarter;
    /** The district that pays. */
    district: string;
    amount: Fen;
    /** Which bank file it answers: the first, the second … that the amount was in; 0: it was in none. */
    attempt: number;
    state: '成功' | '失败';
    reason: string | null;
    paid: Day | null;
  };
  project: {
    name: string;
    district: string;
    year: string;
    budget: Fen;
    labour: Fen;
    contractor: string | null;
  };
  'fund-entry': {
    on: Day;
    level: FundLevel;
    direction: '收入' | '支出';
    amount: Fen;
    party: string | null;
    summary: string | null;
    occurrence: number;
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
