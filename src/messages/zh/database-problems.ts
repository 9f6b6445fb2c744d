import type { DatabaseProblems } from '../../domain/problems/database.js';
import type { Wording } from '../messages.js';
import { because } from './reasons.js';

export const databaseProblems: Wording<DatabaseProblems> = {
  'database.missing': ({ file }) =>
    `找不到数据库 ${file}。首次使用请先运行 shegong init；数据库在别处时用 --db 指明。`,
  'database.foreign': ({ file }) =>
    `“${file}”不是本程序的数据库，未作任何改动。请核对 --db，或另选一个文件名。`,
  'database.newer': ({ file, version, supported }) =>
    `数据库 ${file} 由更新版本的程序写成（结构版本 ${version}，本程序支持到 ${supported}）。请升级程序后再用。`,
  'database.read-only': ({ file }) => `数据库 ${file} 是只读的，无法写入。请检查文件及所在文件夹的权限。`,
  'database.damaged': ({ file }) =>
    `数据库 ${file} 已损坏，有的内容读不出来。请不要再写入，先另存一份，再用最近的备份恢复。`,
  'database.unwritable': ({ file, reason }) =>
    `无法写入数据库 ${file}（${because(reason)}）。请换一个位置，或检查后重试。`,
  'database.backup-exists': ({ file }) =>
    `“${file}”已经存在，未备份。请换一个文件名；要覆盖它，请加 --force。`,
  'database.unsound': ({ file }) =>
    `数据库 ${file} 没有通过检查（见上），未备份，原有的备份文件没有改动。请先运行 shegong db check 查明原因。`,
  'database.backup-unsound': ({ file }) =>
    `备份 ${file} 没有通过检查（见上），未恢复，现有数据库没有改动。请换用另一份备份。`,
  'who.unknown': ({ who }) =>
    `名册中没有“${who}”。可用完整身份证号、打码身份证号、后六位或姓名，请核对后重试。`,
  'who.ambiguous': ({ who, candidates }) =>
    `“${who}”对应不止一人，请改用身份证号：${candidates.join('；')}。`,
  'area.unknown': ({ what, value, nearest }) =>
    `名录中没有“${value}”这个${what === 'district' ? '区（市）县' : '镇（街道）'}。` +
    (nearest.length > 0 ? `相近的有：${nearest.join('、')}。` : '请核对名称。'),
};
