import type { CertificateFindings } from '../../domain/findings/certificates.js';
import type { Wording } from '../messages.js';

export const certificateFindings: Wording<CertificateFindings> = {
  'certificate.target-missed': ({ target, by, holders, national }) =>
    `${by} 年已过，全市持证人数目标为 ${target} 人，名册中有 ${holders} 人（不含员级 ${national} 人），未达到。请核对各区（市）县是否都已导入名册和证书；只查一个区（市）县的，请用 shegong certificate summary --district。`,
  'certificate.target-with-entry-level': ({ target, by, holders, national }) =>
    `${by} 年已过，全市持证人数目标为 ${target} 人，名册中有 ${holders} 人，计入员级才达到（不含员级 ${national} 人）。文件没有说明员级是否计入，请按主管部门的口径确认。`,
  'certificate.issue-assumed': ({ people }) =>
    `${people} 人的证书没有发证日期，只能从最早记载它的花名册之日算起，取证年份和净增人数因此可能偏晚。请补录发证日期（shegong import certificates）。`,
};

export const certificateWords = {
  description: '持证人数：按级别、人员类别、区（市）县、性别、年龄、取证年份，净增人数和目标进度',
  examples: {
    summary: '今天全市持证人数和目标进度',
    district: '锦江区 2025 年底的持证人数',
    json: '供其他程序读取',
  },
  headings: {
    by: '分类',
    group: '组别',
    holders: '持证人数',
    national: '不含员级',
    onPost: '其中在岗',
    yearBefore: '上年同期',
    growth: '净增',
  },
  by: {
    level: '级别',
    sector: '人员类别',
    district: '区(市)县',
    sex: '性别',
    age: '年龄',
    year: '取证年份',
  },
  unknown: '未知',
  bands: { '≤35': '35 岁及以下', '36-45': '36—45 岁', '46-55': '46—55 岁', '≥56': '56 岁及以上' } as Record<
    string,
    string
  >,
  nothing: (on: string) => `${on} 名册中没有持证人员。`,
  counts: (on: string, holders: number, national: number, onPost: number, registered: number) =>
    `${on} 持证 ${holders} 人（每人按最高级别计一次；不含员级 ${national} 人），其中在岗 ${onPost} 人、登记有效 ${registered} 人。`,
  growth: (growth: number, before: number) => `上年同期 ${before} 人，净增 ${growth} 人。`,
  target: (target: number, by: number, missing: number, missingNational: number) =>
    `到 ${by} 年的目标为 ${target} 人，${missing === 0 ? '已达到' : `还差 ${missing} 人`}（不含员级${missingNational === 0 ? '已达到' : `还差 ${missingNational} 人`}）。`,
  atDeadline: (deadline: string, holders: number, national: number) =>
    `目标截止日 ${deadline} 持证 ${holders} 人（不含员级 ${national} 人）。`,
};
