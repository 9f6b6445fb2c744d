import { UNIT_KINDS } from '../../domain/terms.js';
import { choiceReader } from '../cells/choice.js';
import { dayReader } from '../cells/day.js';
import { readText } from '../cells/identifiers.js';
import { type CellValues, column } from '../column.js';
import { RowReader } from '../read-cells.js';
import type { ReadingContext, ReadRow, UnitRow } from '../rows.js';
import type { Sheet } from '../sheet.js';
import { codeColumn, districtColumn, townshipColumn } from './area-columns.js';
import { checkOrder } from './dates.js';

/** Every column of a 村社区名录. */
const columns = {
  code: { ...codeColumn(), required: true },
  district: districtColumn(false),
  township: townshipColumn(false),
  name: column('名称', readText, {
    required: true,
    synonyms: [
      '村社区名称',
      '社区名称',
      '村(社区)',
      '村(社区)名称',
      '村社区',
      '社区(村)',
      '社区',
      '单位名称',
    ],
  }),
  kind: column('类型', choiceReader(UNIT_KINDS, 'reject'), {
    required: true,
    synonyms: ['类别', '村社区类型', '单位类型'],
  }),
  manager: column('管理区县', readText, { synonyms: ['管理区(市)县', '实际管理区县', '管辖区县'] }),
  founded: column('设立日期', dayReader({ monthMeans: 'first' }), {
    synonyms: ['设立时间', '成立日期', '成立时间'],
  }),
  dissolved: column('撤销日期', dayReader({ monthMeans: 'last', open: ['至今'] }), {
    synonyms: ['撤销时间', '撤并日期'],
  }),
  successor: column('并入', readText, {
    synonyms: ['并入单位', '并入村(社区)', '并入村社区', '并入社区', '并入单位代码', '合并至'],
  }),
};

export const units = {
  name: 'units',
  title: '村社区名录',
  columns,
  identifiedBy: ['name', 'code'],
  areaGivenBy: {},
} as const;

/** The list that we ship has units whose kind nobody knows: there an empty 类型 is an answer. */
const shippedUnits = { ...units, columns: { ...columns, kind: { ...columns.kind, required: false } } };

/** Reads every row of a 村社区名录; `file`: which file of the command; `shipped`: it is the list of the package. */
export function readUnitRows(
  sheet: Sheet,
  file: number,
  context: ReadingContext,
  { shipped = false }: { shipped?: boolean } = {},
): ReadRow<UnitRow>[] {
  const reader = new RowReader(sheet, shipped ? shippedUnits : units, context);
  return reader.readAll(file, (cells) => unitRow(reader, cells, shipped));
}

function unitRow(
  reader: RowReader<typeof columns>,
  cells: CellValues<typeof columns>,
  shipped: boolean,
): UnitRow | null {
  const {
    code,
    district: county,
    township,
    name,
    kind,
    manager: district,
    founded,
    dissolved,
    successor,
  } = cells;
  checkOrder(reader, ['founded', founded], ['dissolved', dissolved]);
  if (code === null || county === null || township === null || name === null) return null;
  if (kind === null && !shipped) return null;
  return { code, county, township, name, kind, district, founded, dissolved, successor };
}
