import type { AreaOrder } from '../domain/area-order.js';
import type { Placement } from '../domain/closing.js';
import type { Month } from '../domain/day.js';
import type { Person } from '../domain/facts.js';
import type { Fen } from '../domain/money.js';
import type { Level, Reason } from '../domain/terms.js';
import type { MonthPair } from './month-pairs.js';
import type { SubsidyLine } from './subsidy-lines.js';
import { placementOrder } from './subsidy-placement.js';
import type { MonthResult } from './subsidy-result.js';

/** What a month comes to, as far as a comparison shows it. */
interface Outcome {
  paid: boolean;
  district: string;
  level: Level | null;
  amountFen: Fen;
  reasons: readonly Reason[];
}

/** Months that change in one and the same way. */
export interface MonthChange {
  months: readonly Month[];
  now: Outcome;
  supposed: Outcome;
}

/** What a person gains or loses in one paying district over the whole period, and why. */
export interface PersonDifference extends Placement {
  person: Person;
  nowFen: Fen;
  thenFen: Fen;
  /** supposed − now. */
  differenceFen: Fen;
  changes: readonly MonthChange[];
}

interface Entry {
  /** The line that was seen last: the latest quarter, as under the assumptions. */
  line: SubsidyLine;
  nowFen: Fen;
  thenFen: Fen;
  changes: Map<string, MonthChange & { months: Month[] }>;
}

/** Gathers the months of people as they are compared. */
export class ComparedPeople {
  /** By person, an entry for each paying district. */
  private readonly entries = new Map<number, Entry[]>();

  /** A month that both ways answer. */
  add({ month, now, supposed, nowAnywhere, supposedAnywhere }: MonthPair): void {
    if (!nowAnywhere || !supposedAnywhere) return;
    const nowEntry = now && this.entryOf(now.line);
    if (nowEntry) nowEntry.nowFen += now.result.amountFen;
    const supposedEntry = supposed && this.entryOf(supposed.line);
    if (supposedEntry) supposedEntry.thenFen += supposed.result.amountFen;
    if (!differ(nowAnywhere, supposedAnywhere)) return;
    for (const entry of new Set([nowEntry, supposedEntry])) {
      if (entry) note(entry, month, outcomeOf(nowAnywhere), outcomeOf(supposedAnywhere));
    }
  }

  /** Everybody who gains or loses somewhere; the largest change first, then in order of place and number. */
  changed(order: AreaOrder): PersonDifference[] {
    const compare = placementOrder(order);
    const all: PersonDifference[] = [];
    for (const entries of this.entries.values()) {
      for (const { line, nowFen, thenFen, changes } of entries) {
        if (nowFen === thenFen) continue;
        const { person, district, township, unit, unitCode } = line;
        all.push({
          ...{ person, district, township, unit, unitCode, nowFen, thenFen },
          differenceFen: thenFen - nowFen,
          changes: [...changes.values()],
        });
      }
    }
    return all.sort(
      (a, b) =>
        Math.abs(b.differenceFen) - Math.abs(a.differenceFen) ||
        compare(a, b) ||
        (a.person.idNumber < b.person.idNumber ? -1 : 1),
    );
  }

  /** How many people gain and lose over all their districts, and how much; in fen, what is lost below 0. */
  gainAndLose(): Record<'gain' | 'lose', { people: number; fen: Fen }> {
    const gain = { people: 0, fen: 0 };
    const lose = { people: 0, fen: 0 };
    for (const entries of this.entries.values()) {
      const difference = entries.reduce((sum, { nowFen, thenFen }) => sum + thenFen - nowFen, 0);
      if (difference === 0) continue;
      const side = difference > 0 ? gain : lose;
      side.people++;
      side.fen += difference;
    }
    return { gain, lose };
  }

  private entryOf(line: SubsidyLine): Entry {
    const entries = this.entries.get(line.person.id);
    const known = entries?.find((entry) => entry.line.district === line.district);
    if (known) {
      known.line = line;
      return known;
    }
    const made: Entry = { line, nowFen: 0, thenFen: 0, changes: new Map() };
    if (entries) entries.push(made);
    else this.entries.set(line.person.id, [made]);
    return made;
  }
}

/** Unpaid both ways is no change, whatever the reasons. */
function differ(now: MonthResult, supposed: MonthResult): boolean {
  if (!now.paid && !supposed.paid) return false;
  return (
    now.paid !== supposed.paid ||
    now.amountFen !== supposed.amountFen ||
    now.level !== supposed.level ||
    now.district !== supposed.district
  );
}

const outcomeOf = ({ paid, district, level, amountFen, reasons }: MonthResult): Outcome => ({
  paid,
  district,
  level,
  amountFen,
  reasons,
});

function note({ changes }: Entry, month: Month, now: Outcome, supposed: Outcome): void {
  const key = JSON.stringify([now, supposed]);
  const known = changes.get(key);
  if (known) known.months.push(month);
  else changes.set(key, { months: [month], now, supposed });
}
