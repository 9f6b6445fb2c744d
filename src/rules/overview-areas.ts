import { type AreaOrder, compareText } from '../domain/area-order.js';
import type { FoundWorker } from '../domain/history.js';
import type { Answers, AreaLevel, AreaRow } from './overview.js';
import { countDue, type DueItem, nothingDue } from './overview-dues.js';

const NOWHERE: Where = { district: null, township: null, unit: null };

type Where = { district: string | null; township: string | null; unit: string | null };

/**
 * The areas of a level in figures, in their order: every one that the register has, or that anything is told of. Last, and
 * without a name, what belongs to none of them: the station of the city, people without a post.
 * `holders`: everybody with a certificate. `district`: whose townships are asked about.
 */
export function areaRows(
  answers: Answers,
  items: readonly DueItem[],
  holders: readonly FoundWorker[],
  { by, order, district }: { by: AreaLevel; order: AreaOrder; district: string | null },
): AreaRow[] {
  const rows = new Map<string, AreaRow>();
  const at = (where: Where): AreaRow => {
    const area = where[by] ?? '';
    const known = rows.get(area);
    if (known) return known;
    const created = { area, ...nothingIn(answers) };
    rows.set(area, created);
    return created;
  };
  for (const row of answers.quota.value?.rows ?? []) {
    const area = at(row);
    add(area, 'units', 1);
    add(area, 'unitsMeeting', row.shortfall === 0 ? 1 : 0);
    add(area, 'established', row.established);
    add(area, 'filled', row.filled);
    add(area, 'certified', row.certified);
    add(area, 'shortfall', row.shortfall ?? 0);
  }
  for (const row of answers.network.value?.rows ?? []) {
    const area = at(row);
    add(area, 'stationPlaces', 1);
    add(area, 'stationsCovered', row.covered ? 1 : 0);
    if (row.unit !== null && !row.covered) countDue(area, 'withoutStation');
  }
  for (const { place, registration } of holders) {
    const area = at(place ?? NOWHERE);
    add(area, 'holders', 1);
    add(area, 'registered', registration === 'valid' || registration === 'due' ? 1 : 0);
  }
  for (const item of items) {
    const area = at(item);
    countDue(area, item.list);
  }
  const compare = {
    district: order.compareDistricts,
    township: (a: string, b: string) => order.compareTownships(district ?? '', a, b),
    unit: compareText,
  }[by];
  const isRest = ({ area }: AreaRow) => Number(area === '');
  return [...rows.values()].sort((a, b) => isRest(a) - isRest(b) || compare(a.area, b.area));
}

type Count = Exclude<keyof AreaRow, 'area'>;

function add(row: AreaRow, count: Count, by: number): void {
  const known = row[count];
  if (known !== null) row[count] = known + by;
}

function nothingIn(answers: Answers): Omit<AreaRow, 'area'> {
  const { quota, network, certificates } = answers;
  const zero = ({ lack }: { lack: unknown }) => (lack === null ? 0 : null);
  const posts = zero(quota);
  return {
    ...nothingDue(answers),
    ...{
      units: posts,
      unitsMeeting: posts,
      established: posts,
      filled: posts,
      certified: posts,
      shortfall: posts,
    },
    ...{ holders: zero(certificates), registered: zero(certificates) },
    ...{ stationPlaces: zero(network), stationsCovered: zero(network) },
  };
}
