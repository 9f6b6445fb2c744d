import { type Day, day } from '../../src/domain/day.js';
import type { Parameter, ParameterValues } from '../../src/policy/parameters.js';
import type { PolicyBook, Version } from '../../src/policy/policy-book.js';

/** The document's life: in force from 2022-03-01 for five years. */
const POLICY_FROM = day('2022-03-01');
const POLICY_UNTIL = day('2027-02-28');

export type Setting = {
  [P in Parameter]: {
    parameter: P;
    value: ParameterValues[P];
    /** null: open. Default: the document's days for the shipped layer, from 2020 on and open for others. */
    from?: string;
    until?: string | null;
    district?: string;
    layer?: 'city' | 'shipped';
  };
}[Parameter];

/** What the document itself says. */
export const SHIPPED: readonly Setting[] = [
  {
    parameter: 'grade.map',
    layer: 'shipped',
    value: {
      高级: { 高级社会工作师一级: 5, 高级社会工作师二级: 6, 高级社会工作师三级: 7 },
      中级: { 社会工作师一级: 8, 社会工作师二级: 9, 社会工作师三级: 10 },
      初级: { 助理社会工作师一级: 11, 助理社会工作师二级: 12 },
    },
  },
  {
    parameter: 'grade.certificate',
    layer: 'shipped',
    value: { 高级: '高级', 中级: '中级', 初级: '初级', 社会工作专业岗位: '初级' },
  },
  { parameter: 'quota.minimum', layer: 'shipped', value: { 社区: 2, 建制村: 1 } },
  {
    parameter: 'grade.structure',
    layer: 'shipped',
    from: '2007-01-01',
    until: null,
    value: {
      tiers: { 高级: 1, 中级: 3, 初级: 6 },
      grades: { 高级: { 5: 2, 6: 4, 7: 4 }, 中级: { 8: 3, 9: 4, 10: 3 }, 初级: { 11: 5, 12: 5 } },
    },
  },
  {
    parameter: 'network.levels',
    layer: 'shipped',
    value: ['市社工支持中心', '区(市)县社工总站', '镇(街道)社工站', '村(社区)社工室'],
  },
  { parameter: 'subsidy.categories', layer: 'shipped', value: ['城乡社区专职工作者'] },
  {
    parameter: 'subsidy.conditions',
    layer: 'shipped',
    value: ['on-post', 'certificate', 'registration', 'service-record', 'professional-role'],
  },
];

/** What an office sets: invented amounts, the first of the month, two records a quarter. */
export const OFFICE: readonly Setting[] = [
  { parameter: 'subsidy.rate', value: { 员级: 100, 初级: 200, 中级: 300, 高级: 500 } },
  { parameter: 'subsidy.decided-on', value: 'first-day' },
  { parameter: 'subsidy.service-minimum', value: { count: 2, per: 'quarter' } },
];

/** A book of plain values: the shipped ones, and those of the office or of districts. */
export function book(...settings: readonly Setting[]): PolicyBook {
  const versions: Record<string, Version[]> = {};
  for (const parameter of PARAMETERS) versions[parameter] = [];
  for (const setting of settings) versions[setting.parameter]?.push(version(setting));
  return {
    documents: new Map(),
    versions: versions as unknown as PolicyBook['versions'],
    findings: [],
    files: [],
    districts: [],
    folder: null,
    fingerprint: '',
  };
}

/** The shipped values and the office's, with further ones. */
export const officeBook = (...settings: readonly Setting[]): PolicyBook =>
  book(...SHIPPED, ...OFFICE, ...settings);

function version({ parameter, value, district, layer, ...span }: Setting): Version {
  const shipped = layer === 'shipped';
  const until = span.until === undefined ? (shipped ? POLICY_UNTIL : null) : (span.until as Day | null);
  return {
    from: day(span.from ?? (shipped ? POLICY_FROM : '2020-01-01')),
    until,
    value,
    citation: {
      document: shipped ? '实施意见' : '某办发〔2020〕1号',
      article: ARTICLES[parameter] ?? '第一条',
    },
    layer: district ? 'district' : (layer ?? 'city'),
    district: district ?? null,
    file: 'test.yaml',
    line: 1,
    example: false,
    checked: null,
  };
}

const ARTICLES: Partial<Record<Parameter, string>> = {
  'grade.map': '三(四)2',
  'grade.certificate': '三(四)2',
  'quota.minimum': '三(四)1',
  'network.levels': '三(三)1',
  'subsidy.categories': '三(六)1',
  'subsidy.conditions': '三(六)1',
};

const PARAMETERS: readonly Parameter[] = [
  'grade.map',
  'grade.certificate',
  'grade.structure',
  'quota.minimum',
  'network.levels',
  'subsidy.categories',
  'subsidy.conditions',
  'subsidy.rate',
  'subsidy.decided-on',
  'subsidy.service-minimum',
  'subsidy.retro-months',
  'registration.term',
  'registration.first-months',
  'training.hours',
  'training.degree',
  'training.yearly',
  'training.academies',
  'target.certificate-holders',
  'target.goals',
  'complaint.days',
  'award.reward',
  'pay.reference',
];
