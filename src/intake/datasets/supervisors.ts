import { SUPERVISOR_LEVELS } from '../../domain/terms.js';
import { choiceReader } from '../cells/choice.js';
import { dayReader } from '../cells/day.js';
import { readReference } from '../cells/identifiers.js';
import { column } from '../column.js';
import { RowReader } from '../read-cells.js';
import { checkOrder } from './dates.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { idNumberColumn, nameColumn, pointers } from './person-columns.js';

const ALSO_CALLED = {
  初级督导: ['初级', '初级督导人才', '初级社会工作督导', '初级社工督导'],
  中级督导: ['中级', '中级督导人才', '中级社会工作督导', '中级社工督导'],
  高级督导: ['高级', '高级督导人才', '高级社会工作督导', '高级社工督导'],
  专家库: ['专家', '专家库成员', '社会工作专家库'],
} as const;

/** Every column of 督导与专家. 三(一)2 */
const columns = {
  idNumber: idNumberColumn(),
  name: nameColumn(),
  level: column('级别', choiceReader(SUPERVISOR_LEVELS, 'reject', ALSO_CALLED), {
    required: true,
    synonyms: ['督导级别', '督导等级', '认定级别'],
  }),
  from: column('认定日期', dayReader({ monthMeans: 'first', past: 'surely' }), {
    required: true,
    synonyms: ['认定时间', '聘任日期', '入库日期'],
  }),
  until: column('有效期至', dayReader({ monthMeans: 'last', open: ['长期'] }), {
    synonyms: ['聘期至', '有效期', '聘任至', '到期日期'],
  }),
  document: column('文号', readReference, { synonyms: ['认定文号', '文件号'] }),
};

const shape = {
  name: 'supervisors',
  title: '督导与专家',
  columns,
  identifiedBy: ['name', 'idNumber'],
  areaGivenBy: {},
} as const;

/** 督导与专家: told apart by level and day. */
export const supervisors: KeyedDataset<'supervisor'> = {
  shape,
  rules: { fact: 'supervisor', key: ['level', 'from'] },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'level', 'idNumber', 'name');
    return reader.readAll(file, ({ idNumber, name, level, from, until, document }) => {
      checkOrder(reader, ['from', from], ['until', until]);
      if (idNumber === null) return null;
      return { idNumber, name, title: null, values: { level, from, until, document }, ...at };
    });
  },
};
