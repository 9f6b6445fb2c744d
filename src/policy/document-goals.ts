import type { System } from '../domain/terms.js';

/** A goal of section 二, in the words of the document. */
export interface DocumentGoal {
  /** To be reached by the end of this year. */
  year: string;
  /** null: of the profession as a whole. */
  system: System | null;
  quote: string;
  /** The goal that has a number: the parameter `target.certificate-holders`. */
  measured?: true;
}

const SYSTEMS_2023: readonly (readonly [System, string])[] = [
  ['职业培养', '社会工作者职业培养体系基本完善'],
  ['职业评价', '社会工作者职业评价体系基本健全'],
  ['职业发展', '社会工作者职业发展体系初步形成'],
  ['职业服务', '社会工作者职业服务体系基本完备'],
  ['职业道德', '社会工作者职业道德体系初步建立'],
  ['职业激励', '社会工作者职业激励体系初步成型'],
];

const COMPLETE = '社会工作者职业培养体系、评价体系、服务体系全面建成';
const IMPROVED = '职业发展体系、道德体系、激励体系不断完善';
const SYSTEMS_2025: readonly (readonly [System, string])[] = [
  ['职业培养', COMPLETE],
  ['职业评价', COMPLETE],
  ['职业服务', COMPLETE],
  ['职业发展', IMPROVED],
  ['职业道德', IMPROVED],
  ['职业激励', IMPROVED],
];

const ofSystems = (year: string, systems: readonly (readonly [System, string])[]): DocumentGoal[] =>
  systems.map(([system, quote]) => ({ year, system, quote }));

/** The goals for 2023 and 2025, in the order of the document; a test finds each quote in its text. 二 */
export const DOCUMENT_GOALS: readonly DocumentGoal[] = [
  ...ofSystems('2023', SYSTEMS_2023),
  {
    year: '2023',
    system: null,
    quote: '社会工作职业化、专业化、社会化、本土化有序推进,探索实践市场化',
  },
  ...ofSystems('2025', SYSTEMS_2025),
  { year: '2025', system: null, quote: '社会工作职业化、专业化、社会化、本土化水平明显提升' },
  { year: '2025', system: null, quote: '全市持有职业水平证书的社会工作者达到3.5万人', measured: true },
  { year: '2025', system: null, quote: '成为建设践行新发展理念的公园城市示范区的重要专业力量' },
];
