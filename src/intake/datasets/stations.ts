import { finding } from '../../domain/finding.js';
import { STATION_LEVELS, type StationLevel } from '../../domain/terms.js';
import { choiceReader } from '../cells/choice.js';
import { dayReader } from '../cells/day.js';
import { readText } from '../cells/identifiers.js';
import { readHeadcount } from '../cells/number.js';
import { type CellValues, column } from '../column.js';
import { RowReader } from '../read-cells.js';
import { codeColumn, districtColumn, townshipColumn, unitColumn } from './area-columns.js';
import { checkOrder, findEndBeforeStart } from './dates.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { pointers } from './person-columns.js';

const LEVEL_NAMES = {
  市社工支持中心: ['市', '市级', '社工支持中心', '支持中心'],
  '区(市)县社工总站': ['区(市)县', '区(市)县级', '区县', '区县级', '区级', '县级', '社工总站', '总站'],
  '镇(街道)社工站': ['镇(街道)', '镇(街道)级', '镇街', '镇街级', '街道', '社工站'],
  '村(社区)社工室': ['村(社区)', '村(社区)级', '村社区', '村社区级', '社区', '社工室'],
} as const;

/** Every column of 四级网络. 三(三)1 */
const columns = {
  level: column('层级', choiceReader(STATION_LEVELS, 'reject', LEVEL_NAMES), {
    required: true,
    synonyms: ['站点层级', '级别', '站点级别'],
  }),
  name: column('名称', readText, { required: true, synonyms: ['站点名称', '机构名称', '社工站名称'] }),
  district: { ...districtColumn(false), required: false },
  township: { ...townshipColumn(false), required: false },
  unit: { ...unitColumn(), required: false },
  code: codeColumn(),
  founded: column('设立日期', dayReader({ monthMeans: 'first', past: true }), {
    required: true,
    synonyms: ['设立时间', '成立日期', '成立时间', '建成日期'],
  }),
  dissolved: column('撤销日期', dayReader({ monthMeans: 'last', open: ['至今'] }), {
    synonyms: ['撤销时间'],
  }),
  operator: column('运营机构', readText, { synonyms: ['承接机构', '运营单位', '运营方'] }),
  staff: column('专职人数', readHeadcount, { synonyms: ['专职社工人数', '专职人员数', '人数'] }),
  certified: column('持证人数', readHeadcount, { synonyms: ['持证社工人数', '持证人员数'] }),
};

const shape = {
  name: 'stations',
  title: '四级网络',
  columns,
  identifiedBy: ['name', 'level'],
  areaGivenBy: {
    district: ['code', 'level'],
    township: ['code', 'level'],
    unit: ['code', 'level'],
  },
} as const;

type Reader = RowReader<typeof columns>;
type Cells = CellValues<typeof columns>;
type Area = { district: string | null; township: string | null; unit: number | null };

/** 四级网络: told apart by level, name and area. */
export const stations: KeyedDataset<'station'> = {
  shape,
  rules: {
    fact: 'station',
    key: ['level', 'name', 'district', 'township', 'unit'],
    flaw: (values, row) => findEndBeforeStart([['founded', 'dissolved']], values, row),
  },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'name');
    return reader.readAll(file, (cells) => {
      const { level, name, founded, dissolved, operator, staff, certified } = cells;
      const area = level === null ? null : readArea(reader, cells, level);
      checkOrder(reader, ['founded', founded], ['dissolved', dissolved]);
      if (staff !== null && certified !== null && certified > staff) {
        reader.at('certified').warn('station.more-certified', { staff, certified });
      }
      if (area === null) return null;
      const values = { level, name, ...area, founded, dissolved, operator, staff, certified };
      return { idNumber: null, name: null, title: name, values, ...at };
    });
  },
};

/** Where a station is: nothing for the city, down to one unit for a 社工室; null when that cannot be told. */
function readArea(reader: Reader, cells: Cells, level: StationLevel): Area | null {
  const nowhere: Area = { district: null, township: null, unit: null };
  switch (level) {
    case '市社工支持中心':
      return nowhere;
    case '村(社区)社工室': {
      const unit = readUnit(reader, cells);
      return unit === null ? null : { ...nowhere, unit };
    }
    case '区(市)县社工总站': {
      const district = readDistrict(reader, cells);
      return district === null ? null : { ...nowhere, district };
    }
    case '镇(街道)社工站': {
      const district = readDistrict(reader, cells);
      const township = district === null ? null : readTownship(reader, cells, district);
      return township === null ? null : { ...nowhere, district, township };
    }
  }
}

function readDistrict(reader: Reader, { district, name }: Cells): string | null {
  if (district === null) return missing(reader, 'district');
  const found = reader.context.units.district(district);
  if ('district' in found) return found.district;
  const details = { part: 'district' as const, within: '', nearest: found.nearest };
  return reader.at('district').adopt(finding('unit.unknown', 'error', name ?? '', details));
}

function readTownship(reader: Reader, { township, name }: Cells, district: string): string | null {
  if (township === null) return missing(reader, 'township');
  const { units } = reader.context;
  const found = units.township(district, township);
  if (found !== null) return found;
  const nearest = units.townshipsLike(district, township);
  const details = { part: 'township' as const, within: district, nearest };
  return reader.at('township').adopt(finding('unit.unknown', 'error', name ?? '', details));
}

function readUnit(reader: Reader, { code, district, township, unit }: Cells): number | null {
  if (reader.failed('code')) return null;
  if (code === null) {
    if (district === null) return missing(reader, 'district');
    if (township === null) return missing(reader, 'township');
    if (unit === null) return missing(reader, 'unit');
  }
  const asked = { code: code ?? '', district: district ?? '', township: township ?? '', name: unit ?? '' };
  const answer = reader.context.units.find(asked);
  if ('unit' in answer) return answer.unit.id;
  const { finding: found } = answer;
  const part = found.code === 'unit.unknown' ? found.details.part : unit === null ? 'code' : 'unit';
  return reader.at(part).adopt(found);
}

const missing = (reader: Reader, part: 'district' | 'township' | 'unit'): null =>
  reader.at(part).reject('cell.missing', { column: reader.headingOf(part) });
