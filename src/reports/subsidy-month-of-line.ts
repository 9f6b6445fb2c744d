import type { Month } from '../domain/day.js';
import type { SubsidyLine } from '../rules/subsidy-lines.js';
import type { MonthResult } from '../rules/subsidy-result.js';

/**
 * A month of a line; undefined where another district judged it. `index`: its place in the quarter, where
 * it nearly always stands.
 */
export function monthOfLine(line: SubsidyLine, month: Month, index: number): MonthResult | undefined {
  const likely = line.months[index];
  return likely?.month === month ? likely : line.months.find((candidate) => candidate.month === month);
}
