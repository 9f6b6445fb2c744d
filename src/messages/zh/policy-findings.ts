import type { ExpectedShape, PolicyFindings, UnreadableWhy } from '../../domain/findings/policy.js';
import type { Wording } from '../messages.js';
import { valueForms } from './policy-values.js';

const likely = (names: readonly string[]) => (names.length > 0 ? `是否应为：${names.join('、')}？` : '');

const UNREADABLE: Readonly<Record<UnreadableWhy, string>> = {
  'not-utf8': '文件不是 UTF-8 编码。请用编辑器另存为 UTF-8 后重试。',
  'no-permission': '无权读取此文件。请检查文件权限。',
  'duplicate-key': '同一层写了两个相同的键，无法判断以哪个为准。请合并或删去一个。',
  indentation: '缩进或括号不对齐。请与相邻各行对齐，并检查括号是否成对。',
  tab: '缩进用了制表符。请改用空格。',
  anchor: '政策文件不支持锚点和引用（& 和 *）。请在各处写明具体的值。',
  'several-documents': '一个文件里有多份内容（---）。请拆成几个文件。',
  syntax: '不是正确的 YAML 写法。请检查冒号、引号和括号（须为半角），冒号后应空一格。',
};

const SHAPES: Readonly<Record<ExpectedShape, string>> = {
  mapping: '此处应为“键: 值”的形式',
  list: '此处应为列表，每项以“- ”开头',
  text: '此项必填，应为文字',
  'true-or-false': '应为 true 或 false',
  city: '应为 city；区(市)县的标准请写在 districts/<区(市)县>.yaml',
  'unused-id': '此文件编号已登记过，请另取一个',
};

/** A position in a list counts from 0; people count from 1. */
const partOf = (key: string) => (/^\d+$/.test(key) ? `第 ${Number(key) + 1} 项` : key);

export const policyFindings: Wording<PolicyFindings> = {
  'policy.unreadable-file': ({ why }) => UNREADABLE[why],
  'policy.two-files': ({ other }) =>
    `与 ${other} 是同一范围的两个文件，无法判断以哪个为准。请合并后删去一个。`,
  'policy.unknown-parameter': ({ parameter, nearest }) =>
    `没有“${parameter}”这个参数。${likely(nearest)}全部参数见 shegong policy show。`,
  'policy.unknown-key': ({ key, known }) => `此处没有“${key}”这一项。可用的有：${known.join('、')}。`,
  'policy.bad-structure': ({ key, expected }) => `“${key}”写法不对：${SHAPES[expected]}。`,
  'policy.bad-value': ({ parameter, key }) =>
    `${parameter} 的值${key === '' ? '' : `（${partOf(key)}）`}缺失或不符合要求。应写成：${valueForms[parameter]}。`,
  'policy.bad-date': ({ key }) => `“${key}”缺少日期，或不是有效日期。应写成 2026-01-01 的形式。`,
  'policy.until-before-from': ({ from, until }) => `止日 ${until} 早于起日 ${from}。请核对两个日期。`,
  'policy.overlap': ({ parameter, on, otherLine }) =>
    `${parameter} 在 ${on} 已由第 ${otherLine} 行规定了值，同一天不能有两个值。请改正其中一段的起止日期。`,
  'policy.below-city': ({ parameter, key, value, city, on }) =>
    `${parameter} 的“${key}”为 ${value}，低于 ${on} 的市级标准 ${city}。区(市)县只可提高标准，请改为不低于 ${city}。`,
  'policy.drops-category': ({ category, on }) =>
    `补贴范围缺少“${category}”，而市级在 ${on} 已覆盖。区(市)县只可扩大范围，请补上。`,
  'policy.not-for-districts': ({ parameter }) =>
    `${parameter} 只能由市级规定，区(市)县文件中不能设置。请删去，或移到 city.yaml。`,
  'policy.wrong-district': ({ district, fileName }) =>
    district === ''
      ? `文件中没有写明 district，请写上 district: ${fileName}。`
      : `文件中写的是“${district}”，与文件名“${fileName}”不一致。请写明 district: ${fileName}，或更正文件名。`,
  'policy.unknown-district': ({ district, nearest }) =>
    `本市没有名为“${district}”的区(市)县，此文件不会生效。${likely(nearest)}请更正文件名和 district。`,
  'policy.unknown-document': ({ document, quoted, nearest }) =>
    `文件“${document}”没有登记${quoted ? '，引文无法核对' : ''}。${likely(nearest)}` +
    '如需核对引文或自动失效，请在 city.yaml 的 documents 中登记。',
  'policy.missing-text': ({ document, textFile }) =>
    `文件“${document}”的原文 ${textFile} 读不到。请把原文（UTF-8 文本）放在 city.yaml 旁边，或删去 text 一项。`,
  'policy.missing-citation': ({ parameter }) =>
    `${parameter} 的值没有写明依据。请补写 citation: { document: "文号", article: "条款" }。`,
  'policy.quote-not-found': ({ document, quote }) =>
    `引文“${quote}”不在《${document}》原文中。请对照原文逐字更正。`,
  'policy.outside-document': ({ parameter, document, from, until }) =>
    `${parameter} 的这段日期不在所引文件《${document}》的有效期（${from ?? '不详'} 至 ${until ?? '长期'}）内，不会生效。请核对日期，或改引接续文件。`,
  'policy.hole': ({ parameter, from, until }) =>
    `${parameter} 在 ${from} 至 ${until} 之间没有值。如非有意，请补上这段日期。`,
  'policy.drops-condition': ({ condition, by }) =>
    by === 'city'
      ? `补贴条件缺少 ${condition}，而实施意见三(六)1 要求此条件。请确认有文件依据，否则请补上。`
      : `补贴条件缺少 ${condition}，而市级要求此条件。区(市)县不可减少条件，请补上。`,
  'policy.adds-condition': ({ condition }) =>
    `补贴条件多出 ${condition}。区(市)县只可在市级条件之外增加 no-sanction，请删去。`,
  'policy.unchecked': ({ parameter, checked }) =>
    `${parameter} 的值${checked === null ? '两年来没有核对记录' : `上次核对是 ${checked}，已满两年`}。请与原文核对，并写明 checked: 核对日期。`,
  'policy.ending': ({ document, until, days }) =>
    days < 0
      ? `《${document}》已于 ${until} 失效，此后没有有效的政策。有接续文件的，请在 city.yaml 中登记并写明各项数值。`
      : `《${document}》将于 ${until} 失效，还有 ${days} 天。请及早在 city.yaml 中登记接续文件并写明各项数值。`,
  'policy.example': () => '示例标准，非本市标准：据此算出的结果仅供演示，不得发放。',
};
