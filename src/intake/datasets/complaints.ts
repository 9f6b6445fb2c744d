import type { FactValues } from '../../domain/changes.js';
import { addDays, type Day } from '../../domain/day.js';
import { type Finding, finding } from '../../domain/finding.js';
import { dayReader } from '../cells/day.js';
import { readIdNumber } from '../cells/id-number.js';
import { readCaseNumber, readText } from '../cells/identifiers.js';
import { readName } from '../cells/name.js';
import { compact } from '../cells/text.js';
import { type CellValues, column, reading } from '../column.js';
import { RowReader } from '../read-cells.js';
import type { KeyedRow } from '../rows.js';
import { checkOrder, findEndBeforeStart } from './dates.js';
import type { KeyedDataset } from './keyed-dataset.js';
import { pointers } from './person-columns.js';

const readDue = dayReader({ monthMeans: 'last' });

/** 办理期限: a day, or so many days from 收到日期. */
const readDeadline = reading<Day | number>({ kind: 'deadline' }, (text, cell) => {
  const days = /^(\d{1,3})(?:个)?(?:自然)?[日天]?(?:内)?$/.exec(compact(text))?.[1];
  return days === undefined ? readDue(text, cell) : Number(days);
});

/**
 * Every column of 投诉处理. 三(五). Who complained has none, and a bare 身份证号 or 姓名 is not taken for the
 * person complained about: in such a list it may be either.
 */
const columns = {
  number: column('编号', readCaseNumber, {
    required: true,
    synonyms: ['投诉编号', '受理编号', '工单编号', '件号'],
  }),
  received: column('收到日期', dayReader({ monthMeans: 'first', past: 'surely' }), {
    required: true,
    synonyms: ['收到时间', '受理日期', '受理时间', '投诉日期', '投诉时间', '登记日期'],
  }),
  idNumber: column('被投诉人身份证号', readIdNumber, {
    personal: true,
    synonyms: ['被投诉人身份证号码', '被投诉人证件号码', '被投诉社工身份证号', '被投诉人身份证'],
  }),
  name: column('被投诉人', readName, { synonyms: ['被投诉人姓名', '被投诉社工', '被投诉社工姓名'] }),
  organisation: column('被投诉机构', readText, {
    synonyms: ['被投诉单位', '被投诉人单位', '被投诉机构名称'],
  }),
  category: column('类别', readText, { required: true, synonyms: ['投诉类别', '投诉类型', '投诉事由类别'] }),
  due: column('办理期限', readDeadline, { synonyms: ['办理时限', '办结期限', '限办日期'] }),
  settled: column(
    '办结日期',
    dayReader({ monthMeans: 'last', past: 'surely', open: ['未办结', '办理中', '在办'] }),
    {
      synonyms: ['办结时间', '处理日期', '结案日期'],
    },
  ),
  result: column('结果', readText, { synonyms: ['处理结果', '办理结果', '处理意见'] }),
  suspendedFrom: column('停发自', dayReader({ monthMeans: 'first' }), {
    synonyms: ['停发开始日期', '停发起始日期', '停发起'],
  }),
  suspendedUntil: column('停发至', dayReader({ monthMeans: 'last', open: ['长期', '待定'] }), {
    synonyms: ['停发结束日期', '停发截止日期', '停发止'],
  }),
};

const shape = {
  name: 'complaints',
  title: '投诉处理',
  columns,
  identifiedBy: ['number', 'category'],
  areaGivenBy: {},
  neverStored: /(?<!被)(投诉|举报|信访|反映|来电|来访|申诉|报案)(人|者|群众|居民|市民)/,
} as const;

type Reader = RowReader<typeof columns>;

const SPANS = [
  ['received', 'due'],
  ['received', 'settled'],
  ['suspendedFrom', 'suspendedUntil'],
] as const;

/** 投诉处理: told apart by 编号; 停发 stops the subsidy of the person complained about. */
export const complaints: KeyedDataset<'complaint'> = {
  shape,
  rules: {
    fact: 'complaint',
    key: ['number'],
    personField: 'about',
    flaw: (values, row) => suspensionFlaw(values, row) ?? findEndBeforeStart(SPANS, values, row),
  },
  readRows: (sheet, file, context) => {
    const reader = new RowReader(sheet, shape, context);
    const at = pointers(reader, 'number', 'idNumber', 'name');
    return reader.readAll(file, (cells) => {
      const due = dueDay(cells);
      checkDates(reader, cells, due);
      const { idNumber, name, number, received, organisation, category } = cells;
      const { settled, result, suspendedFrom, suspendedUntil } = cells;
      const values = { number, about: null, organisation, received, category };
      return {
        ...{ idNumber, name: idNumber === null ? null : name, title: number },
        values: { ...values, due, settled, result, suspendedFrom, suspendedUntil },
        ...at,
      };
    });
  },
};

const dueDay = ({ due, received }: CellValues<typeof columns>): Day | null =>
  typeof due !== 'number' ? due : received === null ? null : addDays(received, due);

function checkDates(reader: Reader, cells: CellValues<typeof columns>, due: Day | null): void {
  const { received, settled, suspendedFrom, suspendedUntil } = cells;
  checkOrder(reader, ['received', received], ['due', due]);
  checkOrder(reader, ['received', received], ['settled', settled]);
  checkOrder(reader, ['suspendedFrom', suspendedFrom], ['suspendedUntil', suspendedUntil]);
}

/** A stop needs its first day and whom it concerns, from this row or from what is known. */
function suspensionFlaw(
  { suspendedFrom, suspendedUntil, about }: FactValues['complaint'],
  { headingOf }: KeyedRow<'complaint'>,
): Finding | null {
  const lacking = (field: string, lacks: 'start' | 'person', value: string) =>
    finding('complaint.suspension', 'error', '', { lacks }, { column: headingOf(field), value });
  if (suspendedFrom === null)
    return suspendedUntil === null ? null : lacking('suspendedUntil', 'start', suspendedUntil);
  return about === null ? lacking('suspendedFrom', 'person', suspendedFrom) : null;
}
