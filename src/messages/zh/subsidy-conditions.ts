import type { Day } from '../../domain/day.js';
import type { SubsidyText } from '../subsidy-text.js';

type ConditionText = Pick<SubsidyText, 'conditions' | 'reasons' | 'unmet' | 'needed' | 'found'>;

/** No decimals where there are none. */
const yuanText = (yuan: number) => (Number.isInteger(yuan) ? String(yuan) : yuan.toFixed(2));

const span = (from: Day, until: Day | null) => (until === null ? `${from} 起` : `${from} 至 ${until}`);

/** The conditions of 三(六)1 as a clerk reads them. */
export const subsidyConditions: ConditionText = {
  conditions: {
    policy: '政策',
    category: '人员类别',
    'on-post': '在岗',
    certificate: '证书',
    registration: '登记',
    'service-record': '服务记录',
    'professional-role': '发挥专业作用',
    'no-sanction': '无停发',
    rate: '补贴标准',
  },
  reasons: {
    policy: '无有效政策',
    category: '人员类别不符',
    'on-post': '不在岗',
    certificate: '无证书',
    registration: '登记无效',
    'service-record': '服务记录不足',
    'professional-role': '未认定发挥专业作用',
    'no-sanction': '停发期内',
    rate: '未设定标准',
  },
  unmet: {
    policy: ({ on }) => `${on} 没有有效的政策`,
    category: (_needed, found) =>
      found === null ? '没有人员类别' : `人员类别“${found.category}”不在补贴范围`,
    'on-post': ({ on }, found) => {
      if (found === null) return `${on} 不在岗`;
      return found.from > on ? `${found.from} 才上岗` : `已于 ${found.until ?? on} 离岗`;
    },
    certificate: (_needed, found) =>
      found === null ? '没有职业水平证书' : `${found.level}证书 ${found.issued} 才发证`,
    registration: ({ on }, found) => {
      if (found === null) return '没有登记';
      return found.from > on ? `${found.from} 才登记` : `登记已于 ${found.until} 到期`;
    },
    'service-record': ({ count }, found) => {
      if (found === null) return '没有服务记录';
      if (found.from === 'records') return `服务记录 ${found.count} 次，要求 ${count} 次`;
      if (typeof found.claim === 'number') return `花名册服务记录 ${found.claim} 次，要求 ${count} 次`;
      return `花名册服务记录填“${found.claim}”`;
    },
    'professional-role': (_needed, found) =>
      found === null
        ? '没有“发挥专业作用”的认定'
        : `“发挥专业作用”认定为“${found.result}”（${found.period}）`,
    'no-sanction': (_needed, found) =>
      found === null ? '停发期内' : `停发期内（${span(found.from, found.until)}）`,
    rate: ({ district, level }, found) =>
      found === null ? `${district}未设定${level ?? ''}补贴标准` : '两地同时主张，待核定',
  },
  needed: {
    policy: ({ on }) => `${on} 政策有效`,
    category: ({ categories }) => `属于${categories.join('、')}`,
    'on-post': ({ on }) => `${on} 在岗`,
    certificate: ({ on }) => `${on} 以前（含当日）发证`,
    registration: ({ on }) => `${on} 在有效期内`,
    'service-record': ({ count, per }) => `${per === 'month' ? '当月' : '本季度'}不少于 ${count} 次`,
    'professional-role': ({ result }) => `认定为“${result}”`,
    'no-sanction': ({ on }) => `${on} 不在停发期内`,
    rate: ({ district, level, on }) => `${district} ${on} 有${level ?? '相应级别'}标准`,
  },
  found: {
    policy: (found) => (found === null ? '没有有效的政策' : `有效期 ${span(found.from, found.until)}`),
    category: (found) => (found === null ? '没有人员类别' : found.category),
    'on-post': (found, { on }) => {
      if (found === null) return '没有岗位';
      const state =
        found.from > on ? '，尚未上岗' : found.until !== null && found.until < on ? '，已离岗' : '';
      return `在岗 ${span(found.from, found.until)}${state}`;
    },
    certificate: (found, { on }) => {
      if (found === null) return '没有证书';
      return `${found.level}，${found.issued} 发证${found.issued > on ? '，晚于要求' : ''}`;
    },
    registration: (found, { on }) => {
      if (found === null) return '没有登记';
      const state = found.from > on ? '，尚未生效' : found.until < on ? '，已过期' : '';
      return `登记 ${span(found.from, found.until)}${state}`;
    },
    'service-record': (found) => {
      if (found === null) return '没有服务记录';
      if (found.from === 'records') return `服务记录 ${found.count} 次`;
      return typeof found.claim === 'number' ? `花名册填 ${found.claim} 次` : `花名册填“${found.claim}”`;
    },
    'professional-role': (found) => (found === null ? '没有认定' : `${found.period} 认定为“${found.result}”`),
    'no-sanction': (found) => (found === null ? '没有停发记录' : `停发 ${span(found.from, found.until)}`),
    rate: (found, { level }) => {
      if (found === null) return level === null ? '没有级别，无从确定标准' : '未设定';
      return `每月 ${yuanText(found.yuan)} 元`;
    },
  },
};
