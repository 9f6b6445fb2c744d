import type { RegistrationFindings } from '../../domain/findings/registrations.js';
import type { Wording } from '../messages.js';

export const registrationFindings: Wording<RegistrationFindings> = {
  'registration.due': ({ until }) =>
    `登记有效期至 ${until}，已进入再登记受理期。请在到期前办理再登记，并导入新的登记。`,
  'registration.expired': ({ until }) =>
    `登记已于 ${until} 到期，未再登记。请尽快办理；已办理的，请导入登记（shegong import registrations）。`,
  'registration.never': ({ issued, deadline }) =>
    `${issued} 取得证书，从未登记${deadline === null ? '' : `，首次登记最迟应于 ${deadline} 办理`}。请办理登记；已办理的，请导入登记（shegong import registrations）。`,
};

export const registrationWords = {
  description: '登记即将到期、已过期、逾期未首次登记的持证人员，及其每月会失去的补贴',
  examples: {
    due: '今天全市需要办理登记的人员',
    district: '锦江区 2026 年 9 月 30 日的情况，存为表格文件',
    known: '按 9 月 30 日之前录入的资料回答',
  },
  headings: {
    issued: '首次取证日期',
    until: '登记有效期至',
    deadline: '首次登记期限',
    state: '登记状态',
    onPost: '是否在岗',
    monthly: '每月补贴(元)',
    lostFrom: '停发自',
  },
  states: { due: '即将到期', expired: '已过期', never: '逾期未登记' },
  rateUnset: '未设标准',
  nothing: (on: string) => `${on} 没有需要办理登记的持证人员。`,
  counts: (on: string, due: number, expired: number, never: number) =>
    `${on} 需要办理登记的持证人员：即将到期 ${due} 人，已过期 ${expired} 人，逾期未首次登记 ${never} 人。`,
  notYet: (people: number) => `另有 ${people} 人取得证书后尚未登记，仍在首次登记期限内，未列入。`,
  money: (yuan: string) => `其中在补贴范围内的，不登记每月合计会失去补贴 ${yuan} 元（按其他条件均符合计）。`,
  withoutRate: (people: number) => `${people} 人所在区（市）县没有设定补贴标准，未计入金额。`,
};
