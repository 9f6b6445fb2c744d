import type { Person } from '../domain/facts.js';
import type { Finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import type { Level, UnitKind } from '../domain/terms.js';
import { unitsOverTime } from '../domain/units.js';
import { type PostCandidate, postCandidates } from './post-candidates.js';
import { checkQuotas, type QuotaQuestion, type QuotaRow } from './quotas.js';

/** Where somebody for a new post works now: at the unit itself, else in its township, else in its district. */
const NEARNESS = ['unit', 'township', 'district'] as const;
type Nearness = (typeof NEARNESS)[number];

export interface ProposedPerson {
  person: Person;
  level: Level;
  near: Nearness;
  /** Where the person works now. */
  township: string;
  unit: string;
}

/** The new posts that bring one unit to its minimum, and who could take them. 三(四)1 */
export interface PostPlanRow extends QuotaRow {
  kind: UnitKind;
  required: number;
  newPosts: number;
  people: readonly ProposedPerson[];
  /** New posts that nobody nearby is there for. */
  recruit: number;
}

interface PlanSums {
  units: number;
  newPosts: number;
  fromUnit: number;
  fromTownship: number;
  fromDistrict: number;
  recruit: number;
}

export interface PostPlan {
  /** The units that are short, in order of district, township and code. */
  rows: readonly PostPlanRow[];
  totals: PlanSums & { unknownKind: number; byDistrict: readonly ({ district: string } & PlanSums)[] };
  findings: readonly Finding[];
}

/**
 * The cheapest set of new posts that meets the minimum on a day. Each unit's minimum is its own, so that fewer posts than
 * the shortfalls added up cannot do. What differs is the people: a new post goes first to certified staff of the unit
 * without a professional post (nobody moves), then to those of the township, then of the district; what is left is to be
 * recruited. Nobody is named twice, and no other choice leaves fewer to recruit. `within` shows a part of the plan of the
 * whole register: who is needed at home is not promised to a neighbour, and the plans of two townships name nobody
 * both. Throws UserError `policy.none-in-force`. 三(四)1
 */
export function planPosts(question: QuotaQuestion): PostPlan {
  const { within, ...everywhere } = question;
  const { units, people, book, on } = everywhere;
  const { rows, totals, findings } = checkQuotas(question);
  const short = (within ? checkQuotas(everywhere).rows : rows).filter(isShort);
  const proposed = propose(short, postCandidates(people, book, on, unitsOverTime(units)));
  const planned = rows.filter(isShort).map((row): PostPlanRow => {
    const here = proposed.get(row.code) ?? [];
    return { ...row, newPosts: row.shortfall, people: here, recruit: row.shortfall - here.length };
  });
  const byDistrict = Array.from(
    groupBy(planned, ({ district }) => district),
    ([district, own]) => ({ district, ...sumsOf(own) }),
  );
  return {
    rows: planned,
    totals: { ...sumsOf(planned), unknownKind: totals.unknownKind, byDistrict },
    findings,
  };
}

type ShortRow = QuotaRow & { kind: UnitKind; required: number; shortfall: number };

const isShort = (row: QuotaRow): row is ShortRow => row.shortfall !== null && row.shortfall > 0;

/** What must be the same of unit and candidate. */
const SHARED: Readonly<
  Record<Nearness, (place: { code: string; district: string; township: string }) => string>
> = {
  unit: ({ code }) => code,
  township: ({ district, township }) => `${district}\n${township}`,
  district: ({ district }) => district,
};

/** Who takes the posts of which unit, by its code. All units get their own staff before anybody moves. */
function propose(
  short: readonly ShortRow[],
  candidates: readonly PostCandidate[],
): Map<string, ProposedPerson[]> {
  const proposed = new Map<string, ProposedPerson[]>(short.map(({ code }) => [code, []]));
  const placed = new Set<PostCandidate>();
  for (const near of NEARNESS) {
    const free = groupBy(
      candidates.filter((candidate) => !placed.has(candidate)),
      ({ unit }) => SHARED[near](unit),
    );
    for (const row of short) {
      const here = proposed.get(row.code) ?? [];
      const pool = free.get(SHARED[near](row)) ?? [];
      for (const candidate of pool.splice(0, row.shortfall - here.length)) {
        placed.add(candidate);
        const { person, level, unit } = candidate;
        here.push({ person, level, near, township: unit.township, unit: unit.name });
      }
    }
  }
  return proposed;
}

function sumsOf(rows: readonly PostPlanRow[]): PlanSums {
  const sum = (countOf: (row: PostPlanRow) => number) => rows.reduce((total, row) => total + countOf(row), 0);
  const from = (near: Nearness) => sum(({ people }) => people.filter((each) => each.near === near).length);
  return {
    units: rows.length,
    newPosts: sum(({ newPosts }) => newPosts),
    fromUnit: from('unit'),
    fromTownship: from('township'),
    fromDistrict: from('district'),
    recruit: sum(({ recruit }) => recruit),
  };
}
