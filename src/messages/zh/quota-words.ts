export const quotaWords = {
  checkDescription: '核对每个社区、建制村的社会工作专业岗位数是否达到下限',
  examples: {
    check: '核对今天全市的岗位数',
    district: '核对锦江区 2026 年 7 月 1 日的情况',
    json: '供其他程序读取',
  },
  headings: {
    code: '统计用区划代码',
    district: '管理区县',
    county: '区(市)县',
    township: '镇(街道)',
    unit: '村(社区)',
    kind: '类型',
    required: '应设',
    established: '设置',
    establishedFrom: '设置依据',
    filled: '在岗',
    certified: '在岗持证',
    shortfall: '缺口',
  },
  establishedFrom: { posts: '岗位设置表', roster: '花名册' },
  unknownKind: '待定',
  checked: (on: string, units: number, short: number, shortfall: number) =>
    `${on} 共核对 ${units} 个村（社区），其中 ${short} 个未达到下限，合计缺 ${shortfall} 个岗位。`,
  counts: (required: number, established: number, filled: number, certified: number) =>
    `应设 ${required} 个，已设 ${established} 个，在岗 ${filled} 人，在岗持证 ${certified} 人。`,
  part: (name: string, sums: { units: number; required: number; established: number; shortfall: number }) =>
    `${name}：${sums.units} 个，应设 ${sums.required}，已设 ${sums.established}，缺 ${sums.shortfall}`,
  nothing: (on: string) => `${on} 名录中没有符合条件的村（社区）。`,
  unknownKinds: (units: number) => `其中 ${units} 个村（社区）类型待定，未计入应设数。`,
};
