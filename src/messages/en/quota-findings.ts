import type { QuotaFindings } from '../../domain/findings/quotas.js';
import type { Wording } from '../messages.js';

export const quotaFindings: Wording<QuotaFindings> = {
  'quota.too-few-posts': ({ kind, required, established, shortfall }) =>
    `A ${kind} needs at least ${required} professional posts and has ${established}: ${shortfall} short. Set up more, or import the table of posts.`,
  'quota.unknown-kind': ({ code }) =>
    `Whether ${code} is a 社区 or a 建制村 is not known, so it has no minimum. Fill in 类型 and run shegong import units.`,
  'quota.kinds-unconfirmed': ({ units }) =>
    `The kind of ${units} units was taken from their codes and is not confirmed. Import your own list (shegong import units).`,
};
