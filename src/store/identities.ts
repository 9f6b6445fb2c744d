import type { Database } from './open.js';
import { readStanding } from './standing.js';

/** Who a person is, without any of the facts. */
export interface Identity {
  /** The register's number of the person. */
  id: number;
  idNumber: string;
  name: string;
}

/** Number and name of everybody known now: enough to find a person without reading a whole city. */
export function loadIdentities(db: Database): Identity[] {
  const rows = readStanding<[number, string, string]>(db, {
    columns: 'person, id_number, name',
    table: 'person_detail JOIN person ON person.id = person',
    knownAt: undefined,
  });
  return Array.from(rows, ([id, idNumber, name]) => ({ id, idNumber, name }));
}
