import type { ListFindings } from '../../domain/findings/lists.js';
import type { ListAnswer } from '../../domain/listed-worker.js';
import type { Wording } from '../messages.js';

export const listFindings: Wording<ListFindings> = {
  'list.unknown': ({ byName }) =>
    byName
      ? '名册中没有这个姓名的人员。请核对姓名，或补填身份证号。'
      : '名册中没有这个身份证号。请核对号码；如为新人员，请先导入花名册或证书。',
  'list.ambiguous': ({ people }) => `名册中有 ${people} 人符合，不能确定是哪一位。请填写完整的身份证号。`,
  'list.other-name': ({ stated }) =>
    `名册中这个身份证号不是“${stated}”的。请核对姓名和号码；确为改名的，请先导入新的花名册。`,
  'list.repeated': ({ earlier }) => `与第 ${earlier} 行是同一个人，人数只计一次。请核对名单是否重复。`,
  'list.empty': () => '本行没有姓名，也没有身份证号，无法核对。请补填。',
  'list.unreadable': () => '本行各列与表头对不上（分隔符或引号有误），无法核对。请改正后重新核对。',
};

export const listWords = {
  description: '核对一份人员名单：逐行答复证书、登记和服务记录情况，供评先评优、规范化建设使用',
  file: '名单文件（CSV 或 XLSX），须有“身份证号”或“姓名”列；- 表示标准输入',
  filePlaceholder: '文件',
  sheet: '工作簿中的工作表（名称或序号）',
  sheetPlaceholder: '工作表',
  examples: {
    check: '逐行核对今天的情况，结果存为表格文件',
    on: '按 2026 年 6 月 30 日的情况核对',
  },
  headings: {
    line: '行号',
    name: '姓名',
    idNumber: '身份证号',
    answer: '核对结果',
    onPost: '是否在岗',
    level: '证书级别',
    issued: '发证日期',
    services: '本年服务记录',
    lastService: '最近服务',
    serviceClaim: '本季度服务记录（花名册）',
  },
  answers: {
    found: '已查到',
    unknown: '查无此人',
    ambiguous: '不止一人',
    'other-name': '姓名与号码不符',
    'bad-number': '号码有误',
    empty: '空行',
    unreadable: '无法读取',
  } satisfies Record<ListAnswer, string>,
  noCertificate: '未持证',
  checked: (on: string, rows: number, found: number, people: number) =>
    `${on} 共核对 ${rows} 行，查到 ${people} 人${people < found ? `（${found} 行）` : ''}，未能答复 ${rows - found} 行。`,
  skipped: (rows: number) => `另有 ${rows} 行没有姓名和身份证号，视为标题、合计或落款，未核对。`,
  status: (certified: number, registered: number, served: number) =>
    `查到的人员中：持证 ${certified} 人，登记有效 ${registered} 人，本年有服务记录 ${served} 人。`,
};
