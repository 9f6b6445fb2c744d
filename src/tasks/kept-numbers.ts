import { finding } from '../domain/finding.js';
import { maskNumber } from '../domain/mask.js';
import type { ReadRow } from '../intake/rows.js';
import { loadLinks } from '../store/links.js';
import type { Database } from '../store/open.js';

/** The cells of a row that say whom it is about. */
interface WhoCells {
  idNumber?: string | null;
  name?: string | null;
  /** The heading of the number, where it is not 身份证号. */
  personColumn?: string;
}

/**
 * Rows with a number that was corrected, or joined to another, are about the person who is shown under
 * the number that is kept: they are read with it, and an info says so. `fileName`: by number in the command.
 */
export function underKeptNumbers<Row>(
  db: Database,
  read: readonly ReadRow<Row>[],
  fileName: (file: number) => string,
): readonly ReadRow<Row>[] {
  const links = loadLinks(db);
  if (links.empty) return read;
  return read.map((each) => {
    const who = each.row as WhoCells | null;
    const kept = typeof who?.idNumber === 'string' ? links.keptNumber(who.idNumber) : null;
    if (who === null || kept === null || typeof who.idNumber !== 'string') return each;
    const subject = [who.name, maskNumber(who.idNumber)].filter(Boolean).join(' ');
    const where = { file: fileName(each.file), line: each.line, column: who.personColumn ?? '身份证号' };
    const told = finding('person.former-number', 'info', subject, { kept: maskNumber(kept) }, where);
    return { ...each, row: { ...each.row, idNumber: kept } as Row, findings: [...each.findings, told] };
  });
}
