import type { ImportFindings } from '../../domain/findings/imports.js';
import type { Wording } from '../messages.js';

const elsewhere = (file: string, line: number) => `${file} 第 ${line} 行`;

export const importFindings: Wording<ImportFindings> = {
  'file.read-as': ({ encoding, delimiter, worksheet, headingLine }) =>
    worksheet !== null
      ? `读取 Excel 工作簿的工作表“${worksheet}”，表头在第 ${headingLine} 行。`
      : `按 ${encoding} 编码、${delimiterName(delimiter)}分隔读取，表头在第 ${headingLine} 行。`,
  'file.hidden': ({ rows, columns }) =>
    `工作表中有${[rows > 0 ? `隐藏的数据行 ${rows} 行` : '', columns.length > 0 ? `隐藏的列：${columns.join('、')}` : ''].filter((part) => part !== '').join('，')}；均已照常读取。如不应导入，请在表中删除后重新导入。`,
  'file.unknown-columns': ({ columns }) => `下列各列不属于本数据集，未导入：${columns.join('、')}。`,
  'file.never-stored': ({ columns }) =>
    `为保护投诉人，下列各列不读取、不保存：${columns.join('、')}。请从今后的表中删去。`,
  'file.column-chosen': ({ column, taken, others }) =>
    `“${[taken, ...others].join('”“')}”都表示“${column}”，按所定对应关系取“${taken}”，其余未导入。`,
  'file.map-unused': ({ heading, seen }) =>
    `表头中没有 --map 所指的列“${heading}”，该对应关系未起作用。表头有：${seen.join('、')}。`,
  'file.area-filled': ({ rows }) =>
    `${rows} 行的区县、镇街或村社区为空，按合并单元格取上一行的值；如有不符，请在表中逐行填写。`,
  'file.known-before': ({ batch, asOf }) =>
    asOf === null
      ? `此文件内容已在第 ${batch} 批导入过，内容相同的行不会重复记录。`
      : `此文件内容已在第 ${batch} 批导入，沿用当时的时点 ${asOf}；如要作为另一时点的花名册导入，请加 --as-of。`,
  'import.future-as-of': ({ asOf }) => `时点 ${asOf} 在今天之后，请确认无误。`,
  'import.quarter': ({ quarter, asOf }) =>
    `“服务记录”“发挥专业作用”两列计入 ${quarter}（时点 ${asOf} 所在季度），不影响其他季度。`,
  'person.unknown': () =>
    '库中没有这个身份证号。请核对号码；如为新人员，请先导入花名册，或先导入带姓名的证书表；本行未导入。',
  'person.other-name': ({ known, stated }) =>
    `该身份证号在库中为“${known}”，本行写作“${stated}”。请核对是号码有误，还是姓名变更；本行未导入。`,
  'person.former-number': ({ kept }) => `此号码与 ${kept} 为同一人（已更正或合并），按该号码记录。`,
  'person.same-name': ({ others }) => `另有同名人员（${others.join('、')}），请确认不是同一人。`,
  'person.two-rows': ({ otherFile, otherLine, why }) =>
    why === 'overlap'
      ? `与${elsewhere(otherFile, otherLine)}为同一人，两段任职时间重叠。请保留正确的一行，或补填离岗日期；两行均未导入。`
      : `与${elsewhere(otherFile, otherLine)}身份证号相同而姓名不同。请核对后改正；两行均未导入。`,
  'person.rows-disagree': ({ column, taken, otherLine }) =>
    `同一人的“${column}”与第 ${otherLine} 行不一致，已采用较晚任职一行的值“${taken}”。`,
  'person.missing': ({ place, asOf, ended }) =>
    ended === null
      ? `库中在“${place}”任职，${asOf} 的全员名单未列此人。如已离岗，请补一行并填写离岗日期，或加 --close-missing 按名单结束任职。`
      : `全员名单未列此人，其在“${place}”的任职止于 ${ended}。`,
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
  'post.unit-ended': ({ place, ended }) =>
    `“${place}”已于 ${ended} 撤销，名录中没有写明并入哪个单位，本行仍在此任职。请改填现单位，或在村社区名录中补填“并入”后导入。`,
  'post.changed-after-end': ({ ended, asOf }) =>
    `人员类别或岗位名称与库中不同，但该任职已于 ${ended} 结束，早于花名册时点 ${asOf}，未作更改。如系更正，请用原花名册的时点（--as-of）重新导入。`,
  'post.ends-before-known-start': ({ from, until }) =>
    `离岗日期 ${until} 早于库中该任职的起算日 ${from}。请核对后改正；本行未导入。`,
  'certificate.none-stated': ({ known }) =>
    `本行写明无证书，库中记有${known}证书，已予保留。如证书确属误录，请联系管理员更正。`,
  'unit.new-district': ({ district }) =>
    `名录中原来没有管理区县“${district}”，已按新的区（市）县记录；如系笔误，请改正后重新导入，否则补贴会由它发放。`,
  'unit.merged-undated': () =>
    '填了“并入”，但没有撤销日期。请填写撤销日期，或加 --as-of 写明自哪天起并入；本行未导入。',
  'unit.merged-in-circle': ({ units }) =>
    `“并入”首尾相接：${units.join(' → ')}。请核对是哪个单位撤销、并入哪个单位；本行未导入。`,
  'unit.successor-absent': ({ from, successor, ended, founded }) =>
    `自 ${from} 起并入“${successor}”，而该单位${ended === null ? `自 ${founded} 才设立，在此之前` : `已于 ${ended} 撤销，此后`}这里的人员和岗位不属于任何单位。请核对撤销日期、设立日期和“并入”。`,
  'unit.new-county': ({ prefix, county, usual }) =>
    `名录中没有以 ${prefix} 开头的区划代码${usual === null ? '' : `，“${county}”的代码以 ${usual} 开头`}；已照此记录。如系笔误，请先撤销本批（import undo），改正代码后重新导入。`,
  'unit.two-rows': ({ otherFile, otherLine }) =>
    `与${elsewhere(otherFile, otherLine)}区划代码相同而内容不同。请保留正确的一行；两行均未导入。`,
  'fact.two-rows': ({ otherFile, otherLine }) =>
    `与${elsewhere(otherFile, otherLine)}说的是同一件事而内容不同。请保留正确的一行；两行均未导入。`,
  'fact.mended-equal': ({ otherFile, otherLine }) =>
    `改正后与此前${elsewhere(otherFile, otherLine)}的记录完全相同，按同一条计，没有另记。如确为另一条，请写明区别（如内容、摘要）后重新导入。`,
  'fact.ends-before-start': ({ startColumn, start, endColumn, end, known }) =>
    known === 'end'
      ? `“${startColumn}”（${start}）晚于库中的“${endColumn}”（${end}）。请核对；如库中的有误，请在本行一并填写“${endColumn}”。本行未导入。`
      : `“${endColumn}”（${end}）早于库中的“${startColumn}”（${start}）。请核对；如库中的有误，请在本行一并填写“${startColumn}”。本行未导入。`,
  'fact.newer-kept': ({ column, dataset, asOf, kept, keptFile, keptLine, keptAsOf }) =>
    `本行时点（${asOf}）较早，“${column}”保留库中的“${kept}”（出自${elsewhere(keptFile, keptLine)}，时点 ${keptAsOf}），本行的值未采用。如应以本行为准，${
      dataset === 'roster'
        ? `请另做只列此人的花名册，加 --as-of ${keptAsOf} 导入`
        : `请另列此条，用 import ${dataset} 导入`
    }。`,
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
