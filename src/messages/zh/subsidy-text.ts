import type { Month } from '../../domain/day.js';
import { CONDITIONS } from '../../domain/terms.js';
import type { DecidedOn, SubsidyText } from '../subsidy-text.js';
import { subsidyConditions } from './subsidy-conditions.js';

const NUMERALS = ['一', '二', '三', '四'];
const month = (of: Month) => `${Number(of.slice(5))}月`;

const decidingDay = (chosen: 'first-day' | 'last-day' | number) =>
  chosen === 'first-day' ? '每月第一日' : chosen === 'last-day' ? '每月最后一日' : `每月 ${chosen} 日`;

function decidedOn(chosen: DecidedOn): string {
  if (typeof chosen !== 'object') return `认定日：${decidingDay(chosen)}`;
  const apart = CONDITIONS.flatMap((condition) => {
    const own = chosen[condition];
    return own === undefined ? [] : [`${subsidyConditions.conditions[condition]}为${decidingDay(own)}`];
  });
  return `认定日：${[...apart, `其余为${decidingDay(chosen.otherwise)}`].join('，')}`;
}

/** How preview, explain and export read in Chinese. */
export const subsidyText: SubsidyText = {
  ...subsidyConditions,
  month,
  quarter: (of) => `${of.slice(0, 4)}年第${NUMERALS[Number(of.slice(5)) - 1]}季度`,
  help: {
    quarter: '季度',
    who: '人员',
    folder: '目录',
    sheets: '表',
    descriptions: {
      preview: '试算一个季度的职业补贴和奖励，不保存',
      explain: '逐月逐条说明一个人为什么发、为什么不发，并列出来源和依据',
      export: '生成发放花名册、公示表、汇总表、未发放名单等材料和清单（未结账时为草稿）',
    },
    options: {
      all: '列出本季度所有在岗人员，包括没有补贴的人（合计不变）',
      to: '写入哪个目录（上级目录存在时自动建立）',
      what: '要哪些表，用逗号隔开：payroll 发放花名册、public 公示表、summary 汇总表、unpaid 未发放名单、corrections 补发扣回明细、recovery 待追回名单、bank 银行代发文件（默认全部；补发扣回明细和待追回名单有内容才生成；--format xlsx 生成可直接打印的表格）',
      together: '各区(市)县合成一个文件',
      withId: '公示表加列身份证号（隐去中间位数）',
      force: '覆盖目录中内容不同的同名文件',
      by: '办理导出的人（默认为当前系统用户）',
    },
    about: {
      quarter: '季度，例如 2026Q3',
      who: '身份证号、隐去中间位数的身份证号、身份证号后六位，或不重名的姓名',
    },
    examples: {
      preview: '试算全市 2026 年第三季度',
      previewAll: '锦江区所有在岗人员，存成表格',
      explain: '说明一个人各月的情况',
      explainJson: '供其他程序读取',
      export: '生成全部材料，每个区(市)县一套',
      exportPublic: '结账后公示：公示表加列隐去中间位数的身份证号',
      exportPayroll: '审批后导出锦江区可打印的花名册和汇总表',
    },
  },
  preview: {
    headings: {
      name: '姓名',
      idNumber: '身份证号',
      district: '区(市)县',
      township: '镇(街道)',
      unit: '村(社区)',
      unitCode: '统计用区划代码',
      total: '合计(元)',
    },
    and: '、',
    undecided: (reasons) => `待定：${reasons}`,
    noPost: '无岗位',
    totals: (quarter, people, personMonths, yuan) =>
      `${quarter}：应发 ${people} 人、${personMonths} 人月，合计 ${yuan} 元（试算，未保存）。`,
    byDistrict: (amounts) =>
      `各区(市)县：${amounts.map(({ district, yuan }) => `${district} ${yuan} 元`).join('；')}。`,
    unpaid: (months, byReason) =>
      `在岗未发 ${months} 人月。原因（同一月可有多项）：${byReason
        .map(({ reason, months: count }) => `${reason} ${count}`)
        .join('，')}。`,
    undecidedMonths: (months) => `其中 ${months} 人月暂时无法认定，不等于不予发放。`,
    nobody: (quarter) => `${quarter}没有在岗人员。`,
  },
  explain: {
    headings: {
      name: '姓名',
      idNumber: '身份证号',
      month: '月份',
      result: '结果',
      condition: '条件',
      met: '是否符合',
      needed: '要求',
      found: '登记情况',
      source: '来源',
      citation: '依据',
      explanation: '说明',
    },
    met: (met) => (met ? '符合' : '不符合'),
    sentence: (name, needed, found, met, grounds) =>
      `${name}：要求 ${needed}；${found} → ${met ? '符合' : '不符合'}${grounds.length > 0 ? `（${grounds.join('；')}）` : ''}`,
    source: (file, line, batch) => `${file} 第 ${line} 行，第 ${batch} 批`,
    paid: (yuan, level, district) => `发放 ${yuan} 元（${level ?? ''}，${district}）`,
    unpaid: (reasons) => `不发：${reasons.join('；')}`,
    undecided: (reasons) => `待定：${reasons.join('；')}`,
    person: (name, idNumber, place, quarter) => `${name}（${idNumber}），${place}，${quarter}：`,
    total: (yuan, months) => `本季度发放 ${months} 个月，合计 ${yuan} 元。`,
    whichOne: (who) => `“${who}”不止一人，请选择（上下键移动，回车确定）：`,
  },
  standards: {
    everywhere: (districts) => (districts.length === 1 ? (districts[0] ?? '') : '各区(市)县'),
    districts: (districts) => districts.join('、'),
    months: (months) =>
      months.length > 1
        ? `${month(months[0] as Month)}至${month(months.at(-1) as Month)}`
        : month(months[0] as Month),
    line: (where, months, parts) => `执行标准：${where}，${months}：${parts.join('；')}。`,
    rates: (rates, paper) =>
      `每月标准 ${rates.map(({ level, yuan }) => `${level} ${yuan} 元`).join('、')}（${paper}）`,
    noRate: '未设定补贴标准',
    document: (document, article) => `${document} ${article}`.trim(),
    decidedOn,
    conditions: (names) => `条件：${names.join('、')}`,
    categories: (categories) => `范围：${categories.join('、')}`,
    serviceMinimum: ({ count, per }) => `服务记录：每${per === 'month' ? '月' : '季度'}不少于 ${count} 次`,
    noServiceMinimum: '服务记录：未设定次数',
    noPolicy: '没有有效的政策，不计发',
    example: '示例标准，非正式标准，不得据以发放',
  },
  exports: {
    headings: {
      file: '文件',
      sheet: '表名',
      district: '区(市)县',
      rows: '行数',
      people: '人数',
      due: '应发(元)',
      reward: '奖励(元)',
      arrears: '补发(元)',
      recovered: '扣回(元)',
      carried: '转待追回(元)',
      amount: '实发(元)',
      sha256: 'sha256',
    },
    sheets: {
      payroll: '发放花名册',
      public: '公示表',
      summary: '汇总表',
      unpaid: '未发放名单',
      corrections: '补发扣回明细',
      recovery: '待追回名单',
      bank: '银行代发文件',
      manifest: '清单',
    },
    wholeCity: '全市',
    written: (folder, files, unchanged) =>
      `已写入 ${folder}：${files} 个文件${unchanged > 0 ? `，另有 ${unchanged} 个文件内容相同，未改动` : ''}。`,
    draft: (districts) =>
      districts === null
        ? '本季度尚未结账，以上文件均为草稿，不得据以发放或公示。'
        : `${districts.join('、')}尚未结账，其文件为草稿，不得据以发放或公示。`,
    exported: (districts, by) => `已由${by}导出，不能再重新打开：${districts.join('、')}。`,
    again: (files) => `其中 ${files} 个文件以前导出过，内容与当时完全一致。`,
  },
};
