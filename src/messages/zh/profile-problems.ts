import type { ProfileProblems } from '../../domain/problems/profiles.js';
import type { Wording } from '../messages.js';

const perhaps = (nearest: readonly string[]) =>
  nearest.length > 0 ? `您要找的是不是：${nearest.join('、')}？` : '';

export const profileProblems: Wording<ProfileProblems> = {
  'profile.unknown': ({ name, nearest }) =>
    `没有名为“${name}”的列对应方案。${perhaps(nearest)}用 shegong import profiles 查看已有方案；导入时加 --save-profile 可保存新方案。`,
  'profile.other-dataset': ({ name, dataset, savedFor }) =>
    `方案“${name}”是为数据集 ${savedFor.join('、')} 保存的，不能用于 ${dataset}。请换用本数据集的方案，或用 --map 指定后以 --save-profile 另存。`,
  'profile.ambiguous': ({ name, datasets }) =>
    `数据集 ${datasets.join('、')} 各有一个名为“${name}”的方案，请加 --dataset 指明删除哪一个。`,
  'profile.bad-name': ({ option, value }) =>
    `${option} 的方案名称“${value}”不可用，请起一个不超过 40 个字的名称，不含换行等控制字符。`,
};
