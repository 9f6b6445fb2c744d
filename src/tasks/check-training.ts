import type { Day } from '../domain/day.js';
import type { Finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { UserError } from '../domain/user-error.js';
import { policySpan } from '../rules/policy-span.js';
import { type Rotation, rotationCoverage } from '../rules/training-coverage.js';
import { checkHours, type HoursCheck, type Trainings } from '../rules/training-hours.js';
import { type YearlyCheck, yearlyTraining } from '../rules/yearly-training.js';
import { loadKnownFacts } from '../store/known-facts.js';
import type { AskedArea } from './area.js';
import { peopleOnDay } from './people-on-day.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

/** What the document itself asks for beside the hours, and the parameter that says so. */
const ASKED_BY = { rotation: 'training.academies', yearly: 'training.yearly' } as const;
type TrainingDuty = keyof typeof ASKED_BY;

/** Everything that 三(一) asks of training, on a day. */
export interface TrainingCheck {
  hours: HoursCheck;
  /** null: no policy names any academy on the day. */
  rotation: Rotation | null;
  /** null: no policy asks for yearly training on the day. */
  yearly: YearlyCheck | null;
  findings: readonly Finding[];
}

/**
 * Hours in the registration terms, 轮训 of community workers, yearly training of officials, in an area. `since`: the
 * first day from which courses of the 轮训 count; `what`: the part that is asked for, which a policy must then ask for, too.
 * Throws UserError `area.unknown` and `policy.none-in-force`. 三(一)
 */
export function checkTraining(
  workspace: Workspace,
  on: Day,
  { since, what, ...area }: AskedArea & { since: Day | null; what?: TrainingDuty | undefined },
): TrainingCheck {
  const { policies } = workspace;
  const people = peopleOnDay(workspace, on, area, ['certificates', 'registrations']);
  const trainings = loadTrainings(workspace);
  const hours = checkHours(people, trainings, policies, on);
  const rotation = rotationCoverage(people, trainings, policies, on, since);
  const yearly = yearlyTraining(people, trainings, policies, on);
  const answered = { rotation, yearly };
  if (what && answered[what] === null) {
    throw new UserError('policy.none-in-force', { on, ...policySpan(policies, ASKED_BY[what]) });
  }
  const used = ['training.hours', 'training.degree', 'training.yearly', 'training.academies'] as const;
  const findings = [...hours.findings, ...(yearly?.findings ?? []), ...exampleFindings(policies, used, on)];
  return { hours, rotation, yearly, findings };
}

function loadTrainings({ db, knownAt }: Workspace): Trainings {
  const facts = loadKnownFacts(db, 'training', knownAt);
  const byOwner = groupBy(facts, ({ owner }) => owner ?? 0);
  return new Map(Array.from(byOwner, ([owner, own]) => [owner, onePerKey(own)]));
}

/** Of people who are one, the same course told of both counts once, as it was told last. */
const onePerKey = (facts: ReturnType<typeof loadKnownFacts<'training'>>) => [
  ...new Map(facts.map(({ values }) => [JSON.stringify([values.course, values.from]), values])).values(),
];
