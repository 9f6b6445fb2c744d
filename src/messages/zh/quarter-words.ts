import type { ReconciliationFindings } from '../../domain/findings/reconciliation.js';
import { formatYuan } from '../../domain/money.js';
import type { RecoveryProblems } from '../../domain/problems/recovery.js';
import type { OpenReason } from '../../domain/reconciliation.js';
import type { Wording } from '../messages.js';

const names = (districts: readonly string[]): string => districts.join('、');

const open = (why: OpenReason, other: string | null): string =>
  ({
    undecided: '暂时无法认定（未设定标准，或两地同时主张）',
    'settled-elsewhere': `${other ?? '其他区(市)县'}已发放且尚未扣回`,
    'beyond-retro': '超过补发、扣回的追溯期限',
  })[why];

export const reconciliationFindings: Wording<ReconciliationFindings> = {
  'reconciliation.difference': ({ district, month, settledFen, entitledFen }) =>
    `${district} ${month} 已结 ${formatYuan(settledFen)} 元，而按最近一次结账时所知应为 ${formatYuan(entitledFen)} 元，且没有未结事项可以说明。请用 shegong db check 检查数据库，并核对此人。`,
  'reconciliation.paid-twice': ({ month, districts, settledFen }) =>
    `${month} 由${names(districts)}重复发放，合计 ${formatYuan(settledFen)} 元。请用 shegong db check 检查数据库，并由各方核对。`,
  'reconciliation.open': ({ district, month, why, other }) =>
    `${district} ${month} 尚未结清：${open(why, other)}。${NEXT[why]}`,
  'reconciliation.policies-changed': ({ quarter, districts }) =>
    `${names(districts)}结账以后政策文件有改动，不能再按当时的政策重算 ${quarter}：已结金额是与结账时存下的认定金额核对的。`,
  'reconciliation.late-facts': ({ quarter, district, people, arrearsFen, recoveredFen, carrying }) =>
    `${district}结账以后又有变动：${quarter} 有 ${people} 人的金额不同，将在 ${carrying} 结账时补发 ${formatYuan(arrearsFen)} 元、扣回 ${formatYuan(recoveredFen)} 元（明细：shegong subsidy corrections ${carrying}）。`,
  'reconciliation.no-draft': ({ quarter }) =>
    `按现有政策无法计算 ${quarter}：只列出已结账的，没有试算未结账的区(市)县，也没有查找结账以后的变动。请用 shegong subsidy preview ${quarter} 查看缺什么。`,
  'closing.frozen': ({ quarter, districts }) =>
    `${names(districts)} ${quarter} 已经结账：这里是按现在所知试算的，发放以结账的为准（shegong subsidy explain、export）。有出入的，下次结账时补发或扣回。`,
  'closing.person-missing': ({ quarter, district }) =>
    `${district} ${quarter} 结账时没有此人：这里是按现在所知试算的，应发的由${district}在下次结账时补发。`,
};

const NEXT: Readonly<Record<OpenReason, string>> = {
  undecided: '能认定以后，下次结账时补发或扣回。',
  'settled-elsewhere': '待其在下次结账中扣回后再补发，请通知该区(市)县。',
  'beyond-retro': '不再补发、扣回；确需处理的请另行研究。',
};

export const recoveryProblems: Wording<RecoveryProblems> = {
  'recovery.nothing-owed': ({ district, elsewhere }) =>
    elsewhere.length === 0
      ? `此人在${district}没有待追回的款项，无需登记。待追回名单见 shegong subsidy corrections。`
      : `此人在${district}没有待追回的款项；欠款在${names(elsewhere)}，请用 --district 指明。`,
  'recovery.too-much': ({ district, owedFen, amountFen }) =>
    `此人只欠${district} ${formatYuan(owedFen)} 元，不能登记退回 ${formatYuan(amountFen)} 元。请核对金额。`,
  'recovery.not-exported': ({ district, quarter }) =>
    `${district} ${quarter} 的结账还没有导出，仍可能重新打开：请在导出（shegong subsidy export）之后再登记退款。`,
  'recovery.bad-amount': ({ value }) =>
    `--amount 应为以元为单位的正数，最多两位小数，例如 400 或 400.50，而这里是“${value}”。`,
  'status.since-itself': ({ quarter }) => `${quarter} 不能和自己比较：请用 --since 写另一个季度。`,
  'status.since-what': () =>
    '请写明要看哪个季度、和哪个季度相比，例如：shegong subsidy status 2026Q3 --since 2026Q2',
};

