import type { TrainingFindings } from '../../domain/findings/trainings.js';
import { formatHours } from '../../domain/hours.js';
import type { Wording } from '../messages.js';

export const trainingFindings: Wording<TrainingFindings> = {
  'training.short': ({ level, hours, needed, missing, until }) =>
    `登记有效期至 ${until}，已进入再登记受理期，${level}须有继续教育 ${formatHours(needed)} 小时，现有 ${formatHours(hours)} 小时，还差 ${formatHours(missing)} 小时。请在到期前补足；已参加培训的，请导入继续教育记录（shegong import trainings）。`,
  'training.untrained': ({ year }) =>
    `${year} 年全年在岗而没有培训记录，至今也没有。行政管理人员应每年培训，请安排培训；已参加的，请导入继续教育记录（shegong import trainings）。`,
  'training.degree-unclear': ({ course, names }) =>
    `课程“${course}”像是取得学历、学位，但名称不在规定写法之内，只按所填学时计算。如确为在登记有效期内取得的社会工作专业学历、学位，请把课程改写为${names.join('、')}之一后重新导入。`,
};

export const trainingWords = {
  description: '继续教育学时是否够再登记，社区工作者轮训覆盖面，机关工作人员每年培训情况',
  options: {
    what: (choices: readonly string[]) => `列出哪一部分：${choices.join('、')}（默认 hours）`,
    whatPlaceholder: '内容',
    since: '轮训只计这一天以后结束的课程，例如 2026-01-01（默认不限）',
  },
  parts: {
    hours: '登记有效期内的学时',
    rotation: '各村（社区）轮训覆盖面',
    yearly: '机关工作人员每年培训',
  },
  part: (part: string, meaning: string) => `${part}（${meaning}）`,
  examples: {
    hours: '今天全市持证人员的学时，看谁不够再登记',
    rotation: '锦江区各村（社区）2026 年以来参加“三院”轮训的人数',
    yearly: '2026 年底机关工作人员本年度培训情况',
  },
  headings: {
    level: '证书级别',
    from: '登记日期',
    until: '登记有效期至',
    hours: '已有小时',
    needed: '应有小时',
    missing: '还差小时',
    degree: '含学历学位',
    monthsLeft: '剩余月数',
    state: '状态',
    staff: '在岗专职',
    trained: '已轮训',
    elsewhere: '仅参加其他培训',
    title: '岗位名称',
    ofYear: '本年小时',
    last: '最近培训',
  },
  states: { met: '已达标', 'on-pace': '进度正常', behind: '进度落后', short: '不足' },
  yearlyStates: { trained: '本年已培训', 'not-yet': '本年尚未', overdue: '上年至今未培训' },
  noTerms: (on: string) => `${on} 没有登记有效的持证人员。`,
  hours: (on: string, people: number, met: number, pace: number, behind: number, short: number) =>
    `${on} 登记有效的持证人员 ${people} 人：学时已达标 ${met} 人，进度正常 ${pace} 人，进度落后 ${behind} 人，进入再登记受理期仍不足 ${short} 人。`,
  withoutTerm: (people: number) => `另有 ${people} 人没有有效登记，无登记有效期可计。`,
  notAsked: (people: number) => `另有 ${people} 人所持证书级别没有规定学时。`,
  rotation: (staff: number, trained: number, elsewhere: number) =>
    `城乡社区专职工作者在岗 ${staff} 人，参加过“三院”轮训 ${trained} 人，仅参加其他培训 ${elsewhere} 人。`,
  academy: (name: string, people: number) => `${name} ${people} 人`,
  yearly: (year: string, staff: number, trained: number, overdue: number) =>
    `机关工作人员在岗 ${staff} 人，${year} 年已培训 ${trained} 人，上年至今未培训 ${overdue} 人。`,
  unset: (part: string) => `${part}：当日没有有效的规定，未核对。`,
};
