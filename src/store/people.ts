import type { Day } from '../domain/day.js';
import type {
  Assessment,
  Certificate,
  Pay,
  Person,
  Post,
  PostTerm,
  Registration,
  ServiceClaim,
} from '../domain/facts.js';
import type { Sex } from '../domain/id-number.js';
import type { Quarter } from '../domain/quarter.js';
import type { Category, Level } from '../domain/terms.js';
import type { Database } from './open.js';
import { type KnownAt, readStanding } from './standing.js';
import { placeFrom } from './units.js';

/** A person while the facts are being put together. */
interface Building extends Person {
  posts: Post[];
  certificates: Certificate[];
  registrations: Registration[];
  serviceClaims: ServiceClaim[];
  assessments: Assessment[];
}

type DetailRow = [
  person: number,
  idNumber: string,
  name: string,
  sex: Sex | null,
  phone: string | null,
  bank: string | null,
  account: string | null,
  note: string | null,
];

/**
 * Every person with all facts, by number of the register; or one person. A person exists once something
 * is known of them: an identity whose facts were all taken back is nobody.
 */
export function loadPeople(db: Database, knownAt?: KnownAt, person?: number): Person[] {
  const scope = person === undefined ? { knownAt } : { knownAt, person };
  const people: (Building | undefined)[] = [];
  const details = readStanding<DetailRow>(db, {
    columns: 'person, id_number, name, sex, phone, bank, account, note',
    table: 'person_detail JOIN person ON person.id = person',
    ...scope,
  });
  for (const [id, idNumber, name, sex, phone, bank, account, note] of details) {
    people[id] = {
      id,
      idNumber,
      name,
      sex,
      phone,
      bank,
      account,
      note,
      posts: [],
      certificates: [],
      registrations: [],
      serviceClaims: [],
      services: [],
      assessments: [],
      sanctions: [],
    };
  }
  addPosts(db, people, scope);
  addPapers(db, people, scope);
  addQuarterFacts(db, people, scope);
  return people.filter((known) => known !== undefined);
}

interface Scope {
  knownAt: KnownAt;
  person?: number;
}

type PostRow = [
  post: number,
  person: number,
  unit: number | null,
  workplace: string | null,
  district: string | null,
  township: string | null,
  stated: Day,
  from: Day,
  until: Day | null,
  asOf: Day,
  category: Category,
  title: string | null,
  file: number,
  line: number,
];
type ChangeRow = [
  post: number,
  from: Day,
  category: Category,
  title: string | null,
  file: number,
  line: number,
];

function addPosts(db: Database, people: (Building | undefined)[], scope: Scope): void {
  const changes = new Map<number, PostTerm[]>();
  const changeRows = readStanding<ChangeRow>(db, {
    columns: 'post, from_on, category, title, file, line',
    table: 'post_change',
    knownAt: scope.knownAt,
  });
  for (const [post, from, category, title, file, line] of changeRows) {
    const term = { from, category, title, file, line };
    const terms = changes.get(post);
    if (terms) terms.push(term);
    else changes.set(post, [term]);
  }
  const rows = readStanding<PostRow>(db, {
    columns: `post, person, unit, workplace, district, township, stated_on, from_on, until_on, as_of, category, title,
      file, line`,
    table: 'post',
    ...scope,
  });
  for (const [
    id,
    person,
    unit,
    workplace,
    district,
    township,
    stated,
    from,
    until,
    asOf,
    category,
    title,
    file,
    line,
  ] of rows) {
    const later = changes.get(id)?.sort(byFrom) ?? [];
    people[person]?.posts.push({
      id,
      stated,
      from,
      until,
      asOf,
      file,
      line,
      place: placeFrom(unit, workplace, district, township),
      terms: [{ from, category, title, file, line }, ...later],
    });
  }
  for (const person of people) if (person && person.posts.length > 1) person.posts.sort(byFrom);
}

function addPapers(db: Database, people: (Building | undefined)[], scope: Scope): void {
  const certificates = readStanding<[number, Level, string | null, Day, number, number, number]>(db, {
    columns: 'person, level, number, issued_on, issued_assumed, file, line',
    table: 'certificate',
    ...scope,
  });
  for (const [person, level, number, issued, assumed, file, line] of certificates) {
    people[person]?.certificates.push({ level, number, issued, issuedAssumed: assumed === 1, file, line });
  }
  const registrations = readStanding<[number, Day, Day, number, number]>(db, {
    columns: 'person, from_on, until_on, file, line',
    table: 'registration',
    ...scope,
  });
  for (const [person, from, until, file, line] of registrations) {
    people[person]?.registrations.push({ from, until, file, line });
  }
  for (const person of people)
    if (person && person.registrations.length > 1) person.registrations.sort(byFrom);
}

function addQuarterFacts(db: Database, people: (Building | undefined)[], scope: Scope): void {
  const claims = readStanding<[number, Quarter, string, number, number]>(db, {
    columns: 'person, quarter, claim, file, line',
    table: 'service_claim',
    ...scope,
  });
  for (const [person, quarter, claim, file, line] of claims) {
    const value = claim === '是' || claim === '否' ? claim : Number(claim);
    people[person]?.serviceClaims.push({ quarter, claim: value, file, line });
  }
  const assessments = readStanding<[number, string, '是' | '否', number, number]>(db, {
    columns: 'person, period, result, file, line',
    table: 'assessment',
    ...scope,
  });
  for (const [person, period, result, file, line] of assessments) {
    people[person]?.assessments.push({ period, result, file, line });
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
  for (const stretches of pay.values()) stretches.sort(byFrom);
  return pay;
}

const byFrom = (a: { from: Day }, b: { from: Day }): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
