import type { Person } from '../domain/facts.js';
import type { Sex } from '../domain/id-number.js';
import { compareLevels } from '../domain/terms.js';
import { joinPeople } from './join-people.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';
import {
  type Asked,
  added,
  byFrom,
  byOrigin,
  compare,
  NONE,
  type People,
  type PeopleAsked,
  type PersonPart,
} from './person-building.js';
import { addCertificates, addRegistrations } from './person-papers.js';
import { loadPosts } from './posts.js';
import { addQuarterFacts, addServices } from './quarter-facts.js';
import { readStanding } from './standing.js';

const EVERYTHING: readonly PersonPart[] = [
  ...(['contact', 'certificates', 'registrations', 'quarter-facts', 'services'] as const),
];

/**
 * People with their facts, by number of the register; people who are one as one. A person exists once
 * something is known of them: an identity whose facts were all taken back is nobody.
 */
export function loadPeople(db: Database, whom: PeopleAsked = {}): Person[] {
  const parts = whom.parts ?? EVERYTHING;
  const links = loadLinks(db, whom.knownAt);
  const asked: Asked = {
    ...whom,
    person: whom.person === undefined ? undefined : [whom.person].flat().flatMap(links.group),
  };
  const people = loadNames(db, asked, parts.includes('contact'));
  loadPosts(db, asked, (number, post) => {
    const person = people[number];
    if (person) person.posts = added(person.posts, post);
  });
  if (parts.includes('certificates')) addCertificates(db, people, asked);
  if (parts.includes('registrations')) addRegistrations(db, people, asked);
  if (parts.includes('quarter-facts')) addQuarterFacts(db, people, asked);
  if (parts.includes('services')) addServices(db, people, asked);
  if (!links.empty) joinPeople(people, links);
  const known = people.filter((person) => person !== undefined);
  for (const { posts, certificates, registrations, services, sanctions } of known) {
    if (certificates.length > 1) certificates.sort((a, b) => compareLevels(a.level, b.level));
    if (posts.length > 1) posts.sort(byFrom);
    if (registrations.length > 1) registrations.sort(byFrom);
    if (services.length > 1) services.sort((a, b) => compare(a.on, b.on) || byOrigin(a, b));
    if (sanctions.length > 1) sanctions.sort((a, b) => byFrom(a, b) || byOrigin(a, b));
  }
  return known;
}

type NameRow = [
  person: number,
  idNumber: string,
  name: string,
  sex: Sex | null,
  phone: string | null,
  bank: string | null,
  account: string | null,
  note: string | null,
  file: number,
  line: number,
];

function loadNames(db: Database, asked: Asked, withContact: boolean): People {
  const people: People = [];
  const contact = withContact ? 'sex, phone, bank, account, note' : 'NULL, NULL, NULL, NULL, NULL';
  const rows = readStanding<NameRow>(db, {
    ...asked,
    columns: `person, id_number, name, ${contact}, file, line`,
    table: 'person_detail JOIN person ON person.id = person',
  });
  for (const [id, idNumber, name, sex, phone, bank, account, note, file, line] of rows) {
    // Written out: at a whole city spreading parts together costs more than reading them.
    people[id] = {
      id,
      idNumber,
      name,
      sex,
      phone,
      bank,
      account,
      note,
      detailsFile: file,
      detailsLine: line,
      posts: NONE,
      certificates: NONE,
      registrations: NONE,
      serviceClaims: NONE,
      services: NONE,
      assessments: NONE,
      sanctions: NONE,
    };
  }
  return people;
}
