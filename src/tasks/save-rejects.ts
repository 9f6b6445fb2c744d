import type { Finding } from '../domain/finding.js';
import type { RejectsTable } from '../domain/import-result.js';
import type { ImportPlan } from '../intake/plan-result.js';
import type { ReadRow } from '../intake/rows.js';
import { recordAudit } from '../store/audit.js';
import type { ImportRequest, ImportSource } from './import-dataset.js';
import { IMPORTS } from './imports.js';
import { type RejectSource, rejectsTable } from './rejects.js';
import type { Workspace } from './workspace.js';

/**
 * Hands the refused rows of an import over with their reasons, and records the file in the audit log.
 * `save` writes it and returns its sha256; what it throws stops the import.
 */
export function saveRejects(
  { db, now, user }: Workspace,
  request: ImportRequest,
  save: (table: RejectsTable) => string,
  sources: readonly ImportSource[],
  read: readonly ReadRow<unknown>[],
  plan: ImportPlan,
): void {
  const { columns } = IMPORTS[request.dataset].shape;
  const byRow = findingsByRow(plan.findings);
  const tables = sources.map(({ sheet }, file): RejectSource => {
    const fieldAt = new Map([...sheet.columns].map(([field, position]) => [position, field]));
    const rows = read.flatMap((row, index) => {
      const outcome = plan.rows[index]?.outcome;
      if (row.file !== file || (outcome !== 'conflict' && outcome !== 'rejected')) return [];
      const findings = [...row.findings, ...(byRow.get(`${sheet.name} ${row.line}`) ?? [])].filter(
        ({ severity }) => severity === 'error',
      );
      return [{ line: row.line, cells: row.cells, findings }];
    });
    return {
      file: sheet.name,
      // what was set aside would be read when the rejects come back
      headings: sheet.headings.map((heading, position) => (sheet.setAside.has(position) ? '' : heading)),
      fields: sheet.headings.map((_, position) => columns[fieldAt.get(position) ?? ''] ?? null),
      supplied: [...sheet.supplied].flatMap(([field, value]) => {
        const column = columns[field];
        return column ? [{ heading: column.heading, personal: column.personal, value }] : [];
      }),
      rows,
    };
  });
  const table = rejectsTable(tables);
  const sha256 = save(table);
  const details = { dataset: request.dataset, rejects: table.rows.length, sha256 };
  recordAudit(db, { at: now, user, command: `import ${request.dataset} --rejects`, details });
}

function findingsByRow(findings: readonly Finding[]): Map<string, Finding[]> {
  const byRow = new Map<string, Finding[]>();
  for (const each of findings) {
    const key = `${each.file} ${each.line}`;
    const known = byRow.get(key);
    if (known) known.push(each);
    else byRow.set(key, [each]);
  }
  return byRow;
}
