import { PERSON_FACTS, type PersonFact } from '../domain/history.js';
import { FACT_TABLES } from './fact-tables.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';
import { PLAIN_TABLES } from './plain-table.js';
import type { KnownAt } from './standing.js';
import { storedTables } from './stored-tables.js';

/** A fact as its table keeps it: values by field, its batches, and what tells it from others of its kind. */
export interface StoredFact {
  fact: PersonFact;
  /** The register's number of the person it was recorded for. */
  person: number;
  id: number;
  values: Record<string, string | number | null>;
  key: string;
  file: number;
  line: number;
  recorded: number;
  /** null: it stands. */
  superseded: number | null;
}

/** The columns of each kind by field; those of the plain datasets are declared where they are written. */
const COLUMNS: { readonly [Kind in PersonFact]: Readonly<Record<string, string>> } = {
  details: { name: 'name', sex: 'sex', phone: 'phone', bank: 'bank', account: 'account', note: 'note' },
  post: {
    unit: 'unit',
    workplace: 'workplace',
    district: 'district',
    township: 'township',
    stated: 'stated_on',
    from: 'from_on',
    until: 'until_on',
    category: 'category',
    title: 'title',
  },
  'post-change': { post: 'post', from: 'from_on', category: 'category', title: 'title' },
  certificate: {
    level: 'level',
    number: 'number',
    approved: 'approved_on',
    issued: 'issued_on',
    issuedAssumed: 'issued_assumed',
  },
  registration: { from: 'from_on', until: 'until_on' },
  'service-claim': { quarter: 'quarter', claim: 'claim' },
  assessment: { period: 'period', kind: 'kind', result: 'result', assessor: 'assessor', basis: 'basis' },
  pay: { from: 'from_on', monthly: 'monthly_fen' },
  service: PLAIN_TABLES.service.columns,
  training: PLAIN_TABLES.training.columns,
  supervisor: PLAIN_TABLES.supervisor.columns,
  award: PLAIN_TABLES.award.columns,
  complaint: PLAIN_TABLES.complaint.columns,
  payment: PLAIN_TABLES.payment.columns,
};

/**
 * Every fact about one person that was known after a batch, in the order of the kinds, then as recorded;
 * `all`: also those that did not stand any more then.
 */
export function loadHistory(
  db: Database,
  { person, knownAt, all }: { person: number; knownAt: KnownAt; all: boolean },
): StoredFact[] {
  const { group } = loadLinks(db, knownAt);
  return group(person).flatMap((number) => historyOfNumber(db, { person: number, knownAt, all }));
}

function historyOfNumber(
  db: Database,
  { person, knownAt, all }: { person: number; knownAt: KnownAt; all: boolean },
): StoredFact[] {
  const last = knownAt ?? Number.MAX_SAFE_INTEGER;
  const tables = new Map(storedTables(db).map((stored) => [stored.fact, stored]));
  return PERSON_FACTS.flatMap((fact) => {
    const { table } = FACT_TABLES[fact];
    const columns = COLUMNS[fact];
    const whose =
      fact === 'post-change' ? 'post IN (SELECT post FROM post WHERE person = :person)' : 'person = :person';
    const standing = all ? '' : 'AND ifnull(superseded, :last + 1) > :last';
    const rows = db
      .prepare(
        `SELECT id, ${tables.get(fact)?.key ?? 'id'}, file, line, recorded, superseded, ${Object.values(columns).join(', ')}
         FROM ${table} WHERE ${whose} AND recorded <= :last ${standing} ORDER BY id`,
      )
      .raw()
      .all({ person, last }) as [
      number,
      string,
      number,
      number,
      number,
      number | null,
      ...(string | null)[],
    ][];
    return rows.map(([id, key, file, line, recorded, superseded, ...cells]) => ({
      fact,
      person,
      id,
      key,
      file,
      line,
      recorded,
      superseded: superseded !== null && superseded <= last ? superseded : null,
      values: Object.fromEntries(Object.keys(columns).map((field, index) => [field, cells[index] ?? null])),
    }));
  });
}
