import type { fundWords as chinese } from '../zh/fund.js';
import { counted } from './counted.js';

export const fundWords: typeof chinese = {
  descriptions: { show: '关爱基金: entries and running balance of each level' },
  options: {
    level: (levels) => `only this level: ${levels.join(', ')}`,
    levelPlaceholder: 'level',
  },
  examples: { show: 'entries and balance to this day', level: 'the city’s own fund on one day' },
  headings: {
    level: 'level',
    on: 'day',
    direction: 'in or out',
    amount: 'amount (yuan)',
    party: 'from or to',
    summary: 'summary',
    balance: 'balance (yuan)',
  },
  found: (on, level, entries, { income, expense, balance }) =>
    `${level}, by ${on}: ${counted(entries, 'entry', 'entries')}, received ${income} yuan, spent ${expense} yuan, balance ${balance} yuan.`,
  nothing: (on) => `Nothing was received or spent by ${on}.`,
};
