import type { StationLevel } from '../domain/terms.js';
import type { NetworkRow } from './network.js';

/** Sums over places. `stations` may exceed `covered`: a place may have several. */
export interface NetworkSums {
  places: number;
  covered: number;
  missing: number;
  stations: number;
  staff: number;
  certified: number;
  /** Stations that do not state 专职人数: `staff` is without them. */
  staffUnstated: number;
  /** The same of 持证人数 and `certified`. */
  certifiedUnstated: number;
}

export interface NetworkTotals extends NetworkSums {
  byLevel: readonly ({ level: StationLevel } & NetworkSums)[];
  /** A district with all that lies in it, its own station too. */
  byDistrict: readonly ({ district: string } & NetworkSums)[];
  byTownship: readonly ({ district: string; township: string } & NetworkSums)[];
}

const nothing = (): NetworkSums => ({
  places: 0,
  covered: 0,
  missing: 0,
  stations: 0,
  staff: 0,
  certified: 0,
  staffUnstated: 0,
  certifiedUnstated: 0,
});

function add(sums: NetworkSums, { covered, stations, staff, certified }: NetworkRow): void {
  sums.places += 1;
  if (covered) sums.covered += 1;
  else sums.missing += 1;
  sums.stations += stations.length;
  sums.staff += staff ?? 0;
  sums.certified += certified ?? 0;
  sums.staffUnstated += stations.filter((station) => station.staff === null).length;
  sums.certifiedUnstated += stations.filter((station) => station.certified === null).length;
}

/** Totals of everything, of each level, each district and each township, in the order in which the rows name them. */
export function networkTotals(rows: readonly NetworkRow[]): NetworkTotals {
  const all = nothing();
  const levels = new Map<string, { level: StationLevel } & NetworkSums>();
  const districts = new Map<string, { district: string } & NetworkSums>();
  const townships = new Map<string, { district: string; township: string } & NetworkSums>();
  for (const row of rows) {
    const { level, district, township } = row;
    add(all, row);
    add(
      entry(levels, level, () => ({ level, ...nothing() })),
      row,
    );
    if (district === null) continue;
    add(
      entry(districts, district, () => ({ district, ...nothing() })),
      row,
    );
    if (township === null) continue;
    add(
      entry(townships, `${district} ${township}`, () => ({ district, township, ...nothing() })),
      row,
    );
  }
  return {
    ...all,
    byLevel: [...levels.values()],
    byDistrict: [...districts.values()],
    byTownship: [...townships.values()],
  };
}

function entry<Sums>(known: Map<string, Sums>, key: string, create: () => Sums): Sums {
  let found = known.get(key);
  if (!found) {
    found = create();
    known.set(key, found);
  }
  return found;
}
