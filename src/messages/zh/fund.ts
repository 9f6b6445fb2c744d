interface Money {
  income: string;
  expense: string;
  balance: string;
}

export const fundWords = {
  descriptions: { show: '关爱基金：各层级逐笔收支和余额' },
  options: {
    level: (levels: readonly string[]) => `只看一个层级：${levels.join('、')}`,
    levelPlaceholder: '层级',
  },
  examples: { show: '到今天为止的收支和余额', level: '市级基金到 9 月 30 日的余额' },
  headings: {
    level: '层级',
    on: '日期',
    direction: '收支',
    amount: '金额(元)',
    party: '来源或对象',
    summary: '摘要',
    balance: '余额(元)',
  },
  found: (on: string, level: string, entries: number, { income, expense, balance }: Money) =>
    `截至 ${on}，${level}级 ${entries} 笔：收入 ${income} 元，支出 ${expense} 元，余额 ${balance} 元。`,
  nothing: (on: string) => `截至 ${on} 没有关爱基金的收支。`,
};
