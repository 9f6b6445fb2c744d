import type { Unit } from '../domain/facts.js';
import type { UnitRow } from './rows.js';
import { type District, UnitIndex } from './unit-index.js';
import { nameOf, townshipKey } from './unit-names.js';

/** A row of a 村社区名录 with its areas as the register writes them. */
interface SpelledRow {
  row: UnitRow;
  /** The 区(市)县 of the row, where it is neither the county of the code nor the managing district; else null. */
  otherCounty: string | null;
  /** The code begins like no other: its first six digits, and those that belong to the county of the row. */
  newPrefix: { prefix: string; usual: string | null } | null;
}

/**
 * Reads the areas of a 村社区名录 the way other lists are read: full or short (高新区 is 成都高新区), so that another
 * spelling never makes a district of its own. The county is the one of the code; a managing district in
 * its place is taken for the 管理区县. What the register does not know stays as it is written.
 */
export function createAreaSpelling(units: readonly Unit[]): (row: UnitRow) => SpelledRow {
  const index = new UnitIndex(units);
  const countyOf = new Map(
    units.flatMap(({ terms }) => terms.map(({ code, county }) => [code.slice(0, 6), county] as const)),
  );
  const counties = new Set(countyOf.values());
  const prefixOf = new Map([...countyOf].map(([prefix, county]) => [county, prefix]));
  return (row) => {
    const called = onlyOne(index.districtsCalled(row.county));
    const stated = called ?? row.county;
    const prefix = row.code.slice(0, 6);
    const county = countyOf.get(prefix) ?? stated;
    const newPrefix = countyOf.has(prefix) ? null : { prefix, usual: prefixOf.get(county) ?? null };
    const manager = row.district === null ? null : managingName(index, row.district);
    const isManaging = stated !== county && index.managing.has(stated) && !counties.has(stated);
    const district = manager ?? (isManaging ? stated : null);
    const known = index.byCode.get(row.code)?.terms.map((term) => term.district) ?? [];
    const fits = called === undefined || [county, district, ...known].includes(called);
    const township = spelledTownship(row.township, index.districtsCalled(county));
    return { row: { ...row, county, district, township }, otherCounty: fits ? null : stated, newPrefix };
  };
}

const onlyOne = (found: readonly District[]): string | undefined =>
  found.length === 1 ? found[0]?.name : undefined;

const managingName = (index: UnitIndex, asked: string): string =>
  onlyOne(index.districtsCalled(asked).filter(({ name }) => index.managing.has(name))) ?? asked;

/** 锦官驿, 锦官驿街道办事处 -> 锦官驿街道; another ending (镇 for 街道) is another name, as after a reorganisation. */
function spelledTownship(asked: string, districts: readonly District[]): string {
  const text = nameOf(asked)
    .replace(/人民政府$/, '')
    .replace(/街道办(事处)?$/, '街道');
  if (/(街道|镇|乡)$/.test(text)) return text;
  const found = districts
    .flatMap(({ townships }) => [...townships.keys()])
    .filter((township) => townshipKey(township) === townshipKey(text));
  return found.length === 1 ? (found[0] as string) : asked;
}
