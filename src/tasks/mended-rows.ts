import { headingKey } from '../intake/headings.js';
import type { MendedRow } from '../intake/occurrences.js';
import type { ReadRow } from '../intake/rows.js';
import { refusedRows } from '../store/files.js';
import type { Database } from '../store/open.js';
import type { ImportSource } from './import-dataset.js';

/**
 * Tells of a row of a rejects file which refused row of an earlier import it mends, by the columns 原文件 and 行号
 * that the program wrote into it; null: the row is its file's own.
 */
export function mendedRows(
  db: Database,
  dataset: string,
  sources: readonly ImportSource[],
): (row: ReadRow<unknown>) => MendedRow | null {
  const columns = sources.map(({ sheet }) => {
    const keys = sheet.headings.map(headingKey);
    return { file: keys.indexOf('原文件'), line: keys.indexOf('行号') };
  });
  if (columns.every(({ file, line }) => file < 0 || line < 0)) return () => null;
  const refusedIn = refusedRows(db, dataset);
  return ({ file, cells }) => {
    const at = columns[file];
    const name = cells[at?.file ?? -1]?.trim() ?? '';
    const line = Number(cells[at?.line ?? -1]?.trim() || Number.NaN);
    const refused = name !== '' && Number.isInteger(line) ? refusedIn(name, line) : null;
    return refused === null ? null : { name, line, file: refused };
  };
}
