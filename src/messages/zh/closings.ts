import type { ClosingFindings } from '../../domain/findings/closings.js';
import { formatYuan } from '../../domain/money.js';
import type { ClosingProblems } from '../../domain/problems/closings.js';
import type { Move, QuarterState } from '../../domain/quarter-life.js';
import type { Wording } from '../messages.js';

const STATES: Readonly<Record<QuarterState, string>> = {
  draft: '草稿',
  closed: '已结账',
  approved: '已审批',
  exported: '已导出',
  paid: '已发放',
};

const MOVES: Readonly<Record<Move, string>> = {
  close: '结账',
  approve: '审批',
  export: '导出发放文件',
  pay: '发放',
  reopen: '重新打开',
};

export const closingFindings: Wording<ClosingFindings> = {
  'subsidy.settled-elsewhere': ({ month, paying, other }) =>
    `${month} 应由${paying}发放，但${other}已经发放且尚未扣回：${paying}暂不发放，待${other}在下次结账中扣回后再补发。请通知${other}。`,
  'closing.to-recover': ({ district, amountFen }) =>
    `本季应发不足扣回：差额 ${formatYuan(amountFen)} 元记入${district}的待追回名单，以后结账时先从应发中扣回；本人退回现金的，请登记（shegong subsidy recover）。`,
  'closing.before-end': ({ quarter, last }) =>
    `${quarter} 到 ${last} 才结束：现在结账，此后的变动只能在下次结账时补发或扣回。`,
  'closing.earlier-open': ({ district, quarter, earlier, reopened }) =>
    reopened
      ? `${district} ${earlier} 重新打开后还没有结账，这一季度不会随 ${quarter} 发放。请再结 ${earlier}（shegong subsidy close ${earlier}），并重新公示。`
      : `${district} ${earlier} 有人在岗而没有结账（其他区（市）县已结）：${quarter} 结账以后不能再结 ${earlier}，也不会补发。应由本系统发放的，请先重新打开 ${quarter}，结好 ${earlier} 再结。`,
  'closing.no-rate': ({ district, quarter }) =>
    `${district} ${quarter} 没有设定任何补贴标准，没有结账。请在 policies/districts/${district}.yaml 或 policies/city.yaml 中设定 subsidy.rate 后再结账。`,
  'closing.closed-already': ({ district, quarter }) => `${district} ${quarter} 已经结账，这次没有改动。`,
  'closing.notice-days': ({ from, until, weekdays }) =>
    `公示期 ${from} 至 ${until} 有 ${weekdays} 个工作日：按周一至周五计，法定节假日和调休没有计算在内，请自行核对是否满 5 个工作日。`,
  'closing.notice-running': ({ until, today }) =>
    `公示期到 ${until} 才结束（今天是 ${today}）。公示期间如有异议，请先用 shegong subsidy reopen 重新打开。`,
};

const names = (districts: readonly string[]): string => districts.join('、');
const latest = (later: readonly { district: string; quarter: string }[]): string =>
  later.map(({ district, quarter }) => `${district} ${quarter}`).join('、');

export const closingProblems: Wording<ClosingProblems> = {
  'usage.bad-dates': ({ option, value }) =>
    `${option} 应写起止日期（起日在前），例如 2026-10-12..2026-10-16，而这里是“${value}”。`,
  'closing.nothing': ({ quarter, district }) =>
    `${district ?? '全市'} ${quarter} 没有人在岗，也没有需要补发或扣回的，无账可结。有遗漏的，请先导入花名册（shegong import roster）。`,
  'closing.already': ({ quarter, districts }) =>
    `${quarter} 已经结账：${names(districts)}。此后的变动在下个季度结账时自动补发或扣回；尚未导出的，可用 shegong subsidy reopen 重新打开。`,
  'closing.future': ({ quarter, from }) => `${quarter} 从 ${from} 开始，还不能结账。`,
  'closing.out-of-order': ({ quarter, later }) =>
    `${quarter} 之后的季度已经结账（${latest(later)}），不能再结 ${quarter}。以后的季度尚未导出的，可先重新打开（shegong subsidy reopen）；已导出的不能改动。`,
  'closing.example': ({ quarter, districts }) =>
    `${names(districts)} ${quarter}（含补发、扣回以前季度的）用的是示例标准，不能结账。请在 policies 文件夹中设定正式标准（subsidy.rate、subsidy.decided-on、subsidy.service-minimum、award.reward），并写明文号。`,
  'closing.no-rate-anywhere': ({ quarter, districts }) =>
    `${names(districts)} ${quarter} 没有设定任何补贴标准，不能结账。请先在 policies 文件夹中设定 subsidy.rate。`,
  'closing.wrong-state': ({ quarter, move, districts }) =>
    `${quarter} 现在不能${MOVES[move]}：${districts.map(({ district, state }) => `${district}${state === 'draft' ? '尚未结账' : STATES[state]}`).join('，')}。${nextStep(move, districts)}`,
  'closing.same-person': ({ by, districts }) => `${names(districts)}是由${by}结账的，审批须由另一人办理。`,
  'closing.notice-missing': () =>
    '审批须写明公示期（不少于 5 个工作日），例如：--notice 2026-10-12..2026-10-16。',
  'closing.notice-short': ({ from, until, weekdays, needed }) =>
    `公示期 ${from} 至 ${until} 只有 ${weekdays} 个工作日（按周一至周五计），不足 ${needed} 个。`,
  'closing.notice-early': ({ from, closed, districts }) =>
    `公示从 ${from} 开始，而${names(districts)} ${closed} 才结账：公示的不是这次结账的结果。请按这次结账的结果重新公示，期满后再审批。`,
  'closing.reopen-exported': ({ quarter, districts }) =>
    `${names(districts)} ${quarter} 的发放花名册或银行代发文件已经导出，不能重新打开。请更正名册，下次结账时自动补发或扣回。`,
  'closing.paid-on-it': ({ quarter, payers }) =>
    `${quarter} 扣回的月份或奖励已由其他区(市)县发放（${latest(payers)}），单独重新打开会使同一笔发放两次。请先重新打开上述区(市)县的季度，或者一并重新打开（不加 --district）。`,
  'closing.stood-on': ({ quarter, later }) =>
    `${quarter} 之后的季度已经结账（${latest(later)}），不能重新打开 ${quarter}。请先重新打开以后的季度。`,
};

