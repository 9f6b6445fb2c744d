import type { RegistrationFindings } from '../../domain/findings/registrations.js';
import type { Wording } from '../messages.js';
import type { registrationWords as chinese } from '../zh/registration.js';
import { counted } from './counted.js';

export const registrationFindings: Wording<RegistrationFindings> = {
  'registration.due': ({ until }) =>
    `The registration ends on ${until} and is in its renewal window. Renew it before that day and import the new one.`,
  'registration.expired': ({ until }) =>
    `The registration ended on ${until} and was not renewed. Renew it soon; if that was done, import it (shegong import registrations).`,
  'registration.never': ({ issued, deadline }) =>
    `Certified on ${issued} and never registered${deadline === null ? '' : `; the first registration was due by ${deadline}`}. Register; if that was done, import it (shegong import registrations).`,
};

export const registrationWords: typeof chinese = {
  description:
    'certificate holders whose registration is due or expired or was never made in time, and the monthly subsidy at stake',
  examples: {
    due: 'the whole city, today',
    district: 'one district on one day, as a spreadsheet file',
    known: 'from what had been recorded by 30 September',
  },
  headings: {
    issued: 'first certified',
    until: 'registered until',
    deadline: 'first registration by',
    state: 'state',
    onPost: 'on post',
    monthly: 'subsidy a month (yuan)',
    lostFrom: 'lost from',
  },
  states: { due: 'due', expired: 'expired', never: 'never registered' },
  rateUnset: 'no rate set',
  nothing: (on) => `No certificate holder has a registration to be done on ${on}.`,
  counts: (on, due, expired, never) =>
    `Registrations to be done on ${on}: ${due} due, ${expired} expired, ${never} never made in time.`,
  notYet: (people) =>
    `${counted(people, 'more holder')} not registered yet, still within the time for the first registration, not listed.`,
  money: (yuan) => `Subsidy at stake: ${yuan} yuan a month, if every other condition is met.`,
  withoutRate: (people) =>
    `${counted(people, 'person', 'people')} in districts without a rate, not in that sum.`,
};