export const quarterWords = {
  help: {
    quarter: '季度',
    statusQuarter: '季度，例如 2026Q3；不写则列出所有在办的季度',
    draft: '不试算未结账的区(市)县，只列已结账的',
    recover: '登记本人退回的款项，冲减待追回名单',
    who: '人员',
    aboutWho: '身份证号、隐去中间位数的身份证号、身份证号后六位，或不重名的姓名',
    district: '款项退回给哪个区(市)县',
    amount: '退回金额(元)',
    yuan: '元',
    reason: '理由或凭证号，留存备查',
    examples: {
      recover: '本人退回 400 元',
      statusAll: '所有在办的季度',
      correctionsDistrict: '只看一个区(市)县，存成表格',
    },
  },
  headings: {
    quarter: '季度',
    paid: '已发放',
    failed: '发放失败',
    notReturned: '未回盘',
    closed: '结账',
    approved: '审批',
    notice: '公示期',
    exported: '导出',
    proven: '核对人月数',
    change: '变化',
    before: '当时应发',
    now: '现在应发',
    difference: '差额',
    why: '原因',
    township: '镇(街道)',
    unit: '村(社区)',
    origin: '原季度',
    balance: '待追回余额',
    opened: '应追回',
    taken: '已追回',
    returned: '本次退回',
  },
  kinds: { 补发: '补发', 扣回: '扣回', waiting: '未结', owing: '待追回' },
  open,
  day: (by: string, on: string) => `${on} ${by}`,
  period: (from: string, until: string) => `${from} 至 ${until}`,
  cause: {
    district: '改由其他区(市)县认定',
    noPost: '不在岗',
    found: (condition: string, found: string) => `${condition}：${found}`,
    batch: (batch: number) => `第 ${batch} 批`,
    policy: (article: string) => (article === '' ? '政策标准有变动' : `政策标准有变动（${article}）`),
    source: (file: string, line: number, batch: number) => `${file} 第 ${line} 行（第 ${batch} 批）`,
    and: '；',
  },
  corrections: {
    totals: (quarter: string, people: number, arrears: string, recovered: string) =>
      `${quarter}：${people} 人，补发 ${arrears} 元，扣回 ${recovered} 元。`,
    draft: (districts: readonly string[]) =>
      `${names(districts)}尚未结账：以上为按现在所知，下次结账将要补发、扣回的。`,
    frozen: (districts: readonly string[]) => `${names(districts)}已经结账：以上为结账时固定下来的。`,
    none: (quarter: string) => `${quarter}没有需要补发、扣回的。`,
    waiting: (months: number) => `另有 ${months} 人月尚未结清。`,
    recovery: (people: number, yuan: string) => `待追回：${people} 人，余额 ${yuan} 元。`,
    owing: (quarter: string, opened: string, taken: string) =>
      `${quarter} 转入 ${opened} 元，已追回 ${taken} 元`,
  },
  status: {
    nothing: '没有在办的季度：还没有结过账，最近一个季度也没有人在岗。',
    nobody: (quarter: string) => `${quarter}没有人在岗，也没有结过账。`,
    states: (quarter: string, states: readonly { state: string; districts: number }[]) =>
      `${quarter}：${states.map(({ state, districts }) => `${state} ${districts} 个`).join('，')}。`,
    proven: (quarter: string, months: number) =>
      `${quarter}已核对 ${months} 人月：已结金额与最近一次结账时所知应发金额一致，或列明未结事项。`,
    differences: (quarter: string, months: number, differences: number) =>
      `${quarter}已核对 ${months} 人月，有 ${differences} 处不符，见上。`,
    balances: (owed: readonly { district: string; yuan: string }[]) =>
      `待追回余额：${owed.map(({ district, yuan }) => `${district} ${yuan} 元`).join('，')}。`,
    withoutDraft: '未结账的区(市)县没有试算（--no-draft）。',
    reopened: (by: string, on: string, reason: string) => `曾由${by}于 ${on} 重新打开：${reason}`,
  },
  since: {
    changes: { joined: '新增', left: '减少', changed: '金额变动' },
    totals: (then: string, now: string, sums: { thenYuan: string; nowYuan: string }) =>
      `${then}应发 ${sums.thenYuan} 元，${now}应发 ${sums.nowYuan} 元。`,
    parts: (joined: [number, string], left: [number, string], changed: [number, string]) =>
      `新增 ${joined[0]} 人（${joined[1]} 元），减少 ${left[0]} 人（${left[1]} 元），金额变动 ${changed[0]} 人（${changed[1]} 元）。`,
    level: (from: string, to: string) => `证书级别 ${from} → ${to}`,
    rate: (from: string, to: string) => `每月标准 ${from} → ${to} 元`,
    district: (from: string, to: string) => `${from} → ${to}`,
    met: (months: string, reason: string) => `原先${months}${reason}`,
    unmet: (months: string, reason: string) => `${months}${reason}`,
    and: '、',
  },
  recover: {
    done: (name: string, district: string, yuan: string, balance: string) =>
      `已登记：${name}退回${district} ${yuan} 元，尚欠 ${balance} 元。`,
  },
  explain: {
    state: '状态',
    draft: '（未列入结账，按现在所知试算）',
    settledBy: (district: string, yuan: string) =>
      `暂不发放：${district}已经发放本月，待其扣回后再补发${yuan}`,
    line: (district: string, state: string, on: string, by: string) =>
      `${district}${state}（${on}由${by}结账）：以上为结账时固定的依据，此后不变。`,
    amounts: (amounts: {
      due: string;
      /** In words; null: none. */
      reward: string | null;
      arrears: string;
      recovered: string;
      carried: string;
      net: string;
    }) =>
      `应发 ${amounts.due} 元${amounts.reward === null ? '' : `，${amounts.reward}`}，补发 ${amounts.arrears} 元，扣回 ${amounts.recovered} 元，转待追回 ${amounts.carried} 元，实发 ${amounts.net} 元。`,
    carried: (month: string, kind: string, yuan: string, cause: string) =>
      `其中：${month} ${kind} ${yuan} 元（${cause}）。`,
    taken: (yuan: string) => `其中：从应发中扣回待追回名单上的 ${yuan} 元。`,
    later: (month: string, district: string, kind: string, yuan: string, quarter: string, cause: string) =>
      `此后更正：${month} ${kind} ${yuan} 元，列入${district} ${quarter}（${cause}）。`,
  },
  preview: {
    corrections: (people: number, arrears: string, recovered: string) =>
      `另外，现在结账将补发 ${arrears} 元、扣回 ${recovered} 元，涉及 ${people} 人（不在以上合计内；明细：shegong subsidy corrections）。`,
    heading: '以前月份补发/扣回',
  },
};
