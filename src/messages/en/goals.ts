import type { goalWords as chinese } from '../zh/goals.js';

const ofAll = (value: number, of: number | null) => (of === null ? String(value) : `${value} of ${of}`);

export const goalWords: typeof chinese = {
  description: 'the goals for 2023 and 2025: what the register can prove of each, and what it cannot',
  examples: { now: 'the goals as of today', past: 'as of the end of 2023' },
  headings: {
    year: 'year',
    system: 'system',
    goal: 'goal (words of the document)',
    status: 'status',
    seenOn: 'counted on',
    evidence: 'the register shows',
    now: (on) => `on ${on}`,
    article: 'article',
  },
  whole: 'whole',
  statuses: {
    reached: 'reached',
    missed: 'missed',
    'under-way': 'under way',
    'not-provable': 'no number: the office judges',
  },
  measures: {
    trained: (value, of) => `people trained in a year: ${ofAll(value, of)}`,
    supervisors: (value, of) => `supervisors: ${ofAll(value, of)}`,
    experts: (value, of) => `experts: ${ofAll(value, of)}`,
    holders: (value, of) => `holders: ${ofAll(value, of)}`,
    'holders-without-entry': (value, of) => `without 员级: ${ofAll(value, of)}`,
    registered: (value, of) => `registered: ${ofAll(value, of)}`,
    stations: (value, of) => `places with a station: ${ofAll(value, of)}`,
    'service-records': (value, of) => `service records in a year: ${ofAll(value, of)}`,
    'units-with-posts': (value, of) => `units with enough posts: ${ofAll(value, of)}`,
    'posts-filled': (value, of) => `people in professional posts: ${ofAll(value, of)}`,
    'complaints-settled': (value, of) => `complaints settled: ${ofAll(value, of)}`,
    awards: (value, of) => `awards: ${ofAll(value, of)}`,
    'districts-with-rate': (value, of) => `districts with a subsidy rate: ${ofAll(value, of)}`,
  },
  nothing: 'nothing to count',
  summary: (on, { goals, reached, missed, underWay, notProvable }) =>
    `${goals} goals on ${on}: ${goals - notProvable} with a number (reached ${reached}, missed ${missed}, under way ${underWay}); the document puts no number to the other ${notProvable}, which the office has to judge.`,
};
