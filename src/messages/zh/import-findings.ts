import type { ImportFindings } from '../../domain/findings/imports.js';
import type { Wording } from '../messages.js';

const elsewhere = (file: string, line: number) => `${file} 第 ${line} 行`;

export const importFindings: Wording<ImportFindings> = {
  'file.read-as': ({ encoding, delimiter, headingLine }) =>
    `按 ${encoding} 编码、${delimiterName(delimiter)}分隔读取，表头在第 ${headingLine} 行。`,
  'file.unknown-columns': ({ columns }) => `下列各列不属于本数据集，未导入：${columns.join('、')}。`,
  'file.area-filled': ({ rows }) =>
    `${rows} 行的区县、镇街或村社区为空，按合并单元格取上一行的值；如有不符，请在表中逐行填写。`,
  'file.known-before': ({ batch, asOf }) =>
    asOf === null
      ? `此文件内容已在第 ${batch} 批导入过，内容相同的行不会重复记录。`
      : `此文件内容已在第 ${batch} 批导入，沿用当时的时点 ${asOf}；如要作为另一时点的花名册导入，请加 --as-of。`,
  'import.future-as-of': ({ asOf }) => `时点 ${asOf} 在今天之后，请确认无误。`,
  'import.quarter': ({ quarter, asOf }) =>
    `“服务记录”“发挥专业作用”两列计入 ${quarter}（时点 ${asOf} 所在季度），不影响其他季度。`,
  'person.other-name': ({ known, stated }) =>
    `该身份证号在库中为“${known}”，本行写作“${stated}”。请核对是号码有误，还是姓名变更；本行未导入。`,
  'person.same-name': ({ others }) => `另有同名人员（${others.join('、')}），请确认不是同一人。`,
  'person.two-rows': ({ otherFile, otherLine, why }) =>
    why === 'overlap'
      ? `与${elsewhere(otherFile, otherLine)}为同一人，两段任职时间重叠。请保留正确的一行，或补填离岗日期；两行均未导入。`
      : `与${elsewhere(otherFile, otherLine)}身份证号相同而姓名不同。请核对后改正；两行均未导入。`,
  'person.rows-disagree': ({ column, taken, otherLine }) =>
    `同一人的“${column}”与第 ${otherLine} 行不一致，已采用较晚任职一行的值“${taken}”。`,
  'post.transferred': ({ from, to, on, ended }) =>
    `由“${from}”调至“${to}”，自 ${on} 起；原任职止于 ${ended}。`,
  'post.transfer-dated': ({ from, to, stated, on, ended }) =>
    `已由“${from}”调至“${to}”，但所填上岗日期 ${stated} 不晚于原任职，新任职自花名册时点 ${on} 起算，原任职止于 ${ended}。如调动日期不同，请改填上岗日期。`,
  'post.restarted': ({ known, stated, ended }) =>
    `同一单位已有上岗日期 ${known} 的任职，本行为 ${stated}；按前后两段记录，前一段止于 ${ended}。如系更正，请核对。`,
  'post.overlaps-known': ({ place, from, until }) =>
    `与库中“${place}”的任职（${from} ${until === null ? '至今' : `至 ${until}`}）重叠，且无法按调动处理。请核对上岗、离岗日期；本行未导入。`,
  'post.listed-after-end': ({ place, ended, now }) =>
    now === null
      ? `库中记其已于 ${ended} 离开“${place}”，本行仍列为在岗，未作更改。如已返岗，请填写新的上岗日期。`
      : `库中记其已于 ${ended} 由“${place}”调至“${now}”，本行仍列在原单位，未作更改。如已调回，请填写新的上岗日期。`,
  'post.changed-after-end': ({ ended, asOf }) =>
    `人员类别或岗位名称与库中不同，但该任职已于 ${ended} 结束，早于花名册时点 ${asOf}，未作更改。如系更正，请用原花名册的时点（--as-of）重新导入。`,
  'post.ends-before-known-start': ({ from, until }) =>
    `离岗日期 ${until} 早于库中该任职的起算日 ${from}。请核对后改正；本行未导入。`,
  'certificate.none-stated': ({ known }) =>
    `本行写明无证书，库中记有${known}证书，已予保留。如证书确属误录，请联系管理员更正。`,
  'unit.new-district': ({ district }) =>
    `名录中原来没有管理区县“${district}”，已按新的区（市）县记录；如系笔误，请改正后重新导入，否则补贴会由它发放。`,
  'unit.two-rows': ({ otherFile, otherLine }) =>
    `与${elsewhere(otherFile, otherLine)}区划代码相同而内容不同。请保留正确的一行；两行均未导入。`,
  'establishment.two-rows': ({ otherFile, otherLine }) =>
    `与${elsewhere(otherFile, otherLine)}为同一单位、岗位和设置日期而内容不同。请保留正确的一行；两行均未导入。`,
};

function delimiterName(delimiter: string): string {
  const names: Record<string, string> = {
    ',': '半角逗号',
    '，': '全角逗号',
    ';': '半角分号',
    '；': '全角分号',
    '\t': '制表符',
  };
  return names[delimiter] ?? delimiter;
}
