import type { FactChange, RowPlan } from '../domain/changes.js';
import type { Place } from '../domain/facts.js';
import type { ImportedRow } from '../domain/import-result.js';
import type { ReadRow } from '../intake/rows.js';
import type { Sheet } from '../intake/sheet.js';
import { fieldChanges } from './field-changes.js';

/** Every row of an import for the eye: whom it is about, how it ended, and the cells that it changes. */
export function importedRows(
  sheets: readonly Sheet[],
  read: readonly ReadRow<unknown>[],
  plans: readonly RowPlan[],
  placeName: (place: Place) => string,
): ImportedRow[] {
  return plans.map(({ file, line, outcome, changes }, index) => ({
    file: sheets[file]?.name ?? '',
    line,
    outcome,
    ...whoIsIt(read[index]?.row),
    changes: fieldChanges(changes as readonly FactChange[], placeName),
  }));
}

/** The person or unit of a row, by whatever the dataset has. */
function whoIsIt(row: unknown): Pick<ImportedRow, 'idNumber' | 'code' | 'name'> {
  const cells = (row ?? {}) as { idNumber?: string; code?: string; name?: string; title?: string };
  return {
    idNumber: cells.idNumber ?? null,
    code: cells.code ?? null,
    name: cells.name ?? cells.title ?? null,
  };
}
