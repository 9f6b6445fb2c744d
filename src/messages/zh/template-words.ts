/** `import template`: help, and what the sheet says of its columns. */
export const templateWords = {
  description: '生成可填写、可直接导入的空表；加 --quarter 则生成当季采集表，已知人员预先填好',
  dataset: '数据集',
  quarter: '季度',
  options: { quarter: '采集表所属季度，如 2026Q4（仅限花名册）' },
  examples: {
    empty: '生成花名册空表',
    quarter: '生成一个街道的当季采集表，补填服务记录和发挥专业作用后交回',
  },
  written: (file: string, rows: number) =>
    rows === 0
      ? `已生成空表 ${file}。`
      : `已生成采集表 ${file}，预填 ${rows} 行（含完整证件号码，仅本人可读，已记入审计日志）。`,
  notesSheet: '填表说明',
  notes: (title: string, command: string): readonly string[] => [
    `请在“${title}”工作表中填写，每人（每项）一行；不要改动列名，可以调整列的顺序。`,
    '身份证号、银行卡号等各列已设为文本格式，请勿改为数字；日期写作 2026-09-30。',
    `填好后导入：${command}`,
  ],
  headings: { column: '列名', required: '是否必填', content: '内容', synonyms: '也可写作' },
  required: {
    yes: '必填',
    no: '选填',
    unless: (alternatives: readonly string[]) => `必填（已填“${alternatives.join('”或“')}”的可不填）`,
  },
  separator: '、',
};
