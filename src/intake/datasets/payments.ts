import { choiceReader } from '../cells/choice.js';
import { dayReader } from '../cells/day.js';
import { readText } from '../cells/identifiers.js';
import { readNeededMoney } from '../cells/money.js';
import { readQuarter } from '../cells/period.js';
import { column } from '../column.js';
import { RowReader } from '../read-cells.js';
import { districtColumn, readDistrict } from './area-columns.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { idNumberColumn, nameColumn, pointers } from './person-columns.js';

const ALSO_CALLED = {
  成功: ['已发放', '发放成功', '交易成功', '支付成功', '已支付'],
  失败: ['未发放', '发放失败', '交易失败', '支付失败', '退回', '退票'],
} as const;

/** Every column of 发放回盘: what the bank reports of a quarter's payments. */
const columns = {
  quarter: column('季度', readQuarter, { required: true, synonyms: ['发放季度', '补贴季度', '所属季度'] }),
  idNumber: idNumberColumn(),
  name: nameColumn(),
  /** Needed only where two districts pay one person the same. */
  district: { ...districtColumn(false), required: false, area: null },
  amount: column('金额(元)', readNeededMoney, {
    required: true,
    synonyms: ['金额', '实发金额', '发放金额', '交易金额'],
  }),
  state: column('状态', choiceReader(['成功', '失败'], 'reject', ALSO_CALLED), {
    required: true,
    synonyms: ['发放状态', '交易状态', '处理状态', '发放结果'],
  }),
  reason: column('失败原因', readText, { synonyms: ['原因', '退回原因', '错误原因'] }),
  paid: column('支付日期', dayReader({ monthMeans: 'first', past: 'surely' }), {
    synonyms: ['支付时间', '发放日期', '交易日期', '到账日期'],
  }),
};

const shape = {
  name: 'payments',
  title: '发放回盘',
  columns,
  identifiedBy: ['name', 'idNumber'],
  areaGivenBy: {},
} as const;

/**
 * 发放回盘: told apart by quarter, district, amount, and which bank file it answers. District and file are found by
 * whoever knows what was sent.
 */
export const payments: KeyedDataset<'payment'> = {
  shape,
  rules: {
    fact: 'payment',
    key: ['quarter', 'district', 'amount', 'attempt'],
    // A payment that went through in the end failed for no reason.
    settle: (values) => (values.state === '成功' ? { ...values, reason: null } : values),
  },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'quarter', 'idNumber', 'name');
    return reader.readAll(file, (cells) => {
      const { quarter, idNumber, name, amount, state, reason, paid } = cells;
      const district = readDistrict(reader, cells.district, name);
      if (idNumber === null) return null;
      const values = { quarter, district, amount, attempt: null, state, reason, paid };
      return { idNumber, name, title: null, values, ...at };
    });
  },
};
