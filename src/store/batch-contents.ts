import type { BatchContents, FactCount, Subject } from '../domain/batches.js';
import type { Database } from './open.js';
import { type StoredTable, storedTables, subjectsOf } from './stored-tables.js';

type CountRow = [person: number | null, unit: number | null, recorded: number, superseded: number];

/** What a batch wrote, by kind of fact and by whom it is about. */
export function batchContents(db: Database, batch: number): BatchContents {
  const subject = subjectsOf(db);
  const touched = new Map<string, { person: number | null; unit: number | null; facts: FactCount[] }>();
  const facts: FactCount[] = [];
  for (const stored of storedTables(db)) {
    const { fact } = stored;
    const sum: FactCount = { fact, recorded: 0, superseded: 0 };
    for (const [person, unit, recorded, superseded] of countsBySubject(db, stored, batch)) {
      sum.recorded += recorded;
      sum.superseded += superseded;
      const key = person === null ? `unit ${unit}` : `person ${person}`;
      const known = touched.get(key) ?? { person, unit: person === null ? unit : null, facts: [] };
      known.facts.push({ fact, recorded, superseded });
      touched.set(key, known);
    }
    if (sum.recorded + sum.superseded > 0) facts.push(sum);
  }
  const subjects = [...touched.values()].map(({ person, unit, facts: own }) => ({
    ...subject(person, unit),
    facts: own,
  }));
  const order = ({ idNumber, code }: Subject) => idNumber ?? code ?? '';
  return { facts, touched: subjects.sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

/** A post's place is not what the post is about: a fact of a person is counted for the person alone. */
function countsBySubject(db: Database, { table, person, unit }: StoredTable, batch: number): CountRow[] {
  const whose = person === 'NULL' ? `NULL AS person, ${unit} AS unit` : `${person} AS person, NULL AS unit`;
  return db
    .prepare(
      `SELECT person, unit, sum(recorded = :batch), sum(coalesce(superseded = :batch, 0)) FROM (
         SELECT ${whose}, recorded, superseded FROM ${table} WHERE recorded = :batch OR superseded = :batch)
       GROUP BY 1, 2`,
    )
    .raw()
    .all({ batch }) as CountRow[];
}
