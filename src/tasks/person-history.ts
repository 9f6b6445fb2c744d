import type { FactValues } from '../domain/changes.js';
import { type Day, dayBefore } from '../domain/day.js';
import type { Person, Place } from '../domain/facts.js';
import { type HistoryFact, PERSON_FACTS, type PersonFact } from '../domain/history.js';
import { firstDayOfQuarter, lastDayOfQuarter, type Quarter } from '../domain/quarter.js';
import { loadBatches } from '../store/batches.js';
import { loadFiles } from '../store/files.js';
import { loadHistory, type StoredFact } from '../store/history.js';
import { loadLinks } from '../store/links.js';
import { loadUnits } from '../store/register.js';
import { placeFrom } from '../store/units.js';
import { factCells } from './field-changes.js';
import { findPerson } from './find-person.js';
import { placeNames } from './place-names.js';
import type { Workspace } from './workspace.js';

export interface PersonHistory {
  person: Person;
  facts: readonly HistoryFact[];
}

interface Asked {
  /** Only what holds on this day; null: everything. */
  on: Day | null;
  /** Also what later facts have replaced, or an undo took back. */
  all: boolean;
}

/**
 * Everything the register knows of one person, under every number that is theirs, each fact with the batch, file
 * and line it was read from.
 * Throws UserError `who.unknown` and `who.ambiguous`.
 */
export function personHistory(workspace: Workspace, who: string, { on, all }: Asked): PersonHistory {
  const { db, knownAt, today } = workspace;
  const person = findPerson(workspace, who);
  const links = loadLinks(db, knownAt);
  const stored = loadHistory(db, { person: person.id, knownAt, all });
  const placeName = placeNames(loadUnits(db, knownAt), on ?? today);
  const files = loadFiles(db);
  const batches = new Map(loadBatches(db).map((record) => [record.batch, record]));
  const isUndo = (batch: number) => (batches.get(batch)?.undoes ?? null) !== null;
  const facts = stored.map((fact) => {
    const { name, batch } = files.get(fact.file) ?? { name: '', batch: fact.recorded };
    return {
      fact,
      told: {
        ...asTold(fact, placeName),
        idNumber: fact.person === person.id ? person.idNumber : links.idNumber(fact.person),
        batch,
        file: name,
        line: fact.line,
        recordedAt: batches.get(batch)?.recordedAt ?? '',
        // what stands again is the same fact as before: only the whole story tells the difference
        restoredBy: all && isUndo(fact.recorded) ? fact.recorded : null,
        replacedBy: replacement(fact, stored, isUndo, (file) => files.get(file)?.name ?? null),
      },
    };
  });
  const inOrder = facts.sort((a, b) => byKindAndTime(a.told, b.told) || byKey(a.fact, b.fact));
  endStretches(inOrder);
  return { person, facts: inOrder.map(({ told }) => told).filter((told) => on === null || holds(told, on)) };
}

const holds = ({ from, until }: HistoryFact, on: Day): boolean =>
  (from === null || from <= on) && (until === null || on <= until);

const byKindAndTime = (a: HistoryFact, b: HistoryFact): number =>
  PERSON_FACTS.indexOf(a.fact) - PERSON_FACTS.indexOf(b.fact) || compare(a.from ?? '', b.from ?? '');
const byKey = (a: StoredFact, b: StoredFact): number => compare(a.key, b.key) || a.id - b.id;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What took the place of a fact: what the batch that superseded it recorded under the same key; nothing after an undo. */
function replacement(
  { fact, key, superseded }: StoredFact,
  stored: readonly StoredFact[],
  isUndo: (batch: number) => boolean,
  fileName: (file: number) => string | null,
): HistoryFact['replacedBy'] {
  if (superseded === null) return null;
  if (isUndo(superseded)) return { batch: superseded, file: null, line: null };
  const later = stored.find((each) => each.fact === fact && each.key === key && each.recorded === superseded);
  return { batch: superseded, file: later ? fileName(later.file) : null, line: later?.line ?? null };
}

