import type { Day } from '../../domain/day.js';
import type { PaperStage, SheetName } from '../../domain/papers.js';
import type { Quarter } from '../../domain/quarter.js';
import { rewardWords } from './rewards.js';
import { subsidyText } from './subsidy-text.js';

const TITLES: Readonly<Record<SheetName, string>> = {
  payroll: '发放花名册',
  public: '公示表',
  summary: '汇总表',
  unpaid: '未发放名单',
  corrections: '补发扣回明细',
  recovery: '待追回名单',
  bank: '银行代发文件',
  manifest: '文件清单',
};

/** Who moved a quarter, on which day and paper. */
interface Signed {
  on: Day;
  by: string;
  document: string | null;
}

/** How a quarter came to be closed and approved. */
export interface QuarterLife {
  closed: Signed;
  approved: (Signed & { notice: { from: Day; until: Day } | null }) | null;
}

const signed = ({ on, by, document }: Signed): string =>
  `${on}，${by}${document === null ? '' : `，${document}`}`;

function life({ closed, approved }: QuarterLife): string {
  if (approved === null) return `结账：${signed(closed)}；待审批。`;
  const { notice } = approved;
  const posted = notice === null ? '' : `；公示：${notice.from} 至 ${notice.until}`;
  return `结账：${signed(closed)}${posted}；审批：${signed(approved)}。`;
}

/**
 * The words of the papers of a quarter. They go to the bank, the finance office and the notice board, so
 * they are Chinese whatever language the screen speaks, and the same facts give the same bytes.
 */
export const subsidyPapers = {
  text: subsidyText,
  title: (area: string, quarter: Quarter, sheet: SheetName, stage: PaperStage) =>
    `${area}${subsidyText.quarter(quarter)}社会工作者职业补贴${TITLES[sheet]}${stage === 'draft' ? '（草稿）' : ''}`,
  fileName: (area: string | null, quarter: Quarter, sheet: SheetName, stage: PaperStage) =>
    [quarter, area, subsidyText.exports.sheets[sheet], stage === 'draft' ? '草稿' : null]
      .filter((part) => part !== null)
      .join('-'),
  wholeCity: subsidyText.exports.wholeCity,
  draft: '草稿：本季度尚未结账，不得据以发放或公示。',
  /** Of a manifest whose districts have not come equally far. */
  partlyDraft: (districts: readonly string[]) =>
    `草稿：${districts.join('、')}尚未结账，其文件不得据以发放或公示。`,
  /** `districts` null: of all of them. */
  life: (districts: readonly string[] | null, quarter: QuarterLife) =>
    `${districts === null ? '' : `${districts.join('、')}：`}${life(quarter)}`,
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
    quarterDue: '本季应发',
    due: '应发',
    reward: '奖励',
    quarterReward: '本季奖励',
    arrears: '补发',
    recovered: '扣回',
    carried: '转待追回',
    net: '实发',
    bank: '开户行',
    account: '银行卡号',
    signature: '签字',
    amount: '金额',
    people: '人数',
    personMonths: '人月数',
    unpaidMonths: '未发月数',
    month: '月份',
    settled: '已结',
    entitled: '重算',
    difference: '差额',
    cause: '原因',
    origin: '原季度',
    openedIn: '形成季度',
    opened: '应追回',
    taken: '已追回',
    balance: '余额',
    file: '文件',
    sheet: '表名',
    rows: '行数',
    netFen: '实发(分)',
    sha256: 'sha256',
  },
  sum: '合计',
  subtotal: '小计',
  sumInCapitals: '合计（大写）',
  signatures: ['制表人：', '审核人：', '负责人：'],
  page: '第 &P 页，共 &N 页',
  /** Under a payroll: what each reward is for. */
  rewardNote: (name: string, title: string, awardedOn: Day, yuan: string, paper: string) =>
    `奖励：${name}，${rewardWords.named(title, awardedOn)}，${yuan} 元${paper === '' ? '' : `，依据${paper}`}。`,
  rewardMonth: (month: string) => `${month} 奖励`,
  paidMonth: (yuan: string) => `已列入发放 ${yuan} 元`,
  settledBy: (district: string) => `已由${district}发放，待其扣回后补发`,
  carried: (people: number, yuan: string) =>
    `另有 ${people} 人应扣回的 ${yuan} 元超过本次应付金额，转入待追回名单，未在本表扣回。`,
  takenBack: (people: number, yuan: string) =>
    `另从 ${people} 人本季应发和补发中扣回以前转入待追回名单的 ${yuan} 元，见待追回名单。`,
  cause: {
    district: '改由其他区(市)县认定',
    noPost: '不在岗',
    found: (condition: string, found: string) =>
      found.startsWith(condition) ? found : `${condition}：${found}`,
    reward: (title: string, awardedOn: Day) => `奖励${rewardWords.named(title, awardedOn)}`,
    ofReward: rewardWords.causes,
    batch: (batch: number) => `第 ${batch} 批导入`,
    policy: '政策标准有变动',
  },
  bank: {
    retry: (number: number) => `补${number}`,
    share: (people: number, yuan: string) => `${people} 人 ${yuan} 元`,
    equation: (
      area: string,
      retry: number | null,
      {
        everything,
        bank,
        unpayable,
        leftOut,
      }: Record<'everything' | 'bank' | 'unpayable', string> & {
        leftOut: string | null;
      },
    ) =>
      `${area}：${retry === null ? '发放花名册实发' : '待重新报盘'} ${everything} = 银行代发 ${bank} + 无可用银行卡 ${unpayable}${leftOut === null ? '' : ` + 已另行报盘或支付 ${leftOut}`}`,
    knownNow: '重新报盘的户名、身份证号、开户行、账号按导出时登记的为准，可能与结账时的花名册不同。',
  },
  fingerprint: (districts: readonly string[] | null, fingerprint: string) =>
    `${districts === null ? '' : `${districts.join('、')}：`}政策文件指纹 sha256：${fingerprint}`,
  closings: (closings: readonly { district: string; id: number; batch: number }[]) =>
    `结账编号：${closings.map(({ district, id, batch }) => `${district} ${id}（数据截至第 ${batch} 批导入）`).join('、')}`,
  knownBatch: (batch: number) => `草稿数据截至第 ${batch} 批导入`,
} as const;
