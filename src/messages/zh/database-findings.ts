import type { DatabaseCheck } from '../../domain/database-state.js';
import { minuteInChengdu } from '../../domain/day.js';
import type { DatabaseFindings, FactRule, SchemaObject } from '../../domain/findings/database.js';
import type { Wording } from '../messages.js';

/** What `db check` looks at. */
export const databaseChecks: Record<DatabaseCheck, string> = {
  pages: '文件完好',
  references: '引用齐全',
  schema: '结构未被改动',
  audit: '审计记录连贯',
  facts: '资料合乎规则',
};

const OBJECTS: Record<SchemaObject, string> = {
  table: '表',
  index: '索引',
  trigger: '触发器',
  view: '视图',
};

const RULES: Record<FactRule, string> = {
  'superseded-early': '作废的批次不晚于录入的批次',
  'later-file': '注明的来源文件晚于录入它的批次',
  'bad-line': '注明的来源行号不是正数',
  'bad-day': '日期不是日历上的一天',
  'post-of-two': '同一段任职记在两个人名下',
  'closing-sums': '已结账的明细与各月已结金额不符',
  'link-circle': '身份证号的关联首尾相接，找不到所保留的号码',
  'restored-nothing': '记为恢复的内容，而原记录不存在',
  'undo-mixed': '撤回批次登记有误',
};

const KEEP = '请停止写入，保留此文件备查，用最近的备份恢复（shegong db restore）。';

export const databaseFindings: Wording<DatabaseFindings> = {
  'audit.altered': ({ entry }) =>
    `审计记录第 ${entry} 条与其哈希值不符，内容在写入后被改动过。请保留此文件，与备份中的同一条核对。`,
  'audit.unlinked': ({ entry }) =>
    `审计记录第 ${entry} 条没有接上前一条的哈希值，前面的记录被改动、删除或插入过。请保留此文件，与备份核对。`,
  'audit.gap': ({ entry, missing }) =>
    `审计记录第 ${entry} 条之前缺 ${missing} 条，已被删除。请保留此文件，与备份核对。`,
  'audit.time-backwards': ({ entry, at, before }) =>
    `审计记录第 ${entry} 条的时间（${minuteInChengdu(at)}）早于前一条（${minuteInChengdu(before)}）。多因电脑时钟被调整，或使用了 SHEGONG_NOW。`,
  'audit.hash-missing': ({ hash }) =>
    `审计记录中没有哈希值以 ${hash} 开头的一条：抄录它以后，记录被改动或删减过，或者抄录有误。请先核对抄录，再与备份核对。`,
  'audit.batch-unrecorded': ({ batch }) =>
    `批次 ${batch} 已录入，审计记录中却没有提到它，可能有记录从末尾被删去。请保留此文件，与备份核对。`,
  'database.object-missing': ({ type, name }) =>
    `数据库缺少${OBJECTS[type]} ${name}，它防止记录被改动或出错，有人从外部删除了它。${KEEP}`,
  'database.object-changed': ({ type, name }) =>
    `数据库的${OBJECTS[type]} ${name} 与本程序所建的不同，有人从外部改动过它。${KEEP}`,
  'database.object-extra': ({ type, name }) =>
    `数据库中有本程序没有建过的${OBJECTS[type]} ${name}，是从外部加入的。请查明来由；不需要的，请由管理员删除后再检查。`,
  'database.page-damaged': ({ problems }) => `数据库文件有 ${problems} 处损坏。${KEEP}`,
  'database.header-damaged': () =>
    '文件开头不是数据库应有的样子：不是数据库，或开头已被毁坏。请核对 --db；如确是本程序的数据库，请把它改名移开，再用最近的备份恢复（shegong db restore）。',
  'database.part-unreadable': ({ check }) =>
    `“${databaseChecks[check]}”一项没有查完：有的内容读不出来，文件已损坏。${KEEP}`,
  'database.dangling': ({ table, parent, rows }) =>
    `表 ${table} 有 ${rows} 行指向表 ${parent} 中不存在的记录。${KEEP}`,
  'database.sent-since': ({ kept, files }) =>
    `备份之后导出过 ${files.length} 份银行代发文件（${files
      .slice(0, 3)
      .map(({ file, on }) => `${on} ${file}`)
      .join(
        '、',
      )}${files.length > 3 ? '等' : ''}），恢复后的数据库没有这些记录，再次导出会重复发放。已报送银行的款项请勿再次报送；原来的记录在 ${kept} 中。`,
  'database.fact-broken': ({ rule, table, rows }) =>
    `表 ${table} 有 ${rows} 行不合规则：${RULES[rule]}。本程序不会这样写入，应是从外部改动所致。${KEEP}`,
};
