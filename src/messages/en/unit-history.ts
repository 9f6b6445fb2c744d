import type { unitHistoryWords as chinese } from '../zh/unit-history.js';
import { counted } from './counted.js';

export const unitHistoryWords: typeof chinese = {
  description:
    'the posts of one unit or other workplace over time: its changes, posts established, who held them at which grade, with file and line',
  unitArgument: 'UNIT',
  aboutUnit:
    'a code, a name that is one unit’s or workplace’s alone, district/township/unit, or district/workplace',
  on: 'only what holds on this day, such as 2026-07-01 (default everything)',
  examples: {
    name: 'everything of one community',
    day: 'one day, the unit by its code',
  },
  about: { unit: 'unit', posts: 'posts established', person: 'on post' },
  headings: { about: 'about', count: 'posts', document: 'document number' },
  unit: (name, code, rows) => `${name}${code === null ? '' : ` (${code})`}: ${counted(rows, 'record')}.`,
};
