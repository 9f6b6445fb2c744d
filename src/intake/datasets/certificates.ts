import { dayReader } from '../cells/day.js';
import { readCertificateNumber } from '../cells/identifiers.js';
import { readLevel } from '../cells/level.js';
import { column } from '../column.js';
import { RowReader } from '../read-cells.js';
import { checkOrder, findEndBeforeStart } from './dates.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { idNumberColumn, nameColumn, pointers } from './person-columns.js';

/** Every column of a list of certificates. 三(二)1 */
const columns = {
  idNumber: idNumberColumn(),
  name: nameColumn(),
  level: column('证书级别', readLevel, {
    required: true,
    placeholders: false,
    synonyms: ['证书等级', '证书名称', '级别', '持证级别', '持证等级', '证书类别'],
  }),
  number: column('证书管理号', readCertificateNumber, {
    personal: true,
    synonyms: ['管理号', '证书编号', '证书号', '证书号码', '证书管理号码'],
  }),
  approved: column('批准日期', dayReader({ monthMeans: 'first', past: 'surely' }), {
    synonyms: ['批准时间', '授予日期', '资格取得日期'],
  }),
  issued: column('发证日期', dayReader({ monthMeans: 'first', past: 'surely' }), {
    required: true,
    synonyms: ['发证时间', '签发日期', '取得证书时间', '取证时间', '取得证书日期', '取证日期', '证书日期'],
  }),
};

const shape = {
  name: 'certificates',
  title: '证书',
  columns,
  identifiedBy: ['name', 'idNumber'],
  areaGivenBy: {},
} as const;

/** 证书: one of each level; a row with a name brings somebody new. */
export const certificates: KeyedDataset<'certificate'> = {
  shape,
  rules: {
    fact: 'certificate',
    key: ['level'],
    createsPeople: true,
    // The file states the day; what a roster assumed is no longer assumed.
    settle: (values) => ({ ...values, issuedAssumed: false }),
    flaw: (values, row) => findEndBeforeStart([['approved', 'issued']], values, row),
  },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'level', 'idNumber', 'name');
    return reader.readAll(file, ({ idNumber, name, level, number, approved, issued }) => {
      checkOrder(reader, ['approved', approved], ['issued', issued]);
      if (level === 'none') {
        reader.at('level').reject('level.unknown', {});
        return null;
      }
      if (idNumber === null) return null;
      return {
        idNumber,
        name,
        title: null,
        values: { level, number, approved, issued, issuedAssumed: null },
        ...at,
      };
    });
  },
};
