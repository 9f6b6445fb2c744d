import type { PaperPerson, Placement } from './closing.js';
import type { Day } from './day.js';
import type { Origin } from './facts.js';
import type { Citation } from './finding.js';
import type { Fen } from './money.js';

/** What tells one reward of a person from another. 三(六)2 */
export interface RewardName {
  /** 称号, as the register spells it. */
  title: string;
  /** 授予日期 */
  awardedOn: Day;
}

/** The reward of one award on a line: planned, or as it was frozen. */
export interface LineReward extends RewardName {
  amountFen: Fen;
  citation: Citation | null;
  /** The file and line that told of the award. */
  source: Origin | null;
}

/** A reward on the line of somebody in one district, for the eye. */
export interface RewardItem extends Placement {
  person: Pick<PaperPerson, 'idNumber' | 'name'>;
  reward: LineReward;
}

/** A reward that a close leaves open: another district has paid it, or nobody can say which one pays. */
export interface OpenReward extends RewardName {
  code: 'undecided' | 'settled-elsewhere';
  district: string | null;
}

/** What one district has settled for one reward of one person, all closings that stand together. */
export interface SettledReward extends RewardName {
  /** The number that is kept, where people are one. */
  person: number;
  district: string;
  amountFen: Fen;
  /** What the last close that touched it found to be due. */
  entitledFen: Fen;
  citation: Citation | null;
  source: Origin | null;
  /** By the number that each part was paid under. */
  parts: readonly { person: number; amountFen: Fen }[];
}

/** A title as it is compared: any width, spacing and quotation marks, and otherwise whole. */
export const awardKey = (title: string): string =>
  title.normalize('NFKC').replace(/[\s"'“”‘’「」『』《》]/g, '');

/** The same for the same title on the same day, however it is spelled; in order of the days. */
export const rewardKey = ({ title, awardedOn }: RewardName): string => `${awardedOn} ${awardKey(title)}`;

/** In order of day and title. */
export const byReward = (a: RewardName, b: RewardName): number => {
  const [one, two] = [rewardKey(a), rewardKey(b)];
  return one < two ? -1 : Number(one > two);
};
