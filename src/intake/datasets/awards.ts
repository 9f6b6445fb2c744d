import { dayReader } from '../cells/day.js';
import { readReference, readText } from '../cells/identifiers.js';
import { column } from '../column.js';
import { RowReader } from '../read-cells.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { idNumberColumn, nameColumn, pointers } from './person-columns.js';

/** Every column of 表扬奖励. 三(六)2 */
const columns = {
  idNumber: idNumberColumn(),
  name: nameColumn(),
  title: column('称号', readText, { required: true, synonyms: ['荣誉称号', '奖项', '表彰称号', '奖励名称'] }),
  on: column('授予日期', dayReader({ monthMeans: 'first', past: 'surely' }), {
    required: true,
    synonyms: ['授予时间', '获奖日期', '获奖时间', '表彰日期'],
  }),
  by: column('授予单位', readText, { synonyms: ['颁发单位', '表彰单位', '授予机关'] }),
  document: column('文号', readReference, { synonyms: ['表彰文号', '文件号'] }),
};

const shape = {
  name: 'awards',
  title: '表扬奖励',
  columns,
  identifiedBy: ['name', 'idNumber'],
  areaGivenBy: {},
} as const;

/** 表扬奖励: told apart by title and day. */
export const awards: KeyedDataset<'award'> = {
  shape,
  rules: { fact: 'award', key: ['title', 'on'] },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'title', 'idNumber', 'name');
    return reader.readAll(file, ({ idNumber, name, title, on, by, document }) => {
      if (idNumber === null) return null;
      return { idNumber, name, title: null, values: { title, on, by, document }, ...at };
    });
  },
};