type Told = Pick<HistoryFact, 'fact' | 'from' | 'until' | 'cells' | 'values' | 'digits'>;

/** The days of a fact, and what it says. */
function asTold({ fact, values }: StoredFact, placeName: (place: Place) => string): Told {
  const typed = asFactValues(fact, values);
  return {
    fact,
    ...spanOf(fact, typed),
    cells: factCells(fact, typed as never, placeName),
    values: asJson(typed, placeName),
    digits: fact === 'details' ? ['phone', 'account'] : fact === 'certificate' ? ['number'] : [],
  };
}

/** What a table keeps as numbers or apart, as the rest of the program knows it. */
function asFactValues(fact: PersonFact, values: StoredFact['values']): Record<string, unknown> {
  if (fact === 'certificate') return { ...values, issuedAssumed: values.issuedAssumed === 1 };
  if (fact === 'service-claim' && /^\d+$/.test(`${values.claim}`))
    return { ...values, claim: Number(values.claim) };
  if (fact !== 'post') return values;
  const { unit, workplace, district, township, ...rest } = values;
  const text = (cell: string | number | null | undefined) =>
    cell === null || cell === undefined ? null : `${cell}`;
  return {
    place: placeFrom(unit as number | null, text(workplace), text(district), text(township)),
    ...rest,
  };
}

const FEN: Readonly<Record<string, string>> = { monthly: 'monthlyFen', amount: 'amountFen' };

function asJson(
  values: Record<string, unknown>,
  placeName: (place: Place) => string,
): Record<string, unknown> {
  const entries = Object.entries(values).filter(([field]) => field !== 'post');
  return Object.fromEntries(
    entries.map(([field, value]) => {
      if (field === 'place') return [field, placeName(value as Place)];
      if (field === 'hours' && value !== null) return [field, (value as number) / 100];
      return [FEN[field] ?? field, value];
    }),
  );
}

interface Span {
  from: Day | null;
  until: Day | null;
}

const inQuarter = (quarter: Quarter): Span => ({
  from: firstDayOfQuarter(quarter),
  until: lastDayOfQuarter(quarter),
});
const since = (from: Day): Span => ({ from, until: null });

/** The days on which each kind of fact holds; what has happened once holds from then on. */
const SPANS: { readonly [Kind in PersonFact]: (values: FactValues[Kind]) => Span } = {
  details: () => ({ from: null, until: null }),
  post: ({ from, until }) => ({ from, until }),
  'post-change': ({ from }) => since(from),
  certificate: ({ issued }) => since(issued),
  registration: ({ from, until }) => ({ from, until }),
  'service-claim': ({ quarter }) => inQuarter(quarter),
  assessment: ({ period }) =>
    period.includes('Q')
      ? inQuarter(period as Quarter)
      : { from: `${period}-01-01` as Day, until: `${period}-12-31` as Day },
  service: ({ on }) => since(on),
  training: ({ from }) => since(from),
  supervisor: ({ from, until }) => ({ from, until }),
  award: ({ on }) => since(on),
  complaint: ({ received }) => since(received),
  pay: ({ from }) => since(from),
  payment: ({ quarter }) => inQuarter(quarter),
};

/** The days of a fact; its kind fixes the shape of its values. */
const spanOf = (fact: PersonFact, values: object): Span => (SPANS[fact] as (values: object) => Span)(values);

/** Pay, and the category and title of one post, hold until the next of them that stands. */
function endStretches(facts: readonly { fact: StoredFact; told: HistoryFact }[]): void {
  const next = new Map<string, Day | null>();
  for (const { fact, told } of [...facts].reverse()) {
    if ((fact.fact !== 'pay' && fact.fact !== 'post-change') || fact.superseded !== null) continue;
    const chain = `${fact.fact} ${fact.values.post ?? ''}`;
    const following = next.get(chain);
    if (following) told.until = dayBefore(following);
    next.set(chain, told.from);
  }
}
