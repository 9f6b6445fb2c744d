import type { RowFindings } from '../../domain/findings/rows.js';
import type { IdNumberProblem } from '../../domain/id-number.js';
import { formatYuan } from '../../domain/money.js';
import type { Wording } from '../messages.js';

const ID_NUMBER_PROBLEMS: Record<IdNumberProblem, string> = {
  scientific:
    '身份证号已被表格软件变成科学计数法，后几位已经丢失，无法还原。请从原始材料重新录入，并先把该列设为文本格式。',
  zeros:
    '身份证号以 000 结尾且校验码不符：表格软件只保留了前 15 位，后三位已经丢失，无法还原。请从原始材料重新录入，并先把该列设为文本格式。',
  'old-15': '这是 15 位旧身份证号，请填写 18 位公民身份号码。',
  length: '身份证号应为 18 位，请核对是否多字或漏字。',
  characters: '身份证号前 17 位应为数字，末位应为数字或 X，请核对。',
  'birth-date': '身份证号中的出生日期不存在或晚于今天，请核对。',
  'check-digit': '身份证号校验码不符，至少有一位有误，请对照身份证核对。',
};

const perhaps = (nearest: readonly string[]) =>
  nearest.length > 0 ? `相近的有：${nearest.join('、')}。` : '';

const UNKNOWN_UNIT_PARTS = {
  code: () => '名录中没有这个统计用区划代码，请核对；如为新设村（社区），请先导入村社区名录。',
  district: () => '名录中没有这个区（市）县，请核对。',
  township: (within: string) => `${within}没有这个镇（街道），请核对。`,
  unit: (within: string) => `${within}没有这个村（社区），请核对；如为新设，请先导入村社区名录。`,
};

const PERIOD_FORMS = {
  quarter: '季度，如 2026Q3',
  year: '年份，如 2026',
  either: '季度或年份，如 2026Q3 或 2026',
};

const ACCOUNT_DOUBTS = {
  length: '银行卡号一般为 16 至 19 位',
  characters: '银行卡号含有数字以外的字符',
  check: '银行卡号校验位不符',
};

