import type { BatchFindings } from './findings/batches.js';
import type { CertificateFindings } from './findings/certificates.js';
import type { ClosingFindings } from './findings/closings.js';
import type { ComplaintFindings } from './findings/complaints.js';
import type { DatabaseFindings } from './findings/database.js';
import type { GradeFindings } from './findings/grades.js';
import type { IdentityFindings } from './findings/identity.js';
import type { ImportFindings } from './findings/imports.js';
import type { IncentiveFindings } from './findings/incentives.js';
import type { ListFindings } from './findings/lists.js';
import type { NetworkFindings } from './findings/network.js';
import type { OverviewFindings } from './findings/overview.js';
import type { PaymentFindings } from './findings/payments.js';
import type { PolicyFindings } from './findings/policy.js';
import type { PostMoveFindings } from './findings/post-moves.js';
import type { QuotaFindings } from './findings/quotas.js';
import type { ReconciliationFindings } from './findings/reconciliation.js';
import type { RegistrationFindings } from './findings/registrations.js';
import type { RewardFindings } from './findings/rewards.js';
import type { RowFindings } from './findings/rows.js';
import type { ServiceFindings } from './findings/services.js';
import type { SimulationFindings } from './findings/simulation.js';
import type { SubsidyFindings } from './findings/subsidies.js';
import type { SupervisorFindings } from './findings/supervisors.js';
import type { TrainingFindings } from './findings/trainings.js';

/** Every problem that can be reported, and what is known of each. Wording lives in messages/. */
export interface FindingDetails
  extends RowFindings,
    ImportFindings,
    BatchFindings,
    ClosingFindings,
    ComplaintFindings,
    DatabaseFindings,
    IdentityFindings,
    NetworkFindings,
    IncentiveFindings,
    OverviewFindings,
    PaymentFindings,
    PolicyFindings,
    GradeFindings,
    PostMoveFindings,
    QuotaFindings,
    ReconciliationFindings,
    RegistrationFindings,
    RewardFindings,
    CertificateFindings,
    TrainingFindings,
    SupervisorFindings,
    ListFindings,
    ServiceFindings,
    SimulationFindings,
    SubsidyFindings {}

export type FindingCode = keyof FindingDetails;
export type Severity = 'error' | 'warning' | 'info';

/** Document and article that a finding, a value or an answer rests on. */
export interface Citation {
  document: string;
  article: string;
  quote?: string;
}

/** A problem as a value. Tell them apart by `code`; `details` then has that code's shape. */
export type Finding = {
  [Code in FindingCode]: {
    code: Code;
    severity: Severity;
    /** Who or what it is about, ready to print (numbers masked). */
    subject: string;
    details: FindingDetails[Code];
    file?: string | undefined;
    line?: number | undefined;
    column?: string | undefined;
    /** The cell as it stood in the file; masked when printed. */
    value?: string | undefined;
    citation?: Citation | undefined;
  };
}[FindingCode];

/** Where in a file a finding belongs, and the value that caused it. */
export type Whereabouts = Partial<Pick<Finding, 'file' | 'line' | 'column' | 'value' | 'citation'>>;

/** Builds a finding; the code fixes the type of `details`. */
export function finding<Code extends FindingCode>(
  code: Code,
  severity: Severity,
  subject: string,
  details: FindingDetails[Code],
  where: Whereabouts = {},
): Finding {
  return { code, severity, subject, details, ...where } as Finding;
}

export const hasError = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');
