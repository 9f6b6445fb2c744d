import type { Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import type { FileSeen } from '../policy/policy-book.js';
import { uncheckedValues } from '../policy/unchecked.js';
import type { PolicyWorkspace } from './policy-workspace.js';

/** A file that was read and how many things are wrong with it. */
interface CheckedFile extends FileSeen {
  errors: number;
  warnings: number;
}

export interface PolicyCheck {
  on: Day;
  /** The operator's folder; null: the shipped pack alone. */
  folder: string | null;
  files: readonly CheckedFile[];
  findings: readonly Finding[];
}

/** Everything that is wrong with the policy files; `on` decides which values have gone unchecked too long. */
export function checkPolicy({ policies }: PolicyWorkspace, on: Day): PolicyCheck {
  const findings = [...policies.findings, ...uncheckedValues(policies, on)];
  const count = (file: string, severity: Finding['severity']) =>
    findings.filter((found) => found.file === file && found.severity === severity).length;
  const files = policies.files.map((seen) => ({
    ...seen,
    errors: count(seen.file, 'error'),
    warnings: count(seen.file, 'warning'),
  }));
  return { on, folder: policies.folder, files, findings };
}
