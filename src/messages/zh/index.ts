import type { Messages } from '../messages.js';
import { auditWords } from './audit-words.js';
import { awardWords } from './awards.js';
import { batchFindings, batchProblems } from './batch-problems.js';
import { batchWords } from './batch-words.js';
import { certificateFindings, certificateWords } from './certificate.js';
import { closingFindings, closingProblems, closingWords } from './closings.js';
import { complaintFindings, complaintWords } from './complaints.js';
import { databaseChecks, databaseFindings } from './database-findings.js';
import { databaseProblems } from './database-problems.js';
import { databaseWords } from './database-words.js';
import { fileProblems } from './file-problems.js';
import { fundWords } from './fund.js';
import { goalWords } from './goals.js';
import { gradeFindings } from './grade-findings.js';
import { gradeWords } from './grade-words.js';
import { identityFindings, identityProblems, identityWords } from './identity.js';
import { importFindings } from './import-findings.js';
import { importWords, initWords } from './import-words.js';
import { incentiveFindings } from './incentives.js';
import { listFindings, listWords } from './list.js';
import { networkFindings, networkWords } from './network.js';
import { overviewFindings, overviewWords } from './overview.js';
import { payWords } from './pay.js';
import { bankProblems, bankWords, paymentFindings } from './payments.js';
import { policyFindings } from './policy-findings.js';
import { policyProblems } from './policy-problems.js';
import { policyWords } from './policy-words.js';
import { postMoveFindings, postPlanWords, postProblems } from './post-plan.js';
import { postStructureWords } from './post-structure.js';
import { profileProblems } from './profile-problems.js';
import { profileWords } from './profile-words.js';
import { quarterWords, reconciliationFindings, recoveryProblems } from './quarter-words.js';
import { quotaFindings } from './quota-findings.js';
import { quotaWords } from './quota-words.js';
import { registrationFindings, registrationWords } from './registration.js';
import { rewardFindings, rewardWords } from './rewards.js';
import { rowFindings } from './row-findings.js';
import { serviceFindings, serviceProblems, serviceWords } from './services.js';
import { shellWords } from './shell-words.js';
import { simulationFindings, simulationProblems, simulationWords } from './simulation.js';
import { subsidyFindings } from './subsidy-findings.js';
import { subsidyProblems } from './subsidy-problems.js';
import { subsidyText } from './subsidy-text.js';
import { supervisorFindings, supervisorWords } from './supervisor.js';
import { templateWords } from './template-words.js';
import { trainingFindings, trainingWords } from './training.js';
import { unitHistoryWords } from './unit-history.js';
import { usageProblems } from './usage-problems.js';
import { workerWords } from './worker-words.js';

export const zh: Messages = {
  language: 'zh',
  findings: {
    ...batchFindings,
    ...certificateFindings,
    ...closingFindings,
    ...complaintFindings,
    ...databaseFindings,
    ...gradeFindings,
    ...identityFindings,
    ...importFindings,
    ...incentiveFindings,
    ...listFindings,
    ...networkFindings,
    ...overviewFindings,
    ...paymentFindings,
    ...policyFindings,
    ...postMoveFindings,
    ...quotaFindings,
    ...reconciliationFindings,
    ...registrationFindings,
    ...rewardFindings,
    ...rowFindings,
    ...serviceFindings,
    ...simulationFindings,
    ...subsidyFindings,
    ...supervisorFindings,
    ...trainingFindings,
  },
  problems: {
    ...bankProblems,
    ...batchProblems,
    ...closingProblems,
    ...databaseProblems,
    ...fileProblems,
    ...identityProblems,
    ...policyProblems,
    ...postProblems,
    ...profileProblems,
    ...recoveryProblems,
    ...serviceProblems,
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
  list: listWords,
  supervisor: supervisorWords,
  training: trainingWords,
  certificate: certificateWords,
  registration: registrationWords,
  identity: identityWords,
  profiles: profileWords,
  grade: gradeWords,
  quota: quotaWords,
  postPlan: postPlanWords,
  unitHistory: unitHistoryWords,
  services: serviceWords,
  postStructure: postStructureWords,
  network: networkWords,
  subsidy: subsidyText,
  closings: closingWords,
  bank: bankWords,
  quarters: quarterWords,
  rewards: rewardWords,
  simulation: simulationWords,
  complaints: complaintWords,
  awards: awardWords,
  pay: payWords,
  fund: fundWords,
  goals: goalWords,
  overview: overviewWords,
  policy: policyWords,
  templates: templateWords,
};
