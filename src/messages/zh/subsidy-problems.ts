import type { SubsidyProblems } from '../../domain/problems/subsidies.js';
import type { Wording } from '../messages.js';
import { closingWords } from './closings.js';

export const subsidyProblems: Wording<SubsidyProblems> = {
  'export.nothing': ({ quarter, district }) =>
    `${quarter} ${district ?? '花名册中'}没有在岗人员，没有可导出的内容。请先导入花名册，或核对季度和区(市)县。`,
  'export.stages-differ': ({ quarter, districts }) =>
    `${quarter} 各区(市)县进度不同（${districts.map(({ district, state }) => `${district}${closingWords.states[state]}`).join('，')}），不能合成一个文件。请去掉 --together，或用 --district 分别导出。`,
  'export.folder-missing': ({ folder }) =>
    `目录“${folder}”不存在，它的上级目录也不存在。请先建立上级目录，或用 --to 指定别的目录。`,
  'export.not-a-folder': ({ folder }) => `“${folder}”是文件，不是目录。请用 --to 指定一个目录。`,
  'export.files-exist': ({ folder, files }) =>
    `目录“${folder}”中已有同名而内容不同的文件：${someOf(files)}。本次未写入任何文件。请换一个目录，或加 --force 覆盖。`,
};

/** A few names are enough to see which files are meant. */
const someOf = (files: readonly string[]) =>
  files.slice(0, 3).join('、') + (files.length > 3 ? `等 ${files.length} 个文件` : '');
