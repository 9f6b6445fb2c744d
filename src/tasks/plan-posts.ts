import type { Day } from '../domain/day.js';
import type { MoveAnswer } from '../rules/post-moves.js';
import { previewMoves } from '../rules/post-moves.js';
import { type PostPlan, planPosts } from '../rules/post-plan.js';
import { loadEstablishments, loadPeople, loadUnits } from '../store/register.js';
import type { AskedArea } from './area.js';
import { JUDGED } from './compute-subsidies.js';
import { findPerson } from './find-person.js';
import { findUnit } from './find-unit.js';
import { postsQuestion } from './posts-question.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/**
 * The new posts that bring every unit of an area to its minimum on a day, and who could take them. Throws UserError
 * `area.unknown` and `policy.none-in-force`. 三(四)1
 */
export function planRegisterPosts(workspace: Workspace, on: Day, asked: AskedArea): PostPlan {
  const plan = planPosts(postsQuestion(workspace, on, asked));
  const example = exampleFindings(
    workspace.policies,
    ['quota.minimum', 'grade.map', 'grade.certificate'],
    on,
  );
  return { ...plan, findings: [...plan.findings, ...example] };
}

/** `--move WHO=UNIT:TITLE`, as it was typed. */
export interface AskedMove {
  who: string;
  unit: string;
  title: string | null;
}

/**
 * What moves on a day would do; writes nothing. `asked`: the area in which units are looked for. Throws UserError
 * `who.unknown`, `who.ambiguous`, `where.unknown`, `where.absent`, `where.ambiguous`, `move.same-unit`, `move.twice` and `policy.none-in-force`.
 */
export function previewRegisterMoves(
  workspace: Workspace,
  moves: readonly AskedMove[],
  on: Day,
  asked: AskedArea,
): MoveAnswer {
  const { db, policies, knownAt } = workspace;
  const units = loadUnits(db, knownAt);
  const planned = moves.map(({ who, unit, title }) => ({
    who: findPerson(workspace, who).id,
    to: findUnit(units, unit, { on, within: asked }),
    title,
  }));
  const people = loadPeople(db, { knownAt, parts: JUDGED });
  const answer = previewMoves(
    planned.flatMap(({ who, ...move }) => {
      const person = people.find(({ id }) => id === who);
      return person ? [{ person, ...move }] : [];
    }),
    { units, people, establishments: loadEstablishments(db, knownAt), book: policies, on },
  );
  const used = ['quota.minimum', 'grade.map', 'grade.certificate', 'subsidy.rate'] as const;
  return { ...answer, findings: [...answer.findings, ...exampleFindings(policies, used, on)] };
}
