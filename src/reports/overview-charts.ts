import type { Messages } from '../messages/messages.js';
import type { CertificateSummary, HoldersBy } from '../rules/certificate-summary.js';
import type { Overview, Section } from '../rules/overview.js';
import type { Series } from './charts.js';
import { percent } from './overview-text.js';
import { thousands, yuan } from './thousands.js';

/** A chart before it is drawn; its figures also stand in a table. */
export interface PageChart {
  id: string;
  title: string;
  /** What the categories are called. */
  by: string;
  categories: readonly string[];
  series: readonly Series[];
  lying: boolean;
  stacked: boolean;
  unit: string;
  label: (value: number) => string;
  /** As the table and the description write it; without it, as `label`. */
  exact?: (value: number) => string;
  most?: number;
}

/** The charts of each section, as far as its parts can answer. */
export function sectionCharts(text: Messages, overview: Overview, section: Section): PageChart[] {
  const charts: { readonly [S in NonNullable<Section>]: () => (PageChart | null)[] } = {
    职业培养: () => [hoursChart(text, overview)],
    职业评价: () => [
      holderChart(text, overview, 'age'),
      holderChart(text, overview, 'sector'),
      registrationChart(text, overview),
    ],
    职业服务: () => [networkChart(text, overview), monthChart(text, overview), fieldChart(text, overview)],
    职业发展: () => [postChart(text, overview), gradeChart(text, overview)],
    职业道德: () => [complaintChart(text, overview)],
    职业激励: () => [payChart(text, overview), fundChart(text, overview)],
  };
  const made = section === null ? [holderChart(text, overview, 'level')] : charts[section]();
  return made.filter((chart) => chart !== null).filter(({ series }) => series.some(hasFigures));
}

const hasFigures = ({ values }: Series): boolean => values.some((value) => value !== null && value !== 0);

const counts = { lying: true, stacked: false, label: thousands };

function holderChart(
  { overview: { page, units }, certificate }: Messages,
  { answers }: Overview,
  by: HoldersBy,
) {
  const summary: CertificateSummary | null = answers.certificates.value;
  if (!summary) return null;
  const rows = summary.rows.filter((row) => row.by === by);
  const title = { level: page.charts.holders, age: page.charts.age, sector: page.charts.sector }[
    by as 'level'
  ];
  return {
    ...counts,
    ...{ id: `holders-${by}`, title, by: certificate.by[by], unit: units.people },
    categories: rows.map(({ group }) =>
      group === null ? certificate.unknown : by === 'age' ? (certificate.bands[group] ?? group) : group,
    ),
    series: [{ name: page.series.people, tone: 'main' as const, values: rows.map(({ holders }) => holders) }],
  };
}

function hoursChart(
  { overview: { page, units, headings } }: Messages,
  { answers }: Overview,
): PageChart | null {
  const rows = answers.hours.value?.rows;
  if (!rows) return null;
  const states = ['met', 'on-pace', 'behind', 'short'] as const;
  return {
    ...counts,
    ...{ id: 'hours', title: page.charts.hours, by: headings.state, unit: units.people },
    categories: states.map((state) => page.hoursStates[state]),
    series: [
      {
        name: page.series.people,
        tone: 'main',
        values: states.map((asked) => rows.filter(({ state }) => state === asked).length),
      },
    ],
  };
}

function registrationChart({ overview: { page, units } }: Messages, { answers, areas, by }: Overview) {
  if (answers.registrations.lack !== null) return null;
  const shown = areas.filter(({ due, expired, never }) => (due ?? 0) + (expired ?? 0) + (never ?? 0) > 0);
  if (shown.length > MOST_BARS) return null;
  const lists = [
    ['due', 'main'],
    ['expired', 'lack'],
    ['never', 'quiet'],
  ] as const;
  return {
    ...{ id: 'registration', by: page.areaOf[by], unit: units.people },
    title: by === 'district' ? page.charts.registration : page.charts.registrationHere,
    ...{ lying: true, stacked: true, label: thousands },
    categories: shown.map(({ area }) => area || page.restOfArea),
    series: lists.map(([list, tone]) => {
      return { name: page.dueLists[list], tone, values: shown.map((row) => row[list] ?? 0) };
    }),
  };
}

/** More would be no picture any more; the table has them all. */
const MOST_BARS = 40;

function networkChart({ overview: { page }, network }: Messages, { answers }: Overview): PageChart | null {
  const totals = answers.network.value?.totals;
  if (!totals) return null;
  return {
    ...{ id: 'network', title: page.charts.network, by: network.headings.level, unit: '' },
    ...{ lying: true, stacked: false, most: 100, label: (value: number) => `${value}%` },
    categories: totals.byLevel.map(({ level }) => level),
    series: [
      {
        name: page.series.covered,
        tone: 'main',
        values: totals.byLevel.map(({ covered, places }) => percent(covered, places)),
      },
    ],
  };
}

function monthChart(
  { overview: { page, units }, services }: Messages,
  { answers }: Overview,
): PageChart | null {
  const rows = answers.services.value?.byMonth.rows;
  if (!rows) return null;
  return {
    ...counts,
    ...{ id: 'services', title: page.charts.services, by: services.headings.month, unit: units.records },
    lying: true,
    categories: rows.map(({ month }) => month ?? ''),
    series: [{ name: page.series.records, tone: 'main', values: rows.map(({ records }) => records) }],
  };
}

function fieldChart(
  { overview: { page, units }, services }: Messages,
  { answers }: Overview,
): PageChart | null {
  const rows = answers.services.value?.byField.rows;
  if (!rows) return null;
  return {
    ...counts,
    ...{ id: 'fields', title: page.charts.fields, by: services.headings.field, unit: units.records },
    categories: rows.map(({ field }) => field ?? page.noField),
    series: [{ name: page.series.records, tone: 'main', values: rows.map(({ records }) => records) }],
  };
}

