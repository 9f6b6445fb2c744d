import type { awardWords as chinese } from '../zh/awards.js';
import { counted } from './counted.js';

const yuan = (fen: number) => (fen / 100).toFixed(2);

export const awardWords: typeof chinese = {
  descriptions: {
    list: 'awards by title, person and year, with the reward that the office has set',
    benefits: 'whose children have 教育优待: holders of 高级督导 and 全国社会工作领军人才',
  },
  options: {
    who: 'only this person: identity number, its masked form, its last six characters, or a name that is one person’s alone',
    title: 'only titles that contain this',
    titlePlaceholder: 'title',
    year: 'only those given in one year, for example 2026',
    yearPlaceholder: 'year',
  },
  examples: {
    year: 'titles given in 2026',
    title: 'leading talents of one district',
    who: 'what one person was given',
    benefits: 'whose children have 教育优待 when school begins',
  },
  headings: {
    name: 'name',
    idNumber: 'identity number',
    district: 'district',
    township: 'township',
    unit: 'unit',
    title: 'title',
    awardedOn: 'awarded on',
    awardedBy: 'awarded by',
    document: 'document',
    reward: 'reward (yuan)',
    paid: 'closed (yuan)',
    ground: 'ground',
    since: 'since',
    until: 'until',
    article: 'article',
  },
  rewards: { set: '', 'not-listed': 'not listed', 'not-set': 'not set' },
  found: (on, { awards, people, rewardFen, rewardNotSet }) =>
    `${counted(awards, 'award')} to ${counted(people, 'person', 'people')} by ${on}; ${rewardNotSet === awards ? 'no reward is set' : `rewards as set: ${yuan(rewardFen)} yuan${rewardNotSet === 0 ? '' : `, ${rewardNotSet} not set`}`}.`,
  byTitle: (list) => `By title: ${list}.`,
  part: (title, { awards, people }) => `${title} ${awards} (${counted(people, 'person', 'people')})`,
  nothing: (on) => `No such award by ${on}.`,
  benefits: (on, people) =>
    `${counted(people, 'person', 'people')} on ${on} whose children have 教育优待 (the document names 成都市高级社会工作督导人才 and 全国社会工作领军人才 alone).`,
};
