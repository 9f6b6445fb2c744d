import type { FactKind, FactValues } from '../domain/changes.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';
import { PLAIN_TABLES, type PlainKind } from './plain-table.js';
import { type KnownAt, readStanding } from './standing.js';

type Value = string | number | null;

/** One fact that stands, with the person whom it belongs to (the register's number; null: nobody). */
export interface KnownFact<Kind extends FactKind> {
  owner: number | null;
  values: FactValues[Kind];
  file: number;
  line: number;
}

/** Kinds that are told apart by a key of their own values, so that an import can be planned generically. */
export type KeyedKind = PlainKind | 'certificate' | 'registration' | 'assessment';

interface Reading {
  table: string;
  ofPerson: boolean;
  /** SQL by field, in order. */
  columns: Readonly<Record<string, string>>;
  /** Fields that are kept as 0 or 1. */
  flags?: readonly string[];
}

const OTHERS: Readonly<Record<Exclude<KeyedKind, PlainKind>, Reading>> = {
  certificate: {
    table: 'certificate',
    ofPerson: true,
    columns: {
      level: 'level',
      number: 'number',
      approved: 'approved_on',
      issued: 'issued_on',
      issuedAssumed: 'issued_assumed',
    },
    flags: ['issuedAssumed'],
  },
  registration: {
    table: 'registration',
    ofPerson: true,
    columns: { from: 'from_on', until: 'until_on' },
  },
  assessment: {
    table: 'assessment',
    ofPerson: true,
    columns: { period: 'period', kind: 'kind', result: 'result', assessor: 'assessor', basis: 'basis' },
  },
};

function readingOf(kind: KeyedKind): Reading {
  if (kind === 'certificate' || kind === 'registration' || kind === 'assessment') return OTHERS[kind];
  const { table, columns, ofPerson } = PLAIN_TABLES[kind];
  // Whom a complaint is about is a column like any other to an import, and a number of the register here.
  const about = { about: '(SELECT id_number FROM person WHERE person.id = complaint.person)' };
  return {
    table,
    ofPerson: ofPerson !== false,
    columns: kind === 'complaint' ? { ...columns, ...about } : columns,
  };
}

/**
 * Every fact of a kind that stands, as a table of the register keeps it. Facts of people who are one have
 * one owner; of two with the same key the one recorded later comes last.
 */
export function loadKnownFacts<Kind extends KeyedKind>(
  db: Database,
  kind: Kind,
  knownAt?: KnownAt,
): KnownFact<Kind>[] {
  const { table, ofPerson, columns, flags = [] } = readingOf(kind);
  const fields = Object.keys(columns);
  const rows = readStanding<[Value, number, number, number, ...Value[]]>(db, {
    columns: [ofPerson ? 'person' : 'NULL', 'recorded', 'file', 'line', ...Object.values(columns)].join(', '),
    table,
    knownAt,
  });
  const links = loadLinks(db, knownAt);
  const found = Array.from(rows, ([owner, recorded, file, line, ...cells]) => {
    const values = Object.fromEntries(
      fields.map((field, index) => [field, flags.includes(field) ? cells[index] === 1 : cells[index]]),
    );
    const kept = typeof owner === 'number' ? links.kept(owner) : null;
    if (typeof values.about === 'string') values.about = links.keptNumber(values.about) ?? values.about;
    return { owner: kept, recorded, file, line, values: values as unknown as FactValues[Kind] };
  });
  return links.empty ? found : found.sort((a, b) => a.recorded - b.recorded);
}
