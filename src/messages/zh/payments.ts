import type { PaymentFindings } from '../../domain/findings/payments.js';
import { type Fen, formatYuan } from '../../domain/money.js';
import type { BankProblems, LostCharacter } from '../../domain/problems/bank.js';
import type { Wording } from '../messages.js';

/** What the bank reports, and what is sent to it. */
export const paymentFindings: Wording<PaymentFindings> = {
  'payment.not-closed': ({ quarter }) =>
    `${quarter} 尚未结账，不能登记发放结果。请核对季度，或在结账、导出之后再导入回盘；本行未导入。`,
  'payment.not-exported': ({ quarter, districts }) =>
    `${districts.join('、')} ${quarter} 尚未导出发放花名册或银行代发文件，不应有发放结果。请核对季度，或先审批、导出；本行未导入。`,
  'payment.no-line': ({ quarter, district }) =>
    `${quarter} ${district ?? '各区(市)县'}的发放名单中没有此人。请核对季度、身份证号${district === null ? '' : '和区(市)县'}；如确已付款，请向银行追回；本行未导入。`,
  'payment.other-amount': ({ quarter, expected }) =>
    `金额与 ${quarter} 应付的不符：${expected.map(({ district, amountFen }) => `${district} ${formatYuan(amountFen)} 元`).join('，')}。请与银行核对金额；本行未导入。`,
  'payment.ambiguous': ({ districts }) =>
    districts.length > 1
      ? `${districts.join('、')}都应付此人同样的金额，无法确定是哪一笔。请在表中加“区(市)县”列，或用 --set 区(市)县=${districts[0]} 按区(市)县分别导入；本行未导入。`
      : `${districts.join('')}应付此人两笔同样的金额（原有两个身份证号），无法确定是哪一笔。请与银行核实；本行未导入。`,
  'payment.which-file': ({ sentOn }) =>
    `此笔已报盘 ${sentOn.length} 次（${sentOn.join('、')}），本行没有说明是哪一次失败，可能是以前的结果。请填写支付日期；如在重新报盘当天再次失败，请在失败原因中注明“补发失败”；本行未导入。`,
  'payment.paid-already': ({ district, paid }) =>
    `${district}此笔已登记为成功${paid === null ? '' : `（${paid}）`}，本行说失败而支付日期不晚于登记的日期。如系退票，请填写退票日期（以及原成功一笔的支付日期）后再导入；本行未导入。`,
  'payment.older': ({ known }) =>
    `此笔 ${known} 已登记为失败，本行的成功在此之前，是以前的结果。如后来又支付成功，请填写新的支付日期；本行未导入。`,
  'payment.returned': ({ paid }) =>
    `原登记为成功${paid === null ? '' : `（${paid}）`}，现改为失败（退票）。可用 subsidy export --what bank --retry-failed 重新报盘。`,
  'payment.paid-twice': ({ district, paid }) =>
    `${district}此笔已登记为成功${paid === null ? '' : `（${paid}）`}，另一次报盘也支付成功，可能重复发放。请立即与银行核实并追回。`,
  'payment.sent-again': ({ district, on }) =>
    `${district}此笔以前的报盘支付成功，但 ${on} 已重新报盘，结果未回，可能重复发放。请立即与银行联系，撤回重新报盘的一笔。`,
  'bank.other-layout': ({ file, at }) =>
    `这些款项 ${at} 已导出为“${file}”，本次只是另一种格式。只能向银行报送其中一份，以免重复发放。`,
  'bank.left-out': ({ district, people, totalFen }) =>
    `${district}有 ${people} 人、${formatYuan(totalFen)} 元已在其他文件中报盘，或已登记为支付成功，未列入本文件，以免重复发放。`,
  'bank.nothing-to-retry': ({ quarter, district, waiting, last }) =>
    `${quarter} ${district ?? ''}没有需要重新报盘的款项${waiting > 0 ? `，${waiting} 笔尚未回盘` : ''}。未写入任何文件。${last > 0 ? `已有的第 ${last} 次补发文件可用 --retry-failed ${last} 再次导出。` : ''}`,
  'bank.waiting': ({ district, people, totalFen }) =>
    `${district}有 ${people} 笔、${formatYuan(totalFen)} 元已报盘而尚未回盘，不重复报盘。请先导入回盘（import payments）。`,
  'bank.never-sent': ({ quarter, district, people }) =>
    `${district}另有 ${people} 人结账时有银行卡而从未报盘。请先用 subsidy export ${quarter} --what bank 导出银行代发文件。`,
};

const KINDS = { heading: '表头或固定文字' };

const lostWord = ({ subject, column, character }: LostCharacter): string =>
  `${subject ?? KINDS.heading} ${column}“${character}”（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`;

export const bankProblems: Wording<BankProblems> = {
  'bank.unknown-column': ({ value, known }) =>
    `--columns 中的“${value}”不是银行代发文件的列。可用的列：${known.join('、')}；固定文字写成“名称=文字”。`,
  'bank.columns-missing': ({ missing }) =>
    `--columns 中没有${missing.join('、')}：银行代发文件须写明每人的金额，以及账号或身份证号，不能用固定文字代替。请补上，例如 --columns 账号，户名，金额，备注=三季度补贴。`,
  'bank.characters': ({ encoding, lost }) =>
    `${lost.length} 处文字不能用 ${encoding} 编码表示：${lost.slice(0, 5).map(lostWord).join('；')}${lost.length > 5 ? '……' : ''}。未写入任何文件。请与银行商定后改用 --encoding gb18030 或 utf-8。私人造字、残缺字符任何编码都不能写出：尚未导出的季度请重新打开（subsidy reopen），改正花名册后再结账；已经导出的，请从 --columns 中去掉该列。`,
  'bank.sent-already': ({ quarter, district, file, at }) =>
    `${district} ${quarter} 的银行代发文件“${file}”已于 ${at} 导出，并已回盘，不能再换格式导出，以免重复发放。请用原来的 --columns 和 --encoding 再次导出；失败的款项请用 --retry-failed。`,
  'bank.retry-alone': () => '--retry-failed 只与 --what bank 同用。请写成 --what bank --retry-failed。',
  'bank.no-such-retry': ({ quarter, district, number, last }) =>
    `${quarter} ${district ?? ''}没有第 ${number} 次补发文件${last > 0 ? `，最后一次是第 ${last} 次` : ''}。`,
};

/** Options and summaries of the bank file. */
export const bankWords = {
  columns: '列',
  encoding: '编码',
  number: '次数',
  options: {
    columns:
      '银行代发文件的列及次序，例如 账号,户名,金额,备注=2026年三季度补贴（默认：序号,账号,户名,金额,开户行,身份证号）',
    encoding: '银行代发文件的编码：gb18030（默认）、gbk、utf-8',
    noHeading: '银行代发文件不写表头',
    retryFailed:
      '只导出上次失败的和当时没有银行卡的，按现在的银行卡（补1、补2……）；写明次数则再次导出该次文件',
  },
  examples: {
    bank: '按银行要求的列导出代发文件',
    retry: '导入回盘后，重新报送失败的款项',
  },
  /** What the screen says of a bank file. */
  sent: (people: number, totalFen: Fen) => `银行代发 ${people} 人、${formatYuan(totalFen)} 元`,
};
