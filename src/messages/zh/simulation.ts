import type { CertificateDrive, Raise } from '../../domain/assumptions.js';
import type { SimulatedWay, SimulationFindings } from '../../domain/findings/simulation.js';
import { formatYuan } from '../../domain/money.js';
import type { SimulationProblems } from '../../domain/problems/simulation.js';
import type { Level } from '../../domain/terms.js';
import type { Wording } from '../messages.js';

const WAYS: Readonly<Record<SimulatedWay, string>> = {
  now: '按现行口径',
  supposed: '按模拟口径',
  both: '按现行和模拟口径',
};

/** 10 %, 2.5 %. */
const percent = (basisPoints: number) => `${Math.abs(basisPoints) / 100}%`;

/** `120` fen more: +1.20. */
const signed = (fen: number) => `${fen > 0 ? '+' : ''}${formatYuan(fen)}`;

export const simulationWords = {
  description: '模拟换一套政策或换一种假设时补贴的费用，与现行口径对照；不写入任何数据',
  period: '季度或年度',
  about: { period: '季度或年度，例如 2026Q3、2026（四个季度合计）' },
  options: {
    withPolicies: '改用另一个政策文件夹（代替 --policies）',
    decidedOn: '所有条件改在每月的这一天认定：first-day、last-day 或 1 至 28',
    raise:
      '提高补贴标准：10%（各级）、50（各级每月加 50 元）、中级=10%、中级=50；负数为降低，按分四舍五入；可多次给出',
    drive:
      '持证提升：初级=中级 表示期初最高为初级的人，自期初第一日起视为持有中级证书（登记等不变）；可多次给出',
    people: '逐人列出增加和减少的人员及原因',
    district: '只看该区(市)县发放的月份；--drive 和 --decided-on 也只假设该区(市)县',
    township: '只看该镇(街道)的月份；--drive 也只假设该镇(街道)',
  },
  placeholders: { day: '日', raise: '幅度', drive: '级别=级别' },
  examples: {
    raise: '全市标准提高 10%，本季度多花多少',
    drive: '锦江区初级全部考取中级，全年多花多少，增加的是哪些人',
    policies: '另一套政策草案与现行政策对照，存成表格',
  },
  headings: {
    district: '区(市)县',
    level: '证书级别',
    nowPeople: '现行人数',
    nowPersonMonths: '现行人月',
    now: '现行金额(元)',
    thenPeople: '模拟人数',
    thenPersonMonths: '模拟人月',
    supposed: '模拟金额(元)',
    difference: '增减(元)',
    name: '姓名',
    idNumber: '身份证号',
    township: '镇(街道)',
    unit: '村(社区)',
    why: '原因',
  },
  subtotal: '小计',
  total: '合计',
  wholeCity: '全市',
  year: (year: string) => `${year}年`,
  between: '；',
  assumptions: {
    policies: (folder: string) => `政策文件夹改用 ${folder}`,
    raise: ({ level, by }: Raise) => {
      const whose = level === null ? '各级标准' : `${level}标准`;
      if ('basisPoints' in by)
        return `${whose}${by.basisPoints < 0 ? '降低' : '提高'} ${percent(by.basisPoints)}`;
      return `${whose}每月${by.fen < 0 ? '减' : '加'} ${formatYuan(Math.abs(by.fen))} 元`;
    },
    drive: ({ from, to }: CertificateDrive) => `期初最高为${from}的，自期初第一日起视为持${to}证书`,
  },
  /** Why a month comes to something else. */
  changes: {
    level: (from: Level, to: Level) => `${from} → ${to}`,
    rate: (level: Level, now: string, supposed: string) => `${level}标准 ${now} → ${supposed}`,
    begins: (reasons: readonly string[]) => `改为发放（原因消除：${reasons.join('、')}）`,
    ends: (reasons: readonly string[]) => `不再发放（${reasons.join('、')}）`,
    elsewhere: (from: string, to: string) => `由${from}改为${to}发放`,
    otherTownship: '归入另一镇(街道)',
    line: (months: string, what: string) => `${months}：${what}`,
  },
  /** `2026-07`, or a stretch: 2026年7月至9月. */
  months: (first: string, last: string) => {
    const [year, month] = first.split('-');
    const [lastYear, lastMonth] = last.split('-');
    const start = `${year}年${Number(month)}月`;
    if (first === last) return start;
    return lastYear === year
      ? `${start}至${Number(lastMonth)}月`
      : `${start}至${lastYear}年${Number(lastMonth)}月`;
  },
  assumed: (period: string, area: string, assumptions: readonly string[]) =>
    `模拟（${area}${period}）：${assumptions.join('；')}。只作测算，未写入任何数据。`,
  now: (people: number, personMonths: number, yuan: string) =>
    `现行：${people} 人、${personMonths} 人月，${yuan} 元。`,
  supposed: (people: number, personMonths: number, yuan: string) =>
    `模拟：${people} 人、${personMonths} 人月，${yuan} 元。`,
  /** `partial`: some months cannot be compared. */
  difference: (fen: number, share: string | null, partial: boolean) => {
    if (fen === 0) return partial ? '可对照的月份没有增减。' : '总额没有增减。';
    return `增减：${signed(fen)} 元${share === null ? '' : `（${share}）`}${partial ? '，只含可对照的月份' : ''}。`;
  },
  part: (name: string, now: string, supposed: string, fen: number) =>
    `${name}：现行 ${now} 元，模拟 ${supposed} 元，增减 ${signed(fen)} 元。`,
  gainAndLose: (
    gain: { people: number; fen: number },
    lose: { people: number; fen: number },
    listed: boolean,
  ) =>
    gain.people + lose.people === 0
      ? '没有人增加或减少。'
      : `增加的 ${gain.people} 人，共 ${signed(gain.fen)} 元；减少的 ${lose.people} 人，共 ${signed(lose.fen)} 元。${listed ? '' : '逐人名单请加 --people。'}`,
  standards: (line: string) => `模拟口径的${line}`,
};

