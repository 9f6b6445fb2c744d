import { type Day, dayAfter, dayBefore, overlaps } from '../../domain/day.js';
import { type Finding, finding } from '../../domain/finding.js';
import { inForce } from '../in-force.js';
import { PARAMETERS, type Parameter } from '../parameters.js';
import type { PolicyBook, Version } from '../policy-book.js';
import { byFile, placeOf, turningDays } from './spans.js';

type Values = Pick<PolicyBook, 'versions'>;

/** Two values for one day in one file (an error), and days between two values that nobody answers (a warning). */
export function checkTime(book: Values): Finding[] {
  return PARAMETERS.flatMap((parameter) =>
    byFile(book.versions[parameter]).flatMap((versions) => [
      ...overlapsIn(parameter, versions),
      ...holesIn(book, parameter, versions),
    ]),
  );
}

function overlapsIn(parameter: Parameter, versions: readonly Version[]): Finding[] {
  return versions.flatMap((version, index) => {
    const other = versions.slice(0, index).find((earlier) => overlaps(earlier, version));
    if (!other) return [];
    const details = { parameter, on: version.from, otherLine: other.line };
    return [finding('policy.overlap', 'error', parameter, details, placeOf(version))];
  });
}

function holesIn(book: Values, parameter: Parameter, versions: readonly Version[]): Finding[] {
  return versions.slice(1).flatMap((version, index) => {
    const before = versions[index] as Version;
    if (before.until === null || dayAfter(before.until) >= version.from) return [];
    const gap = { from: dayAfter(before.until), until: dayBefore(version.from) };
    const hole = firstHole(book, parameter, version.district, gap);
    if (!hole) return [];
    return [finding('policy.hole', 'warning', parameter, { parameter, ...hole }, placeOf(version))];
  });
}

/** The first stretch of a gap on which no layer below answers either. */
function firstHole(
  book: Values,
  parameter: Parameter,
  district: string | null,
  gap: { from: Day; until: Day },
): { from: Day; until: Day } | undefined {
  const turns = turningDays(gap, book.versions[parameter]);
  const start = turns.findIndex((day) => !inForce(book, parameter, district, day));
  if (start < 0) return undefined;
  const end = turns.slice(start).find((day) => inForce(book, parameter, district, day));
  return { from: turns[start] as Day, until: end ? dayBefore(end) : gap.until };
}
