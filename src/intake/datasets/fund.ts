import { FUND_LEVELS } from '../../domain/terms.js';
import { choiceReader } from '../cells/choice.js';
import { dayReader } from '../cells/day.js';
import { readText } from '../cells/identifiers.js';
import { readNeededMoney } from '../cells/money.js';
import { column } from '../column.js';
import { RowReader } from '../read-cells.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { pointers } from './person-columns.js';

const LEVEL_NAMES = {
  市: ['市级', '市本级'],
  '区(市)县': ['区(市)县级', '区县', '区县级', '区级', '县级'],
  '镇(街道)': ['镇(街道)级', '镇街', '镇街级', '街道', '街道级', '镇', '镇级'],
} as const;

/** Every column of 关爱基金. 三(六)3 */
const columns = {
  on: column('日期', dayReader({ monthMeans: 'first', past: 'surely' }), {
    required: true,
    synonyms: ['收支日期', '记账日期', '发生日期', '时间'],
  }),
  level: column('层级', choiceReader(FUND_LEVELS, 'reject', LEVEL_NAMES), {
    required: true,
    synonyms: ['基金层级', '级别'],
  }),
  direction: column('收支', choiceReader(['收入', '支出'], 'reject', { 收入: ['收'], 支出: ['支'] }), {
    required: true,
    synonyms: ['收支类型', '收支方向', '收/支'],
  }),
  amount: column('金额(元)', readNeededMoney, { required: true, synonyms: ['金额', '收支金额'] }),
  party: column('来源或对象', readText, { synonyms: ['来源', '对象', '来源/对象', '资助对象', '捐赠方'] }),
  summary: column('摘要', readText, { synonyms: ['用途', '事由', '说明事项'] }),
};

const shape = {
  name: 'fund',
  title: '关爱基金',
  columns,
  identifiedBy: ['level', 'direction'],
  areaGivenBy: {},
} as const;

/** 关爱基金: truly equal entries of one file are separate ones. */
export const fund: KeyedDataset<'fund-entry'> = {
  shape,
  rules: {
    fact: 'fund-entry',
    key: ['on', 'level', 'direction', 'amount', 'party', 'summary', 'occurrence'],
    countsEqual: true,
  },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'on');
    return reader.readAll(file, ({ on, level, direction, amount, party, summary }) => {
      const values = { on, level, direction, amount, party, summary, occurrence: null as number | null };
      return { idNumber: null, name: null, title: summary ?? party, values, ...at };
    });
  },
};
