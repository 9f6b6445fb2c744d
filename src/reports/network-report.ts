import type { Day } from '../domain/day.js';
import type { Messages } from '../messages/messages.js';
import type { NetworkCheck, NetworkRow } from '../rules/network.js';
import type { NetworkSums } from '../rules/network-totals.js';
import type { Column, Report } from './column.js';

/** Every place that is to have a station of the 四级网络, and what stands there. */
export function networkReport(
  text: Messages,
  on: Day,
  { rows, totals, findings }: NetworkCheck,
): Report<NetworkRow> {
  return {
    command: 'network check',
    on,
    columns: networkColumns(text),
    rows,
    totals: { ...totals },
    findings,
    summary: networkSummary(text, on, totals),
  };
}

function networkColumns({
  network: { headings, covered: states, unstated },
}: Messages): Column<NetworkRow>[] {
  const secondary = true;
  const counted = ({ stations }: NetworkRow, count: number | null): string =>
    count === null ? (stations.length > 0 ? unstated : '') : String(count);
  const joined = (row: NetworkRow, wordOf: (station: NetworkRow['stations'][number]) => string | null) =>
    [...new Set(row.stations.map(wordOf).filter((word) => word !== null))].join('、');
  return [
    { key: 'level', heading: headings.level, kind: 'text', value: ({ level }) => level },
    { key: 'district', heading: headings.district, kind: 'free', value: ({ district }) => district },
    { key: 'township', heading: headings.township, kind: 'free', value: ({ township }) => township },
    { key: 'unit', heading: headings.unit, kind: 'free', value: ({ unit }) => unit },
    { key: 'code', heading: headings.code, kind: 'code', value: ({ code }) => code, secondary },
    {
      key: 'covered',
      heading: headings.covered,
      kind: 'flag',
      value: ({ covered }) => covered,
      text: ({ covered }) => (covered ? states.yes : states.no),
    },
    {
      key: 'stations',
      heading: headings.stations,
      kind: 'number',
      value: ({ stations }) => stations.length,
      secondary,
    },
    {
      key: 'name',
      heading: headings.name,
      kind: 'free',
      value: (row) => joined(row, ({ name }) => name) || null,
    },
    {
      key: 'founded',
      heading: headings.founded,
      kind: 'text',
      value: ({ stations }) => stations[0]?.founded ?? null,
      secondary,
    },
    {
      key: 'operator',
      heading: headings.operator,
      kind: 'free',
      value: (row) => joined(row, ({ operator }) => operator) || null,
      secondary,
    },
    {
      key: 'staff',
      heading: headings.staff,
      kind: 'number',
      value: ({ staff }) => staff,
      text: (row) => counted(row, row.staff),
    },
    {
      key: 'certified',
      heading: headings.certified,
      kind: 'number',
      value: ({ certified }) => certified,
      text: (row) => counted(row, row.certified),
    },
    { key: 'citation', heading: '', kind: 'json', value: ({ citation }) => citation },
  ];
}

function networkSummary({ network: words }: Messages, on: Day, totals: NetworkCheck['totals']): string[] {
  if (totals.places === 0) return [words.nothing(on)];
  const { byLevel, byDistrict, byTownship } = totals;
  const parts: (NetworkSums & { name: string })[] =
    byDistrict.length > 1
      ? byDistrict.map((sums) => ({ ...sums, name: sums.district }))
      : byTownship.map((sums) => ({ ...sums, name: sums.township }));
  return [
    ...(parts.length > 1 ? parts.map((sums) => words.part(sums.name, sums)) : []),
    ...byLevel.map((sums) => words.part(sums.level, sums)),
    words.checked(on, totals.places, totals.covered, totals.missing),
    words.staff(totals),
    ...(totals.stations === 0 ? [words.noStations] : []),
  ];
}
