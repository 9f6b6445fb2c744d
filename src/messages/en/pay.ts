import type { payWords as chinese } from '../zh/pay.js';
import { counted } from './counted.js';

export const payWords: typeof chinese = {
  descriptions: {
    check:
      'average pay in professional posts outside 事业编制, against last year’s average wage, and the growth of both',
    labour: 'the share of labour in the budgets of purchased services, by district and year',
  },
  options: { allPosts: 'every post outside 事业编制, not professional ones alone' },
  examples: {
    check: 'every district, today',
    allPosts: 'every post of one district outside 事业编制',
    labour: 'purchased services of one district, year by year',
  },
  headings: {
    district: 'district',
    people: 'people',
    withPay: 'with pay known',
    average: 'average pay (yuan)',
    year: 'reference year',
    wage: 'average wage (yuan)',
    ratio: 'ratio to hold',
    required: 'required (yuan)',
    shortfall: 'short by (yuan)',
    averageBefore: 'average pay a year before (yuan)',
    payGrowth: 'pay growth',
    wageBefore: 'average wage a year before (yuan)',
    wageGrowth: 'wage growth',
    projectYear: 'year',
    projects: 'projects',
    budget: 'budget (yuan)',
    labour: 'of it labour (yuan)',
    labourShare: 'labour share',
  },
  notSet: 'not set',
  unknown: 'unknown',
  found: (on, people, withPay, average) =>
    `${counted(people, 'person', 'people')} outside 事业编制 on ${on}, the pay of ${withPay} known: ${average} yuan a month on average.`,
  categories: (list) => `By category: ${list}.`,
  category: (name, people, average) => `${name} ${people}, average ${average} yuan`,
  labour: (year, projects, budget, share) =>
    `${year}: ${counted(projects, 'purchased service')}, budget ${budget} yuan, ${share} of it labour.`,
  nobody: (on) =>
    `Nobody is in a professional post outside 事业编制 on ${on} (--all-posts looks at every post).`,
  noProjects: (on) => `No purchased service is known by ${on}.`,
};
