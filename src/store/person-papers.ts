import type { Day } from '../domain/day.js';
import type { Certificate } from '../domain/facts.js';
import type { Level } from '../domain/terms.js';
import type { Database } from './open.js';
import { type Asked, added, type People } from './person-building.js';
import { readStanding } from './standing.js';

/** Adds every certificate that stands to the person who holds it. */
export function addCertificates(db: Database, people: People, asked: Asked): void {
  const rows = readStanding<[number, Level, string | null, Day | null, Day, number, number, number]>(db, {
    ...asked,
    columns: 'person, level, number, approved_on, issued_on, issued_assumed, file, line',
    table: 'certificate',
  });
  for (const [number, level, certificate, approved, issued, assumed, file, line] of rows) {
    const person = people[number];
    if (!person) continue;
    const held: Certificate = {
      level,
      number: certificate,
      issued,
      issuedAssumed: assumed === 1,
      file,
      line,
    };
    if (approved !== null) held.approved = approved;
    person.certificates = added(person.certificates, held);
  }
}

/** Adds every registration that stands to its person. */
export function addRegistrations(db: Database, people: People, asked: Asked): void {
  const rows = readStanding<[number, Day, Day, number, number]>(db, {
    ...asked,
    columns: 'person, from_on, until_on, file, line',
    table: 'registration',
  });
  for (const [number, from, until, file, line] of rows) {
    const person = people[number];
    if (person) person.registrations = added(person.registrations, { from, until, file, line });
  }
}