export const simulationFindings: Wording<SimulationFindings> = {
  'simulation.quarter-apart': ({ quarter, way, parameter }) =>
    parameter === null
      ? `${quarter} ${WAYS[way]}没有有效的补贴政策，该季度不计入对照（不是零）。如有接续文件，请在相应政策文件夹的 city.yaml 中登记。`
      : `${quarter} ${WAYS[way]}没有设定 ${parameter}，该季度无法计算，不计入对照（不是零）。请在相应政策文件夹的 city.yaml 中设定。`,
  'simulation.undecided': ({ now, supposed }) =>
    `有的月份暂时无法认定，不计入对照（不是零）：现行口径 ${now} 人月，模拟口径 ${supposed} 人月。现行口径的原因可用 shegong subsidy preview 查看。`,
  'simulation.no-rate': ({ district, level, months }) =>
    `${district}按模拟口径 ${months.join('、')} 没有设定${level}的补贴标准，符合条件人员的这些月份无法确定，不计入对照（不是零）。请在模拟所用的政策文件夹中设定 subsidy.rate。`,
  'simulation.nothing-recorded': ({ quarter }) =>
    `${quarter} 还没有人有符合要求的服务记录和“发挥专业作用”认定，按现有记录无人可发，这一季度的 0 不能作为预算依据。请改用已有记录的季度模拟。`,
  'simulation.months-apart': ({ nowMonths, now, supposedMonths, supposed }) =>
    `有的月份只有一种口径能得出结果（另一种没有有效政策或无法认定），不计入对照：现行口径另有 ${nowMonths} 人月、${now} 元，模拟口径另有 ${supposedMonths} 人月、${supposed} 元。`,
};

export const simulationProblems: Wording<SimulationProblems> = {
  'usage.bad-quarter-or-year': ({ value }) => `“${value}”不是季度或年度，请写成 2026Q3 或 2026 这样的形式。`,
  'usage.bad-raise': ({ value, again }) =>
    again
      ? `--raise “${value}”与前面给出的幅度重复。各级共用的幅度和每一级的幅度各只能给一次。`
      : `--raise 的写法是 10%、50（元）、中级=10% 或 中级=50，降幅须小于 100%，升幅不超过 900%；无法识别“${value}”。`,
  'usage.bad-drive': ({ value, again }) =>
    again
      ? `--drive “${value}”与前面给出的重复。同一级别只能提升到一个级别。`
      : `--drive 的写法是“原级别=新级别”（如 初级=中级），新级别要高于原级别，级别为员级、初级、中级、高级；无法识别“${value}”。`,
  'simulation.nothing-assumed': () =>
    '没有给出任何假设，模拟结果会与现行口径相同。请至少给出 --with-policies、--decided-on、--raise、--drive 之一；只看现行费用请用 shegong subsidy preview。',
  'simulation.folder-missing': ({ folder }) =>
    `找不到政策文件夹 ${folder}。请核对 --with-policies 指定的目录。`,
  'simulation.rate-not-positive': ({ level, district, now, supposed }) =>
    `${district ?? '全市'}${level}标准 ${now} 元，按 --raise 降低后为 ${supposed} 元，不成其为标准。请减小降幅。`,
};
