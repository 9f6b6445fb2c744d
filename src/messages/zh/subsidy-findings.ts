import type { SubsidyFindings } from '../../domain/findings/subsidies.js';
import type { Wording } from '../messages.js';
import { closingWords } from './closings.js';
import { subsidyText } from './subsidy-text.js';

export const subsidyFindings: Wording<SubsidyFindings> = {
  'subsidy.month-without-policy': ({ months, from, until }) =>
    `${months.join('、')} 没有有效的补贴政策${validity(from, until)}，不计发补贴。如另有接续文件，请在 policies 文件夹中登记。`,
  'subsidy.no-rate': ({ district, level, month }) =>
    `${district} ${month} 没有设定${level}的补贴标准，符合条件人员的该月补贴无法确定（不是零）。请在 policies/city.yaml 或 policies/districts/${district}.yaml 中设定 subsidy.rate。`,
  'subsidy.two-posts': ({ month, taken, other }) =>
    `${month} 同时在两个岗位：以上岗较晚的“${taken}”为准，“${other}”不计。请核实是否应填写离岗日期。`,
  'subsidy.two-districts': ({ month, paying, other, on }) =>
    `${month} 在${paying}和${other}都在岗：由认定日较早（${on}）的${paying}发放，${other}不再发放。请两地核对。`,
  'subsidy.two-claims': ({ month, districts, on }) =>
    `${month} ${districts.join('、')}同日（${on}）认定此人在岗，且上岗日期相同，无法确定由谁发放。请各方核实；如确有两个岗位，请填写其中一个的离岗日期。`,
  'subsidy.minimum-needs-records': ({ district }) =>
    `${district}按月规定服务记录下限，花名册的“服务记录”只说明整个季度，不能作为依据。请导入服务记录（services）。`,
  'subsidy.no-account': ({ frozen }) =>
    frozen
      ? '结账时没有可用的银行卡号，未列入银行代发文件。请在花名册中补填银行卡号和开户行后重新导入，再用 subsidy export --what bank --retry-failed 报盘。'
      : '没有可用的银行卡号，无法打款。请在花名册中补填银行卡号和开户行后重新导入。',
  'export.not-approved': ({ sheet, districts }) =>
    `没有导出${subsidyText.exports.sheets[sheet]}：${districts.map(({ district, state }) => `${district}${closingWords.states[state]}`).join('，')}，审批之后才能导出（shegong subsidy approve）。`,
  'subsidy.no-post-in-quarter': ({ quarter, posts }) =>
    posts.length === 0
      ? `${quarter} 没有岗位，不计发补贴；花名册中也没有其他时间的岗位。如有遗漏，请导入花名册。`
      : `${quarter} 没有岗位，不计发补贴。已知的岗位：${posts.map(({ from, until }) => (until === null ? `${from} 起` : `${from} 至 ${until}`)).join('，')}。如有遗漏，请导入花名册。`,
};

function validity(from: string | null, until: string | null): string {
  if (from === null) return '';
  return until === null ? `（政策自 ${from} 起施行）` : `（政策有效期 ${from} 至 ${until}）`;
}
