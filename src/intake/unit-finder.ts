import type { Day } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { unitExistsOn, unitTermOn } from '../domain/units.js';
import { nearestWords } from './cells/choice.js';
import type { UnitAnswer, UnitFinder } from './rows.js';
import { type District, townshipsCalled, type UnitEntry, UnitIndex, unitsCalled } from './unit-index.js';
import { townshipKey, unitKeys } from './unit-names.js';

type Asked = Parameters<UnitFinder['find']>[0];

/**
 * Finds units by code, or by area and name: 区(市)县 may be the county of the code or the managing district, full or
 * short; township and unit go with or without their endings. The answer is one unit or the finding that says why
 * not; dissolved units are found too (of two with one name, the one that bears it on the day, else the one that
 * still exists).
 */
export function createUnitFinder(units: readonly Unit[]): UnitFinder {
  const index = new UnitIndex(units);
  const answers = new Map<string, UnitAnswer>();
  return {
    find(asked) {
      const key = `${asked.code}\n${asked.district}\n${asked.township}\n${asked.name}\n${asked.on ?? ''}`;
      const known = answers.get(key);
      if (known) return known;
      const answer = asked.code === '' ? findByName(index, asked) : findByCode(index, asked);
      answers.set(key, answer);
      return answer;
    },
    district(asked) {
      const found = index.districtsCalled(asked).filter(({ name }) => index.managing.has(name));
      if (found.length === 1 && found[0]) return { district: found[0].name };
      return { nearest: nearestWords(asked, index.managing) };
    },
    township(district, asked) {
      const found = index.districtsCalled(district).flatMap((each) => townshipsCalled(each, asked));
      return found.length === 1 ? (found[0] ?? null) : null;
    },
    townshipsLike: (district, asked) =>
      nearestBy(
        townshipKey,
        asked,
        index.districtsCalled(district).flatMap(({ townships }) => [...townships.keys()]),
      ),
  };
}

function findByCode(index: UnitIndex, asked: Asked): UnitAnswer {
  const unit = index.byCode.get(asked.code);
  if (!unit) {
    return { finding: problem(asked, { part: 'code', within: '', nearest: nearestCodes(index, asked) }) };
  }
  if (agrees(index, unit, asked)) return { unit };
  const details = { byCode: describe(unit), byName: areaAndName(asked) };
  return { finding: finding('unit.code-differs', 'error', areaAndName(asked), details) };
}

/** Whether everything that is said beside the code fits the unit. */
function agrees(index: UnitIndex, unit: Unit, { district, township, name }: Asked): boolean {
  const districts = index.districtsCalled(district);
  return unit.terms.some((term) => {
    const areas = [term.county, term.district];
    if (district !== '' && !districts.some((each) => areas.includes(each.name))) return false;
    const entry = {
      unit,
      code: term.code,
      name: term.name,
      township: term.township,
      keys: unitKeys(term.name),
    };
    const home: District = { name: term.district, townships: new Map([[term.township, [entry]]]) };
    if (township !== '' && townshipsCalled(home, township).length === 0) return false;
    return name === '' || unitsCalled([entry], name, [term.township]).length > 0;
  });
}

function findByName(index: UnitIndex, asked: Asked): UnitAnswer {
  const districts = index.districtsCalled(asked.district);
  if (districts.length === 0) {
    const nearest = nearestWords(asked.district, index.districtNames());
    return { finding: problem(asked, { part: 'district', within: '', nearest }) };
  }
  const within = districts.map(({ name }) => name).join('、');
  const entries: UnitEntry[] = [];
  const townships = new Set<string>();
  for (const district of districts) {
    for (const township of asked.township === ''
      ? district.townships.keys()
      : townshipsCalled(district, asked.township)) {
      townships.add(township);
      entries.push(...(district.townships.get(township) ?? []));
    }
  }
  if (entries.length === 0) {
    const nearest = nearestBy(
      townshipKey,
      asked.township,
      districts.flatMap((each) => [...each.townships.keys()]),
    );
    return { finding: problem(asked, { part: 'township', within, nearest }) };
  }
  const found = onlyOne(unitsCalled(entries, asked.name, [...townships, asked.township]), asked.on);
  const [first] = found;
  if (first && found.length === 1) return { unit: first };
  if (first) {
    const candidates = found.map(describe);
    return { finding: finding('unit.ambiguous', 'error', areaAndName(asked), { candidates }) };
  }
  const place = asked.township === '' ? within : `${within} ${[...townships].join('、')}`;
  const nearest = [
    ...elsewhere(districts, townships, asked.name),
    ...nearestBy(
      unitKey,
      asked.name,
      entries.map(({ name }) => name),
    ),
  ].slice(0, 3);
  return { finding: problem(asked, { part: 'unit', within: place, nearest }) };
}

/** Each unit once; of several, the one that exists and is called so on the day, or those that still exist, if that decides. */
function onlyOne(entries: readonly UnitEntry[], on: Day | undefined): Unit[] {
  const found = [...new Set(entries.map(({ unit }) => unit))];
  if (found.length > 1 && on !== undefined) {
    const onDay = entries.filter(({ unit, name, township }) => {
      const term = unitTermOn(unit, on);
      return unitExistsOn(unit, on) && term.name === name && term.township === township;
    });
    const then = new Set(onDay.map(({ unit }) => unit));
    if (then.size === 1) return [...then];
  }
  const existing = found.filter(({ dissolved }) => dissolved === null);
  return existing.length === 1 ? existing : found;
}

/** Units of that very name in other townships of the districts: the likeliest slip of the pen. */
function elsewhere(districts: readonly District[], townships: ReadonlySet<string>, name: string): string[] {
  return districts.flatMap((district) =>
    [...district.townships]
      .filter(([township]) => !townships.has(township))
      .flatMap(([township, entries]) =>
        unitsCalled(entries, name, []).map((entry) => `${township} ${entry.name}`),
      ),
  );
}

/** Names compared without the endings that make all of them alike. */
function nearestBy(keyOf: (name: string) => string, asked: string, names: readonly string[]): string[] {
  const byKey = new Map(names.map((name) => [keyOf(name), name]));
  return nearestWords(keyOf(asked), byKey.keys()).map((key) => byKey.get(key) ?? key);
}

const unitKey = (name: string): string => unitKeys(name)[0] ?? name;

function nearestCodes(index: UnitIndex, { district, township, name }: Asked): string[] {
  if (district === '' || name === '') return [];
  const byName = findByName(index, { code: '', district, township, name });
  return 'unit' in byName ? [describe(byName.unit)] : [];
}

const problem = (
  asked: Asked,
  details: { part: 'code' | 'district' | 'township' | 'unit'; within: string; nearest: readonly string[] },
): Finding => finding('unit.unknown', 'error', areaAndName(asked), details);

const areaAndName = ({ code, district, township, name }: Asked): string =>
  [district, township, name].filter((part) => part !== '').join(' ') || code;

function describe(unit: Unit): string {
  const term = unit.terms.at(-1) ?? unit.terms[0];
  return `${term.township} ${term.name} ${term.code}`;
}
