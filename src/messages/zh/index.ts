import type { Messages } from '../messages.js';
import { auditWords } from './audit-words.js';
import { batchFindings, batchProblems } from './batch-problems.js';
import { batchWords } from './batch-words.js';
import { closingFindings, closingProblems, closingWords } from './closings.js';
import { databaseChecks, databaseFindings } from './database-findings.js';
import { databaseProblems } from './database-problems.js';
import { databaseWords } from './database-words.js';
import { fileProblems } from './file-problems.js';
import { gradeFindings } from './grade-findings.js';
import { gradeWords } from './grade-words.js';
import { identityFindings, identityProblems, identityWords } from './identity.js';
import { importFindings } from './import-findings.js';
import { importWords, initWords } from './import-words.js';
import { bankProblems, bankWords, paymentFindings } from './payments.js';
import { policyFindings } from './policy-findings.js';
import { policyProblems } from './policy-problems.js';
import { policyWords } from './policy-words.js';
import { profileProblems } from './profile-problems.js';
import { profileWords } from './profile-words.js';
import { quarterWords, reconciliationFindings, recoveryProblems } from './quarter-words.js';
import { quotaFindings } from './quota-findings.js';
import { quotaWords } from './quota-words.js';
import { rowFindings } from './row-findings.js';
import { shellWords } from './shell-words.js';
import { simulationFindings, simulationProblems, simulationWords } from './simulation.js';
import { subsidyFindings } from './subsidy-findings.js';
import { subsidyProblems } from './subsidy-problems.js';
import { subsidyText } from './subsidy-text.js';
import { templateWords } from './template-words.js';
import { usageProblems } from './usage-problems.js';
import { workerWords } from './worker-words.js';

export const zh: Messages = {
  language: 'zh',
  findings: {
    ...batchFindings,
    ...closingFindings,
    ...databaseFindings,
    ...gradeFindings,
    ...identityFindings,
    ...importFindings,
    ...paymentFindings,
    ...policyFindings,
    ...quotaFindings,
    ...reconciliationFindings,
    ...rowFindings,
    ...simulationFindings,
    ...subsidyFindings,
  },
  problems: {
    ...bankProblems,
    ...batchProblems,
    ...closingProblems,
    ...databaseProblems,
    ...fileProblems,
    ...identityProblems,
    ...policyProblems,
    ...profileProblems,
    ...recoveryProblems,
    ...simulationProblems,
    ...subsidyProblems,
    ...usageProblems,
  },
  shell: shellWords,
  init: initWords,
  imports: importWords,
  batches: batchWords,
  audit: auditWords,
  database: { ...databaseWords, checks: databaseChecks },
  worker: workerWords,
  identity: identityWords,
  profiles: profileWords,
  grade: gradeWords,
  quota: quotaWords,
  subsidy: subsidyText,
  closings: closingWords,
  bank: bankWords,
  quarters: quarterWords,
  simulation: simulationWords,
  policy: policyWords,
  templates: templateWords,
};
