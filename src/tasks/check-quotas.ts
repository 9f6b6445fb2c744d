import type { Day } from '../domain/day.js';
import { checkQuotas, type QuotaCheck } from '../rules/quotas.js';
import type { AskedArea } from './area.js';
import { postsQuestion } from './posts-question.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/**
 * Every unit of the register on a day, in an area, against its minimum of posts. Throws UserError
 * `area.unknown` and `policy.none-in-force`. 三(四)1
 */
export function checkRegisterQuotas(workspace: Workspace, on: Day, asked: AskedArea): QuotaCheck {
  const check = checkQuotas(postsQuestion(workspace, on, asked));
  const example = exampleFindings(workspace.policies, ['quota.minimum', 'grade.map'], on);
  return { ...check, findings: [...check.findings, ...example] };
}
