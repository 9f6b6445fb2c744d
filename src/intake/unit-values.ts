import type { FactValues } from '../domain/changes.js';
import type { Day } from '../domain/day.js';
import type { Unit, UnitTerm } from '../domain/facts.js';
import type { UnitRow } from './rows.js';
import type { UnitDraft, UnitKnowledge } from './unit-knowledge.js';

type UnitValues = FactValues['unit'];

/** What a row changes of a unit that is known: the term of the day, or without a day each of them. */
export function planKnown(draft: UnitDraft, row: UnitRow, unit: Unit, knowledge: UnitKnowledge): void {
  const { changesFrom } = knowledge;
  const terms =
    changesFrom === null ? unit.terms : unit.terms.filter((_, index) => index === termAt(unit, changesFrom));
  for (const term of terms) {
    const before = knownValues(term, unit);
    const after = { ...statedValues(row, before, knowledge), from: before.from };
    if (sameValues(before, after)) continue;
    const dated = changesFrom !== null && changesFrom !== before.from;
    draft.changes.push(
      dated
        ? { fact: 'unit', owner: unit.id, before: null, was: before, after: { ...after, from: changesFrom } }
        : { fact: 'unit', owner: unit.id, before, after },
    );
  }
  if (draft.changes.length > 0) draft.outcome = 'changed';
}

function termAt(unit: Unit, on: Day): number {
  let index = 0;
  for (const [position, { from }] of unit.terms.entries()) if (from === null || from <= on) index = position;
  return index;
}

/** What the row says, over what is known; the office's own list confirms what it states. */
export function statedValues(
  row: UnitRow,
  known: UnitValues | null,
  { confirms }: UnitKnowledge,
): Omit<UnitValues, 'from'> {
  return {
    name: row.name,
    county: row.county,
    township: row.township,
    kind: row.kind ?? known?.kind ?? null,
    kindConfirmed: (confirms && row.kind !== null) || (known?.kindConfirmed ?? false),
    district: row.district ?? known?.district ?? row.county,
    districtConfirmed: (confirms && row.district !== null) || (known?.districtConfirmed ?? false),
    founded: row.founded ?? known?.founded ?? null,
    dissolved: row.dissolved ?? known?.dissolved ?? null,
  };
}

function knownValues(term: UnitTerm, unit: Unit): UnitValues {
  const { from, name, county, township, kind, kindConfirmed, district, districtConfirmed } = term;
  const { founded, dissolved } = unit;
  return {
    from,
    name,
    county,
    township,
    kind,
    kindConfirmed,
    district,
    districtConfirmed,
    founded,
    dissolved,
  };
}

const sameValues = (a: UnitValues, b: UnitValues): boolean =>
  (Object.keys(a) as (keyof UnitValues)[]).every((key) => a[key] === b[key]);
