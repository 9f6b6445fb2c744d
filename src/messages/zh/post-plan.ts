import type { PostMoveFindings } from '../../domain/findings/post-moves.js';
import type { PostProblems } from '../../domain/problems/posts.js';
import type { Wording } from '../messages.js';

const perhaps = (nearest: readonly string[]) =>
  nearest.length > 0 ? `您要找的是不是：${nearest.join('、')}？` : '';

export const postMoveFindings: Wording<PostMoveFindings> = {
  'move.month-lost': ({ month }) =>
    `调动后 ${month} 在调出、调入两地的计发判断日都不在岗，当月没有补贴。请改换调动日期。`,
  'move.subsidy-unset': ({ parameter }) =>
    `尚未设定 ${parameter}，无法比较调动前后的补贴，其余各项照常答复。请在 policies/city.yaml 中填写。`,
  'move.not-professional': ({ title }) =>
    `${title === null ? '没有岗位名称' : `“${title}”不是社会工作专业岗位`}，调入后不计入岗位数。如应在专业岗位，请写明岗位名称，例如 --move 某人=某社区:社会工作专业岗位。`,
  'move.no-vacancy': ({ title, established, filled }) =>
    `调入单位的岗位设置表中“${title}”设 ${established} 个，调入后在岗 ${filled} 人，已超出。请增设岗位，或换一个岗位名称。`,
};

export const postProblems: Wording<PostProblems> = {
  'usage.bad-move': ({ value }) =>
    `--move 的写法是“人员=单位”或“人员=单位:岗位名称”（如 --move 王小芳=水井坊社区:社会工作专业岗位），无法识别“${value}”。`,
  'where.unknown': ({ where, nearest }) => `名录中没有“${where}”。${perhaps(nearest)}`,
  'where.absent': ({ unit, on, founded, dissolved, successor }) =>
    dissolved !== null && dissolved < on
      ? `“${unit}”已于 ${dissolved} 撤销${successor === null ? '' : `，并入“${successor}”`}。请改写现在的单位，或用 --on 指定撤销以前的日期。`
      : `“${unit}”到 ${founded} 才设立。请改写别的单位，或用 --on 指定设立以后的日期。`,
  'where.ambiguous': ({ where, candidates }) =>
    `名录中有不止一个“${where}”：${candidates.join('、')}。请写统计用区划代码，或写成“区县/镇街/村社区”。`,
  'move.twice': ({ who }) => `${who} 在 --move 中出现了两次，每人只能调动一次。请只保留一个。`,
  'move.same-unit': ({ who, unit }) => `${who} 现在就在${unit}，不需要调动。请核对调入单位。`,
};

export const postPlanWords = {
  description: '拟订补足岗位下限的最省方案：哪些村（社区）增设几个岗位、由谁任职；也可试算人员调动',
  move: '试算调动，不写入：人员=单位 或 人员=单位:岗位名称，自 --on 之日起（可重复）',
  movePlaceholder: '人员=单位',
  examples: {
    plan: '锦江区补足岗位下限的方案，存为表格文件',
    move: '把一个人调到水井坊社区的专业岗位：两个单位的岗位数、持证、补贴有何变化',
    day: '自 2026 年 12 月 1 日起调动，单位写统计用区划代码',
  },
  headings: {
    newPosts: '增设岗位',
    fromUnit: '本单位可任',
    fromTownship: '本镇街可调',
    fromDistrict: '本区县可调',
    recruit: '需招聘',
    people: '可任职人员',
  },
  person: (
    name: string,
    level: string,
    near: 'unit' | 'township' | 'district',
    place: { township: string; unit: string },
  ) =>
    near === 'unit'
      ? `${name}（${level}）`
      : `${name}（${level}，现在${near === 'district' ? place.township : ''}${place.unit}）`,
  part: (
    name: string,
    sums: {
      units: number;
      newPosts: number;
      fromUnit: number;
      fromTownship: number;
      fromDistrict: number;
      recruit: number;
    },
  ) =>
    `${name}：${sums.units} 个村（社区）增设 ${sums.newPosts} 个，本单位可任 ${sums.fromUnit}，本镇街可调 ${sums.fromTownship}，本区县可调 ${sums.fromDistrict}，需招聘 ${sums.recruit}`,
  planned: (on: string, units: number, posts: number) =>
    `${on} 有 ${units} 个村（社区）未达到下限，最少增设 ${posts} 个社会工作专业岗位。`,
  people: (unit: number, township: number, district: number, recruit: number) =>
    `新增岗位中，${unit} 个可由本单位未在专业岗位的持证人员任职，${township} 个可从本镇街调，${district} 个可从本区县调，${recruit} 个需招聘。`,
  nothingShort: (on: string) => `${on} 没有未达到下限的村（社区），不需要增设岗位。`,
  moveHeadings: { end: '调出或调入', month: '补贴起止', rate: '月标准(元)' },
  ends: { from: '调出', to: '调入' },
  change: (before: number | null, after: number) => `${before ?? ''}→${after}`,
  paysIn: { from: (month: string) => `至 ${month}`, to: (month: string) => `自 ${month}` },
  noPolicy: '当月没有有效的政策',
  notOnPost: '判断日不在岗',
  notCovered: (district: string) => `${district}不发（人员类别不在补贴范围）`,
  noCertificate: '判断日没有证书',
  monthSide: (district: string, yuan: string | null) =>
    `${district}${yuan === null ? '没有标准' : `每月 ${yuan} 元`}`,
  month: (name: string, month: string, before: string, after: string) =>
    before === after
      ? `${name} ${month} 补贴标准：${after}，不变。`
      : `${name} ${month} 补贴标准：不调动为${before}，调动后为${after}。`,
  moved: (on: string, moves: number, before: number, after: number) =>
    `自 ${on} 试算 ${moves} 人调动，未写入名册；所涉单位的岗位缺口${before === after ? `仍为 ${after} 个` : `由 ${before} 个变为 ${after} 个`}。`,
};
