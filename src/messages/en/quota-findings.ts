import type { QuotaFindings } from '../../domain/findings/quotas.js';
import type { Wording } from '../messages.js';

export const quotaFindings: Wording<QuotaFindings> = {
  'quota.too-few-posts': ({ kind, required, established, shortfall }) =>
    `A ${kind} needs at least ${required} professional posts and has ${established}: ${shortfall} short. Set up more, or import the table of posts.`,
  'quota.unknown-kind': ({ code }) =>
    `Whether ${code} is a 社区 or a 建制村 is not known, so it has no minimum. Fill in 类型 and run shegong import units.`,
  'unit.ended-with-people': ({ ended, people }) =>
    `This unit ended on ${ended}, the register names none that took over, and ${people === 1 ? 'one person still has a post' : `${people} people still have posts`} there. Fill in 并入 in the list of units and import it, or enter their present unit or 离岗日期 in the roster.`,
  'unit.not-yet-founded': ({ founded, people }) =>
    `This unit was founded on ${founded}, and on the day that was asked about ${people === 1 ? 'one person already has a post' : `${people} people already have posts`} there, also from units merged into it, and ${people === 1 ? 'counts' : 'count'} in no unit. Check 设立日期, the 撤销日期 of the merged unit and 上岗日期.`,
  'quota.kinds-unconfirmed': ({ units }) =>
    `The kind of ${units} units was taken from their codes and is not confirmed. Import your own list (shegong import units).`,
};
