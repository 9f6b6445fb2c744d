interface Sums {
  awards: number;
  people: number;
  rewardFen: number;
}

const yuan = (fen: number) => (fen / 100).toFixed(2);

export const awardWords = {
  descriptions: {
    list: '表扬奖励：称号、人员、年度，及本市、本区设定的奖励金额',
    benefits: '子女入园、入学享受教育优待的人员：高级督导、全国社会工作领军人才',
  },
  options: {
    who: '只看一个人：身份证号、隐去中间位数的身份证号、身份证号后六位，或不重名的姓名',
    title: '只看名称中含有这几个字的称号',
    titlePlaceholder: '称号',
    year: '只看一年授予的，例如 2026',
    yearPlaceholder: '年度',
  },
  examples: {
    year: '2026 年授予的称号',
    title: '锦江区的领军人才',
    who: '王小芳获得的称号',
    benefits: '9 月 1 日开学时享受教育优待的人员',
  },
  headings: {
    name: '姓名',
    idNumber: '身份证号',
    district: '区(市)县',
    township: '镇(街道)',
    unit: '村(社区)',
    title: '称号',
    awardedOn: '授予日期',
    awardedBy: '授予单位',
    document: '文号',
    reward: '奖励(元)',
    paid: '已结账(元)',
    ground: '依据的认定',
    since: '认定日期',
    until: '有效期至',
    article: '条款',
  },
  rewards: { set: '', 'not-listed': '未列', 'not-set': '未设定' },
  found: (on: string, { awards, people, rewardFen, rewardNotSet }: Sums & { rewardNotSet: number }) =>
    `截至 ${on} 授予 ${awards} 项，${people} 人；${rewardNotSet === awards ? '奖励金额未设定' : `按设定标准奖励合计 ${yuan(rewardFen)} 元${rewardNotSet === 0 ? '' : `，另有 ${rewardNotSet} 项未设定`}`}。`,
  byTitle: (list: string) => `按称号：${list}。`,
  part: (title: string, { awards, people }: Sums) => `${title} ${awards} 项（${people} 人）`,
  nothing: (on: string) => `截至 ${on} 没有符合条件的表扬奖励。`,
  benefits: (on: string, people: number) =>
    `${on} 子女入园、入学享受教育优待的共 ${people} 人（文件只写明成都市高级社会工作督导人才、全国社会工作领军人才）。`,
};