export const rowFindings: Wording<RowFindings> = {
  'row.width': ({ cells, headings }) =>
    `本行有 ${cells} 个单元格，表头有 ${headings} 列，${cells < headings ? '少了分隔符' : '多了内容'}，各列可能错位，未读取。请对照表头补齐或删去后重新导入。`,
  'row.bad-quotes': () =>
    '本行的英文双引号不成对或位置不对，无法分清各列，未读取。请删去多余的引号后重新导入。',
  'cell.missing': ({ column }) => `“${column}”不能为空，请补填。`,
  'cell.missing-area': ({ column }) => `“${column}”为空，且不能判断应与上一行相同，请补填。`,
  'cell.unsaved-formula': ({ column }) =>
    `“${column}”是公式，文件中没有存下计算结果，无法读取。请用 Excel 或 WPS 打开该文件，保存一次，再重新导入。`,
  'cell.formula-error': ({ column }) =>
    `“${column}”的公式没有算出结果，无法读取。请在表中改正公式，或直接填写内容，再重新导入。`,
  'cell.merged-amount': ({ column }) =>
    `“${column}”与其他行是同一个合并单元格，看不出是每行各有此数还是各行合计，未读取。请取消合并，逐行填写后重新导入。`,
  'cell.not-one-of': ({ column, choices, nearest }) =>
    `“${column}”只能填：${choices.join('、')}。${nearest.length > 0 ? `是否应为“${nearest.join('”或“')}”？` : '请改正。'}`,
  'cell.not-a-number': ({ column }) => `“${column}”不是有效的数字，请改正。`,
  'id-number.invalid': ({ problem }) => ID_NUMBER_PROBLEMS[problem],
  'id-number.unusual': ({ why, age }) =>
    why === 'province'
      ? '身份证号开头的地区代码不常见，请核对。'
      : `按身份证号计算为 ${age ?? ''} 周岁，不在 16 至 70 周岁之间，请核对。`,
  'date.unreadable': ({ column }) =>
    `“${column}”不是有效日期，请写成 2021-03-01 这样的形式，并核对当月是否有这一天。`,
  'date.month-only': ({ column, taken }) => `“${column}”只写到月，按 ${taken} 计；如不对，请补上日。`,
  'date.ambiguous-month': ({ column, taken, other }) =>
    `“${column}”按 ${taken} 计；表格软件也会把 10 月显示成这样，如应为 ${other.slice(0, 7)}，请改为完整日期。`,
  'date.end-before-start': ({ startColumn, start, endColumn, end }) =>
    `“${endColumn}”（${end}）早于“${startColumn}”（${start}），请核对两个日期。`,
  'date.future': ({ column, day }) => `“${column}”（${day}）还没有到，请核对年份。`,
  'date.not-yet': ({ column, day }) =>
    `“${column}”（${day}）还没有到，而这一日期只能是已经过去的；请核对年份。`,
  'date.too-early': ({ column, day, earliest }) =>
    `“${column}”（${day}）早于 ${earliest}，不可能有；请核对年份。`,
  'period.unreadable': ({ column, form }) => `“${column}”应写成${PERIOD_FORMS[form]}，请改正。`,
  'number.out-of-range': ({ column, least, most }) =>
    most === null
      ? `“${column}”不能小于 ${least}，请改正。`
      : `“${column}”应在 ${least} 至 ${most} 之间，请改正。`,
  'assessment.yearly': ({ period }) =>
    `年度考核按年认定，期间写的是 ${period}。请写成 ${period.slice(0, 4)}；如为季度认定，类别应为“专业作用”。`,
  'complaint.suspension': ({ lacks }) =>
    lacks === 'person'
      ? '填了停发日期，却没有被投诉人身份证号，无法对应到人，请补填。'
      : '填了“停发至”而没有“停发自”，请补填停发的第一天。',
  'station.more-certified': ({ staff, certified }) =>
    `持证人数（${certified}）多于专职人数（${staff}），请核对。`,
  'project.labour-above-budget': ({ budgetFen, labourFen }) =>
    `人力成本（${formatYuan(labourFen)} 元）超过预算（${formatYuan(budgetFen)} 元），请核对。`,
  'level.unknown': () =>
    '证书级别无法识别，请填员级、初级、中级、高级，或证书全称（如“助理社会工作师”）；没有证书的，花名册填“无”，证书表不列。',
  'level.ambiguous': () =>
    '从这个写法看不出证书级别，请填员级、初级、中级、高级，或证书全称（如“社会工作师”）；高级仅成绩合格、未取得证书的，填已有的证书。',
  'unit.unknown': ({ part, within, nearest }) => `${UNKNOWN_UNIT_PARTS[part](within)}${perhaps(nearest)}`,
  'unit.ambiguous': ({ candidates }) =>
    `有不止一个村（社区）符合：${candidates.join('、')}。请填写“统计用区划代码”加以区分。`,
  'unit.bad-code': () =>
    '统计用区划代码应为 12 位数字，请核对；如已变成科学计数法，请先把该列设为文本格式再重新录入。',
  'unit.code-differs': ({ byCode, byName }) =>
    `统计用区划代码指“${byCode}”，名称写的是“${byName}”，两者不一致，请改正其中一个。`,
  'name.damaged': () => '姓名中有乱码、问号或替代字符，请对照身份证改正生僻字。',
  'sex.contradicts': ({ stated, byNumber }) => `性别填“${stated}”，身份证号表明为“${byNumber}”，请核对。`,
  'account.scientific': () =>
    '银行卡号已被表格软件变成科学计数法，后几位已经丢失，无法还原。请从原始材料重新录入，并先把该列设为文本格式。',
  'account.doubtful': ({ why }) => `${ACCOUNT_DOUBTS[why]}，已按原样保存，请对照银行卡核对。`,
  'phone.doubtful': () => '手机号不是 11 位手机号码，也不是带区号的固定电话，请核对。',
  'certificate-number.doubtful': () => '证书管理号一般为 10 至 32 位字母或数字，请对照证书核对。',
  'reference.scientific': ({ column }) =>
    `“${column}”已被表格软件变成科学计数法，后几位已经丢失，无法还原，未予记入。请从原始材料重新录入，并先把该列设为文本格式。`,
  'certificate.no-level': () => '填了证书管理号或发证日期，却没有证书级别，证书未记入，请补填证书级别。',
  'registration.no-certificate': () => '有登记日期而没有证书，请核对证书级别。',
  'registration.no-start': () => '有登记有效期而没有登记日期，登记未记入，请补填登记日期。',
  'registration.until-assumed': ({ until }) =>
    `登记有效期至为空，按登记期限推算为 ${until}；如不对，请补填。`,
  'registration.longer-than-term': ({ until, expected }) =>
    `登记有效期至 ${until}，比按登记期限推算的 ${expected} 更晚，请核对。`,
  'title.unknown': ({ nearest }) => `岗位名称像专业岗位，但不在八个岗位名称之内，请核对。${perhaps(nearest)}`,
};
