import type { Day } from '../domain/day.js';
import { type Finding, finding } from '../domain/finding.js';
import type { Parameter } from '../policy/parameters.js';
import type { PolicyBook } from '../policy/policy-book.js';

/** The remark 示例标准, when a value of one of these parameters on a day is of the marked example pack. */
export function exampleFindings(book: PolicyBook, parameters: readonly Parameter[], on: Day): Finding[] {
  const used = parameters.some((parameter) =>
    book.versions[parameter].some(
      ({ example, from, until }) => example && from <= on && (until === null || on <= until),
    ),
  );
  return used ? [finding('policy.example', 'info', '', {})] : [];
}
