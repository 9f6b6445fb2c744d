import type { ParameterName } from '../../domain/parameter-names.js';

/** How the value of each parameter is to be written, after "write". */
export const valueForms: Readonly<Record<ParameterName, string>> = {
  'grade.map':
    '高级, 中级 and 初级, each with post titles and their grades (1 to 13), such as { 初级: { 助理社会工作师一级: 11 } }',
  'grade.certificate':
    '高级, 中级, 初级 and 社会工作专业岗位, each with a certificate level (员级, 初级, 中级, 高级)',
  'grade.structure':
    'tiers (parts of 高级, 中级, 初级) and grades (parts of each grade inside a tier), whole numbers from 0, such as tiers: { 高级: 1, 中级: 3, 初级: 6 }',
  'quota.minimum': 'a whole number from 0 for 社区 and for 建制村, such as { 社区: 2, 建制村: 1 }',
  'network.levels':
    'a list of levels, each once, out of 市社工支持中心, 区(市)县社工总站, 镇(街道)社工站, 村(社区)社工室',
  'subsidy.categories': 'a list of categories of people, each once, such as [城乡社区专职工作者, 社会组织]',
  'subsidy.conditions':
    'a list of conditions, each once: on-post, certificate, registration, service-record, professional-role, no-sanction',
  'subsidy.rate':
    'yuan a month by level (员级, 初级, 中级, 高级), from 0, at most two decimals, such as { 初级: 200, 中级: 300 }',
  'subsidy.decided-on':
    'first-day, last-day or a day from 1 to 28; or by condition, such as { registration: last-day, otherwise: first-day }',
  'subsidy.service-minimum':
    'a count from 1 and a period (month or quarter), such as { count: 1, per: quarter }',
  'subsidy.retro-months': 'a whole number of months from 0',
  'registration.term': 'years, and months before the end for renewal, such as { years: 3, renewalMonths: 3 }',
  'registration.first-months': 'a whole number of months from 1',
  'training.hours': 'hours by level, from 0, such as { 初级: 72, 中级: 90, 高级: 90 }',
  'training.degree':
    'hours from 0 and a list of course names, such as { hours: 90, courses: [社会工作专业学历] }',
  'training.yearly': 'a list of categories of people, each once, such as [机关]',
  'training.academies': 'a list of names of providers, such as [成都村政学院]',
  'target.certificate-holders': 'holders and year, such as { holders: 35000, by: 2025 }',
  'target.goals':
    'a list of goals, each with by (year) and goal (the words of the document), system where it is of one, measure: target.certificate-holders where it has that number',
  'complaint.days': 'a whole number of days from 1',
  'award.reward':
    'yuan by title, from 0, at most two decimals, each title once (quotation marks and spaces aside)',
  'pay.reference':
    'the average wage by year (yuan a month) and a ratio, such as { averageWage: { 2025: 6600 }, ratio: 1.0 }',
};
