import type { Day } from '../../domain/day.js';
import type { PolicyProblems } from '../../domain/problems/policy.js';
import type { Wording } from '../messages.js';

const span = (from: Day | null, until: Day | null) =>
  from === null && until === null ? '' : `（有效期 ${from ?? '不详'} 至 ${until ?? '长期'}）`;

export const policyProblems: Wording<PolicyProblems> = {
  'policy.folder-missing': ({ folder }) =>
    `找不到政策文件夹 ${folder}。请核对 --policies 或 SHEGONG_POLICIES；新建可运行 shegong init。`,
  'policy.unsound': ({ folder, errors }) =>
    `政策文件夹 ${folder} 有 ${errors} 处错误，改正前不进行任何计算。请按上列逐条改正，再用 shegong policy check 核对。`,
  'policy.none-in-force': ({ on, from, until }) =>
    `${on} 没有有效的政策${span(from, until)}。请核对日期；有接续文件的，请在政策文件夹的 city.yaml 中登记。`,
  'policy.no-month-in-force': ({ quarter, from, until }) =>
    `${quarter} 的三个月都没有有效的政策${span(from, until)}，不能计算。请核对季度；有接续文件的，请在 city.yaml 中登记。`,
  'policy.value-unset': ({ parameter, month, district, on, part }) =>
    `${district ?? '全市'}${on !== undefined ? ` ${on} ` : month === null ? '本季度各月' : ` ${month} `}没有有效的 ${parameter}（${part === undefined ? '' : `须有 ${part}；`}尚未设定，或已到期），不能计算。` +
    (district === null
      ? '请按正式文件在政策文件夹的 city.yaml 或 districts/<区(市)县>.yaml 中填写。'
      : `请按正式文件在政策文件夹的 districts/${district}.yaml 或 city.yaml 中填写。`),
  'policy.no-such-parameter': ({ parameter, nearest }) =>
    `没有“${parameter}”这个参数。${nearest.length > 0 ? `相近的有：${nearest.join('、')}。` : ''}全部参数见 shegong policy show。`,
};
