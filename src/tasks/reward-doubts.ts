import type { Closing, ClosingLine, PaperPerson } from '../domain/closing.js';
import type { Unit } from '../domain/facts.js';
import { type Finding, finding } from '../domain/finding.js';
import { groupBy } from '../domain/group-by.js';
import { awardKey, type RewardName } from '../domain/reward.js';
import { personSubject } from '../domain/subject.js';
import { type JudgedReward, rewardFindings } from '../rules/rewards.js';
import { loadFiles } from '../store/files.js';
import { loadKnownFacts } from '../store/known-facts.js';
import { quarterRewards } from './quarter-rewards.js';
import type { Workspace } from './workspace.js';

/** Something that somebody should look at before rewards are paid. */
export interface RewardDoubt {
  /** Whom it is about; empty: it may be anybody's. */
  districts: readonly string[];
  finding: Finding;
}

/** A reward that is to be paid. */
export interface RewardToPay extends RewardName {
  person: Pick<PaperPerson, 'id' | 'idNumber' | 'name'>;
  district: string;
}

/** Awards that the office rewards and nobody pays. */
export const doubtsOf = (judged: readonly JudgedReward[]): RewardDoubt[] =>
  judged.flatMap((reward) =>
    rewardFindings([reward]).map((each) => ({ districts: reward.districts, finding: each })),
  );

/** The same of quarters that are closed, where the award was told after the last of these closings: later ones have said it. */
export function lateDoubts(
  { db, policies: book }: Workspace,
  closings: readonly Closing[],
  units: readonly Unit[],
): RewardDoubt[] {
  if (closings.length === 0) return [];
  const last = Math.max(...closings.map(({ knownBatch }) => knownBatch));
  const batchOf = loadFiles(db);
  const quarters = [...new Set(closings.map(({ quarter }) => quarter))].sort();
  return quarters.flatMap((quarter) =>
    doubtsOf(
      quarterRewards({ db, book, units, knownAt: undefined }, quarter).filter(
        ({ source }) => (batchOf.get(source.file)?.batch ?? 0) > last,
      ),
    ),
  );
}

/** One title of one person on two days of a year: perhaps one award, told twice, and then paid twice. */
export function titlesAgain(
  { db, knownAt }: Pick<Workspace, 'db' | 'knownAt'>,
  rewards: readonly RewardToPay[],
): RewardDoubt[] {
  if (rewards.length === 0) return [];
  const keyOf = (person: number | null, title: string, on: string) =>
    `${person} ${on.slice(0, 4)} ${awardKey(title)}`;
  const given = groupBy(loadKnownFacts(db, 'award', knownAt), ({ owner, values }) =>
    keyOf(owner, values.title, values.on),
  );
  return rewards.flatMap(({ person, district, title, awardedOn }) => {
    const all = given.get(keyOf(person.id, title, awardedOn)) ?? [];
    const others = [...new Set(all.map(({ values }) => values.on))].filter((on) => on !== awardedOn).sort();
    if (others.length === 0) return [];
    const details = { district, title, awardedOn, others };
    return {
      districts: [district],
      finding: finding('reward.title-again', 'warning', personSubject(person), details),
    };
  });
}

/** The rewards that lines pay: of their quarter, and late ones. */
export const rewardsToPay = (
  lines: readonly (Pick<ClosingLine, 'district' | 'rewards' | 'corrections'> & Pick<RewardToPay, 'person'>)[],
): RewardToPay[] =>
  lines.flatMap(({ person, district, rewards, corrections }) => [
    ...rewards.map(({ title, awardedOn }) => ({ person, district, title, awardedOn })),
    ...corrections.flatMap(({ reward, amountFen }) =>
      reward && amountFen > 0 ? [{ person, district, title: reward.title, awardedOn: reward.awardedOn }] : [],
    ),
  ]);
