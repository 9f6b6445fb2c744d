import type { Day } from '../domain/day.js';
import type { Establishment, Place, Unit, UnitTerm } from '../domain/facts.js';
import type { UnitKind } from '../domain/terms.js';
import type { Database } from './open.js';
import { type KnownAt, readStanding } from './standing.js';

type TermRow = [
  unit: number,
  code: string,
  from: Day | null,
  name: string,
  county: string,
  township: string,
  kind: UnitKind | null,
  kindConfirmed: number,
  district: string,
  districtConfirmed: number,
  founded: Day | null,
  dissolved: Day | null,
  file: number,
  line: number,
];

/** Every unit of the register, by code, each with its states in order of time. */
export function loadUnits(db: Database, knownAt?: KnownAt): Unit[] {
  const units = new Map<number, { id: number; dates: Dates[]; terms: UnitTerm[] }>();
  const rows = readStanding<TermRow>(db, {
    columns: `unit, code, from_on, name, county, township, kind, kind_confirmed, district, district_confirmed,
      founded_on, dissolved_on, file, line`,
    table: 'unit_term JOIN unit ON unit.id = unit',
    knownAt,
  });
  for (const [
    id,
    code,
    from,
    name,
    county,
    township,
    kind,
    kindSure,
    district,
    districtSure,
    founded,
    dissolved,
    file,
    line,
  ] of rows) {
    const term: UnitTerm = {
      from,
      code,
      name,
      county,
      township,
      kind,
      district,
      file,
      line,
      kindConfirmed: kindSure === 1,
      districtConfirmed: districtSure === 1,
    };
    const unit = units.get(id);
    const dates = { from, founded, dissolved };
    if (unit) {
      unit.terms.push(term);
      unit.dates.push(dates);
    } else units.set(id, { id, dates: [dates], terms: [term] });
  }
  for (const { terms, dates } of units.values()) {
    terms.sort(byFrom);
    dates.sort(byFrom);
  }
  const successors = loadSuccessors(db, knownAt);
  const sorted = [...units.values()]
    .map(({ id, dates, terms }) => ({ id, ...latestDates(dates), successor: successors.get(id), terms }))
    .sort((a, b) => compareText(a.terms[0]?.code ?? '', b.terms[0]?.code ?? ''));
  return sorted as unknown as Unit[];
}

/** 并入: successors by number of the unit. */
function loadSuccessors(db: Database, knownAt: KnownAt): Map<number, number> {
  const rows = readStanding<[number, number]>(db, {
    columns: 'unit, unit.id',
    table: 'unit_succession JOIN unit ON unit.code = successor',
    knownAt,
  });
  return new Map(rows);
}

interface Dates {
  from: Day | null;
  founded: Day | null;
  dissolved: Day | null;
}

/** 设立日期 and 撤销日期 are one per unit: the latest state that names them knows best. */
const latestDates = (states: readonly Dates[]) => ({
  founded: states.findLast(({ founded }) => founded !== null)?.founded ?? null,
  dissolved: states.findLast(({ dissolved }) => dissolved !== null)?.dissolved ?? null,
});

type EstablishmentTuple = [
  unit: number | null,
  workplace: string | null,
  district: string | null,
  township: string | null,
  title: string,
  count: number,
  from: Day,
  until: Day | null,
  document: string | null,
  file: number,
  line: number,
];

/** Every 岗位设置 row that stands. */
export function loadEstablishments(db: Database, knownAt?: KnownAt): Establishment[] {
  const rows = readStanding<EstablishmentTuple>(db, {
    columns: 'unit, workplace, district, township, title, count, from_on, until_on, document, file, line',
    table: 'establishment',
    knownAt,
  });
  return Array.from(
    rows,
    ([unit, workplace, district, township, title, count, from, until, document, file, line]) => ({
      place: placeFrom(unit, workplace, district, township),
      title,
      count,
      from,
      until,
      document,
      file,
      line,
    }),
  );
}

/** The place that the four columns of a row mean. */
export function placeFrom(
  unit: number | null,
  workplace: string | null,
  district: string | null,
  township: string | null,
): Place {
  return unit !== null
    ? { unit, workplace: null, district: null, township: null }
    : { unit: null, workplace: workplace ?? '', district: district ?? '', township };
}

const byFrom = (a: { from: Day | null }, b: { from: Day | null }): number =>
  compareText(a.from ?? '', b.from ?? '');

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
