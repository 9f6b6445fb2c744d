import type { RewardFindings } from '../../domain/findings/rewards.js';
import { formatYuan } from '../../domain/money.js';
import type { OpenReason } from '../../domain/reconciliation.js';
import { bareTitle } from '../../domain/reward.js';
import type { Messages, Wording } from '../messages.js';
import { counted } from './counted.js';

const named = (title: string, awardedOn: string): string => `“${bareTitle(title)}” of ${awardedOn}`;

const OPEN: Readonly<Record<OpenReason, (other: string | null) => string>> = {
  undecided: () =>
    'on the day the person held posts of one start in two districts, and nobody can say which one pays. Once one of the posts has a last day, the next close amends it.',
  'settled-elsewhere': (other) =>
    `${other ?? 'another district'} has paid it and not taken it back. It is paid once that district has done so at its next close; please tell it.`,
  'beyond-retro': () =>
    'corrections do not reach that far back. It is neither paid nor taken back any more; decide apart what is to be done.',
};

export const rewardFindings: Wording<RewardFindings> = {
  'reward.no-post': ({ title, awardedOn }) =>
    `There is a reward for ${named(title, awardedOn)}, but the person held no post on that day, so no district pays it and it is in no payment (which is not 0). Import the roster if a post is missing; else decide apart what is to be done.`,
  'reward.two-districts': ({ title, awardedOn, districts }) =>
    `There is a reward for ${named(title, awardedOn)}, but on that day the person held posts of one start in ${districts.join(' and ')}: nobody can say which one pays, and it is in no payment. Check, and give one of the posts its last day.`,
  'reward.title-again': ({ district, title, awardedOn, others }) =>
    `${district} is to pay a reward for ${named(title, awardedOn)}, but the person has the same title in the same year, given on ${others.join(' and ')}. Check whether it is one award, or it is paid twice: then take back the batch with the wrong day (shegong import undo), and import it mended.`,
  'reward.open': ({ district, title, awardedOn, why, other }) =>
    `The reward for ${named(title, awardedOn)} is not settled in ${district} yet: ${OPEN[why](other)}`,
  'reward.difference': ({ district, title, awardedOn, settledFen, entitledFen }) =>
    `${district} has settled ${formatYuan(settledFen)} yuan for the reward of ${named(title, awardedOn)}, but as known at the last close it is ${formatYuan(entitledFen)} yuan, and no open item says why. Check the database (shegong db check) and this person.`,
};

export const rewardWords: Messages['rewards'] = {
  heading: 'Rewards',
  mark: (month) => `${month} reward`,
  named,
  preview: (people, yuan) =>
    `Beside this, ${yuan} yuan of rewards for ${counted(people, 'person', 'people')} (not in the totals above; a close now pays them in this quarter).`,
  line: (title, awardedOn, yuan, district, grounds) =>
    `Reward: ${named(title, awardedOn)}, ${yuan} yuan, paid by ${district}${grounds.length > 0 ? ` (${grounds.join('; ')})` : ''}.`,
  none: (title, awardedOn, why) => `Reward: ${named(title, awardedOn)}, not paid: ${why}.`,
  frozen: 'frozen when the quarter was closed',
  late: 'known since the quarter was closed; the next close pays it',
  beyondRetro:
    'known since the quarter was closed; corrections do not reach that far back, and nothing amends it',
  paidLate: 'known since the quarter was closed; a later close has paid it',
  differs: (yuan) => `${yuan} yuan settled; the next close amends the difference`,
  why: {
    zero: 'the amount set for that day is 0',
    'not-set': 'no award.reward is in force on that day',
    'not-listed': 'award.reward does not list this title',
    'no-policy': 'no policy is in force on that day',
    'no-post': 'no post on that day, so no district pays',
    'two-districts': 'posts in two districts on that day, and nobody can say which one pays',
    settled: (district) => `${district} has paid it; it is paid here once that is taken back`,
  },
  amount: (yuan) => `rewards ${yuan} yuan`,
  causes: {
    award: 'the award is new, was corrected or taken back',
    reward: 'the amount that is set has changed',
    'award-post': 'no post on the day of the award',
  },
  proven: (quarter, rewards) => `${quarter}: ${counted(rewards, 'reward')} proven as well.`,
  simulated: (now, supposed, differenceFen) =>
    `Rewards (not in the sums above): ${now} yuan as things are, ${supposed} yuan as assumed, difference ${differenceFen > 0 ? '+' : ''}${formatYuan(differenceFen)} yuan.`,
};
