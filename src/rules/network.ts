import { type Area, isWithin } from '../domain/area.js';
import { compareText } from '../domain/area-order.js';
import type { FactValues } from '../domain/changes.js';
import { type Day, holdsOn } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { type Citation, type Finding, finding } from '../domain/finding.js';
import type { StationLevel } from '../domain/terms.js';
import type { PolicyBook } from '../policy/policy-book.js';
import { stationAreas } from './network-areas.js';
import { type NetworkTotals, networkTotals } from './network-totals.js';
import { requireInForce } from './policy-span.js';

/** A station of the 四级网络, as the register keeps it. */
export type Station = FactValues['station'];

/** One place that is to have a station: the city, a 区(市)县, a 镇(街道) or a 村(社区). 三(三)1 */
export interface NetworkRow {
  level: StationLevel;
  /** null: of the city; `township` and `unit` likewise, as far down as the level goes. */
  district: string | null;
  township: string | null;
  unit: string | null;
  code: string | null;
  covered: boolean;
  /** Stations that stand there on the day, the oldest first. */
  stations: readonly Station[];
  /** 专职人数 and 持证人数 added up; null: no station of the place states it, which is not 0. */
  staff: number | null;
  certified: number | null;
  citation: Citation;
}

export interface NetworkCheck {
  /** From the city down; each level in order of district, township and code. */
  rows: readonly NetworkRow[];
  totals: NetworkTotals;
  findings: readonly Finding[];
}

export interface NetworkQuestion {
  units: readonly Unit[];
  stations: readonly Station[];
  book: PolicyBook;
  on: Day;
  /** Narrows the places looked at; null: no limit. */
  area?: Area;
}

/**
 * Every place of the register on a day that is to have a station of the 四级网络: the city one, each managing district,
 * each township and each unit one of theirs, for the levels that the policy names. A station of a unit that was merged stands
 * at its successor; one whose area the register does not have on the day covers nothing, with a warning.
 * Throws UserError `policy.none-in-force`. 三(三)1
 */
export function checkNetwork({
  units,
  stations,
  book,
  on,
  area = { district: null, township: null },
}: NetworkQuestion): NetworkCheck {
  const { value: levels, citation } = requireInForce(book, 'network.levels', on);
  const areas = stationAreas(units, on);
  const standing = new Map<string, Station[]>();
  const findings: Finding[] = [];
  for (const station of stations) {
    if (!holdsOn({ from: station.founded, until: station.dissolved }, on)) continue;
    const place = areas.placeOf(station);
    if (place === null) {
      const stated = areas.statedArea(station);
      if (isWithin(area, stated)) {
        const details = { level: station.level, name: station.name };
        findings.push(finding('network.no-such-area', 'warning', areaName(stated), details, { citation }));
      }
      continue;
    }
    const known = standing.get(place);
    if (known) known.push(station);
    else standing.set(place, [station]);
  }
  const rows = levels.flatMap((level) =>
    areas
      .places(level)
      // a question about a district leaves the city out, one about a township the district too
      .filter((place) => isWithin(area, place))
      .map((place): NetworkRow => {
        const here = (standing.get(place.key) ?? []).sort(byAge);
        const { district, township, unit, code } = place;
        return {
          ...{ level, district, township, unit, code, covered: here.length > 0, stations: here },
          staff: sumOf(here.map(({ staff }) => staff)),
          certified: sumOf(here.map(({ certified }) => certified)),
          citation,
        };
      }),
  );
  const missing = rows
    .filter(({ covered }) => !covered)
    .map(({ level, ...place }) =>
      finding('network.missing', 'error', areaName(place), { level }, { citation }),
    );
  return { rows, totals: networkTotals(rows), findings: [...missing, ...findings] };
}

/** `锦江区 锦官驿街道 水井坊社区居委会`, as far as the level goes; empty for the city. */
const areaName = ({ district, township, unit }: Pick<NetworkRow, 'district' | 'township' | 'unit'>): string =>
  [district, township, unit].filter((part) => part !== null).join(' ');

const byAge = (a: Station, b: Station): number =>
  compareText(a.founded, b.founded) || compareText(a.name, b.name);

function sumOf(counts: readonly (number | null)[]): number | null {
  const stated = counts.filter((count) => count !== null);
  return stated.length === 0 ? null : stated.reduce((sum, count) => sum + count, 0);
}
