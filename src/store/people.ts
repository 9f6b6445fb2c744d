import type { Day } from '../domain/day.js';
import type {
  Assessment,
  Certificate,
  Pay,
  Person,
  Post,
  Registration,
  Sanction,
  ServiceClaim,
  ServiceRecord,
} from '../domain/facts.js';
import type { Sex } from '../domain/id-number.js';
import { firstDayOfQuarter, lastDayOfQuarter, type Quarter } from '../domain/quarter.js';
import type { Level } from '../domain/terms.js';
import { joinFacts, joinPeople } from './join-people.js';
import { loadLinks } from './links.js';
import type { Database } from './open.js';
import { loadPosts } from './posts.js';
import { type KnownAt, readStanding } from './standing.js';

/** Facts of a person that a question may do without; at a whole city each costs its share of the time. */
type PersonPart = 'contact' | 'certificates' | 'registrations' | 'quarter-facts' | 'services';
const EVERYTHING: readonly PersonPart[] = [
  ...(['contact', 'certificates', 'registrations', 'quarter-facts', 'services'] as const),
];

export interface PeopleAsked {
  knownAt?: KnownAt;
  /** The register's number of one person; otherwise everybody. */
  person?: number;
  /** What to read beside name and posts; the rest is left empty. Default: everything. */
  parts?: readonly PersonPart[];
  /** Quarter facts of this quarter and its year alone. */
  quarter?: Quarter;
}

/** Shared by everybody who has nothing of a kind: seven lists a person would be most of the memory. */
const NONE: never[] = [];

/** Adds to a list that may be the shared empty one. */
function added<Item>(list: Item[], item: Item): Item[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

/** A person while the facts are being put together. */
interface Building extends Person {
  posts: Post[];
  certificates: Certificate[];
  registrations: Registration[];
  serviceClaims: ServiceClaim[];
  services: ServiceRecord[];
  assessments: Assessment[];
  sanctions: Sanction[];
}

/**
 * People with their facts, by number of the register; people who are one as one. A person exists once
 * something is known of them: an identity whose facts were all taken back is nobody.
 */
export function loadPeople(db: Database, whom: PeopleAsked = {}): Person[] {
  const parts = whom.parts ?? EVERYTHING;
  const links = loadLinks(db, whom.knownAt);
  const asked: Asked = { ...whom, person: whom.person === undefined ? undefined : links.group(whom.person) };
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
  for (const { posts, registrations, services, sanctions } of known) {
    if (posts.length > 1) posts.sort(byFrom);
    if (registrations.length > 1) registrations.sort(byFrom);
    if (services.length > 1) services.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    if (sanctions.length > 1) sanctions.sort(byFrom);
  }
  return known;
}

/** What is asked for, with everybody whose facts are those of the one person who is asked for. */
type Asked = Omit<PeopleAsked, 'person'> & { person: readonly number[] | undefined };
type People = (Building | undefined)[];
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
];

function loadNames(db: Database, asked: Asked, withContact: boolean): People {
  const people: People = [];
  const contact = withContact ? 'sex, phone, bank, account, note' : 'NULL, NULL, NULL, NULL, NULL';
  const rows = readStanding<NameRow>(db, {
    ...asked,
    columns: `person, id_number, name, ${contact}, file`,
    table: 'person_detail JOIN person ON person.id = person',
  });
  for (const [id, idNumber, name, sex, phone, bank, account, note, file] of rows) {
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

function addCertificates(db: Database, people: People, asked: Asked): void {
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

function addRegistrations(db: Database, people: People, asked: Asked): void {
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

function addQuarterFacts(db: Database, people: People, asked: Asked): void {
  const { quarter } = asked;
  const claims = readStanding<[number, Quarter, string, number, number]>(db, {
    ...asked,
    columns: 'person, quarter, claim, file, line',
    table: 'service_claim',
    ...(quarter && { among: { column: 'quarter', values: [quarter] } }),
  });
  for (const [number, of, text, file, line] of claims) {
    const person = people[number];
    const claim = text === '是' || text === '否' ? text : Number(text);
    if (person) person.serviceClaims = added(person.serviceClaims, { quarter: of, claim, file, line });
  }
  const assessments = readStanding<
    [number, string, '是' | '否', string | null, string | null, number, number]
  >(db, {
    ...asked,
    columns: 'person, period, result, assessor, basis, file, line',
    table: 'assessment',
    where: "kind = '专业作用'",
    ...(quarter && { among: { column: 'period', values: [quarter, quarter.slice(0, 4)] } }),
  });
  for (const [number, period, result, assessor, basis, file, line] of assessments) {
    const person = people[number];
    if (!person) continue;
    const assessment: Assessment = { period, result, file, line };
    if (assessor !== null) assessment.assessor = assessor;
    if (basis !== null) assessment.basis = basis;
    person.assessments = added(person.assessments, assessment);
  }
  addSanctions(db, people, asked);
}

function addServices(db: Database, people: People, asked: Asked): void {
  const { quarter } = asked;
  const records = readStanding<[number, Day, number, number]>(db, {
    ...asked,
    columns: 'person, served_on, file, line',
    table: 'service_record',
    ...(quarter && {
      between: { column: 'served_on', from: firstDayOfQuarter(quarter), until: lastDayOfQuarter(quarter) },
    }),
  });
  for (const [number, on, file, line] of records) {
    const person = people[number];
    if (person) person.services = added(person.services, { on, file, line });
  }
}

/** 停发自 and 停发至 of complaints; few, so never narrowed to a quarter. 三(五) */
function addSanctions(db: Database, people: People, asked: Asked): void {
  const sanctions = readStanding<[number, Day, Day | null, number, number]>(db, {
    ...asked,
    columns: 'person, suspended_from, suspended_until, file, line',
    table: 'complaint',
    where: 'suspended_from IS NOT NULL AND person IS NOT NULL',
  });
  for (const [number, from, until, file, line] of sanctions) {
    const person = people[number];
    if (person) person.sanctions = added(person.sanctions, { from, until, file, line });
  }
}

/** 月工资 of everybody who has one, by person, in order of time. */
export function loadPay(db: Database, knownAt?: KnownAt): Map<number, Pay[]> {
  const pay = new Map<number, Pay[]>();
  const rows = readStanding<[number, Day, number, number, number]>(db, {
    columns: 'person, from_on, monthly_fen, file, line',
    table: 'pay',
    knownAt,
  });
  for (const [person, from, monthly, file, line] of rows) {
    const known = pay.get(person);
    if (known) known.push({ from, monthly, file, line });
    else pay.set(person, [{ from, monthly, file, line }]);
  }
  for (const group of loadLinks(db, knownAt).groups()) {
    const joined = group.flatMap((person) => pay.get(person) ?? []);
    for (const person of group) pay.delete(person);
    if (joined.length > 0)
      pay.set(
        group[0] as number,
        joinFacts(joined, [], ({ from }) => from),
      );
  }
  for (const stretches of pay.values()) stretches.sort(byFrom);
  return pay;
}

const byFrom = (a: { from: Day }, b: { from: Day }): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
