import { areaOrder, compareText } from '../domain/area-order.js';
import type { Day } from '../domain/day.js';
import type { Unit, UnitTerm } from '../domain/facts.js';
import type { StationLevel } from '../domain/terms.js';
import { unitExistsOn, unitsOverTime, unitTermOn } from '../domain/units.js';
import type { Station } from './network.js';

/** An area by its names, as far down as it goes. */
interface NamedArea {
  district: string | null;
  township: string | null;
  unit: string | null;
}

/** A place of a level; `key` tells it from every other. */
interface StationPlace extends NamedArea {
  key: string;
  code: string | null;
}

interface StationAreas {
  /** Every place of a level on the day, in order of district, township and code. */
  places(level: StationLevel): readonly StationPlace[];
  /** The key of the place where a station stands; null: the register has no such area on the day. */
  placeOf(station: Station): string | null;
  /** The area of a station in words, as it was stated. */
  statedArea(station: Station): NamedArea;
}

const CITY = '市';
const districtKey = (district: string): string => `区 ${district}`;
const townshipKey = (district: string, township: string): string => `镇 ${district}\n${township}`;
const unitKey = (id: number): string => `村 ${id}`;

/**
 * The areas of the register on a day, each with the level of station that it is to have. An area that was
 * renamed, or that another district has taken over as a whole, is followed through its units.
 */
export function stationAreas(units: readonly Unit[], on: Day): StationAreas {
  const overTime = unitsOverTime(units);
  const existing = units.filter((unit) => unitExistsOn(unit, on));
  const districts = new Map<string, StationPlace>();
  const townships = new Map<string, StationPlace>();
  const rooms = new Map<string, StationPlace>();
  for (const unit of existing) {
    const { district, township, name, code } = unitTermOn(unit, on);
    const ofDistrict = districtKey(district);
    const ofTownship = townshipKey(district, township);
    const room = unitKey(unit.id);
    districts.set(ofDistrict, { key: ofDistrict, district, township: null, unit: null, code: null });
    townships.set(ofTownship, { key: ofTownship, district, township, unit: null, code: null });
    rooms.set(room, { key: room, district, township, unit: name, code });
  }
  const { compareDistricts, compareTownships } = areaOrder(units);
  const inOrder = (places: Iterable<StationPlace>): StationPlace[] =>
    [...places].sort(
      (a, b) =>
        compareDistricts(a.district ?? '', b.district ?? '') ||
        compareTownships(a.district ?? '', a.township ?? '', b.township ?? '') ||
        compareText(a.code ?? '', b.code ?? ''),
    );
  const byLevel: Readonly<Record<StationLevel, readonly StationPlace[]>> = {
    市社工支持中心: [{ key: CITY, district: null, township: null, unit: null, code: null }],
    '区(市)县社工总站': inOrder(districts.values()),
    '镇(街道)社工站': inOrder(townships.values()),
    '村(社区)社工室': inOrder(rooms.values()),
  };

  /** The one area that all units of a former area are in on the day; null: they went different ways. */
  const followed = (wasThere: (term: UnitTerm) => boolean, keyOf: (term: UnitTerm) => string) => {
    const keys = new Set(
      existing
        .filter(({ terms }) =>
          terms.some((term) => (term.from === null || term.from <= on) && wasThere(term)),
        )
        .map((unit) => keyOf(unitTermOn(unit, on))),
    );
    return keys.size === 1 ? ([...keys][0] ?? null) : null;
  };
  const townshipOf = ({ district, township }: Station): string | null => {
    const stated = townshipKey(district ?? '', township ?? '');
    if (townships.has(stated)) return stated;
    return followed(
      (term) => term.district === district && term.township === township,
      (term) => townshipKey(term.district, term.township),
    );
  };
  const districtOf = ({ district }: Station): string | null => {
    const stated = districtKey(district ?? '');
    if (districts.has(stated)) return stated;
    return followed(
      (term) => term.district === district,
      (term) => districtKey(term.district),
    );
  };
  const roomOf = ({ unit }: Station): string | null => {
    const key = unit === null ? '' : unitKey(overTime.unitOn(unit, on).id);
    return rooms.has(key) ? key : null;
  };
  const placeOf: Readonly<Record<StationLevel, (station: Station) => string | null>> = {
    市社工支持中心: () => CITY,
    '区(市)县社工总站': districtOf,
    '镇(街道)社工站': townshipOf,
    '村(社区)社工室': roomOf,
  };
  return {
    places: (level) => byLevel[level],
    placeOf: (station) => placeOf[station.level](station),
    statedArea: ({ district, township, unit }) => {
      if (unit === null) return { district, township, unit: null };
      const term = unitTermOn(overTime.unit(unit), on);
      return { district: term.district, township: term.township, unit: term.name };
    },
  };
}
