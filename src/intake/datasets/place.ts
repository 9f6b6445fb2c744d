import type { Day } from '../../domain/day.js';
import type { Place } from '../../domain/facts.js';
import { finding } from '../../domain/finding.js';
import type { Columns } from '../column.js';
import type { RowReader } from '../read-cells.js';

interface PlaceCells {
  code: string | null;
  district: string | null;
  township: string | null;
  unit: string | null;
  workplace: string | null;
}

type PlaceColumns = Columns & Record<keyof PlaceCells, Columns[string]>;

/**
 * The place that a row means: a unit by code or by area and name, or another workplace in a 区(市)县. Null
 * when a cell is missing or no unit fits; the reader then has the reasons. `codeUnread`: the code was given and rejected;
 * `on`: the day that is spoken of.
 */
export function readPlace<C extends PlaceColumns>(
  reader: RowReader<C>,
  cells: PlaceCells,
  codeUnread: boolean,
  on: Day = reader.context.asOf,
): Place | null {
  if (codeUnread) return null;
  if (cells.code === null && !hasArea(reader, cells)) return null;
  if (cells.code === null && cells.unit === null) return readWorkplace(reader, cells);
  const { code, district, township, unit } = cells;
  const answer = reader.context.units.find({
    code: code ?? '',
    district: district ?? '',
    township: township ?? '',
    name: unit ?? '',
    on,
  });
  if ('finding' in answer) {
    const part =
      answer.finding.code === 'unit.unknown' ? answer.finding.details.part : unit === null ? 'code' : 'unit';
    return reader.at(part).adopt(answer.finding);
  }
  return { unit: answer.unit.id, workplace: null, district: null, township: null };
}

function hasArea<C extends PlaceColumns>(reader: RowReader<C>, cells: PlaceCells): boolean {
  const isUnit = cells.unit !== null || cells.workplace === null;
  const missing = (['district', ...(isUnit ? (['township', 'unit'] as const) : [])] as const).filter(
    (part) => cells[part] === null,
  );
  for (const part of missing) {
    if (reader.failed(part)) continue;
    const { heading } = reader.at(part);
    reader.reject('cell.missing-area', { column: heading });
  }
  return missing.length === 0;
}

function readWorkplace<C extends PlaceColumns>(reader: RowReader<C>, cells: PlaceCells): Place | null {
  const { units } = reader.context;
  const workplace = cells.workplace ?? '';
  const found = units.district(cells.district ?? '');
  if ('nearest' in found) {
    const details = { part: 'district' as const, within: '', nearest: found.nearest };
    return reader.at('district').adopt(finding('unit.unknown', 'error', workplace, details));
  }
  const { district } = found;
  if (cells.township === null) return { unit: null, workplace, district, township: null };
  const township = units.township(district, cells.township);
  if (township === null) {
    const nearest = units.townshipsLike(district, cells.township);
    const details = { part: 'township' as const, within: district, nearest };
    return reader.at('township').adopt(finding('unit.unknown', 'error', workplace, details));
  }
  return { unit: null, workplace, district, township };
}
