import { compareText } from '../domain/area-order.js';
import { type Day, dayAfter, dayBefore } from '../domain/day.js';
import type { Establishment, Origin, Person, Place, Unit } from '../domain/facts.js';
import type { Category, Level, Tier, UnitKind } from '../domain/terms.js';
import { unitsOverTime, unitTermOn } from '../domain/units.js';
import { inForce } from '../policy/in-force.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { highestCertificate } from './certificates.js';
import { gradesOn } from './grades.js';

/** A 工作单位 that is no unit of the register: an institution, a hospital, a school, an organisation. */
export interface Workplace {
  district: string;
  workplace: string;
}

/** One stretch of a unit's history; what it is not about is null. */
export interface UnitHistoryRow extends Origin {
  /** The unit itself, posts that it was given (岗位设置), or somebody on a post of it. */
  about: 'unit' | 'posts' | 'person';
  /** null: no beginning, no end is known. */
  from: Day | null;
  until: Day | null;
  /** The unit as it was called then; one that was merged into it later has its own name. */
  unit: string;
  district: string;
  /** null: of another workplace, where nobody stated it. */
  township: string | null;
  kind: UnitKind | null;
  title: string | null;
  /** By the table of titles in force on the day that is asked about; null: no grade, or no table. */
  grade: number | null;
  tier: Tier | null;
  count: number | null;
  document: string | null;
  person: Person | null;
  category: Category | null;
  /** The highest certificate held at the end of the stretch. */
  level: Level | null;
}

/**
 * The posts of a unit or another workplace over time: its own states, what posts of which grade it was given, and who held
 * them under which title. Whatever was merged into a unit counts as its own. `on`: certificates and grades as of this day; `only`: nothing
 * but what holds on it. In order of time within each kind. 三(四)1, 三(四)2
 */
export function unitHistory({
  unit,
  units,
  people,
  establishments,
  book,
  on,
  only,
}: {
  unit: Unit | Workplace;
  units: readonly Unit[];
  people: readonly Person[];
  establishments: readonly Establishment[];
  book: PolicyBook;
  on: Day;
  only: boolean;
}): UnitHistoryRow[] {
  const own = 'workplace' in unit ? ofWorkplace(unit) : ofUnit(unit, units, on);
  const gradeOf = gradeReader(book, on);
  const states = own.units.flatMap((each) =>
    each.terms.map(({ file, line, ...term }, index): UnitHistoryRow => {
      const next = each.terms[index + 1]?.from ?? null;
      return {
        ...NOTHING,
        ...{ about: 'unit', file, line, from: term.from ?? each.founded },
        until: next === null ? each.dissolved : dayBefore(next),
        ...{ unit: term.name, district: term.district, township: term.township, kind: term.kind },
      };
    }),
  );
  const given = establishments.flatMap((row): UnitHistoryRow[] => {
    const { from, count, document, file, line } = row;
    const until = endOf(row, establishments, gradeOf);
    const place = own.place(row.place, from, until);
    if (place === null) return [];
    const { title, grade, tier } = gradeOf(row.title);
    return [
      {
        ...NOTHING,
        ...place,
        ...{ about: 'posts', from, until, title, grade, tier, count, document, file, line },
      },
    ];
  });
  const held = people.flatMap((person) =>
    person.posts.flatMap(({ place: at, until: left, terms }) =>
      terms.flatMap(({ from, category, title: written, file, line }, index): UnitHistoryRow[] => {
        const next = terms[index + 1]?.from;
        const until = next === undefined ? left : dayBefore(next);
        const place = own.place(at, from, until);
        if (place === null) return [];
        const read = written === null ? { title: null, grade: null, tier: null } : gradeOf(written);
        const seen = until !== null && until < on ? until : on;
        return [
          {
            ...NOTHING,
            ...place,
            ...{ about: 'person', from, until, ...read, person, category, file, line },
            level: highestCertificate(person.certificates, seen)?.level ?? null,
          },
        ];
      }),
    ),
  );
  return [states, given, held].flatMap((rows) =>
    rows
      .filter(
        ({ from, until }) => !only || ((from === null || from <= on) && (until === null || on <= until)),
      )
      .sort(byTime),
  );
}

/** Whose history it is: its units, and what a place that is its own was called then; null: somebody else's. */
interface Own {
  units: readonly Unit[];
  place(
    place: Place,
    from: Day | null,
    until: Day | null,
  ): Pick<UnitHistoryRow, 'unit' | 'district' | 'township' | 'kind'> | null;
}

function ofUnit(unit: Unit, units: readonly Unit[], on: Day): Own {
  const overTime = unitsOverTime(units);
  const line = units.filter(({ id }) => overTime.line(id).includes(unit));
  const byId = new Map(line.map((each) => [each.id, each]));
  return {
    units: line,
    place: ({ unit: id }, from, until) => {
      const at = id === null ? undefined : byId.get(id);
      if (!at) return null;
      const { name, district, township, kind } = unitTermOn(at, from ?? until ?? on);
      return { unit: name, district, township, kind };
    },
  };
}

const ofWorkplace = ({ district, workplace }: Workplace): Own => ({
  units: [],
  place: (at) =>
    at.unit === null && at.district === district && at.workplace === workplace
      ? { unit: workplace, district, township: at.township, kind: null }
      : null,
});

const NOTHING = {
  title: null,
  grade: null,
  tier: null,
  count: null,
  document: null,
  person: null,
  category: null,
  level: null,
} as const;

const byTime = (a: UnitHistoryRow, b: UnitHistoryRow): number =>
  compareText(a.from ?? '', b.from ?? '') ||
  compareText(a.title ?? '', b.title ?? '') ||
  compareText(a.person?.idNumber ?? '', b.person?.idNumber ?? '');

type Read = (title: string) => Pick<UnitHistoryRow, 'grade' | 'tier'> & { title: string };

/** Titles with their grades, where a table is in force on the day; else as they are written. */
function gradeReader(book: PolicyBook, on: Day): Read {
  const known = inForce(book, 'grade.map', null, on) && inForce(book, 'grade.certificate', null, on);
  if (!known) return (title) => ({ title, grade: null, tier: null });
  const grades = gradesOn(book, on);
  return (written) => {
    const read = grades.read(written);
    const found = grades.grade(read);
    return { title: read.title, grade: found?.grade ?? null, tier: found?.tier ?? null };
  };
}

const samePlace = (a: Place, b: Place): boolean =>
  a.unit === b.unit && a.district === b.district && a.township === b.township && a.workplace === b.workplace;

/** A later row of the same title at the same unit takes over. */
function endOf(row: Establishment, rows: readonly Establishment[], read: Read): Day | null {
  const later = rows
    .filter(
      (other) =>
        samePlace(other.place, row.place) &&
        other.from >= dayAfter(row.from) &&
        read(other.title).title === read(row.title).title,
    )
    .map(({ from }) => dayBefore(from))
    .sort(compareText)[0];
  return later !== undefined && (row.until === null || later < row.until) ? later : row.until;
}
