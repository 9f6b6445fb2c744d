import type { FactChange, FactKind, FactValues } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Place } from '../domain/facts.js';
import { formatHours, type Hours } from '../domain/hours.js';
import type { FieldChange } from '../domain/import-result.js';

type Field<Values> = {
  field: string;
  kind?: FieldChange['kind'];
  value: (values: Values, placeName: (place: Place) => string) => string | number | null;
};

const confirmed = (value: string | null, sure: boolean) =>
  value === null || sure ? value : `${value}（待确认）`;

const hoursText = (hours: Hours | null) => (hours === null ? null : formatHours(hours));

const placeOf = (unit: number): Place => ({ unit, workplace: null, district: null, township: null });

/** The columns of each kind of fact; dates of a stretch are told by `from`. */
const FIELDS: { readonly [Kind in FactKind]: readonly Field<FactValues[Kind]>[] } = {
  details: [
    { field: '姓名', value: ({ name }) => name },
    { field: '性别', value: ({ sex }) => sex },
    { field: '手机号', kind: 'digits', value: ({ phone }) => phone },
    { field: '开户行', value: ({ bank }) => bank },
    { field: '银行卡号', kind: 'digits', value: ({ account }) => account },
    { field: '备注', value: ({ note }) => note },
  ],
  post: [
    { field: '村(社区)', value: ({ place }, placeName) => placeName(place) },
    { field: '上岗日期', value: ({ stated }) => stated },
    { field: '起算日期', value: ({ stated, from }) => (from === stated ? null : from) },
    { field: '离岗日期', value: ({ until }) => until },
    { field: '人员类别', value: ({ category }) => category },
    { field: '岗位名称', value: ({ title }) => title },
  ],
  'post-change': [
    { field: '人员类别', value: ({ category }) => category },
    { field: '岗位名称', value: ({ title }) => title },
  ],
  certificate: [
    { field: '证书级别', value: ({ level }) => level },
    { field: '证书管理号', kind: 'digits', value: ({ number }) => number },
    { field: '批准日期', value: ({ approved }) => approved ?? null },
    { field: '发证日期', value: ({ issued, issuedAssumed }) => confirmed(issued, !issuedAssumed) },
  ],
  registration: [
    { field: '登记日期', value: ({ from }) => from },
    { field: '登记有效期至', value: ({ until }) => until },
  ],
  'service-claim': [{ field: '服务记录', value: ({ claim }) => claim }],
  assessment: [
    { field: '期间', value: ({ period }) => period },
    { field: '发挥专业作用', value: ({ kind, result }) => (kind === '专业作用' ? result : null) },
    { field: '年度考核', value: ({ kind, result }) => (kind === '年度考核' ? result : null) },
    { field: '认定人', value: ({ assessor }) => assessor ?? null },
    { field: '依据', value: ({ basis }) => basis ?? null },
  ],
  pay: [{ field: '月工资(元)', kind: 'fen', value: ({ monthly }) => monthly }],
  unit: [
    { field: '名称', value: ({ name }) => name },
    { field: '区(市)县', value: ({ county }) => county },
    { field: '镇(街道)', value: ({ township }) => township },
    { field: '类型', value: ({ kind, kindConfirmed }) => confirmed(kind, kindConfirmed) },
    { field: '管理区县', value: ({ district, districtConfirmed }) => confirmed(district, districtConfirmed) },
    { field: '设立日期', value: ({ founded }) => founded },
    { field: '撤销日期', value: ({ dissolved }) => dissolved },
  ],
  succession: [{ field: '并入', value: ({ successor }) => successor }],
  establishment: [
    { field: '村(社区)', value: ({ place }, placeName) => placeName(place) },
    { field: '岗位名称', value: ({ title }) => title },
    { field: '岗位数', value: ({ count }) => count },
    { field: '设置日期', value: ({ from }) => from },
    { field: '撤销日期', value: ({ until }) => until },
    { field: '文号', value: ({ document }) => document },
  ],
  service: [
    { field: '服务日期', value: ({ on }) => on },
    { field: '服务领域', value: ({ field }) => field },
    { field: '时长(小时)', value: ({ hours }) => hoursText(hours) },
    { field: '内容', value: ({ content }) => content },
    { field: '相同记录', value: ({ occurrence }) => (occurrence === 1 ? null : occurrence) },
  ],
  training: [
    { field: '课程', value: ({ course }) => course },
    { field: '举办单位', value: ({ provider }) => provider },
    { field: '开始日期', value: ({ from }) => from },
    { field: '结束日期', value: ({ until }) => until },
    { field: '学时', value: ({ hours }) => hoursText(hours) },
    { field: '证明编号', value: ({ proof }) => proof },
  ],
  station: [
    { field: '层级', value: ({ level }) => level },
    { field: '名称', value: ({ name }) => name },
    { field: '区(市)县', value: ({ district }) => district },
    { field: '镇(街道)', value: ({ township }) => township },
    { field: '村(社区)', value: ({ unit }, placeName) => (unit === null ? null : placeName(placeOf(unit))) },
    { field: '设立日期', value: ({ founded }) => founded },
    { field: '撤销日期', value: ({ dissolved }) => dissolved },
    { field: '运营机构', value: ({ operator }) => operator },
    { field: '专职人数', value: ({ staff }) => staff },
    { field: '持证人数', value: ({ certified }) => certified },
  ],
  supervisor: [
    { field: '级别', value: ({ level }) => level },
    { field: '认定日期', value: ({ from }) => from },
    { field: '有效期至', value: ({ until }) => until },
    { field: '文号', value: ({ document }) => document },
  ],
  award: [
    { field: '称号', value: ({ title }) => title },
    { field: '授予日期', value: ({ on }) => on },
    { field: '授予单位', value: ({ by }) => by },
    { field: '文号', value: ({ document }) => document },
  ],
  complaint: [
    { field: '编号', value: ({ number }) => number },
    { field: '被投诉人身份证号', kind: 'digits', value: ({ about }) => about },
    { field: '被投诉机构', value: ({ organisation }) => organisation },
    { field: '收到日期', value: ({ received }) => received },
    { field: '类别', value: ({ category }) => category },
    { field: '办理期限', value: ({ due }) => due },
    { field: '办结日期', value: ({ settled }) => settled },
    { field: '结果', value: ({ result }) => result },
    { field: '停发自', value: ({ suspendedFrom }) => suspendedFrom },
    { field: '停发至', value: ({ suspendedUntil }) => suspendedUntil },
  ],
  payment: [
    { field: '季度', value: ({ quarter }) => quarter },
    { field: '区(市)县', value: ({ district }) => district },
    { field: '金额(元)', kind: 'fen', value: ({ amount }) => amount },
    { field: '第几次报盘', value: ({ attempt }) => (attempt === 0 ? null : attempt) },
    { field: '状态', value: ({ state }) => state },
    { field: '失败原因', value: ({ reason }) => reason },
    { field: '支付日期', value: ({ paid }) => paid },
  ],
  project: [
    { field: '项目', value: ({ name }) => name },
    { field: '区(市)县', value: ({ district }) => district },
    { field: '年度', value: ({ year }) => year },
    { field: '预算(元)', kind: 'fen', value: ({ budget }) => budget },
    { field: '其中人力成本(元)', kind: 'fen', value: ({ labour }) => labour },
    { field: '承接机构', value: ({ contractor }) => contractor },
  ],
  'fund-entry': [
    { field: '日期', value: ({ on }) => on },
    { field: '层级', value: ({ level }) => level },
    { field: '收支', value: ({ direction }) => direction },
    { field: '金额(元)', kind: 'fen', value: ({ amount }) => amount },
    { field: '来源或对象', value: ({ party }) => party },
    { field: '摘要', value: ({ summary }) => summary },
    { field: '相同记录', value: ({ occurrence }) => (occurrence === 1 ? null : occurrence) },
  ],
};

