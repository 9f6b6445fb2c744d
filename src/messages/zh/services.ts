import type { ServiceFindings } from '../../domain/findings/services.js';
import type { ServiceProblems } from '../../domain/problems/services.js';
import type { Wording } from '../messages.js';

export const serviceFindings: Wording<ServiceFindings> = {
  'service.off-post': ({ records }) =>
    `有 ${records} 条服务记录的服务日期不在本人任何一段任职之内，未计入任何单位。请核对服务日期、上岗日期和离岗日期。`,
};

export const serviceProblems: Wording<ServiceProblems> = {
  'service.from-after-on': ({ from, on }) =>
    `--from ${from} 晚于截止日 ${on}，请改正其中一个（截止日用 --on 指定，默认今天）。`,
};

export const serviceWords = {
  description: '汇总服务记录：按 21 个服务领域、人员、单位或月份，记录数和时长',
  by: (choices: readonly string[]) => `汇总方式：${choices.join('、')}（默认 field）`,
  byPlaceholder: '方式',
  groups: { field: '服务领域', worker: '人员', unit: '单位', month: '月份' },
  choice: (choice: string, meaning: string) => `${choice}（${meaning}）`,
  from: '从哪一天起（默认截止日当年 1 月 1 日）',
  until: '截至哪一天，含当日，例如 2026-09-30（默认今天）',
  examples: {
    year: '今年以来各服务领域的记录',
    quarter: '第三季度各单位的记录',
    workers: '锦江区今年以来每个人的记录，存为表格文件',
  },
  headings: {
    field: '服务领域',
    month: '月份',
    records: '记录数',
    hours: '时长(小时)',
    withoutHours: '未填时长',
    people: '人数',
    fields: '领域数',
  },
  noField: '未填领域',
  offPost: '不在岗',
  counted: (from: string, until: string, records: number, hours: string, people: number) =>
    `${from} 至 ${until} 服务记录 ${records} 条，时长 ${hours} 小时，${people} 人。`,
  spread: (units: number, fields: number) => `涉及 ${units} 个单位、${fields} 个服务领域。`,
  withoutField: (records: number) => `其中 ${records} 条未填服务领域。`,
  withoutHours: (records: number) => `其中 ${records} 条未填时长，未计入时长合计。`,
  nothing: '没有符合条件的服务记录。如尚未导入，请先运行 shegong import services。',
};