/** What to do first, by the state that is furthest back. */
function nextStep(move: Move, districts: readonly { state: QuarterState }[]): string {
  const states = new Set(districts.map(({ state }) => state));
  switch (move) {
    case 'approve':
      return states.has('draft')
        ? '请先结账（shegong subsidy close）。'
        : '只有已结账、尚未审批的季度可以审批。';
    case 'export':
      if (states.has('draft')) return '请先结账、审批（shegong subsidy close、approve）。';
      if (states.has('closed')) {
        return '发放花名册和银行代发文件在审批之后才能导出，请先审批（shegong subsidy approve）。';
      }
      return '还没有导出过银行代发文件，请先导出（shegong subsidy export … --what bank）。';
    case 'reopen':
      return '只有已结账或已审批、尚未导出的季度可以重新打开。';
    default:
      return '';
  }
}

export const closingWords = {
  states: STATES,
  moves: MOVES,
  help: {
    close: '结账：把一个季度的发放明细、依据和标准固定下来，此后不再改动',
    approve: '审批已结账的季度；审批人不能是结账人',
    reopen: '在导出之前重新打开已结账的季度；须写明原因，之后要重新公示',
    status: '一个季度在各区(市)县的状态、金额、回盘情况，以及每人每月是否已经结清',
    corrections: '以前季度需要补发、扣回的月份和奖励，以及原因',
    by: '办理人姓名',
    document: '文号',
    reason: '重新打开的原因',
    notice: '公示期，例如 2026-10-12..2026-10-16（不少于 5 个工作日）',
    dryRun: '只试算，不结账',
    since: '与这个季度相比：谁新增、谁减少、谁的金额变了，以及原因',
    name: '姓名',
    text: '文字',
    period: '起..止',
    examples: {
      close: '全市各区(市)县结账',
      closeDistrict: '只结一个区(市)县，并写明文号',
      approve: '公示期满后审批',
      reopen: '公示期间有异议，重新打开',
      status: '各区(市)县到了哪一步',
      corrections: '下次结账会补发、扣回什么',
      since: '和上个季度比较',
    },
  },
  headings: {
    district: '区(市)县',
    state: '状态',
    people: '人数',
    personMonths: '人月数',
    due: '应发',
    arrears: '补发',
    recovered: '扣回',
    carried: '转待追回',
    net: '实发',
    open: '未结月数',
    by: '办理人',
    name: '姓名',
    idNumber: '身份证号',
    month: '月份',
    amount: '金额',
    kind: '补发/扣回',
    entitled: '应发（重算）',
    settled: '已结',
    cause: '原因',
    source: '依据',
  },
  closed: (quarter: string, districts: number, people: number, yuan: string) =>
    `${quarter}已结账：${districts} 个区(市)县，${people} 人，实发 ${yuan} 元。`,
  wouldClose: (quarter: string, districts: number, people: number, yuan: string) =>
    `试算：${quarter}将有 ${districts} 个区(市)县结账，${people} 人，实发 ${yuan} 元；没有写入任何内容。`,
  next: {
    closed:
      '下一步：导出公示表（shegong subsidy export … --what public），公示期满后由另一人审批（shegong subsidy approve）。',
    approved: '下一步：导出发放花名册和银行代发文件（shegong subsidy export）。',
    reopened: '更正后请重新结账，并重新公示。',
  },
  approved: (quarter: string, districts: readonly string[], by: string) =>
    `${quarter}已由${by}审批：${names(districts)}。`,
  reopened: (quarter: string, districts: readonly string[], by: string) =>
    `${quarter}已由${by}重新打开：${names(districts)}。`,
};
