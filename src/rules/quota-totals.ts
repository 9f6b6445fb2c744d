import type { QuotaRow } from './quotas.js';

/** Sums over units; those of unknown kind add nothing to `required` and `shortfall`. */
export interface QuotaSums {
  units: number;
  required: number;
  established: number;
  filled: number;
  certified: number;
  shortfall: number;
  unknownKind: number;
}

export interface QuotaTotals extends QuotaSums {
  byDistrict: readonly ({ district: string } & QuotaSums)[];
  byTownship: readonly ({ district: string; township: string } & QuotaSums)[];
}

const nothing = (): QuotaSums => ({
  units: 0,
  required: 0,
  established: 0,
  filled: 0,
  certified: 0,
  shortfall: 0,
  unknownKind: 0,
});

function add(sums: QuotaSums, row: QuotaRow): void {
  sums.units += 1;
  sums.required += row.required ?? 0;
  sums.established += row.established;
  sums.filled += row.filled;
  sums.certified += row.certified;
  sums.shortfall += row.shortfall ?? 0;
  if (row.kind === null) sums.unknownKind += 1;
}

/** Totals of the city, of each district and of each township, in the order in which the rows name them. */
export function quotaTotals(rows: readonly QuotaRow[]): QuotaTotals {
  const city = nothing();
  const districts = new Map<string, { district: string } & QuotaSums>();
  const townships = new Map<string, { district: string; township: string } & QuotaSums>();
  for (const row of rows) {
    const { district, township } = row;
    const ofDistrict = districts.get(district) ?? { district, ...nothing() };
    districts.set(district, ofDistrict);
    const key = `${district} ${township}`;
    const ofTownship = townships.get(key) ?? { district, township, ...nothing() };
    townships.set(key, ofTownship);
    for (const sums of [city, ofDistrict, ofTownship]) add(sums, row);
  }
  return { ...city, byDistrict: [...districts.values()], byTownship: [...townships.values()] };
}
