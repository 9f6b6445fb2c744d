import type { ReadRow } from './rows.js';

/** The row of an earlier file that a row of a rejects file mends. */
export interface MendedRow {
  /** Name of that file, and the physical line in it. */
  name: string;
  line: number;
  /** The register's number of the latest such file that refused the line. */
  file: number;
}

/** A record that the register has, and where it was read. */
interface KnownRecord {
  key: string;
  occurrence: number;
  /** Name of the file. */
  name: string;
  line: number;
}

/**
 * Numbers truly equal records of one file from 1 as their `occurrence`, so that two of them are two, and a
 * file that is imported again, or a longer one, adds only what is new. A mended row of a rejects file is one
 * of the file that refused it: it is counted after the records that were taken from the other lines of that file.
 * `keyOf`: what a row says, and of whom; `known`: looked at only where there are mended rows.
 */
export function countOccurrences<Row extends { values: object }>(
  rows: readonly ReadRow<Row>[],
  keyOf: (row: Row) => string,
  { mends, known }: { mends: (row: ReadRow<Row>) => MendedRow | null; known: () => readonly KnownRecord[] },
): void {
  const mendedByKey = new Map<string, { read: ReadRow<Row>; key: string; origin: MendedRow }[]>();
  const seen = new Map<string, number>();
  for (const read of rows) {
    const { file, row } = read;
    if (row === null) continue;
    const key = keyOf(row);
    const origin = mends(read);
    if (origin) {
      const group = `${origin.name} ${key}`;
      mendedByKey.set(group, [...(mendedByKey.get(group) ?? []), { read, key, origin }]);
      continue;
    }
    const occurrence = (seen.get(`${file} ${key}`) ?? 0) + 1;
    seen.set(`${file} ${key}`, occurrence);
    Object.assign(row.values, { occurrence });
  }
  if (mendedByKey.size === 0) return;
  const records = known();
  for (const group of mendedByKey.values()) {
    const [{ key, origin }] = group as [(typeof group)[number]];
    const lines = new Set(group.map((each) => each.origin.line));
    const others = records.filter(
      (record) => record.key === key && record.name === origin.name && !lines.has(record.line),
    );
    const taken = Math.max(0, ...others.map(({ occurrence }) => occurrence));
    const inOrder = group.sort((a, b) => a.origin.line - b.origin.line);
    for (const [index, { read }] of inOrder.entries()) {
      Object.assign(read.row?.values ?? {}, { occurrence: taken + index + 1 });
    }
  }
}
