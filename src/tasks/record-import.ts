import type { OutcomeCounts } from '../domain/changes.js';
import type { ImportPlan } from '../intake/plan-result.js';
import { applyPlan } from '../store/apply-plan.js';
import { recordAudit } from '../store/audit.js';
import type { UnderstoodColumns } from './column-words.js';
import type { MissingPeople } from './complete-roster.js';
import type { ImportRequest, ImportSource } from './import-dataset.js';
import { saveProfile } from './import-profiles.js';
import { importedFile } from './imported-file.js';
import type { Workspace } from './workspace.js';

/**
 * Whether there is anything to remember: facts, or that these bytes spoke of this day, so that importing
 * them again on another day does not make them speak of that one.
 */
export function isNews(sources: readonly ImportSource[], plan: ImportPlan, counts: OutcomeCounts): boolean {
  if (plan.rows.some(({ changes }) => changes.length > 0)) return true;
  return counts.same > 0 && sources.some(({ asOf, earlier }) => earlier.every((each) => each.asOf !== asOf));
}

/** Writes what an import brings, and the entry of the audit log. Returns the number of the batch. */
export function recordImport(
  { db, now, user }: Workspace,
  request: ImportRequest,
  sources: readonly ImportSource[],
  plan: ImportPlan,
  counts: OutcomeCounts,
  absent: MissingPeople | null,
): number {
  const files = sources.map(({ sheet, asOf, givenColumns }) => ({
    ...importedFile(sheet),
    asOf,
    givenColumns,
  }));
  const batch = applyPlan(db, {
    dataset: request.dataset,
    recordedAt: now.toISOString(),
    user,
    counts,
    files,
    rows: absent ? [...plan.rows, ...absent.plans] : plan.rows,
    newPeople: plan.newPeople,
    newUnits: plan.newUnits,
  });
  const details = {
    batch,
    dataset: request.dataset,
    counts,
    ...(absent && { missing: absent.missing, closed: absent.closed }),
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
  };
  recordAudit(db, { at: now, user, command: `import ${request.dataset}`, details });
  return batch;
}

/** Saves what was said of the columns, unless nothing is to be written; true when it was. */
export function saveColumns(
  workspace: Workspace,
  { dataset, saveProfile: name, dryRun }: ImportRequest,
  { asProfile }: UnderstoodColumns,
  refused: boolean,
): boolean {
  if (name === undefined || name === null || dryRun || refused) return false;
  saveProfile(workspace, { dataset, name, profile: asProfile });
  return true;
}
