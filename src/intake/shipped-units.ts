import type { Day } from '../domain/day.js';
import { readUnitRows, units } from './datasets/units.js';
import type { ReadRow, UnitRow } from './rows.js';
import { readSheet, type Sheet } from './sheet.js';
import { createUnitFinder } from './unit-finder.js';

/**
 * The list of villages and communities that comes with the program. Unlike an office's own list it may
 * leave 类型 empty: the code does not tell, and nothing is guessed.
 */
export function readShippedUnits(path: string, today: Day): { sheet: Sheet; rows: ReadRow<UnitRow>[] } {
  const sheet = readSheet(path, units);
  const context = {
    units: createUnitFinder([]),
    asOf: today,
    today,
    registrationUntil: () => null,
    titleProblem: () => null,
  };
  return { sheet, rows: readUnitRows(sheet, 0, context, { shipped: true }) };
}