function postChart(
  { overview: { page, units } }: Messages,
  { answers, areas, by }: Overview,
): PageChart | null {
  const named = areas.filter(({ area }) => area !== '');
  if (answers.quota.lack !== null || named.length > MOST_BARS) return null;
  return {
    ...{ id: 'posts', title: page.charts.posts, by: page.areaOf[by], unit: units.posts },
    ...{ lying: true, stacked: true, label: thousands },
    categories: named.map(({ area }) => area),
    series: [
      {
        name: page.series.established,
        tone: 'main',
        values: named.map(({ established }) => established ?? 0),
      },
      { name: page.series.shortfall, tone: 'lack', values: named.map(({ shortfall }) => shortfall ?? 0) },
    ],
  };
}

function gradeChart({ overview: { page, units }, grade }: Messages, { answers }: Overview): PageChart | null {
  const structure = answers.grades.value?.structure.filter((row) => row.grade === null);
  if (!structure) return null;
  return {
    ...counts,
    ...{ id: 'grades', title: page.charts.grades, by: grade.headings.tier, unit: units.posts },
    categories: structure.map(({ tier }) => tier),
    series: [
      { name: page.series.actual, tone: 'main', values: structure.map(({ actual }) => actual) },
      { name: page.series.target, tone: 'quiet', values: structure.map(({ target }) => target) },
    ],
  };
}

function complaintChart({ overview: { page, units }, complaints }: Messages, { answers }: Overview) {
  const totals = answers.complaints.value?.totals;
  if (!totals) return null;
  const of = totals.byCategory;
  return {
    ...{ id: 'complaints', title: page.charts.complaints, by: complaints.headings.category },
    ...{ unit: units.complaints, lying: true, stacked: true, label: thousands },
    categories: of.map(({ category }) => category),
    series: [
      { name: page.series.settled, tone: 'main' as const, values: of.map(({ settled }) => settled) },
      { name: page.series.open, tone: 'lack' as const, values: of.map(({ open }) => open) },
    ],
  };
}

function payChart({ overview: { page } }: Messages, { answers }: Overview): PageChart | null {
  const rows = answers.pay.value?.rows.filter(({ averageFen }) => averageFen !== null);
  if (!rows) return null;
  return {
    ...{ id: 'pay', title: page.charts.pay, by: page.areaOf.district, unit: page.series.yuan },
    ...{ lying: true, stacked: false, label: (fen: number) => thousands(Math.round(fen / 100)), exact: yuan },
    categories: rows.map(({ district }) => district),
    series: [
      { name: page.series.average, tone: 'main', values: rows.map(({ averageFen }) => averageFen) },
      { name: page.series.required, tone: 'quiet', values: rows.map(({ requiredFen }) => requiredFen) },
    ],
  };
}

function fundChart({ overview: { page }, fund }: Messages, { answers }: Overview): PageChart | null {
  const levels = answers.fund.value?.totals.byLevel;
  if (!levels) return null;
  return {
    ...{ id: 'fund', title: page.charts.fund, by: fund.headings.level, unit: page.series.yuan },
    ...{ lying: true, stacked: false, label: (fen: number) => thousands(Math.round(fen / 100)), exact: yuan },
    categories: levels.map(({ level }) => level),
    series: [
      { name: page.series.income, tone: 'main', values: levels.map(({ incomeFen }) => incomeFen) },
      { name: page.series.expense, tone: 'lack', values: levels.map(({ expenseFen }) => expenseFen) },
      { name: page.series.balance, tone: 'quiet', values: levels.map(({ balanceFen }) => balanceFen) },
    ],
  };
}

/** The subsidy of the last quarters, and the last of them by the district that pays. */
export function subsidyCharts({ overview: { page } }: Messages, { quarters }: Overview): PageChart[] {
  const wan = (fen: number) => thousands(Math.round(fen / 1000_00) / 10);
  const inWan = quarters.some(({ settledFen, draftFen }) => settledFen + draftFen >= 100_000_00);
  const label = inWan ? (fen: number) => `${wan(fen)}` : (fen: number) => thousands(Math.round(fen / 100));
  const unit = inWan ? page.series.wanYuan : page.series.yuan;
  const latest = quarters.at(-1);
  const money = { lying: true, label, unit, exact: yuan };
  const charts: PageChart[] = [
    {
      ...money,
      ...{ id: 'quarters', title: page.charts.quarters, by: page.quarter, stacked: true },
      categories: quarters.map(({ quarter }) => quarter),
      series: [
        { name: page.settled, tone: 'main', values: quarters.map(({ settledFen }) => settledFen) },
        { name: page.draft, tone: 'draft', values: quarters.map(({ draftFen }) => draftFen) },
      ],
    },
  ];
  if (latest) {
    const amount = (draft: boolean) =>
      latest.districts.map(({ state, netFen }) => ((state === 'draft') === draft ? netFen : 0));
    charts.push({
      ...money,
      ...{ id: 'quarter-districts', by: page.areaOf.district, stacked: true },
      title: page.charts.districts(latest.quarter),
      categories: latest.districts.map(({ district }) => district),
      series: [
        { name: page.settled, tone: 'main', values: amount(false) },
        { name: page.draft, tone: 'draft', values: amount(true) },
      ],
    });
  }
  return charts
    .map((chart) => ({ ...chart, series: chart.series.filter(hasFigures) }))
    .filter(({ series }) => series.length > 0);
}
