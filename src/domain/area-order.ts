import type { Unit } from './facts.js';

/** The order in which an office lists its areas. Names that the register does not have come last, by code point. */
export interface AreaOrder {
  compareDistricts(a: string, b: string): number;
  /** Of one district; the empty name (no township stated) comes first. */
  compareTownships(district: string, a: string, b: string): number;
}

/**
 * The order of the administrative codes: 锦江, 青羊, 金牛, 武侯, 成华, 龙泉驿 … and after all of them the districts
 * that have no codes of their own (成都高新区, 四川天府新区, 成都东部新区), each by the smallest code of its units;
 * townships by the smallest code of theirs. Units count in all their states.
 */
export function areaOrder(units: readonly Unit[]): AreaOrder {
  const districts = new Map<string, string>();
  const townships = new Map<string, string>();
  const withCodes = new Set<string>();
  for (const { terms } of units) {
    for (const { code, county, district, township } of terms) {
      keepSmallest(districts, district, code);
      keepSmallest(townships, `${district}\n${township}`, code);
      if (county === district) withCodes.add(district);
    }
  }
  const districtKey = remembered((name) => {
    const code = districts.get(name);
    return code === undefined ? `2${name}` : `${withCodes.has(name) ? '0' : '1'}${code}`;
  });
  const townshipKeys = remembered((district) =>
    remembered((name) => {
      if (name === '') return '';
      const code = townships.get(`${district}\n${name}`);
      return code === undefined ? `2${name}` : `1${code}`;
    }),
  );
  const townshipKey = (district: string, name: string): string => townshipKeys(district)(name);
  return {
    compareDistricts: (a, b) => (a === b ? 0 : compareText(districtKey(a), districtKey(b))),
    compareTownships: (district, a, b) =>
      a === b ? 0 : compareText(townshipKey(district, a), townshipKey(district, b)),
  };
}

/** Sorting many people asks the same few names over and over. */
function remembered<Value>(of: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const found = known.get(name) ?? of(name);
    known.set(name, found);
    return found;
  };
}

function keepSmallest(codes: Map<string, string>, name: string, code: string): void {
  const known = codes.get(name);
  if (known === undefined || code < known) codes.set(name, code);
}

/** By code point. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
