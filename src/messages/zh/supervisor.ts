import type { SupervisorFindings } from '../../domain/findings/supervisors.js';
import type { Wording } from '../messages.js';

export const supervisorFindings: Wording<SupervisorFindings> = {
  'supervisor.expired': ({ level, until }) =>
    `${level}的聘期已于 ${until} 届满，没有接续。请续聘或重新认定；已续聘的，请导入督导与专家表（shegong import supervisors）。`,
};

export const supervisorWords = {
  description: '督导人才和专家库成员及其聘期，聘期届满的',
  options: {
    level: (levels: readonly string[]) => `只看这一级别：${levels.join('、')}`,
    levelPlaceholder: '级别',
  },
  examples: {
    list: '今天全市的督导和专家',
    level: '锦江区 2026 年 9 月 30 日的高级督导',
  },
  headings: { level: '级别', from: '认定日期', until: '有效期至', document: '文号', state: '状态' },
  states: { current: '在聘', expired: '已届满', followed: '已接续' },
  openEnded: '长期',
  nothing: (on: string) => `${on} 没有督导人才和专家的记录。`,
  counts: (on: string, people: number, byLevel: string, expired: number) =>
    `${on} 在聘 ${people} 人（${byLevel}），聘期届满未接续 ${expired} 人次。`,
  count: (level: string, people: number) => `${level} ${people}`,
  ratio: (holders: number) => `每名在聘督导对应在岗持证人员 ${holders} 人。`,
};
