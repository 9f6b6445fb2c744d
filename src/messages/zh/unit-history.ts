export const unitHistoryWords = {
  description:
    '一个村（社区）或其他工作单位的岗位沿革：单位变更、岗位设置、历任人员及其岗位等级，每条附文件和行号',
  unitArgument: '单位',
  aboutUnit: '统计用区划代码、不重名的村（社区）或工作单位名称，或“区县/镇街/村社区”“区县/工作单位”',
  on: '只看这一天有效的，例如 2026-07-01（默认全部）',
  examples: {
    name: '水井坊社区的全部岗位沿革',
    day: '只看 2026 年 6 月 30 日的情况，单位写统计用区划代码',
  },
  about: { unit: '单位', posts: '岗位设置', person: '任职' },
  headings: { about: '类别', count: '岗位数', document: '文号' },
  unit: (name: string, code: string | null, rows: number) =>
    `${name}${code === null ? '' : `（${code}）`}：${rows} 条记录。`,
};
