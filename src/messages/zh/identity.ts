import type { IdentityFindings } from '../../domain/findings/identity.js';
import type { IdentityProblems } from '../../domain/problems/identity.js';
import type { Wording } from '../messages.js';
import { rowFindings } from './row-findings.js';

export const identityProblems: Wording<IdentityProblems> = {
  'identity.bad-number': ({ value, problem }) =>
    `“${value}”不能作为身份证号：${rowFindings['id-number.invalid']({ problem })}`,
  'identity.unknown-number': ({ number }) =>
    `名册中没有身份证号“${number}”。请填写完整的身份证号（不能用姓名或后几位），可用 shegong worker find 姓名 --reveal 查出。`,
  'identity.no-reason': () => '请用 --reason 写明理由，例如“派出所更正”；理由会留存备查。',
  'identity.number-taken': ({ number, name }) =>
    `${number} 在库中已是“${name}”的号码。如确为同一人，请用 shegong worker merge 合并；否则请核对新号码。`,
  'identity.one-already': ({ kept }) => `这两个号码在库中已是同一人（${kept}），无需再办。`,
  'identity.not-linked': ({ links }) =>
    links.length === 0
      ? '这两个号码在库中不是同一人，无可拆分。请核对号码。'
      : `这两个号码之间没有直接的更正或合并。可拆分的是：${links.join('、')}。`,
};

export const identityFindings: Wording<IdentityFindings> = {
  'identity.names-differ': ({ kept, other }) =>
    `两个号码的姓名不同（“${kept}”与“${other}”）。如不是同一人，请用 shegong worker part 拆分。`,
  'identity.posts-overlap': ({ one, other, from }) =>
    `合为一人后，自 ${from} 起同时在“${one}”和“${other}”任职。请在花名册中补填其中一段的离岗日期后导入。`,
};

export const identityWords = {
  descriptions: {
    correctId: '更正一个人的身份证号：原号码下的全部记录归到新号码名下',
    merge: '把两条记录合为一人，以第一个号码为准',
    part: '拆分曾被更正或合并为一人的两个号码，各自恢复原有记录',
  },
  placeholders: { old: '原号码', new: '新号码', kept: '保留的号码', other: '另一号码', person: '姓名' },
  arguments: {
    old: '库中现有的身份证号',
    new: '正确的身份证号',
    kept: '合并后使用的身份证号',
    other: '并入的身份证号',
    one: '其中一个身份证号',
    two: '另一个身份证号',
  },
  options: { reason: '理由，留存备查', by: '经办人（默认当前用户）', reasonPlaceholder: '理由' },
  examples: {
    correctId: '户籍信息更正后',
    merge: '两个街道各报了一个号码，其实是同一人',
    part: '发现合并错了',
  },
  done: {
    'correct-id': (batch: number, person: string) => `已更正，现为 ${person}（批次号 ${batch}）。`,
    merge: (batch: number, person: string) => `已合并为 ${person}（批次号 ${batch}）。`,
    part: (batch: number, person: string) => `已拆分：${person}（批次号 ${batch}）。`,
  },
  and: '、',
  headings: {
    batch: '批次',
    action: '事项',
    name: '姓名',
    idNumber: '身份证号',
    other: '另一号码',
    reason: '理由',
  },
  actions: { 'correct-id': '更正身份证号', merge: '合并', part: '拆分' },
};
