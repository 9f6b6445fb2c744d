import { type Day, dayAfter, holdsOn } from '../../domain/day.js';
import type { Version } from '../policy-book.js';

/** The days within a stretch on which any of the versions begins, or the day after it ends; and its first day. */
export function turningDays(within: { from: Day; until: Day | null }, versions: readonly Version[]): Day[] {
  const days = new Set<Day>([within.from]);
  for (const { from, until } of versions) {
    if (holdsOn(within, from)) days.add(from);
    if (until !== null && holdsOn(within, dayAfter(until))) days.add(dayAfter(until));
  }
  return [...days].sort();
}

/** The versions of one file, in order of their first day. */
export function byFile(versions: readonly Version[]): Version[][] {
  const files = new Map<string, Version[]>();
  for (const version of versions) {
    const known = files.get(version.file);
    if (known) known.push(version);
    else files.set(version.file, [version]);
  }
  return [...files.values()].map((file) =>
    file.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  );
}

export const placeOf = ({ file, line }: Version) => ({ file, line });
