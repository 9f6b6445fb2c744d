/**
 * Words that the document fixes. They stay Chinese wherever they are values, so that the code,
 * the database, the policy files and the law read alike.
 */
export const UNIT_KINDS = ['社区', '建制村'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Certificate levels of 三(六)1, lowest first: the order is the rank. */
export const LEVELS = ['员级', '初级', '中级', '高级'] as const;
export type Level = (typeof LEVELS)[number];

/** Negative, zero or positive as `a` is below, at or above `b`. */
export const compareLevels = (a: Level, b: Level): number => LEVELS.indexOf(a) - LEVELS.indexOf(b);

/** The tiers of professional posts in 三(四)2, highest first. */
export const TIERS = ['高级', '中级', '初级'] as const;
export type Tier = (typeof TIERS)[number];

/** 人员类别 of the roster. 兼职 is never a full-time community worker. */
export const CATEGORIES = ['城乡社区专职工作者', '事业编制', '社会组织', '企业', '机关', '兼职'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The post of 三(四)1 that carries no step of its own. */
export const PLAIN_PROFESSIONAL_POST = '社会工作专业岗位';

/** The conditions a month is judged by, in the order in which they are explained. 三(六)1 */
export const CONDITIONS = [
  'on-post',
  'certificate',
  'registration',
  'service-record',
  'professional-role',
  'no-sanction',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Why a month is not paid, or not decided. */
export const REASONS = ['policy', 'category', ...CONDITIONS, 'rate'] as const;
export type Reason = (typeof REASONS)[number];

/** 服务领域: the fields of 三(三)1, in the order of the document. */
export const SERVICE_FIELDS = [
  ...(['社会救助', '扶贫开发', '就业服务', '教育辅导', '卫生服务', '家庭服务', '法律援助'] as const),
  ...(['安置帮教', '老龄服务', '儿童服务', '社区服务', '社区矫正', '社区戒毒(康复)', '纠纷调解'] as const),
  ...(['意见建议征集', '安全科普', '灾害救助', '社区营造', '社区治理', '社区发展', '乡村振兴'] as const),
] as const;
export type ServiceField = (typeof SERVICE_FIELDS)[number];

/** 四级网络 of 三(三)1, from the city down. */
export const STATION_LEVELS = [
  '市社工支持中心',
  '区(市)县社工总站',
  '镇(街道)社工站',
  '村(社区)社工室',
] as const;
export type StationLevel = (typeof STATION_LEVELS)[number];

/** 督导人才 and 专家库 of 三(一)2. */
export const SUPERVISOR_LEVELS = ['初级督导', '中级督导', '高级督导', '专家库'] as const;
export type SupervisorLevel = (typeof SUPERVISOR_LEVELS)[number];

/** Who may have a 关爱基金: 三(六)3. */
export const FUND_LEVELS = ['市', '区(市)县', '镇(街道)'] as const;
export type FundLevel = (typeof FUND_LEVELS)[number];

/** What an assessment is of. */
export const ASSESSMENT_KINDS = ['专业作用', '年度考核'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

/** Results of a 年度考核, best first. */
export const YEARLY_RESULTS = [
  ...(['优秀', '良好', '合格', '称职', '基本合格', '基本称职'] as const),
  ...(['不合格', '不称职', '不定等次'] as const),
] as const;
export type AssessmentResult = '是' | '否' | (typeof YEARLY_RESULTS)[number];

/** Awards of 三(六)2 whose holders' children have 教育优待 on entering kindergarten and school. */
export const EDUCATION_BENEFIT_AWARD = '全国社会工作领军人才';
/** Supervisors of 三(六)2 whose children have it too, by their level and by the title that they are given. */
export const EDUCATION_BENEFIT_SUPERVISOR: SupervisorLevel = '高级督导';
export const EDUCATION_BENEFIT_SUPERVISOR_TITLE = '成都市高级社会工作督导人才';

/** The six systems that the document builds, in the order of section 三. */
export const SYSTEMS = ['职业培养', '职业评价', '职业服务', '职业发展', '职业道德', '职业激励'] as const;
export type System = (typeof SYSTEMS)[number];
