import { areaOrder, compareText } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import type { Establishment, Person, Unit, UnitTerm } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import type { UnitKind } from '../domain/terms.js';
import { type UnitsOverTime, unitExistsOn, unitsOverTime, unitTermOn } from '../domain/units.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { findAbsentUnits } from './absent-units.js';
import { establishedPosts } from './establishments.js';
import { requireInForce } from './policy-span.js';
import { isOpenOn, postTermOn } from './posts.js';
import { type QuotaTotals, quotaTotals } from './quota-totals.js';
import { isProfessional, type TitleReader, titlesOn } from './titles.js';

/** One unit against the minimum. 三(四)1 */
export interface QuotaRow {
  code: string;
  district: string;
  county: string;
  township: string;
  unit: string;
  /** null: nobody has said yet; then nothing is required and nothing is short, which is not 0. */
  kind: UnitKind | null;
  kindConfirmed: boolean;
  required: number | null;
  /** 设置 */
  established: number;
  /** From the 岗位设置表, or from the occupied professional posts where the unit has no row in it. */
  establishedFrom: 'posts' | 'roster';
  /** 在岗: people in professional posts of the unit, each once. */
  filled: number;
  /** 在岗持证: of these, whoever holds any certificate by the day, 员级 included. */
  certified: number;
  shortfall: number | null;
  citation: Citation;
}

export interface QuotaCheck {
  /** Every unit that exists on the day, in order of district, township and code. */
  rows: readonly QuotaRow[];
  totals: QuotaTotals;
  findings: readonly Finding[];
}

export interface QuotaQuestion {
  units: readonly Unit[];
  people: readonly Person[];
  establishments: readonly Establishment[];
  book: PolicyBook;
  on: Day;
  /** Narrows the units looked at, as they are on the day. */
  within?: (term: UnitTerm) => boolean;
}

/**
 * Every unit that exists on a day, those with nobody too, against the minimum of posts that its kind
 * must have in its district. Throws UserError `policy.none-in-force`. 三(四)1
 */
export function checkQuotas({
  units,
  people,
  establishments,
  book,
  on,
  within = () => true,
}: QuotaQuestion): QuotaCheck {
  const titles = titlesOn(book, on);
  const overTime = unitsOverTime(units);
  const established = establishedPosts(establishments, titles, on, overTime);
  const occupied = occupiedPosts(people, titles, on, overTime);
  const minimum = minimumByDistrict(book, on);
  const rows: QuotaRow[] = [];
  for (const unit of units) {
    if (!unitExistsOn(unit, on)) continue;
    const term = unitTermOn(unit, on);
    if (!within(term)) continue;
    const { value, citation } = minimum(term.district);
    const here = occupied.get(unit.id);
    const fromPosts = established.get(unit.id);
    const posts = fromPosts ?? here?.posts ?? 0;
    const required = term.kind === null ? null : value[term.kind];
    rows.push({
      code: term.code,
      district: term.district,
      county: term.county,
      township: term.township,
      unit: term.name,
      kind: term.kind,
      kindConfirmed: term.kindConfirmed,
      required,
      established: posts,
      establishedFrom: fromPosts === undefined ? 'roster' : 'posts',
      filled: here?.people ?? 0,
      certified: here?.certified ?? 0,
      shortfall: required === null ? null : Math.max(0, required - posts),
      citation,
    });
  }
  const { compareDistricts, compareTownships } = areaOrder(units);
  rows.sort(
    (a, b) =>
      compareDistricts(a.district, b.district) ||
      compareTownships(a.district, a.township, b.township) ||
      compareText(a.code, b.code),
  );
  const absent = findAbsentUnits(people, overTime, on, within);
  return { rows, totals: quotaTotals(rows), findings: [...quotaFindings(rows), ...absent] };
}

/** quota.minimum of a district on the day; the book is asked once for each. */
function minimumByDistrict(book: PolicyBook, on: Day) {
  const city = requireInForce(book, 'quota.minimum', on);
  const known = new Map<string, typeof city>();
  return (district: string): typeof city => {
    let version = known.get(district);
    if (!version) {
      version = inForce(book, 'quota.minimum', district, on) ?? city;
      known.set(district, version);
    }
    return version;
  };
}

interface Occupied {
  posts: number;
  people: number;
  certified: number;
}

/** Professional posts that somebody holds on the day, and by how many people, by number of the unit. */
function occupiedPosts(
  people: Iterable<Person>,
  titles: TitleReader,
  on: Day,
  units: UnitsOverTime,
): Map<number, Occupied> {
  const byUnit = new Map<number, Occupied>();
  for (const person of people) {
    const { posts } = person;
    for (let index = 0; index < posts.length; index++) {
      const unit = professionalUnit(posts[index] as Person['posts'][number], titles, on, units);
      if (unit === null) continue;
      const here = byUnit.get(unit) ?? { posts: 0, people: 0, certified: 0 };
      byUnit.set(unit, here);
      here.posts++;
      const countedBefore = posts
        .slice(0, index)
        .some((earlier) => professionalUnit(earlier, titles, on, units) === unit);
      if (countedBefore) continue;
      here.people++;
      if (person.certificates.some(({ issued }) => issued <= on)) here.certified++;
    }
  }
  return byUnit;
}

/** The unit of a post that is open and professional on the day; null for every other post. */
function professionalUnit(
  post: Person['posts'][number],
  titles: TitleReader,
  on: Day,
  units: UnitsOverTime,
): number | null {
  if (post.place.unit === null || !isOpenOn(post, on)) return null;
  return isProfessional(titles, postTermOn(post, on).title) ? units.unitOn(post.place.unit, on).id : null;
}

function quotaFindings(rows: readonly QuotaRow[]): Finding[] {
  const findings: Finding[] = [];
  let unconfirmed = 0;
  for (const { code, district, township, unit, kind, kindConfirmed, ...row } of rows) {
    const { required, established, shortfall, citation } = row;
    const subject = `${district} ${township} ${unit}`;
    if (kind === null || required === null || shortfall === null) {
      findings.push(finding('quota.unknown-kind', 'error', subject, { code }, { citation }));
      continue;
    }
    if (!kindConfirmed) unconfirmed++;
    if (shortfall === 0) continue;
    const details = { kind, required, established, shortfall };
    findings.push(finding('quota.too-few-posts', 'error', subject, details, { citation }));
  }
  if (unconfirmed > 0) {
    findings.push(finding('quota.kinds-unconfirmed', 'info', '', { units: unconfirmed }));
  }
  return findings;
}
