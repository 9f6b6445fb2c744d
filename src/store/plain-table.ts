import type { FactKind, FactValues } from '../domain/changes.js';

type Value = string | number | null;

/** A table whose columns are the fields of its kind of fact, one each, and nothing to convert. */
export interface PlainTable<Kind extends FactKind> {
  table: string;
  /** The column by field, in order. */
  columns: { readonly [Field in keyof FactValues[Kind] & string]?: string };
  /** The column `person` is there, and part of the key. */
  ofPerson: boolean | 'outside-key';
  /** What tells one fact from another, beside the person. */
  key: readonly (keyof FactValues[Kind] & string)[];
  /** Those parts of the key that may be empty. */
  mayBeEmpty?: readonly (keyof FactValues[Kind] & string)[];
}

/** The datasets of product section 3 whose facts are plain rows. */
export const PLAIN_TABLES = {
  service: {
    table: 'service_record',
    columns: {
      on: 'served_on',
      field: 'field',
      hours: 'hours',
      content: 'content',
      occurrence: 'occurrence',
    },
    ofPerson: true,
    key: ['on', 'field', 'hours', 'content', 'occurrence'],
    mayBeEmpty: ['field', 'hours', 'content'],
  },
  training: {
    table: 'training',
    columns: {
      course: 'course',
      provider: 'provider',
      from: 'from_on',
      until: 'until_on',
      hours: 'hours',
      proof: 'proof',
    },
    ofPerson: true,
    key: ['course', 'from'],
  },
  station: {
    table: 'station',
    columns: {
      level: 'level',
      name: 'name',
      district: 'district',
      township: 'township',
      unit: 'unit',
      founded: 'founded_on',
      dissolved: 'dissolved_on',
      operator: 'operator',
      staff: 'staff',
      certified: 'certified',
    },
    ofPerson: false,
    key: ['level', 'name', 'district', 'township', 'unit'],
    mayBeEmpty: ['district', 'township', 'unit'],
  },
  supervisor: {
    table: 'supervisor',
    columns: { level: 'level', from: 'from_on', until: 'until_on', document: 'document' },
    ofPerson: true,
    key: ['level', 'from'],
  },
  award: {
    table: 'award',
    columns: { title: 'title', on: 'awarded_on', by: 'awarded_by', document: 'document' },
    ofPerson: true,
    key: ['title', 'on'],
  },
  complaint: {
    table: 'complaint',
    columns: {
      number: 'number',
      organisation: 'organisation',
      received: 'received_on',
      category: 'category',
      due: 'due_on',
      settled: 'settled_on',
      result: 'result',
      suspendedFrom: 'suspended_from',
      suspendedUntil: 'suspended_until',
    },
    ofPerson: 'outside-key',
    key: ['number'],
  },
  payment: {
    table: 'payment',
    columns: {
      quarter: 'quarter',
      district: 'district',
      amount: 'amount_fen',
      attempt: 'attempt',
      state: 'state',
      reason: 'reason',
      paid: 'paid_on',
    },
    ofPerson: true,
    key: ['quarter', 'district', 'amount', 'attempt'],
  },
  project: {
    table: 'project',
    columns: {
      name: 'name',
      district: 'district',
      year: 'year',
      budget: 'budget_fen',
      labour: 'labour_fen',
      contractor: 'contractor',
    },
    ofPerson: false,
    key: ['name', 'district', 'year'],
  },
  'fund-entry': {
    table: 'fund_entry',
    columns: {
      on: 'entered_on',
      level: 'level',
      direction: 'direction',
      amount: 'amount_fen',
      party: 'party',
      summary: 'summary',
      occurrence: 'occurrence',
    },
    ofPerson: false,
    key: ['on', 'level', 'direction', 'amount', 'party', 'summary', 'occurrence'],
    mayBeEmpty: ['party', 'summary'],
  },
} as const satisfies { [Kind in FactKind]?: PlainTable<Kind> };

export type PlainKind = keyof typeof PLAIN_TABLES;

/** How a plain kind of fact is written and superseded: an entry of the fact tables. */
export function plainFactTable<Kind extends PlainKind>(kind: Kind) {
  // One shape for every kind; the declaration above holds each to the fields of its own.
  const {
    table,
    columns,
    ofPerson,
    key,
    mayBeEmpty = [],
  } = PLAIN_TABLES[kind] as unknown as {
    table: string;
    columns: Readonly<Record<string, string>>;
    ofPerson: boolean | 'outside-key';
    key: readonly string[];
    mayBeEmpty?: readonly string[];
  };
  const fields = Object.keys(columns);
  const terms = key.map((field) =>
    mayBeEmpty.includes(field) ? `coalesce(${columns[field]}, '') = ?` : `${columns[field]} = ?`,
  );
  const cellOf = (values: FactValues[Kind], field: string) =>
    (values as Record<string, Value>)[field] ?? null;
  return {
    table,
    columns: [...(ofPerson ? ['person'] : []), ...Object.values(columns)],
    values: (after: FactValues[Kind], owner: number | null): Value[] => [
      ...(ofPerson ? [owner] : []),
      ...fields.map((field) => cellOf(after, field)),
    ],
    standing: [...(ofPerson === true ? ['person = ?'] : []), ...terms].join(' AND '),
    key: (before: FactValues[Kind], owner: number | null): Value[] => [
      ...(ofPerson === true ? [owner] : []),
      ...key.map((field) => cellOf(before, field) ?? ''),
    ],
  };
}
