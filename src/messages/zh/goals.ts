const ofAll = (value: number, of: number | null) => (of === null ? String(value) : `${value}/${of}`);

export const goalWords = {
  description: '总体目标：2023 年、2025 年各项目标，名册能证明什么、不能证明什么',
  examples: { now: '今天看各项目标', past: '2023 年末的情况' },
  headings: {
    year: '年份',
    system: '体系',
    goal: '目标（文件原文）',
    status: '状态',
    seenOn: '统计日',
    evidence: '名册所见',
    now: (on: string) => `${on} 所见`,
    article: '条款',
  },
  whole: '总体',
  statuses: {
    reached: '已达到',
    missed: '未达到',
    'under-way': '进行中',
    'not-provable': '名册不能证明，由主管部门认定',
  },
  measures: {
    trained: (value: number, of: number | null) => `一年内参训 ${ofAll(value, of)} 人`,
    supervisors: (value: number, of: number | null) => `督导 ${ofAll(value, of)} 人`,
    experts: (value: number, of: number | null) => `专家 ${ofAll(value, of)} 人`,
    holders: (value: number, of: number | null) => `持证 ${ofAll(value, of)} 人`,
    'holders-without-entry': (value: number, of: number | null) => `不含员级 ${ofAll(value, of)} 人`,
    registered: (value: number, of: number | null) => `登记有效 ${ofAll(value, of)} 人`,
    stations: (value: number, of: number | null) => `四级网络已建 ${ofAll(value, of)} 处`,
    'service-records': (value: number, of: number | null) => `一年内服务记录 ${ofAll(value, of)} 条`,
    'units-with-posts': (value: number, of: number | null) => `岗位达标的村（社区）${ofAll(value, of)} 个`,
    'posts-filled': (value: number, of: number | null) => `专业岗位在岗 ${ofAll(value, of)} 人`,
    'complaints-settled': (value: number, of: number | null) => `投诉已办结 ${ofAll(value, of)} 件`,
    awards: (value: number, of: number | null) => `表扬奖励 ${ofAll(value, of)} 项`,
    'districts-with-rate': (value: number, of: number | null) =>
      `已定补贴标准的区(市)县 ${ofAll(value, of)} 个`,
  },
  nothing: '无可统计的资料',
  summary: (
    on: string,
    sums: { goals: number; reached: number; missed: number; underWay: number; notProvable: number },
  ) =>
    `${on} 共 ${sums.goals} 项目标：可用数字核对的 ${sums.goals - sums.notProvable} 项（已达到 ${sums.reached}，未达到 ${sums.missed}，进行中 ${sums.underWay}），其余 ${sums.notProvable} 项文件没有量化，由主管部门认定。`,
};
