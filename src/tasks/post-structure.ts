import type { Day } from '../domain/day.js';
import type { StructureArea } from '../domain/structure-areas.js';
import { type PostStructure, postStructure } from '../rules/post-structure.js';
import type { AskedArea } from './area.js';
import { postsQuestion } from './posts-question.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/**
 * The professional posts of the register on a day, by area, tier and grade. Throws UserError `area.unknown` and
 * `policy.none-in-force`. 三(四)2
 */
export function registerPostStructure(
  workspace: Workspace,
  on: Day,
  asked: AskedArea & { by: StructureArea },
): PostStructure {
  const structure = postStructure({ ...postsQuestion(workspace, on, asked), by: asked.by });
  const example = exampleFindings(workspace.policies, ['grade.map', 'grade.certificate'], on);
  return { ...structure, findings: [...structure.findings, ...example] };
}
