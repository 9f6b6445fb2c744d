import type { RewardFindings } from '../../domain/findings/rewards.js';
import { formatYuan } from '../../domain/money.js';
import type { OpenReason } from '../../domain/reconciliation.js';
import { bareTitle } from '../../domain/reward.js';
import type { Wording } from '../messages.js';

const named = (title: string, awardedOn: string): string => `“${bareTitle(title)}”（${awardedOn} 授予）`;

const OPEN: Readonly<Record<OpenReason, (other: string | null) => string>> = {
  undecided: () =>
    '授予当日在两地的岗位上岗日期相同，无法确定由谁发放。填写其中一个岗位的离岗日期后，下次结账时补发或扣回。',
  'settled-elsewhere': (other) =>
    `${other ?? '其他区(市)县'}已发放且尚未扣回。待其在下次结账中扣回后再发放，请通知该区(市)县。`,
  'beyond-retro': () => '超过补发、扣回的追溯期限，不再补发、扣回；确需处理的请另行研究。',
};

export const rewardFindings: Wording<RewardFindings> = {
  'reward.no-post': ({ title, awardedOn }) =>
    `${named(title, awardedOn)}设有奖励，但此人授予当日没有岗位，没有发放的区(市)县，未列入发放（不是零）。有遗漏的请导入花名册；确无岗位的，奖励请另行研究。`,
  'reward.two-districts': ({ title, awardedOn, districts }) =>
    `${named(title, awardedOn)}设有奖励，但此人授予当日在${districts.join('、')}都在岗，且上岗日期相同，无法确定由谁发放，未列入发放。请各方核实，填写其中一个岗位的离岗日期。`,
  'reward.title-again': ({ district, title, awardedOn, others }) =>
    `${named(title, awardedOn)}列入${district}发放，但同一人当年另有同一称号，授予日期为 ${others.join('、')}。请核实是否同一次授予：如是，请撤回日期有误的批次（shegong import undo），更正后重新导入，以免重复发放。`,
  'reward.open': ({ district, title, awardedOn, why, other }) =>
    `${district}的奖励${named(title, awardedOn)}尚未结清：${OPEN[why](other)}`,
  'reward.difference': ({ district, title, awardedOn, settledFen, entitledFen }) =>
    `${district}的奖励${named(title, awardedOn)}已结 ${formatYuan(settledFen)} 元，而按最近一次结账时所知应为 ${formatYuan(entitledFen)} 元，且没有未结事项可以说明。请用 shegong db check 检查数据库，并核对此人。`,
};

/** How rewards read in preview, explain, corrections, status and simulate. */
export const rewardWords = {
  heading: '奖励',
  /** In a cell beside the month. */
  mark: (month: string) => `${month} 奖励`,
  named,
  preview: (people: number, yuan: string) =>
    `另有奖励 ${people} 人，${yuan} 元（不在以上合计内；现在结账即列入本季度）。`,
  line: (title: string, awardedOn: string, yuan: string, district: string, grounds: readonly string[]) =>
    `奖励：${named(title, awardedOn)}，${yuan} 元，由${district}发放${grounds.length > 0 ? `（${grounds.join('；')}）` : ''}。`,
  none: (title: string, awardedOn: string, why: string) => `奖励：${named(title, awardedOn)}，不发：${why}。`,
  frozen: '结账时固定',
  late: '结账以后才知道，下次结账时补发',
  beyondRetro: '结账以后才知道，已超过补发、扣回的追溯期限，不再补发或扣回',
  paidLate: '结账以后才知道，已由以后的结账补发',
  differs: (yuan: string) => `已结 ${yuan} 元，差额下次结账时补发或扣回`,
  why: {
    zero: '授予当日设定的金额是 0 元',
    'not-set': '授予当日没有有效的 award.reward',
    'not-listed': 'award.reward 没有列这一称号',
    'no-policy': '授予当日没有有效的政策',
    'no-post': '授予当日没有岗位，没有发放的区(市)县',
    'two-districts': '授予当日两地都在岗，无法确定由谁发放',
    settled: (district: string) => `${district}已经发放，待其扣回后再发放`,
  },
  amount: (yuan: string) => `奖励 ${yuan} 元`,
  causes: {
    award: '表扬奖励有新增、更正或撤销',
    reward: '奖励标准有变动',
    'award-post': '授予当日没有岗位',
  },
  proven: (quarter: string, rewards: number) => `${quarter}另核对奖励 ${rewards} 项。`,
  simulated: (now: string, supposed: string, differenceFen: number) =>
    `奖励（不在以上合计内）：现行 ${now} 元，假设 ${supposed} 元，相差 ${differenceFen > 0 ? '+' : ''}${formatYuan(differenceFen)} 元。`,
};
