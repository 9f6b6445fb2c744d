import { overlaps } from '../../domain/day.js';
import { type Finding, finding } from '../../domain/finding.js';
import type { PolicyBook } from '../policy-book.js';
import { placeOf } from './spans.js';

/**
 * A city file that drops a condition which the document names is looked at twice: a warning, since the
 * city may have been given leave by a later document. 三(六)1
 */
export function checkCityConditions({ versions }: Pick<PolicyBook, 'versions'>): Finding[] {
  const conditions = versions['subsidy.conditions'];
  const shipped = conditions.filter(({ layer }) => layer === 'shipped');
  return conditions
    .filter(({ layer }) => layer === 'city')
    .flatMap((version) => {
      const named = shipped.find((law) => overlaps(law, version));
      const dropped = named?.value.filter((condition) => !version.value.includes(condition)) ?? [];
      return dropped.map((condition) =>
        finding(
          'policy.drops-condition',
          'warning',
          'subsidy.conditions',
          { condition, by: 'city' },
          {
            ...placeOf(version),
            column: 'value',
            citation: named?.citation,
          },
        ),
      );
    });
}
