import type { SupervisorFindings } from '../../domain/findings/supervisors.js';
import type { Wording } from '../messages.js';
import type { supervisorWords as chinese } from '../zh/supervisor.js';
import { counted } from './counted.js';

export const supervisorFindings: Wording<SupervisorFindings> = {
  'supervisor.expired': ({ level, until }) =>
    `The term as ${level} ended on ${until} and nothing follows it. Renew the appointment; if that was done, import it (shegong import supervisors).`,
};

export const supervisorWords: typeof chinese = {
  description: 'supervisors and experts with their terms, and whose term is over',
  options: {
    level: (levels) => `only this level: ${levels.join(', ')}`,
    levelPlaceholder: 'level',
  },
  examples: {
    list: 'the supervisors and experts of the whole city, today',
    level: 'the senior supervisors of one district on one day',
  },
  headings: { level: 'level', from: 'appointed', until: 'until', document: 'document', state: 'state' },
  states: { current: 'current', expired: 'expired', followed: 'followed' },
  openEnded: 'open-ended',
  nothing: (on) => `The register has no supervisor and no expert on ${on}.`,
  counts: (on, people, byLevel, expired) =>
    `${counted(people, 'person', 'people')} appointed on ${on} (${byLevel}); ${counted(expired, 'term')} over with nothing that follows.`,
  count: (level, people) => `${level} ${people}`,
  ratio: (holders) => `Certificate holders on post for each supervisor: ${holders}.`,
};
