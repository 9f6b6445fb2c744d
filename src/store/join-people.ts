import type { Origin, Person, Post } from '../domain/facts.js';
import type { Links } from './links.js';

type Joining = { -readonly [Field in keyof Person]: Person[Field] };

/**
 * Shows people who are one as one, under the number that is kept: the facts of all, in place. Of facts that
 * collide on their key the one from the later file counts; the others stay in the register unseen, and
 * stand again once the people are parted.
 */
export function joinPeople(people: (Joining | undefined)[], links: Links): void {
  for (const group of links.groups()) {
    const [kept] = group as [number];
    const known = group.flatMap((id) => people[id] ?? []);
    const [first, ...others] = known;
    for (const id of group) delete people[id];
    if (!first) continue;
    const joined = others.reduce(joinTwo, first);
    joined.id = kept;
    joined.idNumber = links.idNumber(kept);
    joined.formerNumbers = group.slice(1).map(links.idNumber);
    people[kept] = joined;
  }
}

function joinTwo(a: Joining, b: Joining): Joining {
  const [later, earlier] = (a.detailsFile ?? 0) >= (b.detailsFile ?? 0) ? [a, b] : [b, a];
  return {
    ...later,
    sex: later.sex ?? earlier.sex,
    phone: later.phone ?? earlier.phone,
    bank: later.bank ?? earlier.bank,
    account: later.account ?? earlier.account,
    note: later.note ?? earlier.note,
    posts: joinFacts(
      joinFacts(a.posts, b.posts, ({ id }) => String(id)),
      [],
      placeAndStart,
    ),
    certificates: joinFacts(a.certificates, b.certificates, ({ level }) => level),
    registrations: joinFacts(a.registrations, b.registrations, ({ from }) => from),
    serviceClaims: joinFacts(a.serviceClaims, b.serviceClaims, ({ quarter }) => quarter),
    assessments: joinFacts(a.assessments, b.assessments, ({ period }) => period),
    services: [...a.services, ...b.services],
    sanctions: [...a.sanctions, ...b.sanctions],
  };
}

const placeAndStart = ({ place, stated }: Post): string =>
  [place.unit ?? `${place.district}|${place.workplace}`, stated].join('|');

/** The facts of both; of two with one key the one from the later file, or further down in it. */
export function joinFacts<Fact extends Origin>(
  a: readonly Fact[],
  b: readonly Fact[],
  keyOf: (fact: Fact) => string,
): Fact[] {
  const byKey = new Map<string, Fact>();
  for (const fact of [...a, ...b]) {
    const known = byKey.get(keyOf(fact));
    if (!known || isLater(fact, known)) byKey.set(keyOf(fact), fact);
  }
  return [...byKey.values()];
}

const isLater = (a: Origin, b: Origin): boolean => (a.file === b.file ? a.line > b.line : a.file > b.file);
