import type { Month } from '../domain/day.js';
import type { PaperMonth } from '../domain/subsidy-month.js';

/**
 * A month of a line; undefined where another district judged it. `index`: its place in the quarter, where
 * it nearly always stands.
 */
export function monthOfLine<Judged extends PaperMonth>(
  { months }: { months: readonly Judged[] },
  month: Month,
  index: number,
): Judged | undefined {
  const likely = months[index];
  return likely?.month === month ? likely : months.find((candidate) => candidate.month === month);
}