/** The cells that a row's changes touch, one line each: the diff that a dry run prints. */
export function fieldChanges(
  changes: readonly FactChange[],
  placeName: (place: Place) => string,
): FieldChange[] {
  return changes.flatMap((change) => cellsOf(change, placeName));
}

function cellsOf(
  { fact, before, was, after }: FactChange,
  placeName: (place: Place) => string,
): FieldChange[] {
  // One list for every kind: the fields of a kind read the values of that kind.
  const fields = FIELDS[fact] as readonly Field<unknown>[];
  const known = before ?? was ?? null;
  return fields.flatMap(({ field, kind = 'text', value }) => {
    const earlier = known === null ? null : value(known, placeName);
    const later = value(after, placeName);
    return earlier === later
      ? []
      : [{ field, kind, from: stretchStart(fact, after), before: earlier, after: later }];
  });
}

/** The first day of a dated stretch; the other facts carry their days as cells. */
function stretchStart(fact: FactKind, after: object): Day | null {
  const dated = fact === 'post-change' || fact === 'pay' || fact === 'unit';
  return dated && 'from' in after ? (after.from as Day | null) : null;
}

/** What one fact says, column by column; empty ones are left out. */
export function factCells<Kind extends FactKind>(
  fact: Kind,
  values: FactValues[Kind],
  placeName: (place: Place) => string,
): Pick<FieldChange, 'field' | 'kind' | 'after'>[] {
  const fields = FIELDS[fact] as readonly Field<FactValues[Kind]>[];
  return fields.flatMap(({ field, kind = 'text', value }) => {
    const after = value(values, placeName) ?? null;
    return after === null || after === '' ? [] : [{ field, kind, after }];
  });
}
