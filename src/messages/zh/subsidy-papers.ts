import type { Quarter } from '../../domain/quarter.js';
import type { SheetName } from '../subsidy-text.js';
import { subsidyText } from './subsidy-text.js';

const TITLES: Readonly<Record<SheetName, string>> = {
  payroll: '发放花名册',
  public: '公示表',
  summary: '汇总表',
  unpaid: '未发放名单',
  manifest: '文件清单',
};

/**
 * The words of the papers of a quarter. They go to the bank, the finance office and the notice board, so
 * they are Chinese whatever language the screen speaks, and the same facts give the same bytes.
 */
export const subsidyPapers = {
  text: subsidyText,
  title: (area: string, quarter: Quarter, sheet: SheetName) =>
    `${area}${subsidyText.quarter(quarter)}社会工作者职业补贴${TITLES[sheet]}（草稿）`,
  fileName: (area: string | null, quarter: Quarter, sheet: SheetName) =>
    [quarter, area, subsidyText.exports.sheets[sheet], '草稿'].filter((part) => part !== null).join('-'),
  wholeCity: subsidyText.exports.wholeCity,
  draft: '草稿：本季度尚未结账，不得据以发放或公示。',
  example: '示例标准：金额按示例标准计算，非正式标准，不得据以发放。',
  unit: '单位：元',
  columns: {
    number: '序号',
    district: '区(市)县',
    township: '镇(街道)',
    unit: '村(社区)',
    name: '姓名',
    idNumber: '身份证号',
    level: '证书级别',
    registeredUntil: '登记有效期至',
    detail: '标准明细',
    months: '月数',
    due: '本季应发',
    arrears: '补发',
    recovered: '扣回',
    net: '实发',
    bank: '开户行',
    account: '银行卡号',
    signature: '签字',
    amount: '金额',
    people: '人数',
    personMonths: '人月数',
    unpaidMonths: '未发月数',
    file: '文件',
    sheet: '表名',
    rows: '行数',
    amountFen: '金额(分)',
    sha256: 'sha256',
  },
  sum: '合计',
  sumInCapitals: '合计（大写）',
  signatures: ['制表人：', '审核人：', '负责人：'],
  paidMonth: (yuan: string) => `已列入发放 ${yuan} 元`,
  fingerprint: (fingerprint: string) => `政策文件指纹 sha256：${fingerprint}`,
} as const;
