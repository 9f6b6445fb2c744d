import type { Person, Unit } from '../../src/domain/facts.js';
import { quarter } from '../../src/domain/quarter.js';
import type { PolicyBook } from '../../src/policy/policy-book.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import type { MonthResult } from '../../src/rules/subsidy-result.js';
import { officeBook } from './book.js';
import { person, unit } from './people.js';

export const UNITS: readonly Unit[] = [unit(1), unit(2), unit(3, { district: '武侯区' })];

/** What a month comes to: fen, or the reasons why not. */
const outcome = ({ paid, amountFen, reasons }: MonthResult) => (paid ? amountFen : reasons);

/** The quarter of one person: an amount or reasons for each month, and the codes of the findings. */
export function quarterOf(
  of: string,
  known: Partial<Person> = {},
  book: PolicyBook = officeBook(),
  units: readonly Unit[] = UNITS,
) {
  const { people, findings } = computeQuarter({ quarter: quarter(of), people: [person(known)], units, book });
  const months = people[0]?.months ?? [];
  return { months, outcomes: months.map(outcome), totalFen: people[0]?.totalFen ?? 0, findings };
}

export const outcomesOf = (...asked: Parameters<typeof quarterOf>) => quarterOf(...asked).outcomes;
