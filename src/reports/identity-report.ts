import type { IdentityDone } from '../domain/identity-done.js';
import { maskNumber } from '../domain/mask.js';
import type { Messages } from '../messages/messages.js';
import type { Report } from './column.js';

type Row = IdentityDone['people'][number];

/** What a correction, a merger or a parting made of two numbers: the person, or both of them again. */
export function identityReport({ identity }: Messages, done: IdentityDone): Report<Row> {
  const { headings, actions } = identity;
  const { action, batch, people, other, reason, findings } = done;
  const names = people.map(({ name, idNumber }) => `${name} ${maskNumber(idNumber)}`).join(identity.and);
  return {
    command: `worker ${action}`,
    columns: [
      {
        key: 'action',
        heading: headings.action,
        kind: 'text',
        value: () => action,
        text: () => actions[action],
      },
      { key: 'name', heading: headings.name, kind: 'free', value: ({ name }) => name },
      { key: 'idNumber', heading: headings.idNumber, kind: 'digits', value: ({ idNumber }) => idNumber },
      { key: 'otherNumber', heading: headings.other, kind: 'digits', value: () => other },
      { key: 'reason', heading: headings.reason, kind: 'free', value: () => reason },
      { key: 'batch', heading: headings.batch, kind: 'number', value: () => batch },
    ],
    rows: people,
    totals: { batch },
    findings,
    summary: [identity.done[action](batch, names)],
  };
}
