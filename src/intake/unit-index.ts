import type { Unit } from '../domain/facts.js';
import { askedDistrictKeys, districtKeys, nameOf, townshipKey, unitKeys } from './unit-names.js';

/** A name under which a unit is or was known. */
export interface UnitEntry {
  unit: Unit;
  code: string;
  name: string;
  township: string;
  keys: readonly string[];
}

/** The units of one county or managing district, by township. */
export interface District {
  name: string;
  townships: Map<string, UnitEntry[]>;
}

/** All units by code and by area, under every name that the register has ever known. */
export class UnitIndex {
  readonly byCode = new Map<string, Unit>();
  /** Districts that manage units, and pay. */
  readonly managing = new Set<string>();
  private readonly districts = new Map<string, District>();
  private readonly districtsByKey = new Map<string, Set<District>>();

  constructor(units: readonly Unit[]) {
    for (const unit of units) {
      for (const term of unit.terms) {
        this.byCode.set(term.code, unit);
        this.managing.add(term.district);
        const { code, name, township } = term;
        const entry = { unit, code, name, township, keys: unitKeys(name) };
        for (const area of new Set([term.county, term.district])) this.add(area, entry);
      }
    }
    for (const district of this.districts.values()) {
      for (const key of districtKeys(district.name)) {
        const sharing = this.districtsByKey.get(key);
        if (sharing) sharing.add(district);
        else this.districtsByKey.set(key, new Set([district]));
      }
    }
  }

  districtNames(): string[] {
    return [...this.districts.keys()];
  }

  /** Districts that the text may mean; more than one only when a short form fits several. */
  districtsCalled(asked: string): readonly District[] {
    const own = this.districts.get(asked);
    if (own) return [own];
    for (const key of askedDistrictKeys(asked)) {
      const found = this.districtsByKey.get(key);
      if (found) return [...found];
    }
    return [];
  }

  private add(area: string, entry: UnitEntry): void {
    let district = this.districts.get(area);
    if (!district) {
      district = { name: area, townships: new Map() };
      this.districts.set(area, district);
    }
    const entries = district.townships.get(entry.township);
    if (entries) entries.push(entry);
    else district.townships.set(entry.township, [entry]);
  }
}

/** Townships of a district that the text may mean: the very name, or else the same without its ending. */
export function townshipsCalled({ name, townships }: District, asked: string): string[] {
  for (const text of withAndWithout(nameOf(asked), districtKeys(name))) {
    if (townships.has(text)) return [text];
    const key = townshipKey(text);
    const found = [...townships.keys()].filter((township) => townshipKey(township) === key);
    if (found.length > 0) return found;
  }
  return [];
}

/** Entries that the text may mean, among those of an area: the very name, or else the same without its committee. */
export function unitsCalled(
  entries: readonly UnitEntry[],
  asked: string,
  prefixes: readonly string[],
): UnitEntry[] {
  for (const text of withAndWithout(nameOf(asked), prefixes)) {
    const keys = unitKeys(text);
    const found = entries.filter((entry) => entry.keys.some((key) => keys.includes(key)));
    const exact = found.filter((entry) => nameOf(entry.name) === text);
    if (found.length > 0) return exact.length > 0 ? exact : found;
  }
  return [];
}

/** The text, and the text without the area that people repeat in front (锦官驿街道水井坊社区). */
function withAndWithout(text: string, prefixes: readonly string[]): string[] {
  const longest = prefixes
    .filter((prefix) => prefix.length >= 2 && text.startsWith(prefix) && text.length > prefix.length + 1)
    .sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? [text] : [text, text.slice(longest.length)];
}
