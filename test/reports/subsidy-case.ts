import { areaOrder } from '../../src/domain/area-order.js';
import type { Person } from '../../src/domain/facts.js';
import { quarter } from '../../src/domain/quarter.js';
import { zh } from '../../src/messages/zh/index.js';
import { renderCsv } from '../../src/reports/csv.js';
import type { Paper, PaperInput } from '../../src/reports/subsidy-papers.js';
import { closingLines } from '../../src/rules/closing-lines.js';
import { computeQuarter } from '../../src/rules/subsidies.js';
import { linesByDistrict } from '../../src/rules/subsidy-lines.js';
import { standardsOf } from '../../src/rules/subsidy-standards.js';
import { officeBook } from '../rules/book.js';
import { assessment, certificate, person, post, registration, serviceClaim, unit } from '../rules/people.js';

export const QUARTER = quarter('2026Q3');
export const UNITS = [
  unit(1),
  unit(2, { township: '牛市口街道' }),
  unit(3, { district: '武侯区', township: '浆洗街街道' }),
];
export const BOOK = officeBook({
  parameter: 'subsidy.rate',
  district: '锦江区',
  from: '2026-08-01',
  value: { 初级: 220.5 },
});

/** Rises from 初级 to 中级 inside the quarter. */
export const RISEN = person({
  id: 1,
  idNumber: '000000199001010011',
  name: '甲一',
  bank: '某银行锦江支行',
  account: '6200000000000000001',
  phone: '13800000000',
  certificates: [certificate('初级'), certificate('中级', '2026-08-15')],
});

/** Registered until 31 July. */
export const LAPSED = person({
  id: 2,
  idNumber: '000000199001010022',
  name: '=乙二',
  posts: [post({ at: 2 })],
  registrations: [registration('2023-08-01', '2026-07-31')],
});

/** Moves from 锦江区 to 武侯区 on 16 August. */
export const MOVED = person({
  id: 3,
  idNumber: '000000199001010033',
  name: '丙三',
  account: '6200000000000000003',
  posts: [post({ at: 1, until: '2026-08-15' }), post({ at: 3, from: '2026-08-16' })],
});

/** On post from 10 August, and nothing else is right. */
export const NEWCOMER = person({
  id: 4,
  idNumber: '000000199001010044',
  name: '丁四',
  posts: [post({ at: 1, from: '2026-08-10', category: '兼职' })],
  certificates: [],
  registrations: [],
  serviceClaims: [serviceClaim('2026Q3', 1)],
  assessments: [assessment('2026', '否')],
});

const NOTHING_TO_AMEND = {
  ...{
    corrections: new Map(),
    open: new Map(),
    rewards: new Map(),
    openRewards: new Map(),
    settledRewards: new Map(),
    balances: new Map(),
    settled: new Map(),
  },
  order: areaOrder(UNITS),
  lineOf: () => {
    throw new Error('nobody has amends');
  },
};

/** The papers of one district (null: all) for some people, as a draft. */
export function paperInput(people: readonly Person[], district: string | null): PaperInput {
  const result = computeQuarter({ quarter: QUARTER, people, units: UNITS, book: BOOK });
  const lines = linesByDistrict(result, UNITS).filter(
    (line) => district === null || line.district === district,
  );
  const districts = new Set(lines.map((line) => line.district));
  return {
    ...{ quarter: QUARTER, district, stage: 'draft', closings: [], recoveries: [] },
    lines: closingLines(lines, NOTHING_TO_AMEND),
    standards: standardsOf(BOOK, QUARTER, [...districts]),
  };
}

const plain = (text: string): string => text;

/** A paper as a spreadsheet would open it, line by line. */
export function paperLines(paper: Paper): string[] {
  const paint = { error: plain, warning: plain, info: plain, heading: plain, faint: plain };
  const reader = { text: zh, reveal: paper.whole, forFile: true, width: undefined, paint };
  return paper
    .write((report) => [...renderCsv(report, reader)])
    .join('')
    .split('\r\n');
}
