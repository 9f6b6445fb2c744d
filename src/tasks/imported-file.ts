import type { Sheet } from '../intake/sheet.js';
import type { ImportedFile } from '../store/apply-plan.js';

/** What the register remembers of a file that was read. */
export const importedFile = ({
  name,
  sha256,
  size,
  encoding,
  rows,
}: Sheet): Omit<ImportedFile, 'asOf' | 'givenColumns'> => ({
  name,
  sha256,
  bytes: size,
  encoding,
  rows: rows.length,
});
