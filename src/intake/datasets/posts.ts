import { dayReader } from '../cells/day.js';
import { readReference, readText } from '../cells/identifiers.js';
import { readCount } from '../cells/number.js';
import { type CellValues, column } from '../column.js';
import { RowReader } from '../read-cells.js';
import type { EstablishmentRow, ReadingContext, ReadRow } from '../rows.js';
import type { Sheet } from '../sheet.js';
import {
  codeColumn,
  districtColumn,
  PLACE_GIVEN_BY,
  townshipColumn,
  unitColumn,
  workplaceColumn,
} from './area-columns.js';
import { checkOrder } from './dates.js';
import { readPlace } from './place.js';

/** Every column of a 岗位设置表. 三(四)1 */
const columns = {
  district: districtColumn(true),
  township: townshipColumn(true),
  unit: unitColumn(),
  code: codeColumn(),
  workplace: workplaceColumn(),
  title: column('岗位名称', readText, { required: true, synonyms: ['岗位', '设置岗位', '岗位类别'] }),
  count: column('岗位数', readCount, {
    required: true,
    synonyms: ['岗位数量', '设岗数', '设置数', '数量', '岗位个数'],
  }),
  from: column('设置日期', dayReader({ monthMeans: 'first', past: true }), {
    required: true,
    synonyms: ['设置时间', '设岗日期', '设岗时间'],
  }),
  until: column('撤销日期', dayReader({ monthMeans: 'last', open: ['至今'] }), { synonyms: ['撤销时间'] }),
  document: column('文号', readReference, { synonyms: ['批准文号', '设置文号', '文件号'] }),
};

export const posts = {
  name: 'posts',
  title: '岗位设置表',
  columns,
  identifiedBy: ['unit', 'workplace', 'title'],
  areaGivenBy: PLACE_GIVEN_BY,
} as const;

/** Reads every row of a 岗位设置表; `file`: which file of the command. */
export function readEstablishmentRows(
  sheet: Sheet,
  file: number,
  context: ReadingContext,
): ReadRow<EstablishmentRow>[] {
  const reader = new RowReader(sheet, posts, context);
  return reader.readAll(file, (cells) => establishmentRow(reader, cells));
}

function establishmentRow(
  reader: RowReader<typeof columns>,
  cells: CellValues<typeof columns>,
): EstablishmentRow | null {
  const { title, count, from, until, document } = cells;
  const place = readPlace(reader, cells, reader.failed('code'), from ?? undefined);
  checkOrder(reader, ['from', from], ['until', until]);
  if (title !== null) {
    const nearest = reader.context.titleProblem(title);
    if (nearest) reader.at('title').warn('title.unknown', { nearest });
  }
  if (place === null || title === null || count === null || from === null) return null;
  return { place, title, count, from, until, document };
}
