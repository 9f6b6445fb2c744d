import type { NetworkFindings } from '../../domain/findings/network.js';
import type { Wording } from '../messages.js';

export const networkFindings: Wording<NetworkFindings> = {
  'network.missing': ({ level }) =>
    `没有${level}。请推进建设；如已建成，请在四级网络表中补记后导入（shegong import stations）。`,
  'network.no-such-area': ({ level, name }) =>
    `“${name}”（${level}）所在的区域当日已不在名录中，未计入任何地方。请在四级网络表中改填现在的区域，或填写撤销日期。`,
};

export const networkWords = {
  checkDescription: '核对社会工作服务“四级网络”：每个区(市)县、镇(街道)、村(社区)是否有站点，人员和持证情况',
  examples: {
    check: '核对今天全市的四级网络',
    district: '核对锦江区 2026 年 7 月 1 日的情况，存为表格文件',
    json: '供其他程序读取',
  },
  headings: {
    level: '层级',
    district: '管理区县',
    township: '镇(街道)',
    unit: '村(社区)',
    code: '统计用区划代码',
    covered: '建设情况',
    stations: '站点数',
    name: '站点名称',
    founded: '设立日期',
    operator: '运营机构',
    staff: '专职人数',
    certified: '持证人数',
  },
  covered: { yes: '已建', no: '未建' },
  unstated: '未填',
  part: (
    name: string,
    sums: { places: number; covered: number; missing: number; staff: number; certified: number },
  ) =>
    `${name}：应建 ${sums.places}，已建 ${sums.covered}，未建 ${sums.missing}；专职 ${sums.staff} 人，持证 ${sums.certified} 人`,
  checked: (on: string, places: number, covered: number, missing: number) =>
    `${on} 应建站点 ${places} 处，已建 ${covered} 处，未建 ${missing} 处。`,
  staff: (sums: {
    stations: number;
    staff: number;
    certified: number;
    staffUnstated: number;
    certifiedUnstated: number;
  }) =>
    `${[
      `现有站点 ${sums.stations} 个，专职 ${sums.staff} 人，持证 ${sums.certified} 人`,
      ...(sums.staffUnstated > 0 ? [`${sums.staffUnstated} 个站点未填专职人数`] : []),
      ...(sums.certifiedUnstated > 0 ? [`${sums.certifiedUnstated} 个站点未填持证人数`] : []),
    ].join('；')}。`,
  noStations: '所查范围内没有站点。如尚未导入四级网络表，请先运行 shegong import stations。',
  nothing: (on: string) => `${on} 名录中没有符合条件的区域。`,
};
