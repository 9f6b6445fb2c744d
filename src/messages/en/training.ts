import type { TrainingFindings } from '../../domain/findings/trainings.js';
import { formatHours } from '../../domain/hours.js';
import type { Wording } from '../messages.js';
import type { trainingWords as chinese } from '../zh/training.js';
import { counted } from './counted.js';

export const trainingFindings: Wording<TrainingFindings> = {
  'training.short': ({ level, hours, needed, missing, until }) =>
    `The registration ends on ${until} and is in its renewal window; ${level} needs ${formatHours(needed)} hours of continuing education, there are ${formatHours(hours)}: ${formatHours(missing)} missing. Make them up before that day; if that was done, import them (shegong import trainings).`,
  'training.untrained': ({ year }) =>
    `On post all of ${year} and trained neither then nor since. Administrative staff is to be trained every year: arrange it; if that was done, import it (shegong import trainings).`,
  'training.degree-unclear': ({ course, names }) =>
    `The course “${course}” looks like a degree but has no name that says so, and counts with its own hours. If a degree in social work was obtained in the term, name the course as one of ${names.join(', ')} and import it again.`,
};

export const trainingWords: typeof chinese = {
  description:
    'whether hours of continuing education suffice for renewal, who has been to the academies, yearly training of officials',
  options: {
    what: (choices) => `what to list: ${choices.join(', ')} (default hours)`,
    whatPlaceholder: 'part',
    since: 'for the academies, only courses that ended from this day on, such as 2026-01-01 (default: all)',
  },
  parts: {
    hours: 'hours in the registration term',
    rotation: 'academies, by unit',
    yearly: 'yearly training of officials',
  },
  part: (part, meaning) => `${part} (${meaning})`,
  examples: {
    hours: 'everybody’s hours today, and who lacks some for renewal',
    rotation: 'who of each unit of one district has been to the academies since 2026 began',
    yearly: 'the training of officials in 2026, at its end',
  },
  headings: {
    level: 'level',
    from: 'registered from',
    until: 'registered until',
    hours: 'hours',
    needed: 'needed',
    missing: 'missing',
    degree: 'with degree',
    monthsLeft: 'months left',
    state: 'state',
    staff: 'on post',
    trained: 'trained there',
    elsewhere: 'only elsewhere',
    title: 'title',
    ofYear: 'hours this year',
    last: 'last course',
  },
  states: { met: 'met', 'on-pace': 'on pace', behind: 'behind', short: 'short' },
  yearlyStates: {
    trained: 'trained this year',
    'not-yet': 'not yet this year',
    overdue: 'not since last year',
  },
  noTerms: (on) => `No certificate holder has a registration in force on ${on}.`,
  hours: (on, people, met, pace, behind, short) =>
    `${counted(people, 'holder')} registered on ${on}: ${met} have the hours, ${pace} on pace, ${behind} behind, ${short} short in the renewal window.`,
  withoutTerm: (people) =>
    `${counted(people, 'more holder')} without a registration in force, so without a term.`,
  notAsked: (people) => `${counted(people, 'more holder')} of a level that no hours are asked of.`,
  rotation: (staff, trained, elsewhere) =>
    `Community workers on post: ${staff}, of which ${trained} have been to the academies and ${elsewhere} only elsewhere.`,
  academy: (name, people) => `${name} ${people}`,
  yearly: (year, staff, trained, overdue) =>
    `Officials on post: ${staff}, of which ${trained} trained in ${year} and ${overdue} not since the year before.`,
  unset: (part) => `Nothing in force that day for: ${part}. Not checked.`,
};
