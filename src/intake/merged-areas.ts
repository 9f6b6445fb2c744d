import { isBlank } from './cells/text.js';
import { AREA_PARTS, type AreaPart, type DatasetShape } from './dataset.js';

/** A row as the filler sees it. */
export interface AreaRow {
  cells: string[];
  /** `broken`: its cells may stand in the wrong columns; `caption`: one cell alone, no data. */
  kind: 'data' | 'broken' | 'caption';
}

/**
 * Fills the area cells that were merged in the spreadsheet: blank below the first row of their group.
 * A column counts as merged when it has blanks and no two adjacent rows repeat a value in it. Nothing is
 * carried into a new parent area, past a row that cannot be read, or where another column says where the
 * person works. `columns`: position by field. Changes the cells, and returns how many rows were filled.
 */
export function fillMergedAreas(
  rows: readonly AreaRow[],
  dataset: DatasetShape,
  columns: ReadonlyMap<string, number>,
): number {
  const parts = areaColumns(dataset, columns);
  const merged = new Map(parts.map((part) => [part, looksMerged(rows, part.position)]));
  if (![...merged.values()].includes(true)) return 0;
  const carried = new Map<AreaPart, string>();
  const effective = new Map<AreaPart, string>();
  let filledRows = 0;
  for (const { cells, kind } of rows) {
    if (kind !== 'data') {
      carried.clear();
      effective.clear();
      if (kind === 'broken') continue;
    }
    let filled = false;
    for (const part of parts) {
      const { name, position, givenBy } = part;
      const stated = cells[position] ?? '';
      if (!isBlank(stated)) {
        if (effective.has(name) && effective.get(name) !== stated) forgetWithin(name, carried);
        carried.set(name, stated);
        effective.set(name, stated);
      } else if (
        kind === 'data' &&
        merged.get(part) &&
        !givenBy.some((other) => !isBlank(cells[other] ?? ''))
      ) {
        const value = carried.get(name);
        if (value === undefined) continue;
        cells[position] = value;
        filled = true;
      }
    }
    if (filled) filledRows++;
  }
  return filledRows;
}

interface AreaColumn {
  name: AreaPart;
  position: number;
  /** Positions of the columns that stand in for it. */
  givenBy: readonly number[];
}

function areaColumns(dataset: DatasetShape, columns: ReadonlyMap<string, number>): AreaColumn[] {
  return AREA_PARTS.flatMap((name) => {
    const field = Object.keys(dataset.columns).find((key) => dataset.columns[key]?.area === name);
    const position = field === undefined ? undefined : columns.get(field);
    if (position === undefined) return [];
    const givenBy = (dataset.areaGivenBy[name] ?? []).flatMap((other) => columns.get(other) ?? []);
    return [{ name, position, givenBy }];
  });
}

function looksMerged(rows: readonly AreaRow[], position: number): boolean {
  let blanks = false;
  let above = '';
  for (const { cells, kind } of rows) {
    const value = kind === 'data' ? (cells[position] ?? '') : '';
    if (isBlank(value)) blanks = true;
    else if (value === above) return false;
    above = isBlank(value) ? '' : value;
  }
  return blanks;
}

function forgetWithin(part: AreaPart, carried: Map<AreaPart, string>): void {
  for (const inner of AREA_PARTS.slice(AREA_PARTS.indexOf(part) + 1)) carried.delete(inner);
}
