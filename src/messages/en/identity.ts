import type { IdentityFindings } from '../../domain/findings/identity.js';
import type { IdentityProblems } from '../../domain/problems/identity.js';
import type { Wording } from '../messages.js';
import type { identityWords as chinese } from '../zh/identity.js';
import { rowFindings } from './row-findings.js';

export const identityProblems: Wording<IdentityProblems> = {
  'identity.bad-number': ({ value, problem }) =>
    `“${value}” cannot be an identity number. ${rowFindings['id-number.invalid']({ problem })}`,
  'identity.unknown-number': ({ number }) =>
    `Nobody in the register has the identity number “${number}”. Give the whole number, not a name or its last digits; shegong worker find NAME --reveal shows it.`,
  'identity.no-reason': () => 'Give a reason with --reason, such as “corrected by the police”; it is kept.',
  'identity.number-taken': ({ number, name }) =>
    `${number} belongs to “${name}” already. If they are one person, use shegong worker merge; otherwise check the new number.`,
  'identity.one-already': ({ kept }) =>
    `These two numbers are one person (${kept}) already; there is nothing to do.`,
  'identity.not-linked': ({ links }) =>
    links.length === 0
      ? 'The register does not have these two numbers as one person, so there is nothing to part. Check the numbers.'
      : `No correction or merger joins just these two. What can be parted: ${links.join('; ')}.`,
};

export const identityFindings: Wording<IdentityFindings> = {
  'identity.names-differ': ({ kept, other }) =>
    `The names of the two numbers differ (“${kept}” and “${other}”). If they are two people, part them with shegong worker part.`,
  'identity.posts-overlap': ({ one, other, from }) =>
    `As one person they have posts at “${one}” and at “${other}” at the same time from ${from} on. Enter 离岗日期 of one of them in the roster and import it.`,
};

export const identityWords: typeof chinese = {
  descriptions: {
    correctId: 'correct an identity number: all that is known under the old one counts under the new one',
    merge: 'join two records that are one person, under the first number',
    part: 'part two numbers that were corrected or joined; each has its own records again',
  },
  placeholders: { old: 'OLD', new: 'NEW', kept: 'KEPT', other: 'OTHER', person: 'NAME' },
  arguments: {
    old: 'identity number as the register has it',
    new: 'the right identity number',
    kept: 'identity number to be used from now on',
    other: 'identity number to be joined to it',
    one: 'one identity number',
    two: 'the other one',
  },
  options: {
    reason: 'why; it is kept',
    by: 'who does it (default: the current user)',
    reasonPlaceholder: 'TEXT',
  },
  examples: {
    correctId: 'after the household register was corrected',
    merge: 'two streets reported one person under two numbers',
    part: 'they were two people after all',
  },
  done: {
    'correct-id': (batch, person) => `Corrected: now ${person} (batch ${batch}).`,
    merge: (batch, person) => `Joined as ${person} (batch ${batch}).`,
    part: (batch, person) => `Parted: ${person} (batch ${batch}).`,
  },
  and: ', ',
  headings: {
    batch: 'batch',
    action: 'action',
    name: 'name',
    idNumber: 'identity number',
    other: 'other number',
    reason: 'reason',
  },
  actions: { 'correct-id': 'correct-id', merge: 'merge', part: 'part' },
};
