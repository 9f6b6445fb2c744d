import { addYears, type Day } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import { placeOf } from './checks/spans.js';
import { PARAMETERS } from './parameters.js';
import type { PolicyBook } from './policy-book.js';

const YEARS = 2;

/**
 * A warning for each value, in force on `today` or later, that nobody has compared with its source for
 * two years: since `checked`, or since its first day when it never was.
 */
export function uncheckedValues(book: PolicyBook, today: Day): Finding[] {
  return PARAMETERS.flatMap((parameter) =>
    book.versions[parameter].flatMap((version) => {
      const { from, until, checked } = version;
      if (until !== null && until < today) return [];
      if (addYears(checked ?? from, YEARS) > today) return [];
      const details = { parameter, checked };
      return [finding('policy.unchecked', 'warning', parameter, details, placeOf(version))];
    }),
  );
}
