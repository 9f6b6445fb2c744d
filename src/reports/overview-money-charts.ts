import type { Messages } from '../messages/messages.js';
import type { Overview } from '../rules/overview.js';
import { hasFigures, type PageChart } from './overview-chart.js';
import { thousands, yuan } from './thousands.js';

/** Average pay beside what is to be held, by district. 三(六)1 */
export function payChart({ overview: { page } }: Messages, { answers }: Overview): PageChart | null {
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

/** The 关爱基金 by level. 三(六)3 */
export function fundChart({ overview: { page }, fund }: Messages, { answers }: Overview): PageChart | null {
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
