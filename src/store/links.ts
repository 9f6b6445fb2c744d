import type { Database } from './open.js';
import { type KnownAt, readStanding } from './standing.js';
import { storedTables } from './stored-tables.js';

/** Which numbers of the register are one person's. */
export interface Links {
  /** Nobody is linked to anybody: the usual case. */
  readonly empty: boolean;
  /** The number under which a person's facts are shown: the end of the links from this one. */
  kept(person: number): number;
  /** Everybody who is shown under the same number, that number first. */
  group(person: number): readonly number[];
  /** Every group of more than one. */
  groups(): readonly (readonly number[])[];
  /** Whether one of the two is linked to the other directly; the one that is, or null. */
  direct(a: number, b: number): number | null;
  /** The pairs of identity numbers that are linked in the group of a person. */
  pairs(person: number): readonly (readonly [string, string])[];
  /** Not a number that was corrected or joined to another. */
  isKept(idNumber: string): boolean;
  /** The number that is kept instead of one that was corrected or joined to another; null: it is kept itself. */
  keptNumber(idNumber: string): string | null;
  /** The identity number of somebody who is in a group. */
  idNumber(person: number): string;
}

type LinkRow = [person: number, kept: number, idNumber: string, keptNumber: string];

/** The links of people who are one, as they were known. */
export function loadLinks(db: Database, knownAt?: KnownAt): Links {
  const rows = readStanding<LinkRow>(db, {
    columns: 'person, kept, old.id_number, new.id_number',
    table: 'person_link JOIN person AS old ON old.id = person JOIN person AS new ON new.id = kept',
    knownAt,
  });
  const next = new Map<number, number>();
  const numbers = new Map<number, string>();
  const replaced = new Map<string, number>();
  for (const [person, kept, idNumber, keptNumber] of rows) {
    next.set(person, kept);
    replaced.set(idNumber, person);
    numbers.set(person, idNumber).set(kept, keptNumber);
  }
  const end = (person: number): number => {
    let last = person;
    // A circle is refused where links are made; a register that has one all the same must still answer.
    for (let to = next.get(last), left = next.size; to !== undefined && left > 0; to = next.get(last), left--)
      last = to;
    return last;
  };
  const groups = new Map<number, number[]>();
  for (const person of numbers.keys()) {
    const kept = end(person);
    const group = groups.get(kept) ?? [kept];
    if (person !== kept) group.push(person);
    groups.set(kept, group);
  }
  return {
    empty: next.size === 0,
    kept: end,
    group: (person) => groups.get(end(person)) ?? [person],
    groups: () => [...groups.values()],
    direct: (a, b) => (next.get(a) === b ? a : next.get(b) === a ? b : null),
    pairs: (person) =>
      [...next]
        .filter(([from]) => end(from) === end(person))
        .map(([from, to]) => [numbers.get(from) ?? '', numbers.get(to) ?? ''] as const),
    keptNumber: (idNumber) => {
      const person = replaced.get(idNumber);
      return person === undefined ? null : (numbers.get(end(person)) ?? null);
    },
    isKept: (idNumber) => !replaced.has(idNumber),
    idNumber: (person) => numbers.get(person) ?? '',
  };
}

/** A link to be recorded: `person` is shown under `kept` from now on. */
export interface NewLink {
  person: number;
  kept: number;
  kind: 'correct-id' | 'merge';
  reason: string;
  user: string;
}

/** Records a link; the batch says when. `kept` must not be linked to `person`, or nobody would be the end. */
export function insertLink(db: Database, batch: number, { person, kept, kind, reason, user }: NewLink): void {
  db.prepare(
    'INSERT INTO person_link (person, kept, kind, reason, user, recorded) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(person, kept, kind, reason, user, batch);
}

/**
 * Takes a person out of the link that stands; the link itself stays, as what was believed until then.
 * Returns its kind.
 */
export function endLink(db: Database, batch: number, person: number): NewLink['kind'] {
  return db
    .prepare('UPDATE person_link SET superseded = ? WHERE person = ? AND superseded IS NULL RETURNING kind')
    .pluck()
    .get(batch, person) as NewLink['kind'];
}

/** Whether anything but name and contact stands that was recorded of a number itself. */
export function hasFacts(db: Database, person: number): boolean {
  const tables = storedTables(db).filter(
    ({ table, copied }) => !['person_link', 'person_detail'].includes(table) && copied.includes('person'),
  );
  return tables.some(
    ({ table }) =>
      db.prepare(`SELECT 1 FROM ${table} WHERE person = ? AND superseded IS NULL LIMIT 1`).get(person) !==
      undefined,
  );
}

/** A batch of a command that reads no file, such as a link of two people. Returns its number. */
export function insertCommandBatch(
  db: Database,
  { dataset, recordedAt, user }: { dataset: string; recordedAt: string; user: string },
): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO batch (dataset, recorded_at, user, read, new, changed, same, conflict, rejected, skipped)
       VALUES (?, ?, ?, 0, 0, 0, 0, 0, 0, 0)`,
    )
    .run(dataset, recordedAt, user);
  return Number(lastInsertRowid);
}

/** The register's number of an identity number, known or not: an identity is made for a new one. */
export function ensureIdentity(db: Database, idNumber: string): number {
  const find = db.prepare('SELECT id FROM person WHERE id_number = ?').pluck();
  const known = find.get(idNumber) as number | undefined;
  if (known !== undefined) return known;
  return Number(db.prepare('INSERT INTO person (id_number) VALUES (?)').run(idNumber).lastInsertRowid);
}

/**
 * Gives a number that nobody had yet the name and contact of the one it corrects, so that facts recorded of
 * it belong to somebody. Keeps file and line of what is copied.
 */
export function copyDetails(db: Database, batch: number, { from, to }: { from: number; to: number }): void {
  db.prepare(
    `INSERT INTO person_detail (person, name, sex, phone, bank, account, note, file, line, recorded)
     SELECT :to, name, sex, phone, bank, account, note, file, line, :batch FROM person_detail
     WHERE person = :from AND superseded IS NULL
       AND NOT EXISTS (SELECT 1 FROM person_detail WHERE person = :to AND superseded IS NULL)`,
  ).run({ from, to, batch });
}

/** Takes name and contact from a number of which nothing else is known: it is nobody's again. */
export function endDetails(db: Database, batch: number, person: number): void {
  db.prepare('UPDATE person_detail SET superseded = ? WHERE person = ? AND superseded IS NULL').run(
    batch,
    person,
  );
}
