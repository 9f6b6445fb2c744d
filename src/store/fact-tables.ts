import type { FactKind, FactValues } from '../domain/changes.js';
import type { Place } from '../domain/facts.js';
import { plainFactTable } from './plain-table.js';

type Value = string | number | null;

/** How one kind of fact lies in its table: the columns in order, their values, and what finds the standing one. */
interface FactTable<Kind extends FactKind> {
  table: string;
  columns: readonly string[];
  /** `owner`: person or unit; `post`: the post's number. */
  values: (after: FactValues[Kind], owner: number | null, post: number) => Value[];
  /** WHERE clause and parameters for the standing fact of the same key. */
  standing: string;
  key: (before: FactValues[Kind], owner: number | null, post: number) => Value[];
}

const placeValues = ({ unit, workplace, district, township }: Place): Value[] => [
  unit,
  workplace,
  district,
  township,
];
const flag = (value: boolean): number => (value ? 1 : 0);

/** Every kind of fact; a new kind is one entry here, one migration and one loader. */
export const FACT_TABLES: { readonly [Kind in FactKind]: FactTable<Kind> } = {
  details: {
    table: 'person_detail',
    columns: ['person', 'name', 'sex', 'phone', 'bank', 'account', 'note'],
    values: ({ name, sex, phone, bank, account, note }, person) => [
      person,
      name,
      sex,
      phone,
      bank,
      account,
      note,
    ],
    standing: 'person = ?',
    key: (_, person) => [person],
  },
  post: {
    table: 'post',
    columns: [
      'post',
      'person',
      'unit',
      'workplace',
      'district',
      'township',
      'stated_on',
      'from_on',
      'until_on',
      'as_of',
      'category',
      'title',
    ],
    values: ({ place, stated, from, until, asOf, category, title }, person, post) => [
      post,
      person,
      ...placeValues(place),
      stated,
      from,
      until,
      asOf,
      category,
      title,
    ],
    standing: 'person = ? AND post = ?',
    key: (_, person, post) => [person, post],
  },
  'post-change': {
    table: 'post_change',
    columns: ['post', 'from_on', 'category', 'title'],
    values: ({ from, category, title }, _, post) => [post, from, category, title],
    standing: 'post = ? AND from_on = ?',
    key: ({ from }, _, post) => [post, from],
  },
  certificate: {
    table: 'certificate',
    columns: ['person', 'level', 'number', 'approved_on', 'issued_on', 'issued_assumed'],
    values: ({ level, number, approved, issued, issuedAssumed }, person) => [
      person,
      level,
      number,
      approved ?? null,
      issued,
      flag(issuedAssumed),
    ],
    standing: 'person = ? AND level = ?',
    key: ({ level }, person) => [person, level],
  },
  registration: {
    table: 'registration',
    columns: ['person', 'from_on', 'until_on'],
    values: ({ from, until }, person) => [person, from, until],
    standing: 'person = ? AND from_on = ?',
    key: ({ from }, person) => [person, from],
  },
  'service-claim': {
    table: 'service_claim',
    columns: ['person', 'quarter', 'claim'],
    values: ({ quarter, claim }, person) => [person, quarter, String(claim)],
    standing: 'person = ? AND quarter = ?',
    key: ({ quarter }, person) => [person, quarter],
  },
  assessment: {
    table: 'assessment',
    columns: ['person', 'period', 'kind', 'result', 'assessor', 'basis'],
    values: ({ period, kind, result, assessor, basis }, person) => [
      person,
      period,
      kind,
      result,
      assessor ?? null,
      basis ?? null,
    ],
    standing: 'person = ? AND period = ? AND kind = ?',
    key: ({ period, kind }, person) => [person, period, kind],
  },
  pay: {
    table: 'pay',
    columns: ['person', 'from_on', 'monthly_fen'],
    values: ({ from, monthly }, person) => [person, from, monthly],
    standing: 'person = ? AND from_on = ?',
    key: ({ from }, person) => [person, from],
  },
  unit: {
    table: 'unit_term',
    columns: [
      'unit',
      'from_on',
      'name',
      'county',
      'township',
      'kind',
      'kind_confirmed',
      'district',
      'district_confirmed',
      'founded_on',
      'dissolved_on',
    ],
    values: (unit, owner) => [
      owner,
      unit.from,
      unit.name,
      unit.county,
      unit.township,
      unit.kind,
      flag(unit.kindConfirmed),
      unit.district,
      flag(unit.districtConfirmed),
      unit.founded,
      unit.dissolved,
    ],
    standing: "unit = ? AND coalesce(from_on, '') = ?",
    key: ({ from }, unit) => [unit, from ?? ''],
  },
  succession: {
    table: 'unit_succession',
    columns: ['unit', 'successor'],
    values: ({ successor }, unit) => [unit, successor],
    standing: 'unit = ?',
    key: (_, unit) => [unit],
  },
  establishment: {
    table: 'establishment',
    columns: [
      'unit',
      'workplace',
      'district',
      'township',
      'title',
      'count',
      'from_on',
      'until_on',
      'document',
    ],
    values: ({ place, title, count, from, until, document }) => [
      ...placeValues(place),
      title,
      count,
      from,
      until,
      document,
    ],
    standing:
      "coalesce(unit, 0) = ? AND coalesce(workplace, '') = ? AND coalesce(district, '') = ? AND title = ? AND from_on = ?",
    key: ({ place, title, from }) => [
      place.unit ?? 0,
      place.workplace ?? '',
      place.district ?? '',
      title,
      from,
    ],
  },
  service: plainFactTable('service'),
  training: plainFactTable('training'),
  station: plainFactTable('station'),
  supervisor: plainFactTable('supervisor'),
  award: plainFactTable('award'),
  complaint: plainFactTable('complaint'),
  payment: plainFactTable('payment'),
  project: plainFactTable('project'),
  'fund-entry': plainFactTable('fund-entry'),
};
