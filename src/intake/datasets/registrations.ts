import { dayReader } from '../cells/day.js';
import { column } from '../column.js';
import { RowReader } from '../read-cells.js';
import { checkOrder } from './dates.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { idNumberColumn, nameColumn, pointers } from './person-columns.js';
import { checkTerm } from './registration-term.js';

/** Every column of a list of registrations. 三(六)1 asks for one in force. */
const columns = {
  idNumber: idNumberColumn(),
  name: nameColumn(),
  from: column('登记日期', dayReader({ monthMeans: 'first', past: true }), {
    required: true,
    synonyms: ['登记时间', '证书登记日期', '证书登记时间', '首次登记日期', '再登记日期'],
  }),
  until: column('登记有效期至', dayReader({ monthMeans: 'last' }), {
    // The column must be there; an empty cell is worked out from the term.
    required: { unless: [] },
    synonyms: ['有效期至', '登记有效期', '登记到期日期', '有效期', '登记有效期止', '有效期截止日期'],
  }),
};

const shape = {
  name: 'registrations',
  title: '登记',
  columns,
  identifiedBy: ['name', 'idNumber'],
  areaGivenBy: {},
} as const;

/** 登记: told apart by 登记日期. */
export const registrations: KeyedDataset<'registration'> = {
  shape,
  rules: { fact: 'registration', key: ['from'] },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'from', 'idNumber', 'name');
    return reader.readAll(file, ({ idNumber, name, from, until }) => {
      checkOrder(reader, ['from', from], ['until', until]);
      if (idNumber === null || from === null) return null;
      const expected = checkTerm(reader, 'until', from, until);
      if (until === null && expected === null) {
        if (!reader.failed('until')) {
          reader.at('until').reject('cell.missing', { column: reader.headingOf('until') });
        }
        return null;
      }
      const assumed = expected === null ? {} : { until: expected };
      return { idNumber, name, title: null, values: { from, until }, assumed, ...at };
    });
  },
};
