import type { unitHistoryWords as chinese } from '../zh/unit-history.js';
import { counted } from './counted.js';

export const unitHistoryWords: typeof chinese = {
  description:
    'the posts of one unit over time: its changes, posts established, who held them at which grade, with file and line',
  unitArgument: 'UNIT',
  aboutUnit: 'a code, a name that is one unit’s alone, or district/township/unit',
  on: 'only what holds on this day, such as 2026-07-01 (default everything)',
  examples: {
    name: 'everything of one community',
    day: 'one day, the unit by its code',
  },
  about: { unit: 'unit', posts: 'posts established', person: 'on post' },
  headings: { about: 'about', count: 'posts', document: 'document number' },
  unit: (name, code, rows) => `${name} (${code}): ${counted(rows, 'record')}.`,
};
