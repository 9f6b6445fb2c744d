import type { FileProblems } from '../../domain/problems/files.js';
import type { Wording } from '../messages.js';
import { because } from './reasons.js';

const LOOKS_LIKE: Record<FileProblems['file.binary']['looksLike'], string> = {
  xls: '是旧版 Excel 工作簿（xls）。请用 Excel 或 WPS 另存为“Excel 工作簿（*.xlsx）”后再导入。',
  encrypted: '设有打开密码。请用 Excel 或 WPS 打开，取消密码并另存后再导入。',
  document:
    '是 Word 等其他文档，不是 Excel 工作簿（xlsx）。请把其中的表格另存为 xlsx 或“CSV UTF-8（逗号分隔）”后再导入。',
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
    `“${file}”前 30 行中没有合适的表头。需要的列：${looked.join('、')}；缺少：${missing.join('、') || '无'}；看到的是：${seen.join('、') || '无'}。请补上缺少的列；列名不同的用 --map 表中列名=列 对应，整份文件都相同的列可用 --set 列=值 补充。`,
  'file.heading-twice': ({ file, line, column, headings }) =>
    `“${file}”第 ${line} 行的表头中，${headings.map((heading) => `“${heading}”`).join('和')}都表示“${column}”，不知以哪一列为准。请删去其中一列，或用 --map 表中列名=${column} 指定一列。`,
  'workbook.damaged': ({ file }) =>
    `“${file}”已损坏或没有保存完整，无法读取。请用 Excel 或 WPS 打开原表重新另存，或请对方重新发送。`,
  'workbook.too-large': ({ file, unpacked, limit }) =>
    `“${file}”展开后约 ${unpacked} MB，超出 ${limit} MB 的上限或压缩比异常，未作读取。请删去多余的空行、图片和工作表，或另存为“CSV UTF-8（逗号分隔）”后再导入。`,
  'workbook.several-sheets': ({ file, sheets }) =>
    `“${file}”有 ${sheets.length} 张工作表都符合要求：${sheets.join('、')}。请用 --sheet 指定其中一张（名称或序号）。`,
  'template.nobody': ({ quarter, district, township }) =>
    `${quarter} ${district ?? ''}${township ?? ''}没有在岗人员，未生成采集表。请核对季度、--district 和 --township，或先导入花名册。`,
  'workbook.no-such-sheet': ({ file, sheet, sheets }) =>
    `“${file}”中没有工作表“${sheet}”。现有工作表：${sheets.join('、')}；请用 --sheet 给出其中一个名称或序号（从 1 起，不计隐藏的）。`,
};
