import type { RejectedRow, RejectsTable } from '../domain/import-result.js';

/** A file of an import as far as its refused rows need it. */
export interface RejectSource {
  file: string;
  /** The headings as they stood, one per column. */
  headings: readonly string[];
  /** Heading and privacy of the column's field, where it has one; by position. */
  fields: readonly ({ heading: string; personal: boolean } | null)[];
  /** Columns that --set supplied and the file has not. */
  supplied: readonly { heading: string; personal: boolean; value: string }[];
  rows: readonly Omit<RejectedRow, 'file' | 'beyond'>[];
}

/**
 * Refused rows of several files under one heading row: a known column goes by its own name whatever
 * each file called it, so that no column stands twice and the table can be imported as it is.
 */
export function rejectsTable(sources: readonly RejectSource[]): RejectsTable {
  const columns: { heading: string; personal: boolean }[] = [];
  const positions = new Map<string, number>();
  const position = (column: { heading: string; personal: boolean }): number => {
    const known = positions.get(column.heading);
    if (known !== undefined) return known;
    positions.set(column.heading, columns.length);
    return columns.push(column) - 1;
  };
  const rows = sources.flatMap(({ file, headings, fields, supplied, rows: refused }) => {
    if (refused.length === 0) return [];
    const targets = headings.map((heading, index) =>
      heading.trim() === '' ? null : position(fields[index] ?? { heading, personal: false }),
    );
    const extra = supplied.map((column) => ({ at: position(column), value: column.value }));
    return refused.map(({ line, cells, findings }) => {
      const placed: string[] = [];
      for (const [index, target] of targets.entries())
        if (target !== null) placed[target] = cells[index] ?? '';
      for (const { at, value } of extra) placed[at] ||= value;
      const isBroken = findings.some(({ code }) => code === 'row.width' || code === 'row.bad-quotes');
      return { file, line, cells: placed, beyond: isBroken ? cells.slice(headings.length) : null, findings };
    });
  });
  return { columns, rows };
}
