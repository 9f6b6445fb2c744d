import type { DatabaseCheck } from '../domain/database-state.js';
import type { FindingDetails } from '../domain/finding.js';
import type { ProblemDetails } from '../domain/problems.js';
import type { Language } from './languages.js';
import type { SubsidyText } from './subsidy-text.js';
import type { auditWords } from './zh/audit-words.js';
import type { awardWords } from './zh/awards.js';
import type { batchWords } from './zh/batch-words.js';
import type { certificateWords } from './zh/certificate.js';
import type { closingWords } from './zh/closings.js';
import type { complaintWords } from './zh/complaints.js';
import type { databaseWords } from './zh/database-words.js';
import type { fundWords } from './zh/fund.js';
import type { goalWords } from './zh/goals.js';
import type { gradeWords } from './zh/grade-words.js';
import type { identityWords } from './zh/identity.js';
import type { importWords, initWords } from './zh/import-words.js';
import type { listWords } from './zh/list.js';
import type { networkWords } from './zh/network.js';
import type { overviewWords } from './zh/overview.js';
import type { payWords } from './zh/pay.js';
import type { bankWords } from './zh/payments.js';
import type { policyWords } from './zh/policy-words.js';
import type { postPlanWords } from './zh/post-plan.js';
import type { postStructureWords } from './zh/post-structure.js';
import type { profileWords } from './zh/profile-words.js';
import type { quarterWords } from './zh/quarter-words.js';
import type { quotaWords } from './zh/quota-words.js';
import type { registrationWords } from './zh/registration.js';
import type { rewardWords } from './zh/rewards.js';
import type { serviceWords } from './zh/services.js';
import type { shellWords } from './zh/shell-words.js';
import type { simulationWords } from './zh/simulation.js';
import type { supervisorWords } from './zh/supervisor.js';
import type { templateWords } from './zh/template-words.js';
import type { trainingWords } from './zh/training.js';
import type { unitHistoryWords } from './zh/unit-history.js';
import type { workerWords } from './zh/worker-words.js';

/** One sentence for each code; a language that lacks one does not compile. */
export type Wording<Details> = { readonly [Code in keyof Details]: (details: Details[Code]) => string };

/** What a language must supply. The Chinese words fix the shape of the others. */
export interface Messages {
  language: Language;
  /** What is wrong and what to do, one or two sentences, without file and line. */
  findings: Wording<FindingDetails>;
  /** Why the command cannot run, and what to do. */
  problems: Wording<ProblemDetails>;
  /** Help, global options, how findings and errors are introduced. */
  shell: typeof shellWords;
  /** `grade map` and `grade check`: help, headings, summary. */
  grade: typeof gradeWords;
  /** `quota check`: help, headings, summary. */
  quota: typeof quotaWords;
  /** `quota plan`, also with moves: help, headings, summary. */
  postPlan: typeof postPlanWords;
  /** `grade structure`: help, headings, summary. */
  postStructure: typeof postStructureWords;
  /** `service summary`: help, headings, summary. */
  services: typeof serviceWords;
  /** `quota show`: help, headings, summary. */
  unitHistory: typeof unitHistoryWords;
  /** `network check`: help, headings, summary. */
  network: typeof networkWords;
  /** `complaint list` and `complaint check`: help, headings, states, summary. */
  complaints: typeof complaintWords;
  /** `award list` and `award benefits`: help, headings, summary. */
  awards: typeof awardWords;
  /** `pay check` and `pay labour`: help, headings, summary. */
  pay: typeof payWords;
  /** `fund show`: help, headings, summary. */
  fund: typeof fundWords;
  /** `report overview`: help, the page, what figures are called. */
  overview: typeof overviewWords;
  /** `policy goals`: help, headings, what is counted. */
  goals: typeof goalWords;
  /** `policy show` and `policy check`: help, headings, how values read, summary. */
  policy: typeof policyWords;
  /** The subsidy commands: how conditions and reasons read, headings, sheets. */
  subsidy: SubsidyText;
  /** `subsidy close`, `approve`, `reopen`, `status` and `corrections`: help, headings, states, summary. */
  closings: typeof closingWords;
  /** The bank file: options and summary. */
  bank: typeof bankWords;
  /** `subsidy status`, `corrections` and `recover`, and closed quarters in `explain` and `preview`. */
  quarters: typeof quarterWords;
  /** Rewards of awards in preview, explain, corrections, status and simulate. */
  rewards: typeof rewardWords;
  /** `subsidy simulate`: help, headings, how assumptions and changes read. */
  simulation: typeof simulationWords;
  /** `import`: help, headings, summary. */
  imports: typeof importWords;
  /** Mapping of columns: options, saved profiles, what is asked on a terminal. */
  profiles: typeof profileWords;
  /** `import list`, `show` and `undo`: help, headings, what facts are called, summary. */
  batches: typeof batchWords;
  /** `audit list` and `verify`: help, headings, what details are called, summary. */
  audit: typeof auditWords;
  /** `db`: help, headings, what is checked, summary. */
  database: typeof databaseWords & { checks: Record<DatabaseCheck, string> };
  /** `import template`: help, and what a sheet says of its columns. */
  templates: typeof templateWords;
  /** `worker find` and `worker show`: help, headings, states. */
  worker: typeof workerWords;
  /** `worker check`: help, headings, answers, summary. */
  list: typeof listWords;
  /** `supervisor list`: help, headings, states, summary. */
  supervisor: typeof supervisorWords;
  /** `training check`: help, headings, states, summary. */
  training: typeof trainingWords;
  /** `certificate summary`: help, headings, groups, summary. */
  certificate: typeof certificateWords;
  /** `registration due`: help, headings, states, summary. */
  registration: typeof registrationWords;
  /** `worker correct-id`, `merge` and `part`: help and what was done. */
  identity: typeof identityWords;
  /** `init`: help and what was done. */
  init: typeof initWords;
}
