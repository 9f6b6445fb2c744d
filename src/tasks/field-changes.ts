import type { FactChange, FactKind, FactValues } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Place } from '../domain/facts.js';
import type { FieldChange } from '../domain/import-result.js';

type Field<Values> = {
  field: string;
  kind?: FieldChange['kind'];
  value: (values: Values, placeName: (place: Place) => string) => string | number | null;
};

const confirmed = (value: string | null, sure: boolean) =>
  value === null || sure ? value : `${value}（待确认）`;

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
    { field: '发证日期', value: ({ issued, issuedAssumed }) => confirmed(issued, !issuedAssumed) },
  ],
  registration: [
    { field: '登记日期', value: ({ from }) => from },
    { field: '登记有效期至', value: ({ until }) => until },
  ],
  'service-claim': [{ field: '服务记录', value: ({ claim }) => claim }],
  assessment: [{ field: '发挥专业作用', value: ({ result }) => result }],
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
  establishment: [
    { field: '村(社区)', value: ({ place }, placeName) => placeName(place) },
    { field: '岗位名称', value: ({ title }) => title },
    { field: '岗位数', value: ({ count }) => count },
    { field: '设置日期', value: ({ from }) => from },
    { field: '撤销日期', value: ({ until }) => until },
    { field: '文号', value: ({ document }) => document },
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
