import type { AuditChain } from '../domain/audit.js';
import { type Finding, finding } from '../domain/finding.js';

/** What is wrong with the audit log, in the order of its entries; a clock that ran backwards is a remark. */
export const chainFindings = (
  { broken, backwards, unrecordedBatches }: AuditChain,
  subject: string,
): Finding[] => [
  ...broken.flatMap(({ record: { entry }, breaks, missing }) =>
    breaks.map((each) =>
      each === 'gap'
        ? finding('audit.gap', 'error', subject, { entry, missing })
        : finding(`audit.${each}`, 'error', subject, { entry }),
    ),
  ),
  ...unrecordedBatches.map((batch) => finding('audit.batch-unrecorded', 'error', subject, { batch })),
  ...backwards.map((each) => finding('audit.time-backwards', 'info', subject, each)),
];
