import type { LevelWord, Stint, Worker } from '../../fixtures/city/truth.js';
import type { CityRules, MonthDay, OfficeRules } from './office-rules.js';

/**
 * The quarterly subsidy of 三(六)1 worked out a second time, from the truth behind the rosters and a plain
 * table of rules, without a line of the program: two calculations that agree to the fen on everybody
 * are unlikely to be wrong in the same way.
 */
export interface OracleMonth {
  month: string;
  paid: boolean;
  /** Fen; 0 unless paid. */
  amount: number;
  /** The district that judged the month, and the level it went by. */
  district: string;
  level: LevelWord | null;
  reasons: readonly string[];
}

const RANK: readonly LevelWord[] = ['员级', '初级', '中级', '高级'];

/** The three months of a quarter such as 2026Q3. */
export function oracleQuarter(worker: Worker, quarter: string, rules: CityRules): OracleMonth[] {
  const first = Number(quarter.slice(5)) * 3 - 2;
  return [first, first + 1, first + 2].map((month) =>
    oracleMonth(worker, `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}`, quarter, rules),
  );
}

/** Whether the person had any post on any day of the quarter: others are no business of that quarter. */
export function hadPostIn(worker: Worker, quarter: string): boolean {
  const end = Number(quarter.slice(5)) * 3;
  const [from, until] = [
    `${quarter.slice(0, 4)}-${String(end - 2).padStart(2, '0')}-01`,
    lastDay(monthText(quarter, end)),
  ];
  return worker.stints.some((stint) => stint.from <= until && (stint.until === null || stint.until >= from));
}

const monthText = (quarter: string, month: number) =>
  `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}`;

function lastDay(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return `${month}-${days[number - 1]}`;
}

function dayOf(month: string, which: MonthDay): string {
  if (which === 'first-day') return `${month}-01`;
  return which === 'last-day' ? lastDay(month) : `${month}-${String(which).padStart(2, '0')}`;
}

/**
 * The district whose deciding day first finds the person on post judges the month, and no other does,
 * whatever its answer: else a month that the first has to leave undecided could be paid twice.
 */
function oracleMonth(worker: Worker, month: string, quarter: string, rules: CityRules): OracleMonth {
  const districts = [...new Set(worker.stints.map(({ place }) => place.district))];
  const views = districts
    .map((district) => judge(worker, month, quarter, district, rules))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (views.find(({ stint }) => stint !== undefined) ?? views.at(-1)!).result;
}

function judge(worker: Worker, month: string, quarter: string, district: string, rules: CityRules) {
  const office: OfficeRules = { ...rules.city, ...rules.districts[district] };
  const on = dayOf(month, office.decidedOn.otherwise);
  const registeredOn = dayOf(month, office.decidedOn.registration ?? office.decidedOn.otherwise);
  const stint = postOn(worker, district, on);
  const level = levelOn(worker, on);
  const fen = level === null ? undefined : rateOn(rules, district, level, on);
  const services = worker.services[quarter];
  const reasons: string[] = [];
  if (on < rules.policy.from || on > rules.policy.until) reasons.push('policy');
  if (stint !== undefined && !office.categories.includes(categoryOn(stint, on))) reasons.push('category');
  if (stint === undefined) reasons.push('on-post');
  if (level === null) reasons.push('certificate');
  if (!worker.registrations.some(({ from, until }) => from <= registeredOn && registeredOn <= until)) {
    reasons.push('registration');
  }
  const served = services === '是' || (typeof services === 'number' && services >= office.serviceMinimum);
  if (!served) reasons.push('service-record');
  if (worker.roles[quarter] !== '是') reasons.push('professional-role');
  if (level !== null && fen === undefined) reasons.push('rate');
  const paid = reasons.length === 0;
  const result: OracleMonth = { month, paid, amount: paid ? fen! : 0, district, level, reasons };
  return { on, stint, result };
}

/** The open post in the district; of two, the one begun later. */
function postOn(worker: Worker, district: string, on: string): Stint | undefined {
  return worker.stints
    .filter(({ place }) => place.district === district)
    .filter(({ from, until }) => from <= on && (until === null || until >= on))
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

const categoryOn = ({ terms }: Stint, on: string) => terms.filter(({ from }) => from <= on).at(-1)!.category;

function levelOn(worker: Worker, on: string): LevelWord | null {
  const ranks = worker.certificates
    .filter(({ issued }) => issued <= on)
    .map(({ level }) => RANK.indexOf(level));
  return ranks.length === 0 ? null : RANK[Math.max(...ranks)]!;
}

/** The district's rate for the level on a day, or else the city's. */
function rateOn(rules: CityRules, district: string, level: LevelWord, on: string): number | undefined {
  for (const rates of [rules.districts[district]?.rates ?? [], rules.city.rates]) {
    const step = rates.find(({ from, until }) => from <= on && (until === undefined || on <= until));
    const fen = step?.fen[level];
    if (fen !== undefined) return fen;
  }
  return undefined;
}
