import type { QuotaFindings } from '../../domain/findings/quotas.js';
import type { Wording } from '../messages.js';

export const quotaFindings: Wording<QuotaFindings> = {
  'quota.too-few-posts': ({ kind, required, established, shortfall }) =>
    `${kind}至少应设 ${required} 个社会工作专业岗位，已设 ${established} 个，缺 ${shortfall} 个。请增设岗位，或导入岗位设置表补记。`,
  'quota.unknown-kind': ({ code }) =>
    `代码 ${code} 的类型（社区或建制村）未定，无法确定岗位下限。请在村社区名录中填明“类型”后导入（shegong import units）。`,
  'unit.ended-with-people': ({ ended, people }) =>
    `该单位已于 ${ended} 撤销，名录中没有写明并入哪个单位，仍有 ${people} 人在此任职。请在村社区名录中补填“并入”后导入，或在花名册中改填其现单位、离岗日期。`,
  'unit.not-yet-founded': ({ founded, people }) =>
    `该单位自 ${founded} 设立，而所查之日已有 ${people} 人的任职记在此处（含由其他单位并入的），不计入任何单位。请核对设立日期、被并入单位的撤销日期或上岗日期。`,
  'quota.kinds-unconfirmed': ({ units }) =>
    `${units} 个村（社区）的类型由代码推定，尚未确认。请导入本单位的村社区名录（shegong import units）。`,
};
