export const postStructureWords = {
  description: '岗位结构：各区(市)县、镇(街道)或单位按层级、等级的设置、在岗、达标、空缺，与国家结构比例对照',
  by: (choices: readonly string[]) => `汇总到：${choices.join('、')}（默认 district）`,
  byPlaceholder: '范围',
  areas: { city: '全市', district: '区(市)县', township: '镇(街道)', unit: '单位' },
  choice: (choice: string, meaning: string) => `${choice}（${meaning}）`,
  examples: {
    district: '各区(市)县的岗位结构',
    unit: '锦江区每个单位的岗位结构和空缺',
  },
  headings: { qualified: '证书达标', vacant: '空缺', target: '国家比例测算', difference: '差额' },
  allGrades: '合计',
  counted: (
    on: string,
    sums: { places: number; established: number; filled: number; qualified: number; vacant: number },
  ) =>
    `${on} ${sums.places} 个单位设有社会工作专业岗位：设置 ${sums.established} 个，在岗 ${sums.filled} 人，其中证书达标 ${sums.qualified} 人，空缺 ${sums.vacant} 个。`,
  targetsAreInformation: '国家比例是全国总体控制目标，按最大余数法测算，仅供参考，不作为问题。',
  unknownTitles: (posts: number) =>
    `另有 ${posts} 个在岗岗位的名称像专业岗位而不在规定之内，未计入；名单见 shegong grade check。`,
  nothing: (on: string) =>
    `${on} 没有符合条件的社会工作专业岗位。如尚未导入，请先运行 shegong import posts 或 shegong import roster。`,
};
