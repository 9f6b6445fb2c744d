import { addDays, type Day } from '../domain/day.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import type { UnitRow } from './rows.js';
import { createUnitFinder } from './unit-finder.js';
import { unitKeys } from './unit-names.js';

/** Finds who takes over a unit: 并入 may hold a code or a name. */
export interface Mergers {
  /** The code of the successor, or the finding that says why there is none (without file and line). */
  successorOf(row: UnitRow, asked: string): { code: string } | { finding: Finding };
  /** The units from a unit back to itself by what rows and register say of 并入; null: there is no circle. */
  circleFrom(code: string): readonly string[] | null;
  /** Remembers what a row says, so that later rows cannot close a circle with it. */
  remember(code: string, successor: string): void;
  /** What the register knows now. */
  known(code: string): string | null;
}

/** `rows`: every sound row of the command: a successor may be founded by the very list that merges into it. */
export function createMergers(units: readonly Unit[], rows: readonly UnitRow[]): Mergers {
  const finder = createUnitFinder(units);
  const byId = new Map(units.map((unit) => [unit.id, unit.terms[0].code]));
  const codes = new Set([...byId.values(), ...rows.map(({ code }) => code)]);
  const standing = new Map<string, string>();
  for (const { terms, successor } of units) {
    const code = successor === undefined ? undefined : byId.get(successor);
    if (code !== undefined) standing.set(terms[0].code, code);
  }
  const told = new Map(standing);
  const lastDays = new Map(rows.map(({ code, dissolved }) => [code, dissolved]));
  return {
    successorOf(row, asked) {
      const text = asked.normalize('NFKC').replace(/\s/g, '');
      if (/^\d{12}$/.test(text)) return codes.has(text) ? { code: text } : { finding: unknownCode(row) };
      const on = row.dissolved === null ? undefined : addDays(row.dissolved, 1);
      const near = { code: '', district: row.county, township: row.township, name: text, ...(on && { on }) };
      const inTownship = finder.find(near);
      const code = 'unit' in inTownship ? inTownship.unit.terms[0].code : null;
      // A new unit often bears the name of one that goes into it.
      const goesToo = (other: string): boolean =>
        other === row.code || endsBy(row.dissolved, lastDays.get(other) ?? null);
      if (code !== null && !goesToo(code)) return { code };
      const staying = rows.filter((other) => !goesToo(other.code));
      const listed = listedAs(text, row, staying);
      if (listed !== null) return { code: listed };
      if ('unit' in inTownship) return { code: inTownship.unit.terms[0].code };
      const inCounty = finder.find({ code: '', district: row.county, township: '', name: text });
      return 'unit' in inCounty ? { code: inCounty.unit.terms[0].code } : { finding: inTownship.finding };
    },
    circleFrom(code) {
      const line = [code];
      for (let next = told.get(code); next !== undefined; next = told.get(next)) {
        line.push(next);
        if (next === code) return line;
        // A circle further on is not of this unit's making.
        if (line.indexOf(next) < line.length - 1) return null;
      }
      return null;
    },
    remember: (code, successor) => {
      told.set(code, successor);
    },
    known: (code) => standing.get(code) ?? null,
  };
}

const endsBy = (day: Day | null, last: Day | null): boolean => day !== null && last !== null && last <= day;

/** The one row of the list that bears the name, in the township or else in the county. */
function listedAs(name: string, row: UnitRow, rows: readonly UnitRow[]): string | null {
  const keys = unitKeys(name);
  const called = rows.filter(
    (other) => other.county === row.county && unitKeys(other.name).some((key) => keys.includes(key)),
  );
  const near = called.filter(({ township }) => township === row.township);
  const found = near.length > 0 ? near : called;
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}

const unknownCode = (row: UnitRow): Finding =>
  finding('unit.unknown', 'error', `${row.name} ${row.code}`, { part: 'code', within: '', nearest: [] });
