import type { PaperPerson, Placement } from './closing.js';
import type { Day } from './day.js';
import type { Origin } from './facts.js';
import type { Citation } from './finding.js';
import type { Fen } from './money.js';
import type { Quarter } from './quarter.js';

/** What tells one reward of a person from another. 三(六)2 */
export interface RewardName {
  /** 称号, as the register spells it. */
  title: string;
  /** 授予日期 */
  awardedOn: Day;
}

/**
 * `due`: there is a reward to be paid. `zero`: the amount that is set is 0. `not-set`, `not-listed`: neither the
 * district nor the city has a table, or none has the title. `no-policy`: the document is not in force on the day. `no-post`: nobody pays, since the person
 * held no post on the day. `two-districts`: nobody can say which of two pays.
 */
export type RewardAnswer =
  | 'due'
  | 'zero'
  | 'not-set'
  | 'not-listed'
  | 'no-policy'
  | 'no-post'
  | 'two-districts';

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

/** Where a reward was paid: by which district, with which quarter, and how much. */
export interface RewardClosing {
  district: string;
  quarter: Quarter;
  amountFen: Fen;
}

/** A title as it is compared: any width, spacing and quotation marks, and otherwise whole. */
export const awardKey = (title: string): string =>
  title.normalize('NFKC').replace(/[\s"'“”‘’「」『』《》]/g, '');

/** A title without quotation marks around the whole of it, to be put into those of a sentence. */
export const bareTitle = (title: string): string =>
  title.trim().replace(/^(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』|《([^》]*)》)$/, '$1$2$3$4$5');

/** The same for the same title on the same day, however it is spelled; in order of the days. */
export const rewardKey = ({ title, awardedOn }: RewardName): string => `${awardedOn} ${awardKey(title)}`;

/** In order of day and title. */
export const byReward = (a: RewardName, b: RewardName): number => {
  const [one, two] = [rewardKey(a), rewardKey(b)];
  return one < two ? -1 : Number(one > two);
};
