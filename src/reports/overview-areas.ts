import type { QuarterMoney } from '../domain/quarter-money.js';
import type { Messages } from '../messages/messages.js';
import type { AreaRow, Overview } from '../rules/overview.js';
import { html, type Markup, type Part } from './html.js';
import { pageTable } from './overview-table.js';
import type { FreeText } from './overview-text.js';
import { thousands, yuan } from './thousands.js';

const anchor = (index: number): string => `area-${index + 1}`;

/** The districts as tiles, each where it lies; the list reads the same without the map. Nothing for parts of a city. */
export function tileMap(
  { overview: { page } }: Messages,
  { areas, tiles, by }: Overview,
  free: FreeText,
): Markup | null {
  if (by !== 'district' || areas.length === 0) return null;
  const rows = Object.values(tiles).map(([, row]) => row);
  const columns = Math.max(1, ...Object.values(tiles).map(([column]) => column));
  const below = Math.max(0, ...rows);
  let unplaced = 0;
  const items = areas.flatMap((row, index) => {
    if (row.area === '') return [];
    const known = tiles[row.area];
    const [column, line] = known ?? [(unplaced % columns) + 1, below + 1 + Math.floor(unplaced / columns)];
    if (!known) unplaced++;
    return html`<li class="tile share-${shareOf(row)}" style="grid-column:${column};grid-row:${line}"><a href="#${anchor(index)}">${free(row.area)}</a>${figuresOf(page, row)}</li>
`;
  });
  return html`<section class="map" aria-labelledby="map-title"><h2 id="map-title">${page.map}</h2>
<ul class="tiles" style="--columns:${columns}">${items}</ul>
<p class="note">${page.mapNote}</p></section>
`;
}

function figuresOf(page: Messages['overview']['page'], { shortfall, unitsMeeting, units }: AreaRow): Markup {
  if (shortfall === null || unitsMeeting === null || units === null) {
    return html`<span class="figure">${page.tileUnanswered}</span>`;
  }
  const figure =
    shortfall === 0
      ? html`<span aria-hidden="true">✓ </span>${page.tileMet}`
      : page.tile(thousands(shortfall));
  return html`<span class="figure">${figure}</span><span class="small">${page.tileUnits(thousands(unitsMeeting), thousands(units))}</span>`;
}

/** 0 where every unit has its posts, to 4 where hardly any has. */
const shareOf = ({ units, unitsMeeting }: AreaRow): number =>
  units === null || unitsMeeting === null || units === 0
    ? 0
    : Math.ceil(((units - unitsMeeting) * 4) / units);

/** All areas in figures. */
export function areaTable(
  { overview: { page, none } }: Messages,
  overview: Overview,
  free: FreeText,
): Markup {
  const { areas, by, quarters } = overview;
  const count = (value: number | null) => (value === null ? none : thousands(value));
  const columns = page.columns;
  const latest = quarters.at(-1);
  const withMoney = by === 'district' && latest !== undefined;
  const money = new Map(withMoney ? latest.districts.map((each) => [each.district, each]) : []);
  const isDraft = ({ state }: QuarterMoney) => state === 'draft';
  const allDraft = [...money.values()].every(isDraft);
  const waiting = ({ due, expired, never }: AreaRow): number | null =>
    due === null || expired === null || never === null ? null : due + expired + never;
  const cells = (row: AreaRow, amount: Part) => [
    ...[count(row.units), count(row.unitsMeeting), count(row.established), count(row.shortfall)],
    ...[count(row.filled), count(row.certified), count(row.holders), count(row.registered)],
    row.stationPlaces === null || row.stationsCovered === null
      ? none
      : `${thousands(row.stationsCovered)}/${thousands(row.stationPlaces)}`,
    count(waiting(row)),
    ...(withMoney ? [amount] : []),
  ];
  const headings = [
    ...[columns.units, columns.unitsMeeting, columns.established, columns.shortfall],
    ...[columns.filled, columns.certified, columns.holders, columns.registered],
    ...[columns.stations, columns.waiting],
    ...(withMoney ? [columns.subsidy(latest.quarter, allDraft)] : []),
  ];
  const total = areas.reduce<AreaRow>(addRows, { ...nothing(areas[0]), area: page.total });
  const sum = [...money.values()].reduce((all, { netFen }) => all + netFen, 0);
  const amountOf = (area: string): Part => {
    const of = money.get(area);
    if (of === undefined) return none;
    // what is computed is never mistaken for what is settled
    return isDraft(of) && !allDraft ? html`${yuan(of.netFen)} <small>${page.draft}</small>` : yuan(of.netFen);
  };
  return html`<section aria-labelledby="areas-title"><h2 id="areas-title">${page.areas[by]}</h2>
${pageTable({
  caption: page.areas[by],
  kind: 'wide',
  columns: [{ heading: page.areaOf[by] }, ...headings.map((heading) => ({ heading, number: true }))],
  rows: areas.map((row) => [free(row.area) || page.restOfArea, ...cells(row, amountOf(row.area))]),
  ids: areas.map((_, index) => anchor(index)),
  ...(areas.length > 1 && { total: [page.total, ...cells(total, yuan(sum))] }),
})}</section>
`;
}

const counted = (row: AreaRow) =>
  Object.entries(row).filter((entry): entry is [keyof Counts, number | null] => entry[0] !== 'area');

type Counts = Omit<AreaRow, 'area'>;

const nothing = (row: AreaRow | undefined): Counts =>
  Object.fromEntries(
    row ? counted(row).map(([key, value]) => [key, value === null ? null : 0]) : [],
  ) as unknown as Counts;

function addRows(total: AreaRow, row: AreaRow): AreaRow {
  const sums = counted(row).map(([key, value]) => {
    const known = total[key];
    return [key, known === null || value === null ? null : known + value];
  });
  return { ...(Object.fromEntries(sums) as unknown as Counts), area: total.area };
}
