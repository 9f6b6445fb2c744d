import { dayReader } from '../cells/day.js';
import { readReference, readText } from '../cells/identifiers.js';
import { hoursReader } from '../cells/number.js';
import { column } from '../column.js';
import { RowReader } from '../read-cells.js';
import { checkOrder } from './dates.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { idNumberColumn, nameColumn, pointers } from './person-columns.js';

/** More than any one course gives. */
const MOST_HOURS = 1000;

/** Every column of 继续教育. 三(一)2 */
const columns = {
  idNumber: idNumberColumn(),
  name: nameColumn(),
  course: column('课程', readText, {
    required: true,
    synonyms: ['课程名称', '培训课程', '培训名称', '培训内容', '培训班'],
  }),
  provider: column('举办单位', readText, { synonyms: ['主办单位', '培训单位', '培训机构', '举办机构'] }),
  from: column('开始日期', dayReader({ monthMeans: 'first', past: 'surely' }), {
    required: true,
    synonyms: ['开始时间', '培训日期', '培训时间', '起始日期'],
  }),
  until: column('结束日期', dayReader({ monthMeans: 'last', past: 'surely' }), {
    synonyms: ['结束时间', '终止日期', '截止日期'],
  }),
  hours: column('学时', hoursReader(MOST_HOURS), {
    required: true,
    synonyms: ['学时数', '培训学时', '课时', '继续教育学时'],
  }),
  proof: column('证明编号', readReference, {
    synonyms: ['证书编号', '证明号', '培训证书编号', '结业证书编号'],
  }),
};

const shape = {
  name: 'trainings',
  title: '继续教育',
  columns,
  identifiedBy: ['name', 'idNumber'],
  areaGivenBy: {},
} as const;

/** 继续教育: told apart by course and first day. */
export const trainings: KeyedDataset<'training'> = {
  shape,
  rules: { fact: 'training', key: ['course', 'from'] },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'course', 'idNumber', 'name');
    return reader.readAll(file, ({ idNumber, name, course, provider, from, until, hours, proof }) => {
      checkOrder(reader, ['from', from], ['until', until]);
      if (idNumber === null) return null;
      return { idNumber, name, title: null, values: { course, provider, from, until, hours, proof }, ...at };
    });
  },
};
