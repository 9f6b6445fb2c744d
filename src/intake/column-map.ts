import { UserError } from '../domain/user-error.js';
import { nearestWords } from './cells/choice.js';
import type { DatasetShape } from './dataset.js';
import { HeadingIndex, headingKey, type MappedHeading } from './headings.js';

/** What headings mean by the user's word, by the form in which headings are compared. */
export type ColumnMap = ReadonlyMap<string, MappedHeading>;

type Pairs = Iterable<readonly [heading: string, column: string]>;

/**
 * Understands `heading=column` pairs: those of the command line before those of a profile. The two sides
 * may stand in either order where only one of them names a column; an empty side is a column that is to
 * be ignored. Throws UserError `usage.unknown-column` where neither side names a column of the dataset,
 * and `usage.map-twice` for a heading that the command line maps to two.
 */
export function readColumnMap(
  dataset: DatasetShape,
  { typed, saved }: { typed: Pairs; saved: Pairs },
): ColumnMap {
  const index = new HeadingIndex(dataset);
  const map = new Map<string, MappedHeading>();
  for (const [left, right] of saved) {
    const mapped = readPair(dataset, index, left, right);
    map.set(headingKey(mapped.heading), { ...mapped, typed: false });
  }
  for (const [left, right] of typed) {
    const mapped = readPair(dataset, index, left, right);
    const key = headingKey(mapped.heading);
    const known = map.get(key);
    if (known?.typed && known.field !== mapped.field) {
      const columns = [known, mapped].map(({ field }) => columnHeading(dataset, field));
      throw new UserError('usage.map-twice', { heading: mapped.heading, columns });
    }
    map.set(key, { ...mapped, typed: true });
  }
  return map;
}

/** The map as pairs of headings, as a profile keeps it. */
export const pairsOf = (dataset: DatasetShape, map: ColumnMap): [heading: string, column: string][] =>
  [...map.values()].map(({ heading, field }) => [heading, columnHeading(dataset, field)]);

const columnHeading = (dataset: DatasetShape, field: string | null): string =>
  field === null ? '' : (dataset.columns[field]?.heading ?? field);

function readPair(
  dataset: DatasetShape,
  index: HeadingIndex,
  left: string,
  right: string,
): Omit<MappedHeading, 'typed'> {
  if (right === '' || left === '') return { heading: left + right, field: null };
  const field = index.named(right);
  if (field !== undefined) return { heading: left, field };
  const swapped = index.named(left);
  if (swapped !== undefined) return { heading: right, field: swapped };
  throw unknownColumn(dataset, right);
}

/** The problem of a column that the dataset does not have, with the ones that may have been meant. */
export function unknownColumn(dataset: DatasetShape, column: string): UserError<'usage.unknown-column'> {
  const columns = Object.values(dataset.columns).map(({ heading }) => heading);
  const nearest = nearestWords(column, columns);
  return new UserError('usage.unknown-column', { dataset: dataset.name, column, columns, nearest });
}
