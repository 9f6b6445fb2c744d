import type { IncentiveFindings } from '../../domain/findings/incentives.js';
import type { Wording } from '../messages.js';

export const incentiveFindings: Wording<IncentiveFindings> = {
  'award.no-reward-set': ({ awards }) =>
    `${awards} 项表扬奖励授予时没有有效的 award.reward，奖励金额显示为“未设定”（不是零）。请按正式文件在政策文件夹的 city.yaml 或 districts/<区(市)县>.yaml 中填写。`,
  'award.title-near': ({ title, named }) =>
    `称号“${title}”与文件写明的“${named}”不完全一致，未列入。确为同一称号的，请撤回带入它的批次（shegong import undo），把“称号”改为“${named}”后重新导入；不是的，不必处理。`,
  'pay.below-reference': ({ average, required, year, wage, ratio }) =>
    `非事业编制岗位人员月平均工资 ${average} 元，低于应达到的 ${required} 元（${year} 年社会平均工资 ${wage} 元 × ${ratio}）。请核对月工资，或研究调整薪酬待遇。`,
  'pay.unknown': ({ people, of }) =>
    `${of} 人中有 ${people} 人没有月工资，未计入平均数。请在花名册“月工资(元)”列补填后导入。`,
  'pay.no-reference': ({ year, compares }) =>
    `没有设定 ${year} 年社会平均工资，无法${compares === 'level' ? '对照' : '比较增长'}。请在政策文件夹的 pay.reference 中补填该年度的 averageWage。`,
  'pay.growth-behind': ({ pay, wage }) =>
    `一年来月平均工资增长 ${pay}%，低于社会平均工资的增长 ${wage}%。请对照薪酬递增机制。`,
  'pay.no-labour': ({ year, budget }) =>
    `${year} 年度预算 ${budget} 元中没有人力成本。编制预算应以社会工作者人力成本为重要核算依据，请核对。`,
  'fund.below-zero': ({ level, on, until, balance }) =>
    `${level}级关爱基金${until === on ? ` ${on} ` : until === null ? `自 ${on} 起` : `自 ${on} 至 ${until} `}支出大于收入，最低为 ${balance} 元。请核对漏记的收入或重复的支出。`,
};
