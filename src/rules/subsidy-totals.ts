import type { AreaOrder } from '../domain/area-order.js';
import type { Fen } from '../domain/money.js';
import type { Reason } from '../domain/terms.js';
import type { SubsidyLine } from './subsidy-lines.js';

/** What was paid, added up; months that are unpaid or undecided count nowhere. */
export interface SubsidyTotals {
  /** People with something to pay, each once, however many lines they have. */
  people: number;
  personMonths: number;
  totalFen: Fen;
  /** Fen by paying district, in the order of the areas; districts that pay nothing are left out. */
  byDistrict: Record<string, Fen>;
}

/** Adds up lines by person or by district. */
export function subsidyTotals(lines: readonly SubsidyLine[], order: AreaOrder): SubsidyTotals {
  const people = new Set<number>();
  const byDistrict = new Map<string, Fen>();
  let personMonths = 0;
  let totalFen = 0;
  for (const { person, months } of lines) {
    for (const { paid, amountFen, district } of months) {
      if (!paid) continue;
      people.add(person.id);
      personMonths++;
      totalFen += amountFen;
      byDistrict.set(district, (byDistrict.get(district) ?? 0) + amountFen);
    }
  }
  const inOrder = [...byDistrict].sort(([a], [b]) => order.compareDistricts(a, b));
  return { people: people.size, personMonths, totalFen, byDistrict: Object.fromEntries(inOrder) };
}

/** Months on post that are not paid: how many, how many of them undecided, and how often for each reason. */
export interface UnpaidMonths {
  months: number;
  undecided: number;
  byReason: Partial<Record<Reason, number>>;
}

/** Counts the unpaid months of lines of either kind. */
export function countUnpaid(lines: readonly SubsidyLine[]): UnpaidMonths {
  const counted: UnpaidMonths = { months: 0, undecided: 0, byReason: {} };
  for (const { months } of lines) {
    for (const { paid, post, decided, reasons } of months) {
      if (paid || post === null) continue;
      counted.months++;
      if (!decided) counted.undecided++;
      for (const reason of reasons) counted.byReason[reason] = (counted.byReason[reason] ?? 0) + 1;
    }
  }
  return counted;
}
