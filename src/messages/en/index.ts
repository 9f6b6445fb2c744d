import type { Messages } from '../messages.js';
import { databaseProblems } from './database-problems.js';
import { fileProblems } from './file-problems.js';
import { gradeFindings } from './grade-findings.js';
import { gradeWords } from './grade-words.js';
import { importFindings } from './import-findings.js';
import { importWords, initWords } from './import-words.js';
import { policyFindings } from './policy-findings.js';
import { policyProblems } from './policy-problems.js';
import { policyWords } from './policy-words.js';
import { quotaFindings } from './quota-findings.js';
import { quotaWords } from './quota-words.js';
import { rowFindings } from './row-findings.js';
import { shellWords } from './shell-words.js';
import { subsidyFindings } from './subsidy-findings.js';
import { subsidyProblems } from './subsidy-problems.js';
import { subsidyText } from './subsidy-text.js';
import { usageProblems } from './usage-problems.js';

export const en: Messages = {
  language: 'en',
  findings: {
    ...gradeFindings,
    ...importFindings,
    ...policyFindings,
    ...quotaFindings,
    ...rowFindings,
    ...subsidyFindings,
  },
  problems: {
    ...databaseProblems,
    ...fileProblems,
    ...policyProblems,
    ...subsidyProblems,
    ...usageProblems,
  },
  shell: shellWords,
  init: initWords,
  imports: importWords,
  grade: gradeWords,
  quota: quotaWords,
  subsidy: subsidyText,
  policy: policyWords,
};
