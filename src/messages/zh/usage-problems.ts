import type { UsageProblems } from '../../domain/problems/usage.js';
import type { Wording } from '../messages.js';

const perhaps = (nearest: readonly string[]) =>
  nearest.length > 0 ? `您要找的是不是：${nearest.join('、')}？` : '';

export const usageProblems: Wording<UsageProblems> = {
  'usage.unknown-command': ({ command, nearest }) => `没有“${command}”这个命令。${perhaps(nearest)}`,
  'usage.unknown-option': ({ option, nearest }) => `没有“${option}”这个选项。${perhaps(nearest)}`,
  'usage.missing-argument': ({ argument }) => `缺少参数“${argument}”，请补上后重试。`,
  'usage.missing-value': ({ option }) => `选项“${option}”后面要有一个值，请补上后重试。`,
  'usage.missing-option': ({ option }) => `必须给出选项“${option}”。`,
  'usage.too-many-arguments': ({ command, expected, given }) =>
    `“${command}”最多接受 ${expected} 个参数，实际给了 ${given} 个。含空格的内容请加引号。`,
  'usage.bad-day': ({ option, value }) =>
    `${option} 的值“${value}”不是有效日期，请写成 2026-07-01 这样的形式，并核对当月是否有这一天。`,
  'usage.bad-moment': ({ option, value }) =>
    `${option} 的值“${value}”不是有效时间，请写成 2026-07-01T09:30:00+08:00 这样的形式。`,
  'usage.bad-year': ({ option, value }) => `${option} 的值“${value}”不是年度，请写成 2026 这样的形式。`,
  'usage.bad-quarter': ({ value }) => `“${value}”不是季度，请写成 2026Q3 这样的形式（Q1 至 Q4）。`,
  'usage.bad-choice': ({ option, value, choices }) =>
    `${option} 不能是“${value}”，可选：${choices.join('、')}。`,
  'usage.bad-hash': ({ value }) =>
    `--expect 的值“${value}”不是哈希值。请照抄 shegong audit verify 给出的哈希值，至少前 16 位（数字和 a 到 f）。`,
  'usage.needs-file': ({ format }) =>
    `--format ${format} 只能写入文件，请用 -o 指定文件名，例如 -o 结果.${format}。`,
  'usage.bad-set': ({ value }) => `--set 的写法是“列=值”（如 --set 区县=锦江区），无法识别“${value}”。`,
  'usage.bad-map': ({ value }) =>
    `--map 的写法是“表中列名=列”（如 --map 身份证=身份证号；--map 备用电话= 表示不导入该列），无法识别“${value}”。`,
  'usage.map-twice': ({ heading, columns }) =>
    `--map 把“${heading}”对应了两次：${columns.map((column) => (column === '' ? '不导入' : `“${column}”`)).join('和')}。请只保留一个。`,
  'usage.would-overwrite': ({ option, file }) =>
    `${option} 指定的“${file}”是本次命令正在使用的文件，写入会毁掉它。请换一个文件名。`,
  'usage.unknown-column': ({ dataset, column, columns, nearest }) =>
    `数据集 ${dataset} 没有“${column}”列。${perhaps(nearest)}可用的列：${columns.join('、')}。`,
};
