import { readIdNumber } from '../cells/id-number.js';
import { readName } from '../cells/name.js';
import { type Columns, column } from '../column.js';
import type { RowReader } from '../read-cells.js';
import type { KeyedRow } from '../rows.js';

/** 身份证号: whom a row is about. */
export const idNumberColumn = () =>
  column('身份证号', readIdNumber, {
    required: true,
    personal: true,
    synonyms: [
      '身份证号码',
      '公民身份号码',
      '证件号码',
      '身份证',
      '居民身份证号',
      '居民身份证号码',
      '身份号码',
    ],
  });

/** 姓名, where it only has to agree with the register: so that a number typed wrong is noticed. */
export const nameColumn = () => column('姓名', readName, { synonyms: ['名字', '人员姓名', '社工姓名'] });

/** The headings of the file by which findings of the plan point at a row. */
export const pointers = <C extends Columns>(
  reader: RowReader<C>,
  key: keyof C & string,
  person: keyof C & string = key,
  name: keyof C & string = key,
): Pick<KeyedRow<never>, 'personColumn' | 'nameColumn' | 'keyColumn' | 'headingOf'> => ({
  personColumn: reader.headingOf(person),
  nameColumn: reader.headingOf(name),
  keyColumn: reader.headingOf(key),
  headingOf: (field) => reader.headingOf(field),
});
