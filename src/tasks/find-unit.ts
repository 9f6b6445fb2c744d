import { type Area, isWithin } from '../domain/area.js';
import type { Day } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { nearestOf } from '../domain/nearest.js';
import { unitExistsOn, unitsOverTime, unitTermOn } from '../domain/units.js';
import { UserError } from '../domain/user-error.js';
import { createUnitFinder } from '../intake/unit-finder.js';
import { type AskedArea, resolveArea } from './area.js';

/**
 * The one unit meant by a code of twelve digits, a name that is one unit's alone in the area, or names from the district
 * down, `锦江区/锦官驿街道/水井坊社区`, with or without the usual endings. `evenEnded`: also a unit that does not exist on the day.
 * Throws UserError `where.unknown`, `where.absent`, `where.ambiguous` and `area.unknown`.
 */
export function findUnit(
  units: readonly Unit[],
  where: string,
  { on, within, evenEnded = false }: { on: Day; within: AskedArea; evenEnded?: boolean },
): Unit {
  const area = resolveArea(units, within);
  const asked = where.normalize('NFKC').replace(/\s/g, '');
  const inArea = (unit: Unit): boolean => isIn(unit, area, on) && (evenEnded || unitExistsOn(unit, on));
  const everFound = candidates(units, asked, area, on).filter((unit) => isIn(unit, area, on));
  const [only, ...others] = preferExisting(everFound.filter(inArea), on);
  if (only === undefined) {
    const [absent] = everFound;
    if (absent) throw new UserError('where.absent', { ...lifeOf(absent, units, on), on });
    throw new UserError('where.unknown', { where, nearest: nearest(units, asked, inArea, on) });
  }
  if (others.length > 0) {
    throw new UserError('where.ambiguous', {
      where,
      candidates: [only, ...others].map((unit) => describe(unit, on)),
    });
  }
  return only;
}

function candidates(units: readonly Unit[], asked: string, area: Area, on: Day): Unit[] {
  if (/^\d{12}$/.test(asked)) return units.filter(({ terms }) => terms.some(({ code }) => code === asked));
  const parts = asked.split('/');
  const name = parts.at(-1) ?? '';
  const finder = createUnitFinder(units);
  const districts =
    parts.length > 1
      ? [parts[0] ?? '']
      : area.district !== null
        ? [area.district]
        : [...new Set(units.flatMap(({ terms }) => terms.map(({ district }) => district)))];
  const township = parts.length > 2 ? (parts[1] ?? '') : (area.township ?? '');
  const found = districts.flatMap((district) => {
    const answer = finder.find({ code: '', district, township, name, on });
    if ('unit' in answer) return [answer.unit];
    // several of one name in one district: the finder names them by their codes
    if (answer.finding.code !== 'unit.ambiguous') return [];
    const codes = answer.finding.details.candidates.map((each) => each.slice(-12));
    return units.filter((unit) => codes.includes(unitTermOn(unit, on).code));
  });
  return [...new Set(found)];
}

const preferExisting = (found: readonly Unit[], on: Day): readonly Unit[] => {
  const existing = found.filter((unit) => unitExistsOn(unit, on));
  return existing.length > 0 ? existing : found;
};

const isIn = (unit: Unit, area: Area, on: Day): boolean => isWithin(area, unitTermOn(unit, on));

function describe(unit: Unit, on: Day): string {
  const { district, township, name, code } = unitTermOn(unit, on);
  return `${district}/${township}/${name} ${code}`;
}

function lifeOf(unit: Unit, units: readonly Unit[], on: Day) {
  const { founded, dissolved } = unit;
  const heir = unitsOverTime(units).unitOn(unit.id, on);
  const successor = heir === unit ? null : describe(heir, on);
  return { unit: describe(unit, on), founded, dissolved, successor };
}

function nearest(
  units: readonly Unit[],
  asked: string,
  inArea: (unit: Unit) => boolean,
  on: Day,
): readonly string[] {
  const names = new Map<string, Unit>();
  for (const unit of units) if (inArea(unit)) names.set(unitTermOn(unit, on).name, unit);
  return nearestOf(asked.split('/').at(-1) ?? asked, [...names.keys()]).map((name) =>
    describe(names.get(name) as Unit, on),
  );
}
