import { loadLinks } from './links.js';
import type { Database } from './open.js';
import { type KnownAt, readStanding } from './standing.js';

/** Who a person is, without any of the facts. */
export interface Identity {
  /** The register's number of the person. */
  id: number;
  idNumber: string;
  name: string;
}

/**
 * Number and name of everybody known: enough to find a person without reading a whole city. Somebody who goes by
 * several numbers is there once for each, with the one that is kept first.
 */
export function loadIdentities(db: Database, knownAt?: KnownAt): Identity[] {
  const rows = readStanding<[number, string, string]>(db, {
    columns: 'person, id_number, name',
    table: 'person_detail JOIN person ON person.id = person',
    knownAt,
  });
  const links = loadLinks(db, knownAt);
  if (links.empty) return Array.from(rows, ([id, idNumber, name]) => ({ id, idNumber, name }));
  const known = Array.from(rows, ([id, idNumber, name]) => ({ id: links.kept(id), idNumber, name }));
  const numbers = new Set(known.map(({ idNumber }) => idNumber));
  for (const group of links.groups()) {
    const [id] = group as [number];
    const named = known.find((each) => each.id === id);
    for (const idNumber of named ? group.map(links.idNumber) : []) {
      if (!numbers.has(idNumber)) known.push({ id, idNumber, name: named?.name ?? '' });
    }
  }
  return known.sort((a, b) => Number(links.isKept(b.idNumber)) - Number(links.isKept(a.idNumber)));
}
