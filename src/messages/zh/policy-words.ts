import type { ParameterName } from '../../domain/parameter-names.js';
import { subsidyConditions } from './subsidy-conditions.js';

const names: Readonly<Record<ParameterName, string>> = {
  'grade.map': '岗位等级对照',
  'grade.certificate': '岗位所需证书',
  'quota.minimum': '岗位数下限',
  'subsidy.categories': '补贴范围',
  'subsidy.conditions': '补贴条件',
  'subsidy.rate': '补贴标准',
  'subsidy.decided-on': '认定日',
  'subsidy.service-minimum': '服务记录下限',
  'subsidy.retro-months': '补发扣回追溯期',
  'registration.term': '登记有效期',
  'training.hours': '继续教育学时',
  'target.certificate-holders': '持证人数目标',
  'complaint.days': '投诉办理期限',
  'award.reward': '表扬奖励',
  'pay.reference': '薪酬参照',
};

const units: Readonly<Partial<Record<ParameterName, string>>> = {
  'grade.map': '级',
  'quota.minimum': '个',
  'subsidy.rate': '元/月',
  'subsidy.retro-months': '个月',
  'training.hours': '小时',
  'complaint.days': '天',
  'award.reward': '元',
};

/** Words inside values: what is fixed by the document is Chinese already. */
const terms: Readonly<Record<string, string>> = {
  ...subsidyConditions.conditions,
  'first-day': '每月第一天',
  'last-day': '每月最后一天',
  otherwise: '其余',
  count: '条数',
  per: '周期',
  month: '每月',
  quarter: '每季度',
  years: '年数',
  renewalMonths: '到期前办理再登记的月数',
  holders: '人数',
  by: '年份',
  averageWage: '平均工资（元/月）',
  ratio: '比例',
};

export const policyWords = {
  showDescription: '某一天有效的各项规定：值、出自哪一层、起止日期、依据',
  showParameter: '参数名，例如 subsidy.rate；不写则列出全部',
  checkDescription: '检查政策目录：写法、起止日期、引文、是否低于市级',
  examples: {
    show: '今天全市有效的各项规定',
    showOne: '锦江区 2026 年 8 月 1 日执行的补贴标准及其依据',
    check: '检查当前目录下的 policies 文件夹',
    checkOther: '检查另一个政策文件夹，供其他程序读取',
  },
  names,
  units,
  terms,
  headings: {
    name: '项目',
    parameter: '参数',
    district: '适用范围',
    state: '状态',
    value: '值',
    from: '起',
    until: '止',
    layer: '层级',
    document: '依据文件',
    article: '条款',
    source: '出处',
    checked: '核对日期',
    example: '示例',
    file: '文件',
    values: '有效值数',
    errors: '错误',
    warnings: '警告',
  },
  wholeCity: '全市',
  states: { 'in-force': '有效', 'not-set': '未设定', 'not-in-force': '无有效政策' },
  layers: { district: '区(市)县', city: '市级', shipped: '随程序发布' },
  exampleMark: '示例标准',
  open: '长期',
  source: (file: string, line: number) => `${file} 第 ${line} 行`,
  amount: (key: string, value: string) => `${key} ${value}`,
  group: (key: string, value: string) => `${key}：${value}`,
  pairSeparator: '，',
  groupSeparator: '；',
  withUnit: (value: string, unit: string, plain: boolean) =>
    plain ? `${value} ${unit}` : `${value}（${unit}）`,
  shown: (on: string, where: string, inForce: number, notSet: number, notInForce: number) =>
    `${on} ${where}：有效值 ${inForce} 个，未设定 ${notSet} 项，无有效政策 ${notInForce} 项。`,
  checked: (files: number, values: number) => `读取政策文件 ${files} 个，有效值 ${values} 个。`,
  sound: '没有发现错误。',
  shippedAlone: '没有使用政策文件夹，只有随程序发布的规定。运行 shegong init 可生成样板。',
};
