import { isWithin } from '../domain/area.js';
import type { Day } from '../domain/day.js';
import type { Person } from '../domain/facts.js';
import type { Finding } from '../domain/finding.js';
import { awardKey, type RewardClosing } from '../domain/reward.js';
import { type Award, type AwardList, listAwards } from '../rules/awards.js';
import { type BenefitRow, educationBenefits, nearTitles } from '../rules/education-benefit.js';
import { latestPost, placesOf } from '../rules/posts.js';
import { type KnownFact, loadKnownFacts } from '../store/known-facts.js';
import { loadPeople, loadUnits } from '../store/register.js';
import { loadRewardClosings, personReward } from '../store/reward-closings.js';
import { type AskedArea, resolveArea } from './area.js';
import { findPerson } from './find-person.js';
import { exampleFindings } from './standing.js';
import type { Workspace } from './workspace.js';

export interface AwardQuery extends AskedArea {
  on: Day;
  title?: string | undefined;
  year?: string | undefined;
  /** WHO: one person's awards. */
  who?: string | undefined;
}

/**
 * Awards of the register by a day. Throws UserError `area.unknown`, `who.unknown` and `who.ambiguous`. 三(六)2
 */
export function listRegisterAwards(workspace: Workspace, query: AwardQuery): AwardList {
  const { db, policies, knownAt } = workspace;
  const { on, title, year, who, ...asked } = query;
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  const only = who === undefined ? null : findPerson(workspace, who).id;
  // closings are no facts: what was known at a moment says nothing of them
  const paid = knownAt === undefined ? loadRewardClosings(db) : new Map<string, RewardClosing[]>();
  const wanted = title === undefined ? null : awardKey(title);
  const list = listAwards({
    awards: loadAwards(workspace),
    units,
    book: policies,
    on,
    paidOf: ({ person, title, on: awardedOn }) =>
      paid.get(personReward(person.id, { title, awardedOn })) ?? [],
    within: (row) =>
      isWithin(area, row.place) &&
      (only === null || row.person.id === only) &&
      (wanted === null || awardKey(row.title).includes(wanted)) &&
      (year === undefined || row.on.startsWith(year)),
  });
  const example = exampleFindings(policies, ['award.reward'], on);
  return { ...list, findings: [...list.findings, ...example] };
}

/** Whose children have 教育优待 on a day. Throws UserError `area.unknown` and `policy.none-in-force`. 三(六)2 */
export function listEducationBenefits(
  workspace: Workspace,
  { on, ...asked }: AskedArea & { on: Day },
): BenefitRow[] {
  const { db, policies, knownAt } = workspace;
  const units = loadUnits(db, knownAt);
  const area = resolveArea(units, asked);
  const people = peopleByNumber(workspace);
  const supervisors = ofPeople(people, loadKnownFacts(db, 'supervisor', knownAt), ({ level, from }) =>
    [level, from].join(),
  );
  return educationBenefits({
    awards: loadAwards(workspace, people),
    supervisors,
    units,
    book: policies,
    on,
    within: ({ place }) => isWithin(area, place),
  });
}

/** Titles in an area that somebody has to look at before `listEducationBenefits` can be trusted. 三(六)2 */
export function unclearTitles(workspace: Workspace, { on, ...asked }: AskedArea & { on: Day }): Finding[] {
  const units = loadUnits(workspace.db, workspace.knownAt);
  const area = resolveArea(units, asked);
  const places = placesOf(units);
  const awards = loadAwards(workspace).filter(({ person }) => {
    const post = latestPost(person, on);
    return isWithin(area, post ? places.on(post.place, on) : null);
  });
  return nearTitles(awards, workspace.policies, on);
}

type People = ReadonlyMap<number, Person>;

const peopleByNumber = ({ db, knownAt }: Workspace): People =>
  new Map(loadPeople(db, { knownAt, parts: [] }).map((person) => [person.id, person]));

const loadAwards = (workspace: Workspace, people = peopleByNumber(workspace)): Award[] =>
  ofPeople(people, loadKnownFacts(workspace.db, 'award', workspace.knownAt), ({ title, on }) =>
    [awardKey(title), on].join(),
  );

/** The facts with their people; of two with one key of people who are one, the one recorded later. */
function ofPeople<Kind extends 'award' | 'supervisor'>(
  people: People,
  facts: readonly KnownFact<Kind>[],
  keyOf: (values: KnownFact<Kind>['values']) => string,
): (KnownFact<Kind>['values'] & { person: Person })[] {
  const found = new Map<string, KnownFact<Kind>['values'] & { person: Person }>();
  for (const { owner, values } of facts) {
    const person = owner === null ? undefined : people.get(owner);
    if (person) found.set(`${person.id} ${keyOf(values)}`, { ...values, person });
  }
  return [...found.values()];
}
