import type { ParameterName } from '../../domain/parameter-names.js';

/** How the value of each parameter is to be written, after 应写成. */
export const valueForms: Readonly<Record<ParameterName, string>> = {
  'grade.map':
    '高级、中级、初级三项，各为岗位名称到等级（1 至 13）的对照，例如 { 初级: { 助理社会工作师一级: 11 } }',
  'grade.certificate': '高级、中级、初级、社会工作专业岗位四项，各为一个证书级别（员级、初级、中级、高级）',
  'grade.structure':
    'tiers（高级、中级、初级之间的份数）和 grades（各级内部每个岗位等级的份数），份数为不小于 0 的整数，例如 tiers: { 高级: 1, 中级: 3, 初级: 6 }',
  'quota.minimum': '社区和建制村各一个不小于 0 的整数，例如 { 社区: 2, 建制村: 1 }',
  'network.levels':
    '层级的列表，不重复，可用 市社工支持中心、区(市)县社工总站、镇(街道)社工站、村(社区)社工室',
  'subsidy.categories': '人员类别的列表，不重复，例如 [城乡社区专职工作者, 社会组织]',
  'subsidy.conditions':
    '条件的列表，不重复，可用 on-post、certificate、registration、service-record、professional-role、no-sanction',
  'subsidy.rate':
    '级别（员级、初级、中级、高级）到每月金额（元，不小于 0，最多两位小数），例如 { 初级: 200, 中级: 300 }',
  'subsidy.decided-on':
    'first-day、last-day 或 1 至 28 的整数；也可按条件分别写，例如 { registration: last-day, otherwise: first-day }',
  'subsidy.service-minimum':
    '条数（1 以上的整数）和周期（month 或 quarter），例如 { count: 1, per: quarter }',
  'subsidy.retro-months': '不小于 0 的整数（月数）',
  'registration.term': '有效年数和到期前办理再登记的月数，例如 { years: 3, renewalMonths: 3 }',
  'registration.first-months': '1 以上的整数（月数）',
  'training.hours': '级别到学时（不小于 0），例如 { 初级: 72, 中级: 90, 高级: 90 }',
  'training.degree': '学时（不小于 0）和课程名称的列表，例如 { hours: 90, courses: [社会工作专业学历] }',
  'training.yearly': '人员类别的列表，不重复，例如 [机关]',
  'training.academies': '举办单位名称的列表，例如 [成都村政学院]',
  'target.certificate-holders': '人数和年份，例如 { holders: 35000, by: 2025 }',
  'target.goals':
    '目标的列表，每项写明 by（年份）、goal（文件原文），属于某一体系的加 system，有人数目标的加 measure: target.certificate-holders',
  'complaint.days': '1 以上的整数（天数）',
  'award.reward': '称号到金额（元，不小于 0，最多两位小数），同一称号只列一次（引号、空格不论）',
  'pay.reference': '各年平均工资（元/月）和比例，例如 { averageWage: { 2025: 6600 }, ratio: 1.0 }',
};
