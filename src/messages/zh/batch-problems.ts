import type { BatchFindings } from '../../domain/findings/batches.js';
import type { BatchProblems } from '../../domain/problems/batches.js';
import type { Wording } from '../messages.js';

export const batchProblems: Wording<BatchProblems> = {
  'import.close-refused': ({ rows, area }) =>
    `${area === '' ? '名单所涉镇街' : area}有 ${rows} 行未能导入（见上），其中可能就有“未列”的人，因此不能按名单结束任职；本次全部未导入。请先改正这些行，或去掉 --close-missing。`,
  'usage.bad-batch': ({ value }) => `“${value}”不是批次号。批次号是正整数，可用 shegong import list 查看。`,
  'batch.unknown': ({ batch, last }) =>
    `没有批次 ${batch}${last > 0 ? `，最后一个批次是 ${last}` : ''}。请用 shegong import list 查看各批次。`,
  'batch.undone': ({ batch, by }) =>
    `批次 ${batch} 已由批次 ${by} 撤回。如要恢复，请撤回批次 ${by}：shegong import undo ${by}。`,
  'batch.stood-on': ({ batch, later, facts }) =>
    `批次 ${batch} 不能撤回：后来的批次有 ${facts} 处以它为基础（见上）。请先撤回批次 ${later.join('、')}。`,
};

export const batchFindings: Wording<BatchFindings> = {
  'batch.stands-on': ({ batch, later }) => `批次 ${later} 的这项内容以批次 ${batch} 的记录为基础。`,
};
