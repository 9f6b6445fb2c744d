import { SERVICE_FIELDS } from '../../domain/terms.js';
import { choiceReader } from '../cells/choice.js';
import { dayReader } from '../cells/day.js';
import { readText } from '../cells/identifiers.js';
import { hoursReader } from '../cells/number.js';
import { column } from '../column.js';
import { RowReader } from '../read-cells.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { idNumberColumn, nameColumn, pointers } from './person-columns.js';

/** Nobody serves longer on one day. */
const HOURS_OF_A_DAY = 24;

/** Every column of 服务记录. 三(三)1, 三(六)1 */
const columns = {
  idNumber: idNumberColumn(),
  name: nameColumn(),
  on: column('服务日期', dayReader({ monthMeans: 'first', past: 'surely' }), {
    required: true,
    synonyms: ['服务时间', '开展日期', '开展时间', '日期'],
  }),
  field: column(
    '服务领域',
    choiceReader(SERVICE_FIELDS, 'warn', { '社区戒毒(康复)': ['社区戒毒', '社区康复', '社区戒毒康复'] }),
    {
      synonyms: ['领域', '服务类别', '服务类型'],
    },
  ),
  hours: column('时长(小时)', hoursReader(HOURS_OF_A_DAY), {
    synonyms: ['时长', '服务时长', '服务小时', '服务时长(小时)', '小时数'],
  }),
  content: column('内容', readText, { synonyms: ['服务内容', '服务记录', '内容摘要', '服务内容摘要'] }),
};

const shape = {
  name: 'services',
  title: '服务记录',
  columns,
  identifiedBy: ['name', 'idNumber'],
  areaGivenBy: {},
} as const;

/** 服务记录: truly equal records of one file are separate ones. */
export const services: KeyedDataset<'service'> = {
  shape,
  rules: { fact: 'service', key: ['on', 'field', 'hours', 'content', 'occurrence'], countsEqual: true },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'on', 'idNumber', 'name');
    return reader.readAll(file, ({ idNumber, name, on, field, hours, content }) => {
      if (idNumber === null) return null;
      const values = { on, field, hours, content, occurrence: null as number | null };
      return { idNumber, name, title: null, values, ...at };
    });
  },
};
