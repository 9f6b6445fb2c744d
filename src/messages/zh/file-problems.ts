import type { FileProblems } from '../../domain/problems/files.js';
import type { Wording } from '../messages.js';
import { because } from './reasons.js';

const LOOKS_LIKE: Record<FileProblems['file.binary']['looksLike'], string> = {
  xlsx: '是 Excel 工作簿（xlsx）。请用 Excel 或 WPS 另存为“CSV UTF-8（逗号分隔）”后再导入。',
  xls: '是旧版 Excel 工作簿（xls）。请用 Excel 或 WPS 另存为“CSV UTF-8（逗号分隔）”后再导入。',
  zip: '是压缩包。请先解压，再导入其中的表格。',
  pdf: '是 PDF。请导入制作它的电子表格，而不是打印稿。',
  image: '是图片。请导入电子表格，而不是扫描件或截图。',
  database: '是数据库文件。数据库请用 --db 指定；要导入的应是表格。',
  unknown: '不是文本文件。请用 Excel 或 WPS 打开原表，另存为“CSV UTF-8（逗号分隔）”后再导入。',
};

export const fileProblems: Wording<FileProblems> = {
  'file.missing': ({ file }) => `找不到文件“${file}”，请核对文件名和所在文件夹。`,
  'file.is-folder': ({ file }) => `“${file}”是文件夹，请给出其中的文件。`,
  'file.unreadable': ({ file, reason }) => `无法读取“${file}”（${because(reason)}），请检查后重试。`,
  'file.unwritable': ({ file, reason }) =>
    `无法写入“${file}”（${because(reason)}），请换一个位置，或检查后重试。`,
  'file.empty': ({ file }) => `“${file}”是空文件，请核对是否存错或传输中断。`,
  'file.no-rows': ({ file, headingLine }) =>
    `“${file}”只有表头（第 ${headingLine} 行），下面没有数据，请核对是否选错了文件。`,
  'file.binary': ({ file, looksLike }) => `“${file}”${LOOKS_LIKE[looksLike]}`,
  'file.broken-encoding': ({ file, line }) =>
    `“${file}”第 ${line} 行有无法识别的字符：文件可能已损坏，或不是 UTF-8、UTF-16、GB18030 编码。请从原表重新另存为“CSV UTF-8（逗号分隔）”。`,
  'file.line-too-long': ({ file, line, limit }) =>
    `“${file}”第 ${line} 行超过 ${Math.round(limit / 1_048_576)} MB 仍未结束，不是表格文件，或换行符已丢失。请从原表重新导出。`,
  'file.unclosed-quote': ({ file, line }) =>
    `“${file}”第 ${line} 行开始的英文双引号一直没有结束，后面的内容无法分行。请在该行补上或删去引号后重试。`,
  'file.no-heading-row': ({ file, looked, missing, seen }) =>
    `“${file}”前 30 行中没有合适的表头。需要的列：${looked.join('、')}；缺少：${missing.join('、') || '无'}；看到的是：${seen.join('、') || '无'}。请补上缺少的列或改正列名；整份文件都相同的列可用 --set 列=值 补充。`,
  'file.heading-twice': ({ file, line, column, headings }) =>
    `“${file}”第 ${line} 行的表头中，${headings.map((heading) => `“${heading}”`).join('和')}都表示“${column}”，不知以哪一列为准。请删去或改名其中一列。`,
};
